import Foundation

/// How much of a document is taken in, so that none can exhaust the machine.
enum XMLLimits {
    static let megabytes = 64
    static let elements = 1_000_000
    /// Elements within elements; what people write stays far below.
    static let depth = 400

    /// The bytes of a file.
    ///
    /// - Throws: `FileError` for one that is too large or cannot be read.
    static func bytes(of file: String) throws(FileError) -> [UInt8] {
        do {
            let size = try FileManager.default.attributesOfItem(atPath: file)[.size] as? Int ?? 0
            if size <= megabytes << 20 { return try [UInt8](Data(contentsOf: URL(fileURLWithPath: file))) }
        } catch {
            throw FileError(file: file, "the file cannot be read")
        }
        throw FileError(file: file, "the file is larger than \(megabytes) MB")
    }
}

/// Why a text is not read as XML.
struct XMLProblem: Error {
    let line: Int?
    let message: String
}
