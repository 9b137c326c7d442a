import CHDF5
import Foundation

/// A table of CSV as a dataset of HDF5: a row a record, a member a column, which readers know as a data frame.
///
/// Columns are named as in the header without the unit; units are the attribute `units`, in the order of the columns,
/// empty for text. A column with a unit holds numbers of 64 bits, in which an empty field is not a number; one without
/// holds whole numbers where all are whole, numbers where all are, and text in UTF-8 elsewhere.
struct HDF5Table {
    enum Kind: Equatable {
        case number, integer
        /// The width is that of the longest text, in bytes.
        case text(width: Int)

        var size: Int {
            switch self {
            case .number, .integer: 8
            case .text(let width): width
            }
        }
    }

    struct Column: Equatable {
        let name: String
        let unit: String
        let kind: Kind
    }

    private let records: CSVRecords
    let columns: [Column]
    private let rowCount: Int

    /// Looks through a table to find out what its columns hold.
    ///
    /// - Throws: ``OutputError`` if it cannot be read or two columns have one name.
    init(csv: URL) throws {
        records = CSVRecords(url: csv)
        var header: [(name: String, unit: String?)] = []
        var scan = KindScan()
        var rows = 0
        var isHeader = true
        try records.forEach { record in
            if isHeader {
                header = (0..<record.count).map { Self.heading(String(decoding: record.text($0), as: UTF8.self)) }
                scan = KindScan(hasUnit: header.map { $0.unit != nil })
                isHeader = false
                return
            }
            guard record.count == header.count else {
                throw OutputError(
                    description: "\(csv.path): row \(rows + 1) has \(record.count) fields, not \(header.count).")
            }
            rows += 1
            scan.add(record)
        }
        rowCount = rows
        columns = zip(header, scan.kinds).map { Column(name: $0.name, unit: $0.unit ?? "", kind: $1) }
        if let twice = Dictionary(grouping: columns, by: \.name).first(where: { $1.count > 1 }) {
            throw OutputError(description: "\(csv.path): two columns are called '\(twice.key)'.")
        }
    }

    /// `name [unit]`, or a name alone.
    private static func heading(_ text: String) -> (name: String, unit: String?) {
        guard text.hasSuffix("]"), let bracket = text.range(of: " [", options: .backwards) else { return (text, nil) }
        return (String(text[..<bracket.lowerBound]), String(text[bracket.upperBound...].dropLast()))
    }

    /// Writes the table below a group.
    func write(to group: HDF5Object, name: String) throws {
        guard !columns.isEmpty else { return }
        try group.using(H5Tcreate(H5T_COMPOUND, rowSize)) { type in
            try fill(type, of: group)
            try group.using(H5Screate_simple(1, [hsize_t(rowCount)], nil)) { space in
                try group.using(H5Pcreate(osteon_h5_dataset_creation())) { properties in
                    // A chunk of nothing is an error.
                    if rowCount > 0 {
                        try group.compress(properties, chunk: [hsize_t(min(rowCount, chunkRows))])
                    }
                    let id = H5Dcreate2(
                        group.id, name, type, space, osteon_h5_default(), properties, osteon_h5_default())
                    try group.using(id, H5Dclose) { dataset in
                        try writeRows(HDF5Object(id: dataset, file: group.file), type, space)
                        try HDF5Object(id: dataset, file: group.file).set("units", columns.map(\.unit))
                    }
                }
            }
        }
    }

    private var rowSize: Int { columns.reduce(0) { $0 + $1.kind.size } }

    /// About a quarter of a megabyte, which compresses well and is read in one go.
    private var chunkRows: Int { max(16, (1 << 18) / rowSize) }

    private func fill(_ type: hid_t, of group: HDF5Object) throws {
        var offset = 0
        for column in columns {
            switch column.kind {
            case .number: try group.check(H5Tinsert(type, column.name, offset, osteon_h5_double()))
            case .integer: try group.check(H5Tinsert(type, column.name, offset, osteon_h5_integer()))
            case .text(let width):
                try group.using(H5Tcopy(osteon_h5_character())) { text in
                    H5Tset_size(text, width)
                    H5Tset_strpad(text, H5T_STR_NULLPAD)
                    H5Tset_cset(text, H5T_CSET_UTF8)
                    try group.check(H5Tinsert(type, column.name, offset, text))
                }
            }
            offset += column.kind.size
        }
    }

    private func writeRows(_ dataset: HDF5Object, _ type: hid_t, _ space: hid_t) throws {
        var buffer: [UInt8] = []
        let size = rowSize
        buffer.reserveCapacity(size * chunkRows)
        var written = 0
        func flush() throws {
            let count = buffer.count / size
            guard count > 0 else { return }
            let start = [hsize_t(written)]
            try dataset.check(H5Sselect_hyperslab(space, H5S_SELECT_SET, start, nil, [hsize_t(count)], nil))
            try dataset.using(H5Screate_simple(1, [hsize_t(count)], nil)) { memory in
                try dataset.check(H5Dwrite(dataset.id, type, memory, space, osteon_h5_default(), buffer))
            }
            written += count
            buffer.removeAll(keepingCapacity: true)
        }
        var isHeader = true
        try records.forEach { record in
            if isHeader {
                isHeader = false
                return
            }
            for (field, column) in columns.enumerated() { append(record, field, column.kind, to: &buffer) }
            if buffer.count >= size * chunkRows { try flush() }
        }
        try flush()
    }

    private func append(_ record: CSVRecord, _ field: Int, _ kind: Kind, to buffer: inout [UInt8]) {
        switch kind {
        case .number:
            withUnsafeBytes(of: record.number(field) ?? .nan) { buffer.append(contentsOf: $0) }
        case .integer:
            let value = Int64(String(decoding: record.text(field), as: UTF8.self)) ?? 0
            withUnsafeBytes(of: value) { buffer.append(contentsOf: $0) }
        case .text(let width):
            let text = record.text(field)
            buffer.append(contentsOf: text)
            buffer.append(contentsOf: repeatElement(0, count: width - text.count))
        }
    }
}

/// What columns can hold, after the records seen so far.
private struct KindScan {
    private var hasUnit: [Bool]
    private var isWhole: [Bool]
    private var isNumber: [Bool]
    private var width: [Int]

    init(hasUnit: [Bool] = []) {
        self.hasUnit = hasUnit
        isWhole = hasUnit.map { !$0 }
        isNumber = hasUnit.map { _ in true }
        width = hasUnit.map { _ in 0 }
    }

    mutating func add(_ record: CSVRecord) {
        for field in hasUnit.indices where !hasUnit[field] {
            if isWhole[field], !record.isInteger(field) { isWhole[field] = false }
            if !isWhole[field], isNumber[field], record.number(field) == nil { isNumber[field] = false }
            width[field] = max(width[field], record.text(field).count)
        }
    }

    var kinds: [HDF5Table.Kind] {
        hasUnit.indices.map { field in
            if hasUnit[field] { return .number }
            // A column in which nothing stands tells no number.
            if width[field] == 0 { return .text(width: 1) }
            return isWhole[field] ? .integer : isNumber[field] ? .number : .text(width: width[field])
        }
    }
}
