import ArgumentParser

/// How a command of the clinic prints what it found.
struct PrintingOptions: ParsableArguments {
    @Flag(help: "Print JSON.")
    var json = false

    @Flag(help: "Print CSV.")
    var csv = false

    func validate() throws {
        if json, csv { throw ValidationError("--json and --csv: only one of them can be printed.") }
    }

    /// Prints the form asked for, the text if none is.
    func print(text: () -> String, json document: () throws -> String, csv table: () -> String) throws {
        Swift.print(try json ? document() : csv ? table() : text(), terminator: "")
    }
}

/// Which women a command of the clinic simulates.
struct WomenOptions: ParsableArguments {
    @Option(help: "How many women, drawn around the woman of the scenario.")
    var women = 500

    @Option(help: "Seed of the random numbers.")
    var seed: UInt64 = 1

    @OptionGroup var parallel: ThreadOptions

    func validate() throws {
        guard (8...1_000_000).contains(women) else {
            throw ValidationError("--women: \(women) is out of range; expected 8 to 1000000.")
        }
    }
}
