import Frontdesk
import FrontdeskDialogue
import FrontdeskMatching
import FrontdeskSQLite
import Testing

@Suite("SQL actions")
struct SQLiteActionsTests {
    private func definition(_ sql: String, _ mode: ActionDefinition.Mode = .read) -> ActionDefinition {
        ActionDefinition(
            name: "a",
            kind: .sql(statement: sql, mode: mode),
            takes: ["x"],
            outcomes: ["failed"]
        )
    }

    private func run(
        _ actions: any ActionRunner,
        _ sql: String,
        _ value: Value = .none,
        mode: ActionDefinition.Mode = .read,
        key: String = "c/1/1"
    ) async -> ActionResult {
        let request = ActionRequest(key: key, action: "a", arguments: Record([.init("x", value)]))
        return await actions.run(request, as: definition(sql, mode))
    }

    private func shop() throws -> SQLiteActions {
        SQLiteActions(try AssistantDatabase(seed: CornerShop.seed))
    }

    @Test(
        "A statement that the database does not take is told without being run",
        arguments: [
            ("SELECT name FROM things WHERE id = :id", nil),
            ("DELETE FROM things", nil),
            ("SELECT nme FROM things", "no such column: nme"),
            ("SELECT name FROM thing", "no such table: thing"),
            ("SELEC name FROM things", "near \"SELEC\": syntax error"),
        ] as [(String, String?)]
    )
    func objections(statement: String, objection: String?) throws {
        let script = "CREATE TABLE things (id INTEGER, name TEXT); INSERT INTO things VALUES (1, 'one')"
        let folder = try TemporaryFolder()
        let path = folder.path("things.sqlite")
        _ = try AssistantDatabase(path: path, seed: script)
        for database in [try AssistantDatabase(seed: script), try AssistantDatabase(reading: path)] {
            #expect(database.objection(to: statement) == objection)
            #expect(database.objection(to: "SELECT name FROM things") == nil)
        }
    }

    @Test("bind every value, whatever is in it")
    func injection() async throws {
        let actions = try shop()
        let sql = "SELECT status FROM orders WHERE number = :x"
        let evil = await run(actions, sql, .text("'; DROP TABLE orders; --"))
        #expect(evil.outcome == "missing")
        let found = await run(actions, sql, .text("A-10021"))
        #expect(found.outcome == "found")
        #expect(found.record == Record([.init("status", .text("open"))]))
    }

    @Test(
        "take and give each kind of value",
        arguments: [
            (Value.text("ä"), Value.text("ä")), (.number(3), .number(3)), (.number(2.5), .number(2.5)),
            (.boolean(true), .number(1)), (.none, .none),
            (.money(Money(minorUnits: 1999, currency: "EUR")), .number(1999)),
            (.date(CivilDate(year: 2026, month: 11, day: 2)), .text("2026-11-02")),
            (.time(TimeOfDay(hour: 9, minute: 5)), .text("09:05")),
            (.instant(1_795_000_000_000), .number(1_795_000_000_000)),
        ]
    )
    func values(given: Value, expected: Value) async throws {
        let result = await run(try shop(), "SELECT :x AS y", given)
        #expect(result.record?["y"] == expected)
    }

    @Test("let a column name the outcome, and keep it out of the record")
    func namedOutcome() async throws {
        let result = await run(try shop(), "SELECT 'late' AS outcome, 4 AS days WHERE :x IS NULL")
        #expect(result.outcome == "late")
        #expect(result.record == Record([.init("days", .number(4))]))
    }

    @Test("write once for each request, however often it is run")
    func writesOnce() async throws {
        let database = try AssistantDatabase(
            seed: "CREATE TABLE counts (n INTEGER); INSERT INTO counts VALUES (0)"
        )
        let actions = SQLiteActions(database)
        let sql = "UPDATE counts SET n = n + :x"
        for _ in 0..<3 {
            #expect(await run(actions, sql, .number(1), mode: .write, key: "c/1/1/s").outcome == "done")
        }
        #expect(await run(actions, "SELECT n FROM counts WHERE :x IS NULL").record?["n"] == .number(1))
        #expect(await run(actions, sql, .number(1), mode: .write, key: "c/2/1/s").outcome == "done")
        #expect(await run(actions, "SELECT n FROM counts WHERE :x IS NULL").record?["n"] == .number(2))
        await actions.forget(conversation: "c")
        let rows = await run(actions, "SELECT count(*) AS n FROM frontdesk_runs WHERE :x IS NULL")
        #expect(rows.record?["n"] == .number(0))
    }

