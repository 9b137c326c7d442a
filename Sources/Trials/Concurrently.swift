import Foundation

/// Applies work to all elements, several at once, keeping their order.
///
/// - Throws: what the work throws for the first element that fails, or `CancellationError` between two elements if the task
///   was cancelled.
package func concurrently<Element: Sendable, Result: Sendable>(
    _ elements: [Element], _ work: @escaping @Sendable (Element) throws -> Result
) async throws -> [Result] {
    let threads = ProcessInfo.processInfo.activeProcessorCount
    var results: [Result?] = elements.map { _ in nil }
    try await withThrowingTaskGroup(of: (Int, Result).self) { group in
        for (index, element) in elements.enumerated() {
            if index >= threads, let (done, result) = try await group.next() { results[done] = result }
            try Task.checkCancellation()
            group.addTask { (index, try work(element)) }
        }
        for try await (done, result) in group { results[done] = result }
    }
    return results.compactMap(\.self)
}
