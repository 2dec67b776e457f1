import FrontdeskDialogue
import FrontdeskTesting

/// Other things are said, and other people are asked.
extension Mutants {
    mutating func changeAnswers() {
        let answers = assistant.intents.enumerated().compactMap { number, intent -> (Int, Response)? in
            if case .answer(let response) = intent.effect { (number, response) } else { nil }
        }
        for (i, intent) in assistant.intents.enumerated() {
            let place = ["intents", intent.name]
            func add(
                _ kind: MutationOperator,
                _ summary: String,
                _ key: String,
                _ change: @escaping @Sendable (inout Intent) -> Void
            ) {
                self.add(
                    kind,
                    summary,
                    at: place + [key],
                    reach: .intent(intent.name),
                    .dialogue { change(&$0.intents[i]) }
                )
            }
            if let own = answers.firstIndex(where: { $0.0 == i }), answers.count > 1 {
                let other = answers[(own + 1) % answers.count]
                let name = assistant.intents[other.0].name
                add(.swapAnswer, "\(intent.name) answers as \(name) does", "answer") {
                    $0.effect = .answer(other.1)
                }
            }
            for suggested in intent.suggests {
                add(.dropSuggestion, "\(intent.name) does not offer \(suggested)", "suggests") {
                    $0.suggests.removeAll { $0 == suggested }
                }
            }
            for need in intent.needs {
                add(.dropNeed, "\(intent.name) does not need \(need.rawValue)", "needs") {
                    $0.needs.removeAll { $0 == need }
                }
            }
        }
        for (a, action) in assistant.actions.enumerated() where action.needs != nil {
            add(
                .dropNeed,
                "\(action.name) needs nothing of the customer",
                at: ["actions", action.name, "needs"],
                reach: .everything,
                .dialogue { $0.actions[a].needs = nil }
            )
        }
        changeWordings()
        changeTexts()
        changeQueues()
    }

    /// Wordings for a condition or a tone, in each language.
    private mutating func changeWordings() {
        for spot in spots.responses {
            var versions: [(language: String, response: Response)] = [(assistant.languages[0], spot.part)]
            versions += spot.part.translations.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
            for (language, response) in versions {
                guard let terms = response.terms, terms.count == response.variants.count else { continue }
                let isFirst = language == assistant.languages[0]
                let edit = spot.edit
                var seen: Set<VariantTerms> = []
                for term in terms where (term.when != nil || term.tone != nil) && seen.insert(term).inserted {
                    let rest = terms.indices.filter { terms[$0] != term }
                    guard !rest.isEmpty else { continue }
                    let what = term.tone.map { "the tone \($0)" } ?? "condition \(seen.count)"
                    func change(_ change: @escaping @Sendable (inout Response) -> Void) -> Mutant.Change {
                        .dialogue { assistant in
                            edit(&assistant) { whole in
                                guard !isFirst else { return change(&whole) }
                                guard var own = whole.translations[language] else { return }
                                change(&own)
                                whole.translations[language] = own
                            }
                        }
                    }
                    add(
                        .dropWording,
                        "\(spot.name) has no wording for \(what)",
                        at: spot.place,
                        language: language,
                        reach: spot.reach,
                        change { response in
                            response.variants = rest.map { response.variants[$0] }
                            response.terms = rest.map { terms[$0] }
                        }
                    )
                    guard let when = term.when else { continue }
                    add(
                        .negateGuard,
                        "\(what) of \(spot.name) is turned round",
                        at: spot.place,
                        language: language,
                        reach: spot.reach,
                        change { response in
                            response.terms = terms.map { other in
                                other.when == when ? VariantTerms(when: .not(when), tone: other.tone) : other
                            }
                        }
                    )
                }
            }
        }
    }

    /// The desk's own sentences in the assistant's words.
    private mutating func changeTexts() {
        let first = assistant.languages[0]
        var versions: [(language: String, texts: [DeskText: Response])] = [(first, assistant.texts.overrides)]
        versions += assistant.texts.translations.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
        for (language, texts) in versions {
            for text in DeskText.allCases where text != .greeting && texts[text] != nil {
                add(
                    .dropText,
                    "\(text.rawValue) is said in the engine's words",
                    at: ["texts", text.rawValue],
                    language: language,
                    reach: .everything,
                    .dialogue { assistant in
                        if language == first {
                            assistant.texts.overrides[text] = nil
                        } else {
                            assistant.texts.translations[language]?[text] = nil
                        }
                    }
                )
            }
        }
    }

    private mutating func changeQueues() {
        for (r, route) in assistant.handoff.routes.enumerated() {
            add(
                .dropRoute,
                "nothing is said of tickets for \(route.reason.rawValue)",
                at: ["handoff", "reasons", route.reason.rawValue],
                reach: .handoff,
                .dialogue { $0.handoff.routes.remove(at: r) }
            )
        }
        for (q, queue) in assistant.queues.enumerated() where queue.calendar != nil {
            add(
                .dropHours,
                "\(queue.name) is always open",
                at: ["queues", queue.name],
                reach: .everything,
                .dialogue { $0.queues[q].calendar = nil }
            )
        }
        for (f, flow) in assistant.flows.enumerated() where flow.queue != nil {
            add(
                .swapQueue,
                "\(flow.name) has no queue of its own",
                at: ["flows", flow.name, "queue"],
                reach: .flow(flow.name),
                .dialogue { $0.flows[f].queue = nil }
            )
        }
    }
}