    @Test("tell whether a write changed anything, and give what it returns")
    func writeOutcomes() async throws {
        let actions = try shop()
        let sql = "UPDATE orders SET status = 'cancelled' WHERE number = :x RETURNING number"
        let none = await run(actions, sql, .text("A-1"), mode: .write, key: "c/1/1")
        #expect(none.outcome == "unchanged")
        let done = await run(actions, sql, .text("A-10021"), mode: .write, key: "c/2/1")
        #expect(done.outcome == "done")
        #expect(done.record?["number"] == .text("A-10021"))
        // Asked again, they give what they gave: no second write would find anything to change, or return no row.
        #expect(await run(actions, sql, .text("A-10021"), mode: .write, key: "c/1/1") == none)
        #expect(await run(actions, sql, .text("A-1"), mode: .write, key: "c/2/1") == done)
    }

    @Test("write on when the record of what was written was thrown away")
    func recordDropped() async throws {
        let database = try AssistantDatabase(
            seed: "CREATE TABLE counts (n INTEGER); INSERT INTO counts VALUES (0)"
        )
        let actions = SQLiteActions(database)
        let sql = "UPDATE counts SET n = n + :x"
        #expect(await run(actions, sql, .number(1), mode: .write, key: "c/1/1").outcome == "done")
        let dropped = await run(actions, "DROP TABLE frontdesk_runs", mode: .write, key: "c/2/1")
        #expect(dropped.outcome == "failed")
        #expect(await run(actions, "SELECT n FROM counts WHERE :x IS NULL").record?["n"] == .number(1))
        #expect(await run(actions, sql, .number(1), mode: .write, key: "c/3/1").outcome == "done")
        #expect(await run(actions, "SELECT n FROM counts WHERE :x IS NULL").record?["n"] == .number(2))
    }

    @Test(
        "fail with a reason when the database refuses",
        arguments: [
            ("SELECT status FROM nowhere WHERE 1 = :x", ActionDefinition.Mode.read, "no such table: nowhere"),
            ("DELETE FROM orders WHERE number = :x", .read, "mode: write"),
            ("SELECT status FROM orders WHERE number = :y", .read, "y"),
            ("INSERT INTO orders VALUES ('A-10021', :x)", .write, "constraint failed"),
        ]
    )
    func refusals(sql: String, mode: ActionDefinition.Mode, reason: String) async throws {
        let result = await run(try shop(), sql, .text("z"), mode: mode)
        #expect(result.outcome == "failed")
        #expect(result.failure?.contains(reason) == true, "\(result.failure ?? "")")
    }

    @Test("of a failed write leave nothing, and run it again when it is asked for again")
    func failedWrite() async throws {
        let actions = try shop()
        let sql = "INSERT INTO orders VALUES (:x, 'open')"
        #expect(await run(actions, sql, .text("A-10021"), mode: .write).outcome == "failed")
        _ = await run(actions, "DELETE FROM orders WHERE :x IS NULL", mode: .write, key: "c/9/9")
        #expect(await run(actions, sql, .text("A-10021"), mode: .write).outcome == "done")
    }

