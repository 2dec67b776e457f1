import FrontdeskDialogue
import FrontdeskMatching
import FrontdeskTesting

/// Intents that only go by another name: what customers say for them, or what they read, is mostly the same.
struct IntentRenames {
    /// The share of sentences that both have, from which one is taken for the other.
    private static let alike = 0.5

    private(set) var pairs: [AssistantDifferences.Renamed] = []

    init(from old: Assistant, to new: Assistant) {
        let before = Set(old.intents.map(\.name))
        let after = Set(new.intents.map(\.name))
        let gone = old.intents.filter { !after.contains($0.name) }
        let come = new.intents.filter { !before.contains($0.name) }
        guard !gone.isEmpty, !come.isEmpty else { return }
        let taught = (Self.sentences(old), Self.sentences(new))
        var likeliest: [(share: Double, old: Int, new: Int)] = []
        for (o, one) in gone.enumerated() {
            for (n, other) in come.enumerated() {
                let first = taught.0[one.name] ?? []
                let second = taught.1[other.name] ?? []
                let all = Double(first.union(second).count)
                var share = all > 0 ? Double(first.intersection(second).count) / all : 0
                // Two that lead to the same are one, however they are taught now.
                if one.effect == other.effect { share = max(share, Self.alike) }
                if share >= Self.alike { likeliest.append((share, o, n)) }
            }
        }
        var taken: (Set<Int>, Set<Int>) = ([], [])
        for found in likeliest.sorted(by: { ($1.share, $0.old, $0.new) < ($0.share, $1.old, $1.new) })
        where !taken.0.contains(found.old) && !taken.1.contains(found.new) {
            taken.0.insert(found.old)
            taken.1.insert(found.new)
            pairs.append(.init(old: gone[found.old].name, new: come[found.new].name))
        }
    }

    /// What each intent is taught with, in all languages.
    private static func sentences(_ assistant: Assistant) -> [String: Set<String>] {
        var sentences: [String: Set<String>] = [:]
        for definition in [assistant.matching] + assistant.translations.map(\.matching) {
            for intent in definition.intents {
                sentences[intent.name, default: []].formUnion(
                    intent.patterns.map(\.source) + intent.examples.map(\.text)
                )
            }
        }
        return sentences
    }

    /// The assistant with the new names.
    func renaming(_ assistant: Assistant) -> Assistant {
        guard !pairs.isEmpty else { return assistant }
        let names = Dictionary(pairs.map { ($0.old, $0.new) }) { first, _ in first }
        var renamed = assistant
        renamed.intents = IntentList(
            assistant.intents.map { intent in
                var intent = intent
                intent.name = names[intent.name] ?? intent.name
                intent.suggests = intent.suggests.map { names[$0] ?? $0 }
                return intent
            }
        )
        Self.rename(&renamed.matching, names)
        for place in renamed.translations.indices {
            Self.rename(&renamed.translations[place].matching, names)
        }
        for spot in Spots(assistant: assistant).handlerLists {
            spot.edit(&renamed) { handlers in
                for place in handlers.indices {
                    guard case .intent(let name) = handlers[place].trigger, let new = names[name] else {
                        continue
                    }
                    handlers[place].trigger = .intent(new)
                }
            }
        }
        return renamed
    }

    private static func rename(_ definition: inout MatcherDefinition, _ names: [String: String]) {
        for place in definition.intents.indices {
            guard let name = names[definition.intents[place].name] else { continue }
            definition.intents[place].name = name
        }
    }
}
