/// Writes outputs over time as CSV.
///
/// First column `time [years]`, then one column an output with the header `name [unit]`, one row a reporting
/// time, lines ended by a line feed. Numbers are Swift's shortest description, which reads back to the same 64 bits; a value that
/// could not be computed is `nan`, an infinite one `inf` or `-inf`.
public enum TimecourseCSV {
    /// The file's text.
    ///
    /// - Precondition: every series has the same times as the first.
    public static func text(_ series: [OutputSeries]) -> String {
        let times = series.first?.times ?? []
        precondition(series.allSatisfy { $0.times == times }, "all series share their times")
        let header = ["time [years]"] + series.map { "\($0.name) [\($0.unit.isEmpty ? "1" : $0.unit)]" }
        var text = CSVWriter.line(header)
        for (row, time) in times.enumerated() {
            text += "\(time)"
            for output in series { text += ",\(output.values[row])" }
            text += "\n"
        }
        return text
    }
}

/// Writes rows of text as RFC 4180 records.
public enum CSVWriter {
    /// Rows with their header, ready to be written.
    public static func text(header: [String], rows: [[String]]) -> String {
        ([header] + rows).map(line).joined()
    }

    /// One record with its line feed; fields with a comma, quote or line break are quoted.
    public static func line(_ fields: [String]) -> String {
        fields.map(field).joined(separator: ",") + "\n"
    }

    /// One field, quoted where it has a comma, quote or line break.
    static func field(_ field: String) -> String {
        // Scalars, because a carriage return and a line feed make one Character.
        guard field.unicodeScalars.contains(where: { ",\"\n\r".unicodeScalars.contains($0) }) else { return field }
        return "\"" + field.replacing("\"", with: "\"\"") + "\""
    }
}
