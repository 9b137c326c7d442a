import Dispatch

/// Threads for work that computes for long, apart from those that answer requests.
///
/// A class because executors are compared by identity.
final class WorkThreads: TaskExecutor {
    private let queue = DispatchQueue(label: "osteon.work", qos: .userInitiated, attributes: .concurrent)

    func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        let executor = asUnownedTaskExecutor()
        queue.async { job.runSynchronously(on: executor) }
    }
}
