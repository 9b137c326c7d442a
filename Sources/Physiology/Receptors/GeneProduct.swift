import Modeling
import Symbolics

extension ComponentBuilder {
    /// What a receptor's genes have made: follows the receptor with a lag of hours to days, and is zero at rest.
    ///
    /// Cells answer to gene products, not to hormones of the hour, so nothing faster than the lag reaches them.
    ///
    /// - Parameter drive: the receptor's activity above or below rest.
    func geneProduct(_ name: String, of drive: Expression, lag: Expression, _ meaning: String) -> Expression {
        let product = state(name, .one, initial: 0, scale: 0.1, meaning)
        rate(of: product, (drive - product) / lag)
        return product
    }
}
