import ArgumentParser
import Reporting

/// In which forms tables are written besides CSV; the same option for every command that writes large ones.
struct TableOptions: ParsableArguments {
    @Flag(name: .customLong("hdf5"), help: "Also write the tables as one HDF5 file beside them.")
    var hdf5 = false

    /// Writes the tables of a folder as `NAME.h5` if that is asked for.
    ///
    /// - Returns: what was written, for a sentence: `, NAME.h5`, or nothing.
    /// - Throws: `ExitCode` after a sentence if it cannot be written.
    func write(_ name: String, tables: [String], of folder: OutputFolder, _ provenance: TableProvenance) throws
        -> String
    {
        guard hdf5 else { return "" }
        try orFail { try folder.writeHDF5("\(name).h5", tables: tables, provenance: provenance) }
        return ", \(name).h5"
    }
}