    @Test("work on a file that a script made once")
    func seededFile() async throws {
        let folder = try TemporaryFolder()
        let path = folder.path("data/shop.sqlite")
        let first = SQLiteActions(try AssistantDatabase(path: path, seed: CornerShop.seed))
        let delete = "DELETE FROM orders WHERE number = :x"
        #expect(await run(first, delete, .text("A-10021"), mode: .write).outcome == "done")
        let second = SQLiteActions(try AssistantDatabase(path: path, seed: CornerShop.seed))
        let count = await run(second, "SELECT count(*) AS n FROM orders WHERE :x IS NULL")
        #expect(count.record?["n"] == .number(1))
        #expect(throws: AssistantDatabaseError.missing(path: folder.path("none"))) {
            try AssistantDatabase(path: folder.path("none"))
        }
        let broken = #expect(throws: AssistantDatabaseError.self) {
            try AssistantDatabase(path: folder.path("broken"), seed: "CREATE TABLE a (x); CREATE NONSENSE")
        }
        #expect(broken?.description.contains(folder.path("broken")) == true)
        #expect(throws: AssistantDatabaseError.missing(path: folder.path("broken"))) {
            try AssistantDatabase(path: folder.path("broken"))
        }
    }

    @Test("work on copies that know nothing of each other")
    func copies() async throws {
        let template = try AssistantDatabase(seed: CornerShop.seed)
        let one = SQLiteActions(try template.copy())
        let two = SQLiteActions(try template.copy())
        _ = await run(one, "DELETE FROM orders WHERE :x IS NULL", mode: .write)
        let count = "SELECT count(*) AS n FROM orders WHERE :x IS NULL"
        #expect(await run(one, count).record?["n"] == .number(0))
        #expect(await run(two, count).record?["n"] == .number(2))
    }

    @Test("work on a copy that is made with the first of them, and leave the original alone")
    func copiedAtFirst() async throws {
        let template = try AssistantDatabase(seed: CornerShop.seed)
        let one = CopiedActions(of: template)
        let two = CopiedActions(of: template)
        _ = await run(one, "DELETE FROM orders WHERE :x IS NULL", mode: .write)
        let count = "SELECT count(*) AS n FROM orders WHERE :x IS NULL"
        #expect(await run(one, count).record?["n"] == .number(0))
        #expect(await run(two, count).record?["n"] == .number(2))
        #expect(await run(SQLiteActions(template), count).record?["n"] == .number(2))
    }

    @Test("serve a whole conversation over one file for the desk and one for the shop")
    func wholeDesk() async throws {
        let folder = try TemporaryFolder()
        let file = try DeskFile(folder.path("desk.sqlite"))
        let data = try AssistantDatabase(path: folder.path("shop.sqlite"), seed: CornerShop.seed)
        let desk = try CornerShop.desk(
            store: SQLiteStore(file),
            queue: SQLiteQueue(file),
            actions: ActionRegistry(others: SQLiteActions(data))
        )
        var texts: [String] = []
        for text in ["where is my order A-10022", "cancel my order A-10021", "yes", "human"] {
            texts += try await desk.receive(Message(text, conversation: "c1")).texts
        }
        #expect(texts.contains("Order A-10022 is sent."))
        #expect(texts.contains("Order A-10021 is cancelled."))
        #expect(try await desk.queue.tickets(in: "care", at: 0).map(\.id) == ["c1/h1"])
    }

    @Test("write anew for a store that was made anew, under the same conversation")
    func newStore() async throws {
        let folder = try TemporaryFolder()
        let data = try AssistantDatabase(path: folder.path("shop.sqlite"), seed: CornerShop.seed)
        var stores: [any EventStore] = [InMemoryStore(), InMemoryStore()]
        for name in ["a", "b"] { stores.append(try SQLiteStore(path: folder.path(name))) }
        for (number, store) in stores.enumerated() {
            let order = "A-2000\(number)"
            let insert = "INSERT INTO orders VALUES (:x, 'open')"
            let key = "other/\(number)/1/s"
            #expect(
                await run(SQLiteActions(data), insert, .text(order), mode: .write, key: key).outcome == "done"
            )
            let desk = try CornerShop.desk(store: store, actions: SQLiteActions(data))
            _ = try await desk.receive(Message("cancel my order \(order)", conversation: "c1"))
            #expect(
                try await desk.receive(Message("yes", conversation: "c1")).texts
                    == ["Order \(order) is cancelled."]
            )
            let found = await run(
                SQLiteActions(data),
                "SELECT status FROM orders WHERE number = :x",
                .text(order)
            )
            #expect(found.record?["status"] == .text("cancelled"))
        }
    }

    @Test("know a store that is opened again")
    func sameStore() throws {
        let folder = try TemporaryFolder()
        let first = try SQLiteStore(path: folder.path("a"))
        #expect(first.identity == (try SQLiteStore(path: folder.path("a"))).identity)
        #expect(first.identity != (try SQLiteStore(path: folder.path("b"))).identity)
        #expect(first.identity.count == 32)
    }
}
