import Foundation
import Frontdesk
import FrontdeskDialogue
import FrontdeskSQLite
import Testing

@Suite("A desk's SQLite file")
struct SQLiteStoreTests {
    private let event = Event(at: 1, turn: 1, fact: .received(Inbound(text: "hello there")))

    @Test("waits for the disk at every commit")
    func durability() throws {
        let folder = try TemporaryFolder()
        let file = try DeskFile(folder.path("desk.sqlite"))
        #expect(try file.synchronousSetting() == 2)
    }

    @Test("has everything when it is opened again without having been closed")
    func reopening() async throws {
        let folder = try TemporaryFolder()
        let first = try SQLiteStore(path: folder.path("desk.sqlite"))
        try await first.append([event], to: "c1", after: 0)
        // What lies in the file and its log is all that a killed process leaves behind.
        for suffix in ["", "-wal"] {
            try FileManager.default.copyItem(
                atPath: folder.path("desk.sqlite\(suffix)"),
                toPath: folder.path("copy.sqlite\(suffix)")
            )
        }
        let second = try SQLiteStore(path: folder.path("copy.sqlite"))
        #expect(try await second.events(of: "c1", after: 0) == [event])
    }

    @Test("can be read by its owner alone, and so can the files next to it")
    func mode() async throws {
        let folder = try TemporaryFolder()
        let store = try SQLiteStore(path: folder.path("desk.sqlite"))
        try await store.append([event], to: "c1", after: 0)
        _ = try AssistantDatabase(path: folder.path("shop.sqlite"), seed: CornerShop.seed)
        for name in ["desk.sqlite", "desk.sqlite-wal", "desk.sqlite-shm", "shop.sqlite"] {
            let attributes = try FileManager.default.attributesOfItem(atPath: folder.path(name))
            #expect(attributes[.posixPermissions] as? Int == 0o600, "\(name)")
        }
    }

    @Test("is seen by another process at once")
    func sharing() async throws {
        let folder = try TemporaryFolder()
        let stores = try (0..<2).map { _ in try SQLiteStore(path: folder.path("desk.sqlite")) }
        for version in 0..<20 {
            #expect(try await stores[version % 2].version(of: "c1") == version)
            try await stores[version % 2].append([event], to: "c1", after: version)
        }
    }

    @Test("is made once when many processes open it for the first time at once")
    func firstOpening() async throws {
        for _ in 0..<5 {
            let folder = try TemporaryFolder()
            let path = folder.path("desk.sqlite")
            try await withThrowingTaskGroup(of: Void.self) { group in
                for number in 0..<4 {
                    group.addTask {
                        let store = try SQLiteStore(path: path)
                        try await store.append([event], to: "c\(number)", after: 0)
                    }
                }
                try await group.waitForAll()
            }
            #expect(try await SQLiteStore(path: path).conversations(.latest(100)).count == 4)
        }
    }

    @Test("shares commits between conversations, and a conflict harms none of the others")
    func groupCommit() async throws {
        let folder = try TemporaryFolder()
        let store = try SQLiteStore(path: folder.path("desk.sqlite"))
        let refused = await withTaskGroup(of: Bool.self, returning: Int.self) { group in
            for number in 0..<200 {
                group.addTask {
                    let isLate = number % 5 == 0
                    let version = isLate ? 1 : 0
                    let result: Void? = try? await store.append([event], to: "c\(number)", after: version)
                    return result == nil
                }
            }
            var refused = 0
            for await isRefused in group where isRefused { refused += 1 }
            return refused
        }
        #expect(refused == 40)
        #expect(try await store.conversations(.latest(1000)).count == 160)
    }

