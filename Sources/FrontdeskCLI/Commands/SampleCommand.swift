import ArgumentParser
import FrontdeskCompiler
import FrontdeskDialogue
import FrontdeskMatching

/// `frontdesk sample`: sentences that an intent's patterns accept.
struct SampleCommand: ParsableCommand {
    /// The most sentences of one call.
    static let limit = 10_000

    static let configuration = CommandConfiguration(
        commandName: "sample",
        abstract: "Show sentences that an intent's patterns accept.",
        discussion: """
            The shortest come first; with --seed they are drawn at random, the same ones each time. Entities are filled \
            with an example, rules and synonyms are written out, and gaps hold a few words.
              frontdesk sample order.status -a Intents/shop
              frontdesk sample order.status -n 100 --seed 1 -a Intents/shop
            """
    )

    @Argument(help: "The intent's name, such as order.status.")
    var intent: String

    @Option(name: .customShort("n"), help: "How many sentences at most.")
    var count = 20

    @Option(name: .shortAndLong, help: "The assistant's folder, or a bundle.")
    var assistant = "."

    @Option(help: "A whole number, from 0; another one draws other sentences.")
    var seed: UInt64?

    func validate() throws {
        guard (1...Self.limit).contains(count) else {
            throw ValidationError("-n takes 1 to \(Self.limit), not \(count)")
        }
    }

    func run() throws {
        let origin = try AssistantPlace(assistant)
        let matching = try AssistantLoader.definition(of: origin, consequence: "nothing was sampled").matching
        guard let definition = matching.intents.first(where: { $0.name == intent }) else {
            throw unknownIntent(origin, known: matching.intents.map(\.name))
        }
        guard !definition.patterns.isEmpty else {
            throw CommandFailure(
                message:
                    "the intent '\(intent)' has no patterns, only examples to learn from; nothing was sampled.",
                exitCode: 1
            )
        }
        let sampler = IntentSampler(matching)
        let sentences =
            seed.map { sampler.drawn(from: definition, limit: count, seed: $0) }
            ?? sampler.shortest(of: definition, limit: count)
        guard !sentences.isEmpty else {
            throw CommandFailure(
                message: "the patterns of '\(intent)' need an entity that has no example; "
                    + "add 'example: …' to its entity type.",
                exitCode: 1
            )
        }
        Terminal.write(sentences.joined(separator: "\n") + "\n")
    }

    private func unknownIntent(_ origin: AssistantPlace, known: [String]) -> CommandFailure {
        let own = known.filter { !$0.hasPrefix("control.") }
        let help =
            if let near = Spelling.nearest(to: intent, among: known) {
                "did you mean '\(near)'?"
            } else if !own.isEmpty, own.count <= 12 {
                "it has \(own.joined(separator: ", "))."
            } else {
                "the intents stand under 'intents' in its files."
            }
        return CommandFailure(message: "\(origin.path) has no intent '\(intent)'; \(help)")
    }
}
