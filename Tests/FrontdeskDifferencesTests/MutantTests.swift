import FrontdeskCompiler
import FrontdeskDialogue
import FrontdeskDifferences
import FrontdeskMutation
import Testing

@Suite("Every way to break the shop")
struct MutantTests {
    @Test("Each mutant of the shop is told as a change that customers may notice, in one group at least")
    func mutants() throws {
        let shop = try compiled(try Shop.sources())
        let mutants = Mutants(shop).all
        #expect(mutants.count > 1_500)
        var kinds: Set<String> = []
        for mutant in mutants {
            kinds.insert(mutant.kind.rawValue)
            let changed = mutant.changed(shop)
            #expect(changed != shop, "\(mutant.kind) \(mutant.summary) changes nothing")
            let changes = try AssistantDifferences(from: shop, to: changed).changes
            #expect(
                changes.contains { $0.isNoticeable && $0.group != .other },
                "\(mutant.kind.rawValue): \(mutant.summary): \(changes)"
            )
        }
        #expect(kinds.count == MutationOperator.allCases.count, "the shop has something for every operator")
    }

    @Test("The shop is the same as itself, and as its files in another order")
    func same() throws {
        let sources = try Shop.sources()
        let shop = try compiled(sources)
        let itself = try AssistantDifferences(from: shop, to: shop)
        #expect(itself.changes.isEmpty)
        let reversed = sources.reversed().enumerated().map { number, source in
            let language = source.path.contains(".es.") ? ".es" : ""
            let stem = source.path.split(separator: ".").first.map(String.init) ?? source.path
            let isHead = stem == "assistant"
            return SourceFile(
                path: isHead
                    ? source.path : "\(number < 18 ? "a" : "b")/\(Self.turned(stem))\(language).yaml",
                bytes: source.bytes
            )
        }
        let moved = try AssistantDifferences(from: shop, to: try compiled(Array(reversed)))
        #expect(moved.changes.filter(\.isNoticeable).map(\.summary) == [])
        #expect(!moved.changes.isEmpty, "the order of the intents is another one")
    }

    /// A file's name from behind, so that files are read in another order.
    private static func turned(_ name: String) -> String { "x" + String(name.reversed()) }
}
