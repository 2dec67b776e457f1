public import FrontdeskDialogue
public import FrontdeskMatching

/// How much of an assistant its transcripts reach.
public struct Coverage: Sendable, Hashable {
    /// A thing that can be reached.
    public struct Item: Sendable, Hashable {
        /// How far it was reached.
        public enum Outcome: String, Sendable, Hashable, Codable {
            case covered, missing
            /// A condition that held whenever it was asked, or never did.
            case alwaysHeld = "always_held"
            case neverHeld = "never_held"
        }

        /// What it is called, such as `track_order/tell`.
        public var name: String
        /// Where it stands in the files: the keys from the outside in; empty: it is no part of the files.
        public var place: [String]
        /// What stands there, where keys alone do not lead to its line.
        public var text: String?
        /// The language whose files it stands in; nil: the first.
        public var language: String?
        /// How far it was reached.
        public var outcome: Outcome
    }

    /// One kind of thing: what there is, and what was reached.
    public struct Part: Sendable, Hashable {
        /// What is counted, such as `intents`, `states` or `guards`.
        public var name: String
        /// How many were reached; each condition counts twice, once for each way.
        public var reached: Int
        /// How many there are.
        public var total: Int
        /// Those that were not, in the order of the assistant's files.
        public var missing: [String]
        /// All of them.
        public var items: [Item]

        init(_ name: String, _ items: [Item], bothWays: Bool = false) {
            var seen: Set<[String]> = []
            let items = items.filter { seen.insert([$0.name, $0.language ?? ""]).inserted }
            self.name = name
            self.items = items
            let weight = bothWays ? 2 : 1
            total = items.count * weight
            reached = items.reduce(0) { count, item in
                switch item.outcome {
                case .covered: count + weight
                case .alwaysHeld, .neverHeld: count + 1
                case .missing: count
                }
            }
            missing = items.compactMap { item in
                switch item.outcome {
                case .covered: nil
                case .missing: item.name
                case .alwaysHeld: "\(item.name): it always held"
                case .neverHeld: "\(item.name): it never held"
                }
            }
        }
    }

    /// The parts, from the widest to the narrowest.
    public var parts: [Part]

    /// Measures conversations.
    ///
    /// - Parameters:
    ///   - assistant: What the desk knows; the patterns are counted only of one as it was compiled.
    ///   - matcher: Its matcher.
    ///   - results: What came of playing its transcripts.
    ///   - engine: An assistant of the same languages without any files of its own, whose patterns are not counted.
    public init(
        of assistant: Assistant,
        matcher: Matcher,
        results: [TranscriptResult],
        besides engine: Assistant? = nil
    ) {
        var reach = CoverageReach()
        for result in results { reach.add(result) }
        reach.addPatterns(of: results, assistant, matcher)
        let list = CoverageList(assistant: assistant, engine: engine, reach: reach)
        parts = [
            Part("intents", list.intents), Part("states", list.states),
            Part("transitions", list.transitions), Part("responses", list.responses),
            Part("patterns", list.patterns), Part("guards", list.guards, bothWays: true),
            Part("handoff reasons", list.reasons), Part("decisions", list.decisions),
        ].filter { $0.total > 0 || !["patterns", "guards"].contains($0.name) }
    }
}
