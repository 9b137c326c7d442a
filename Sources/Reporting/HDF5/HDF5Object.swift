import CHDF5
import Foundation

/// A group, dataset or file that is open for writing, as the HDF5 library knows it.
///
/// Everything below one is written within a closure, after which the library forgets it: an identifier that is kept is a
/// leak, and one that is given back too early an error.
struct HDF5Object {
    let id: hid_t
    /// The file, for sentences.
    let file: URL

    private static let lock = NSLock()

    /// Does something with the library alone, which Debian builds for one thread at a time.
    static func exclusively<Result>(_ work: () throws -> Result) rethrows -> Result { try lock.withLock(work) }

    /// Writes a file from its beginning.
    ///
    /// - Parameters:
    ///   - path: where it is written.
    ///   - file: what it will be called.
    /// - Throws: ``OutputError`` if it cannot be written, and what `fill` throws.
    static func create(_ path: URL, as file: URL, _ fill: (HDF5Object) throws -> Void) throws {
        try exclusively {
            // What goes wrong is told once, by the error.
            osteon_h5_silence()
            try using(H5Pcreate(osteon_h5_file_creation()), H5Pclose, file) { properties in
                H5Pset_link_creation_order(properties, osteon_h5_creation_order())
                let id = H5Fcreate(path.path, osteon_h5_truncate(), properties, osteon_h5_default())
                try using(id, H5Fclose, file) { id in
                    try fill(HDF5Object(id: id, file: file))
                    // A disk that is full shows here at the latest.
                    try check(H5Fflush(id, H5F_SCOPE_GLOBAL), file)
                }
            }
        }
    }

    /// Adds a group, in which names keep their order.
    func group(_ name: String, _ fill: (HDF5Object) throws -> Void) throws {
        try using(H5Pcreate(osteon_h5_group_creation())) { properties in
            H5Pset_link_creation_order(properties, osteon_h5_creation_order())
            let id = H5Gcreate2(id, name, osteon_h5_default(), properties, osteon_h5_default())
            try using(id, H5Gclose) { try fill(HDF5Object(id: $0, file: file)) }
        }
    }

    /// Adds a matrix of numbers, compressed.
    ///
    /// - Parameter fill: what else is told of it.
    func matrix(_ name: String, _ rows: [[Double]], _ fill: (HDF5Object) throws -> Void) throws {
        let width = rows.first?.count ?? 0
        precondition(rows.allSatisfy { $0.count == width }, "rows of a matrix are of one length")
        let size = [hsize_t(rows.count), hsize_t(width)]
        try using(H5Screate_simple(2, size, nil)) { space in
            try using(H5Pcreate(osteon_h5_dataset_creation())) { properties in
                // A chunk of nothing is an error.
                if !rows.isEmpty, width > 0 {
                    try compress(properties, chunk: [size[0], min(size[1], Self.chunkValues)])
                }
                let id = H5Dcreate2(
                    id, name, osteon_h5_double(), space, osteon_h5_default(), properties, osteon_h5_default())
                try using(id, H5Dclose) { dataset in
                    try check(
                        H5Dwrite(
                            dataset, osteon_h5_double(), osteon_h5_all(), osteon_h5_all(), osteon_h5_default(),
                            rows.flatMap(\.self)))
                    try fill(HDF5Object(id: dataset, file: file))
                }
            }
        }
    }

    private static let chunkValues: hsize_t = 4096

    /// Values beside each other are similar byte by byte, which the filter before the compression brings out.
    func compress(_ properties: hid_t, chunk: [hsize_t]) throws {
        try check(H5Pset_chunk(properties, Int32(chunk.count), chunk))
        try check(H5Pset_shuffle(properties))
        try check(H5Pset_deflate(properties, 4))
    }

    // MARK: What is told of it

    func set(_ attribute: String, _ text: String) throws {
        try using(H5Screate(H5S_SCALAR)) { try write([text], attribute, $0) }
    }

    func set(_ attribute: String, _ texts: [String]) throws {
        guard !texts.isEmpty else { return }
        try using(H5Screate_simple(1, [hsize_t(texts.count)], nil)) { try write(texts, attribute, $0) }
    }

    private func write(_ texts: [String], _ attribute: String, _ space: hid_t) throws {
        try using(H5Tcopy(osteon_h5_character())) { type in
            H5Tset_size(type, osteon_h5_variable())
            H5Tset_cset(type, H5T_CSET_UTF8)
            let id = H5Acreate2(id, attribute, type, space, osteon_h5_default(), osteon_h5_default())
            try using(id, H5Aclose) { written in
                let characters = texts.map { strdup($0) }
                defer { characters.forEach { free($0) } }
                try check(H5Awrite(written, type, characters))
            }
        }
    }

    // MARK: What the library hands out

    /// Does something with an identifier that the library hands out, and gives it back.
    func using<Result>(
        _ id: hid_t, _ close: (hid_t) -> herr_t, _ work: (hid_t) throws -> Result
    ) throws -> Result {
        try Self.using(id, close, file, work)
    }

    /// The same for properties, types and spaces.
    func using<Result>(_ id: hid_t, _ work: (hid_t) throws -> Result) throws -> Result {
        try Self.using(id, { H5Idec_ref($0) < 0 ? -1 : 0 }, file, work)
    }

    private static func using<Result>(
        _ id: hid_t, _ close: (hid_t) -> herr_t, _ file: URL, _ work: (hid_t) throws -> Result
    ) throws -> Result {
        guard id >= 0 else { throw failure(file) }
        let result: Result
        do { result = try work(id) } catch {
            _ = close(id)
            throw error
        }
        try check(close(id), file)
        return result
    }

    func check(_ status: herr_t) throws(OutputError) { try Self.check(status, file) }

    private static func check(_ status: herr_t, _ file: URL) throws(OutputError) {
        if status < 0 { throw failure(file) }
    }

    private static func failure(_ file: URL) -> OutputError {
        OutputError(description: "\(file.path) cannot be written as HDF5; is there room on the disk?")
    }
}
