import FrontdeskDialogue
import FrontdeskMatching
import FrontdeskTesting
import FrontdeskVerification
import Testing

/// One fault in the small desk, and the proof that must find it.
struct Fault: Sendable, CustomTestStringConvertible {
    var name: String
    /// The proof that fails.
    var proof: String
    /// What its message says.
    var message: String
    /// What is replaced in the files.
    var old = ""
    var new = ""
    /// What is changed in the compiled assistant, where the compiler would have none of it.
    var change: @Sendable (inout Assistant) -> Void = { _ in }
    /// Whether the matcher knows patterns alone.
    var isUntrained = false
    /// Whether nothing that a customer can do shows it.
    var isUnshown = false

    var testDescription: String { name }
}

@Suite("Faults that verify finds")
struct FaultTests {
    @Test("Everything holds of a desk without faults")
    func soundDesk() throws {
        let report = try verified(SmallDesk.assistant())
        #expect(report.findings.map(\.message) == [])
        #expect(report.proofs.count == 12)
        #expect(report.space.states == 16)
    }

    @Test("The same assistant gives the same report")
    func sameReport() throws {
        let assistant = try SmallDesk.assistant(
            replacing: "\"thanks [a lot]\"",
            by: "\"thanks [a lot]\", \"leave (a|the) note\""
        )
        #expect(try verified(assistant) == verified(assistant))
    }

    @Test("An intent without words is reached by its title where a classifier has learnt it")
    func learntTitle() throws {
        var assistant = try SmallDesk.assistant()
        Self.wordless(&assistant)
        let report = try verified(assistant)
        #expect(report.findings.map(\.message) == [])
    }

