import Frontdesk
import GRDB

/// Appends that wait for the disk: those that gather while one commit is under way share the next.
///
/// A commit costs a write to the disk, whatever is in it; together, many conversations pay for it once.
final class AppendLine: Sendable {
    private struct Waiting: Sendable {
        let rows: EventRows
        let continuation: CheckedContinuation<Result<Void, StoreError>, Never>
    }

    private struct State: Sendable {
        var waiting: [Waiting] = []
        var isWriting = false
    }

    /// How many appends share a commit at most, so that none waits long for the others.
    private static let batchLimit = 256

    private let file: DeskFile
    private let state = Locked(State())

    init(_ file: DeskFile) {
        self.file = file
    }

    func append(_ rows: EventRows) async throws(StoreError) {
        let result = await withCheckedContinuation { continuation in
            let mustStart = state.withLock { state in
                state.waiting.append(Waiting(rows: rows, continuation: continuation))
                defer { state.isWriting = true }
                return !state.isWriting
            }
            if mustStart { file.enqueue { self.writeNext($0) } }
        }
        try result.get()
    }

    /// Writes one batch; comes back for the next, behind whatever else waits for the connection.
    private func writeNext(_ database: Database) {
        let batch = state.withLock { state in
            let batch = Array(state.waiting.prefix(Self.batchLimit))
            state.waiting.removeFirst(batch.count)
            return batch
        }
        let results = write(batch, database)
        let hasMore = state.withLock { state in
            state.isWriting = !state.waiting.isEmpty
            return state.isWriting
        }
        if hasMore { file.enqueue { self.writeNext($0) } }
        for (waiting, result) in zip(batch, results) { waiting.continuation.resume(returning: result) }
    }

    private func write(_ batch: [Waiting], _ database: Database) -> [Result<Void, StoreError>] {
        var results: [Result<Void, StoreError>] = []
        do {
            try database.inTransaction(.immediate) {
                for waiting in batch {
                    do {
                        try waiting.rows.write(database)
                        results.append(.success(()))
                    } catch let error as StoreError {
                        // A conflict is found before the first row is written: the others are not touched by it.
                        results.append(.failure(error))
                    }
                }
                return .commit
            }
            return results
        } catch {
            let failure = StoreError(error, at: file.path)
            return batch.map { _ in .failure(failure) }
        }
    }
}
