import ArgumentParser

/// `osteon model`: what the model is made of.
struct ModelCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "model", abstract: "Show what the model is made of and check it.",
        subcommands: [
            ListModel.self, DescribeModel.self, ListMedicines.self, ListHypotheses.self, CheckModel.self,
            ExportModel.self, MapModel.self,
        ])
}
