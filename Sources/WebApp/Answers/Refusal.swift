import Exchange
import Foundation
import HTTPTypes
import Hummingbird

/// Why a request is refused: one sentence, as the command line says it, and where to look.
struct Refusal: Error, HTTPResponseError {
    /// One thing wrong with what was sent.
    struct Problem: Encodable, Sendable {
        let sentence: String
        /// In a text that was sent, counted from one.
        var line: Int?
        /// The path of the key, such as `woman.age`.
        var key: String?
        /// Which of several scenarios, counted from one.
        var scenario: Int?
    }

    let status: HTTPResponse.Status
    let problems: [Problem]
    /// Seconds after which it is worth another try.
    var retryAfter: Int?

    init(_ status: HTTPResponse.Status, _ sentence: String, key: String? = nil, retryAfter: Int? = nil) {
        self.status = status
        self.retryAfter = retryAfter
        problems = [Problem(sentence: sentence, key: key)]
    }

    init(_ status: HTTPResponse.Status, problems: [Problem]) {
        self.status = status
        self.problems = problems
    }

    /// What is wrong with a scenario; lines only where it was sent as text.
    init(_ error: FileError, scenario: Int? = nil, hasLines: Bool) {
        self.init(
            .unprocessableContent,
            problems: error.problems.map { problem in
                Problem(
                    sentence: [problem.place, problem.message].compactMap(\.self).joined(separator: ": "),
                    line: hasLines ? problem.line : nil, key: problem.place, scenario: scenario)
            })
    }

    private struct Body: Encodable {
        struct Fault: Encodable {
            let sentence: String
            let line: Int?
            let key: String?
            let scenario: Int?
            let problems: [Problem]
        }

        let error: Fault
    }

    func response(from request: Request, context: some RequestContext) throws -> Response { try answer() }

    /// What is sent.
    func answer() throws -> Response {
        let first = problems[0]
        var response = try Answer.json(
            Body(
                error: .init(
                    sentence: first.sentence, line: first.line, key: first.key, scenario: first.scenario,
                    problems: problems)), status: status)
        if let retryAfter { response.headers[.retryAfter] = "\(retryAfter)" }
        return response
    }
}