    @Test("has nothing left of what was erased, in the file and in its log, even while it is open")
    func erasure() async throws {
        let folder = try TemporaryFolder()
        let path = folder.path("desk.sqlite")
        let file = try DeskFile(path)
        let store = SQLiteStore(file)
        let queue = SQLiteQueue(file)
        // Another process has the file open, so that its log is not put away.
        let other = try SQLiteStore(path: path)
        // Enough of different lengths that pages are split, which leaves copies behind.
        for turn in 0..<60 {
            for number in 0..<20 {
                let text = String(repeating: "MARK\(number + 10) ", count: 1 + (turn * 7 + number * 13) % 50)
                let event = Event(at: 1, turn: turn, fact: .received(Inbound(text: text)))
                try await store.append([event], to: "c\(number)", after: turn)
            }
        }
        for number in 0..<20 {
            let ticket = Ticket(
                id: "t\(number)",
                conversation: "c\(number)",
                queue: "support",
                reason: .userAsked,
                detail: "MARK\(number + 10)",
                priority: 0,
                enqueuedAt: 1
            )
            try await queue.enqueue(ticket)
        }
        for number in [3, 7, 11, 19] {
            try await queue.erase(conversation: "c\(number)")
            try await store.erase(conversation: "c\(number)")
            for suffix in ["", "-wal"] {
                let bytes = try Data(contentsOf: URL(fileURLWithPath: path + suffix))
                #expect(bytes.range(of: Data("MARK\(number + 10)".utf8)) == nil)
            }
        }
        #expect(try await other.events(of: "c4", after: 0).count == 60)
    }

    @Test("has nothing left of what was erased however large it is, and gives the space back")
    func largeErasure() async throws {
        let folder = try TemporaryFolder()
        let path = folder.path("desk.sqlite")
        let store = try SQLiteStore(path: path)
        let filler = String(repeating: "other words ", count: 90_000)
        for turn in 0..<70 {
            let event = Event(at: 1, turn: turn, fact: .received(Inbound(text: filler)))
            try await store.append([event], to: "big", after: turn)
        }
        // Enough of different lengths that pages are split, which leaves copies behind.
        for turn in 0..<20 {
            for number in 0..<20 {
                let text = String(repeating: "MARK\(number + 10) ", count: 1 + (turn * 7 + number * 13) % 50)
                let event = Event(at: 1, turn: turn, fact: .received(Inbound(text: text)))
                try await store.append([event], to: "c\(number)", after: turn)
            }
        }
        func file() throws -> Data {
            try Data(contentsOf: URL(fileURLWithPath: path), options: .alwaysMapped)
        }
        #expect(try file().count > 64 << 20)
        try await store.erase(conversation: "c3")
        #expect(try file().range(of: Data("MARK13".utf8)) == nil)
        #expect(try file().range(of: Data("MARK14".utf8)) != nil)
        #expect(try Data(contentsOf: URL(fileURLWithPath: path + "-wal")).isEmpty)
        try await store.erase(conversation: "big")
        #expect(try file().count < 4 << 20)
    }

    @Test(
        "is refused when a newer version wrote it, when it is another program's, and when it is no database"
    )
    func refusals() throws {
        let folder = try TemporaryFolder()
        let newer = folder.path("newer.sqlite")
        try Self.execute("PRAGMA application_id = 1178891115; PRAGMA user_version = 99", path: newer)
        #expect(throws: StoreError.tooNew(place: newer, version: 99, known: 3)) { try DeskFile(newer) }
        let other = folder.path("other.sqlite")
        try Self.execute("CREATE TABLE mine (x)", path: other)
        let reason = "it is the database of another program; give a file of its own"
        #expect(throws: StoreError.corrupt(place: other, reason: reason)) { try DeskFile(other) }
        let text = folder.path("text.sqlite")
        try Data(repeating: 65, count: 5000).write(to: URL(fileURLWithPath: text))
        #expect(throws: StoreError.corrupt(place: text, reason: "file is not a database")) {
            try DeskFile(text)
        }
        let nowhere = folder.path("nowhere/desk.sqlite")
        let error = #expect(throws: StoreError.self) { try DeskFile(nowhere) }
        #expect(error?.description.contains(nowhere) == true)
    }

    @Test("says so when it is used after it was closed")
    func closed() async throws {
        let folder = try TemporaryFolder()
        let path = folder.path("desk.sqlite")
        let store = try SQLiteStore(path: path)
        try await store.close()
        await #expect(throws: StoreError.closed(place: path)) { try await store.version(of: "c1") }
        await #expect(throws: StoreError.closed(place: path)) {
            try await store.append([event], to: "c1", after: 0)
        }
    }

    private static func execute(_ sql: String, path: String) throws {
        _ = try AssistantDatabase(path: path, seed: sql)
    }
}
