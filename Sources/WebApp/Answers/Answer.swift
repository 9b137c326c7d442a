import Foundation
import HTTPTypes
import Hummingbird
import NIOCore

/// Bodies of answers.
enum Answer {
    private static let mediaType = "application/json"

    /// A value as JSON; what is not a number has to be nil in it.
    static func json(_ value: some Encodable, status: HTTPResponse.Status = .ok) throws -> Response {
        try json(bytes: encoded(value), status: status)
    }

    /// Text that is JSON already.
    static func json(bytes: Data, status: HTTPResponse.Status = .ok) -> Response {
        Response(
            status: status, headers: [.contentType: mediaType, .cacheControl: "no-store"],
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
    }

    static func encoded(_ value: some Encodable) throws -> Data {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return try encoder.encode(value)
    }

    static let empty = Response(status: .noContent)
}