    @Test("Each fault is found, and its conversation shows it", arguments: Self.faults)
    func fault(_ fault: Fault) async throws {
        var assistant = try SmallDesk.assistant(replacing: fault.old, by: fault.new)
        fault.change(&assistant)
        let matcher =
            fault.isUntrained ? Matcher(assistant.matching, model: nil) : .training(assistant)
        let report = Verification(assistant: assistant, matcher: matcher).run()
        let proof = try #require(report.proofs.first { $0.name == fault.proof })
        let finding = try #require(
            proof.findings.first { $0.message.contains(fault.message) },
            "found: \(report.findings.map(\.message))"
        )
        guard !fault.isUnshown else {
            #expect(finding.transcript == nil)
            #expect(finding.unshown != nil)
            return
        }
        let text = try #require(finding.transcript)
        let reading = TranscriptFile(path: "found.transcript", text: text).reading()
        #expect(reading.errors.isEmpty, "\(reading.errors) in \(text)")
        let transcript = try #require(reading.transcripts.first)
        let result = await TranscriptRunner(assistant: assistant, matcher: matcher).run(transcript)
        #expect(!result.passed, "\(text)")
        // It fails where the fault shows, not on the way there.
        let last = transcript.steps.last?.line ?? 0
        #expect(result.differences.allSatisfy { $0.line >= last }, "\(result.differences)")
    }

    private func verified(_ assistant: Assistant) throws -> VerificationReport {
        Verification(assistant: assistant, matcher: .training(assistant)).run()
    }

    static let faults: [Fault] = [
        Fault(
            name: "the words for a human are never understood",
            proof: "human",
            message: "asking for a human twice gets nobody",
            change: { assistant in
                let human = assistant.matching.intents.firstIndex { $0.name == Control.human.intentName } ?? 0
                let pattern = Pattern(source: "{order_number}", root: .entity("order_number", role: nil))
                assistant.matching.intents[human].patterns = [pattern]
                assistant.matching.intents[human].examples = []
                assistant.matching.entityTypes[0].example = "zorp glimm wubble"
            },
            isUntrained: true
        ),
        Fault(
            name: "no words for a human",
            proof: "human",
            message: "nothing that a customer can say asks for a human",
            change: { $0.matching.intents.removeAll { $0.name == Control.human.intentName } },
            isUnshown: true
        ),
        Fault(
            name: "a state waits and has asked nothing",
            proof: "dead_end",
            message: "in late/tell the desk waits and has asked nothing",
            change: { assistant in
                change(&assistant, "late", "tell") { $0.step = .go(Transition(target: .stay)) }
            }
        ),
        Fault(
            name: "a circle in which what is known counts anew each time",
            proof: "cycles",
            message: "a customer can go round",
            old: "no: {say: \"Fine.\", end: cancelled}",
            new: "no: sure",
            change: { $0.handoff.loopLimit = 1000 }
        ),
        Fault(
            name: "a question that is asked without end",
            proof: "cycles",
            message: "in track/slots a customer who is never understood",
            change: { assistant in
                assistant.confidence.reprompt = 0
                assistant.flows[0].slots[0].attempts = 1000
            }
        ),
        Fault(
            name: "an outcome that nothing handles",
            proof: "outcomes",
            message: "in track/look_up the outcome 'missing' of orders.find",
            change: { assistant in
                change(&assistant, "track", "look_up") { state in
                    state.handlers.removeAll { $0.trigger == .outcome("missing") }
                }
            }
        ),
        Fault(
            name: "an outcome of a called flow that nothing handles",
            proof: "outcomes",
            message: "in broken/number the outcome 'unresolved' of find_number",
            change: { assistant in
                change(&assistant, "broken", "number") { state in
                    state.handlers.removeAll { $0.trigger == .outcome("unresolved") }
                }
            }
        ),
        Fault(
            name: "a text that says a slot which was just forgotten",
            proof: "slots",
            message: "track/tell says 'order_number', which may have no value there",
            change: { assistant in
                assistant.flows[0].slots[0].isAsked = false
                change(&assistant, "track", "look_up") { $0.clear = ["order_number"] }
            }
        ),
        Fault(
            name: "a ticket without what its reason requires",
            proof: "packet",
            message: "a ticket for 'safety' from danger/call does not say place",
            change: { assistant in
                change(&assistant, "danger", "call") { $0.clear = ["place"] }
            }
        ),
        Fault(
            name: "a reason that nothing gives",
            proof: "packet",
            message: "nothing hands over for 'vip'",
            old: "safety: {requires: place}",
            new: "{safety: {requires: place}, vip: {priority: 9}}",
            isUnshown: true
        ),
        Fault(
            name: "a promise to an address that nobody knows",
            proof: "promises",
            message: "it is not known how the customer hears of it",
            change: { assistant in
                change(&assistant, "broken", "report") {
                    $0.promise?.route = .path(FieldPath(root: "customer", field: "email"))
                }
            }
        ),
        Fault(
            name: "a question for an address that is known",
            proof: "known",
            message: "note asks for email, but the customer's e-mail address is known",
            old: "from: customer.email",
            new: "again: Which e-mail address is it from? It looks like ada@example.com."
        ),
        Fault(
            name: "a called flow asks for what its caller knows",
            proof: "known",
            message: "find_number asks for order_number, but broken, which called it, knows it",
            old: "      wish:\n",
            new: "      order_number: {ask: Which order?, otherwise: handoff}\n      wish:\n"
        ),
        Fault(
            name: "an intent without words",
            proof: "reachable",
            message: "nothing that customers say or press leads to thanks, not even its title",
            change: { wordless(&$0) },
            isUntrained: true
        ),
        Fault(
            name: "a state that nothing leads to",
            proof: "reachable",
            message: "nothing leads to the state late/lost",
            change: { assistant in
                assistant.flows[5].states.append(
                    State(name: "lost", step: .go(Transition(target: .end(.resolved))))
                )
            },
            isUnshown: true
        ),
        Fault(
            name: "a way to a human that is told twice",
            proof: "handoff_text",
            message: "the way to a human from track/tell tells the customer in 2 texts",
            old: "no: handoff\n  broken:",
            new: "no: {say: A colleague takes over., go: handoff}\n  broken:"
        ),
        Fault(
            name: "an example that another intent's pattern takes",
            proof: "own_phrases",
            message: "'it is dangerous', from the example of order.status: the customer is asked",
            old: "any news of my things]",
            new: "any news of my things, it is dangerous]"
        ),
        Fault(
            name: "two patterns for the same sentence",
            proof: "overlap",
            message: "overlap: ",
            old: "\"thanks [a lot]\"",
            new: "\"thanks [a lot]\", \"(leave|write) a note\""
        ),
        Fault(
            name: "two examples that are nearly the same",
            proof: "overlap",
            message: "share 86 % of their words",
            old: "patterns: [\"leave a note\"]",
            new: "patterns: [\"leave a note\"]\n    examples: [my stuff has not come yet now]",
            isUnshown: true
        ),
    ]

    private static func wordless(_ assistant: inout Assistant) {
        guard let place = assistant.matching.intents.firstIndex(where: { $0.name == "thanks" })
        else { return }
        assistant.matching.intents[place].patterns = []
        assistant.matching.intents[place].examples = []
    }

    private static func change(
        _ assistant: inout Assistant,
        _ flow: String,
        _ state: String,
        _ body: (inout State) -> Void
    ) {
        guard let place = assistant.flows.firstIndex(where: { $0.name == flow }),
            let inner = assistant.flows[place].states.firstIndex(where: { $0.name == state })
        else { return }
        body(&assistant.flows[place].states[inner])
    }
}
