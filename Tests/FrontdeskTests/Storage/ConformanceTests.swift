import Frontdesk
import FrontdeskSQLite
import FrontdeskTesting
import Testing

@Suite("Stores and queues on SQLite")
struct SQLiteConformanceTests {
    @Test("The store keeps every rule, over a restart too")
    func storeConforms() async throws {
        let folder = try TemporaryFolder()
        let files = Files(folder)
        let failures = await StoreConformance.run(
            { try SQLiteStore(path: files.next()) },
            reopen: { _ in try SQLiteStore(path: files.current()) }
        )
        #expect(failures == [])
    }

    @Test("The queue keeps every rule")
    func queueConforms() async throws {
        let folder = try TemporaryFolder()
        let files = Files(folder)
        let failures = await QueueConformance.run { try SQLiteQueue(path: files.next()) }
        #expect(failures == [])
    }

    /// A new file for each rule.
    private final class Files: Sendable {
        private let folder: TemporaryFolder
        private let number = Locked(0)

        init(_ folder: TemporaryFolder) {
            self.folder = folder
        }

        func next() -> String {
            number.withLock { $0 += 1 }
            return current()
        }

        func current() -> String {
            folder.path("desk-\(number.withLock { $0 }).sqlite")
        }
    }
}
