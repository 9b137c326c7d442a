import CHDF5
import Foundation

/// What an HDF5 file holds, read through the library as any other program would.
struct HDF5Reading {
    private let file: hid_t

    init?(_ url: URL) {
        file = H5Fopen(url.path, osteon_h5_read_only(), osteon_h5_default())
        if file < 0 { return nil }
    }

    func close() { H5Fclose(file) }

    /// Names of the members of a table, in order.
    func columns(_ table: String) -> [String] {
        let dataset = H5Dopen2(file, table, osteon_h5_default())
        let type = H5Dget_type(dataset)
        defer {
            H5Tclose(type)
            H5Dclose(dataset)
        }
        return (0..<UInt32(max(0, H5Tget_nmembers(type)))).map { index in
            let name = H5Tget_member_name(type, index)!
            defer { H5free_memory(name) }
            return String(cString: name)
        }
    }

    /// The sizes of a dataset.
    func shape(_ path: String) -> [Int] {
        let dataset = H5Dopen2(file, path, osteon_h5_default())
        let space = H5Dget_space(dataset)
        defer {
            H5Sclose(space)
            H5Dclose(dataset)
        }
        var sizes = [hsize_t](repeating: 0, count: Int(max(0, H5Sget_simple_extent_ndims(space))))
        H5Sget_simple_extent_dims(space, &sizes, nil)
        return sizes.map(Int.init)
    }

    /// One column of numbers.
    func numbers(_ table: String, _ column: String) -> [Double] {
        var values = [Double](repeating: 0, count: shape(table)[0])
        read(table, column, osteon_h5_double(), 8, &values)
        return values
    }

    /// One column of texts, read as wide as given.
    func texts(_ table: String, _ column: String, width: Int) -> [String] {
        let type = H5Tcopy(osteon_h5_character())
        defer { H5Tclose(type) }
        H5Tset_size(type, width)
        H5Tset_strpad(type, H5T_STR_NULLPAD)
        H5Tset_cset(type, H5T_CSET_UTF8)
        var bytes = [UInt8](repeating: 0, count: shape(table)[0] * width)
        read(table, column, type, width, &bytes)
        return stride(from: 0, to: bytes.count, by: width).map {
            String(decoding: bytes[$0..<$0 + width].prefix { $0 != 0 }, as: UTF8.self)
        }
    }

    private func read<Value>(_ table: String, _ column: String, _ type: hid_t, _ size: Int, _ values: inout [Value]) {
        let dataset = H5Dopen2(file, table, osteon_h5_default())
        let member = H5Tcreate(H5T_COMPOUND, size)
        defer {
            H5Tclose(member)
            H5Dclose(dataset)
        }
        H5Tinsert(member, column, 0, type)
        _ = values.withUnsafeMutableBytes {
            H5Dread(dataset, member, osteon_h5_all(), osteon_h5_all(), osteon_h5_default(), $0.baseAddress)
        }
    }

    /// A matrix, row after row.
    func matrix(_ path: String) -> [Double] {
        let dataset = H5Dopen2(file, path, osteon_h5_default())
        defer { H5Dclose(dataset) }
        var values = [Double](repeating: 0, count: shape(path).reduce(1, *))
        _ = values.withUnsafeMutableBytes {
            H5Dread(dataset, osteon_h5_double(), osteon_h5_all(), osteon_h5_all(), osteon_h5_default(), $0.baseAddress)
        }
        return values
    }

    /// The texts of an attribute; of the file itself where the path is `/`.
    func attribute(_ name: String, of path: String) -> [String] {
        let attribute = H5Aopen_by_name(file, path, name, osteon_h5_default(), osteon_h5_default())
        let space = H5Aget_space(attribute)
        let type = H5Aget_type(attribute)
        defer {
            H5Tclose(type)
            H5Sclose(space)
            H5Aclose(attribute)
        }
        var characters = [UnsafeMutablePointer<CChar>?](
            repeating: nil, count: Int(max(0, H5Sget_simple_extent_npoints(space))))
        _ = characters.withUnsafeMutableBytes { H5Aread(attribute, type, $0.baseAddress) }
        return characters.map { text in
            guard let text else { return "" }
            defer { H5free_memory(text) }
            return String(cString: text)
        }
    }
}
