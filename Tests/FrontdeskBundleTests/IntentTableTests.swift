@testable import FrontdeskBundle
import FrontdeskDialogue
import FrontdeskMatching
import Testing

@Suite("The intents of a bundle")
struct IntentTableTests {
    /// So many intents with names that collide in the table of names, and two that share one.
    private static func intents(_ count: Int) -> IntentList {
        IntentList(
            (0..<count).map { number in
                let effect: Intent.Effect =
                    number % 3 == 0
                    ? .flow("flow \(number)")
                    : .answer(Response(variants: [Template(text: "answer \(number) ü")]))
                return Intent(
                    name: number == 5 ? "intent.4" : "intent.\(number)",
                    title: "Title \(number % 2)",
                    titles: ["es": "Título", "de": "Titel"],
                    effect: effect
                )
            }
        )
    }

    private static func read(_ intents: IntentList) throws -> IntentList {
        let table = try IntentTable(BundleBytes(try IntentTable.bytes(of: intents)))
        try table.verify()
        return IntentList(reading: BundledIntents(table))
    }

    @Test("are the same as those at hand, by place and by name", arguments: [0, 1, 2, 7, 300])
    func equality(_ count: Int) throws {
        let intents = Self.intents(count)
        let read = try Self.read(intents)
        #expect(read.count == count && Array(read) == Array(intents))
        #expect(read == intents && read.hashValue == intents.hashValue)
        for name in intents.map(\.name) + ["", "intent", "intent.99999"] {
            #expect(read.named(name) == intents.named(name))
            #expect(read.named(name) == read.named(name))
        }
    }

    @Test("are written to the same bytes, whether read or at hand")
    func determinism() throws {
        let intents = Self.intents(40)
        let bytes = try IntentTable.bytes(of: intents)
        #expect(try IntentTable.bytes(of: Self.read(intents)) == bytes)
    }

    @Test("can be changed like those at hand")
    func changes() throws {
        var (read, intents) = (try Self.read(Self.intents(9)), Self.intents(9))
        let kept = read
        read.removeAll { $0.startsFlow }
        intents.removeAll { $0.startsFlow }
        #expect(read == intents && read.count == 6 && kept.count == 9)
        read[0].title = "Another"
        #expect(read[0].title == "Another" && read != intents && kept[1].title == "Title 1")
    }

    @Test("are refused when a line of the table is wrong, or lead to a human where nothing was checked")
    func lies() throws {
        let intents = Self.intents(12)
        let bytes = try IntentTable.bytes(of: intents)
        /// Changes to a line: which number of it, and to what.
        let lies: [(field: Int, value: UInt32)] = [
            (0, 0), (0, .max), (0, UInt32(bytes.count)), (1, .max), (1, 0), (2, 7), (2, 1),
        ]
        for (field, value) in lies {
            var changed = bytes
            let line = 8 + 12 * 4 + 4 * field
            for byte in 0..<4 { changed[line + byte] = UInt8(truncatingIfNeeded: value >> UInt32(8 * byte)) }
            let table = try IntentTable(BundleBytes(changed))
            let error = #expect(throws: BundleError.self) { try table.verify() }
            guard case .malformed("list of intents", _)? = error else {
                Issue.record("\(field) \(value): \(String(describing: error))")
                continue
            }
            let read = IntentList(reading: BundledIntents(table))
            #expect(read[3] == intents[3])
            if case .handoff = read[4].effect { continue }
            #expect(read[4].effect == intents[4].effect)
        }
    }

    @Test("are read by many threads at once")
    func threads() async throws {
        let intents = Self.intents(200)
        let read = try Self.read(intents)
        await withTaskGroup(of: Bool.self) { group in
            for task in 0..<8 {
                group.addTask {
                    (0..<200).allSatisfy { read[($0 * 7 + task) % 200] == intents[($0 * 7 + task) % 200] }
                }
            }
            for await isEqual in group { #expect(isEqual) }
        }
    }
}
