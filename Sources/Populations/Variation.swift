import Foundation
import Symbolics

/// A factor by which women differ in one or more parameters of the model, the same factor in all of them.
///
/// Log-normal. The model's values describe the mean woman, so what is kept is said for each.
public struct Variation: Sendable {
    /// What stays as the model has it while women differ.
    public enum Kept: String, Sendable {
        /// The mean of the parameter, as of a share that reaches the blood: mean levels stay.
        case mean
        /// The mean of the reciprocal, as of a clearance: mean levels stay.
        case meanOfReciprocal
        /// The median, where the model's value is one.
        case median
    }

    /// What differs, also the purpose of the random numbers: `estrogenClearance`.
    public let name: String
    public let meaning: String
    /// Names of the model's parameters.
    public let parameters: [String]
    public let spread: Spread
    public let kept: Kept
    /// Whether the parameters together are shares of one dose, of which no more than all can arrive.
    public let isShareOfDose: Bool

    init(
        _ name: String, _ meaning: String, _ spread: Spread, keeping kept: Kept, isShareOfDose: Bool = false,
        _ parameters: [String]
    ) {
        self.name = name
        self.meaning = meaning
        self.spread = spread
        self.kept = kept
        self.isShareOfDose = isShareOfDose
        self.parameters = parameters
    }

    /// The factor of a woman so many standard deviations from the middle.
    ///
    /// - Parameter limit: the largest possible factor.
    public func factor(at score: Double, limit: Double) -> Double {
        min(exp(logarithmOfMedian + spread.value * score), limit)
    }

    /// The largest possible factor, for the model's values of parameters by name.
    public func limit(_ values: [String: Double]) -> Double {
        isShareOfDose ? 1 / parameters.compactMap { values[$0] }.reduce(0, +) : .infinity
    }

    /// The logarithm of the factor of a woman in the middle.
    private var logarithmOfMedian: Double {
        switch kept {
        case .mean: -spread.value * spread.value / 2
        case .meanOfReciprocal: spread.value * spread.value / 2
        case .median: 0
        }
    }
}
