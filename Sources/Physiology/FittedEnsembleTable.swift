extension FittedEnsemble {
    static let source = ""
    static let names: [String] = []
    static let table = ""
}
