import FrontdeskDialogue
import FrontdeskMatching

extension Fault {
    /// At least one for each proof, in their order, that a conversation shows.
    static let all: [Fault] = [
        Fault(
            name: "the words for a human are never understood",
            proof: "human",
            message: "asking for a human twice gets nobody",
            words: .patternsAlone,
            change: { assistant in
                guard
                    let code = assistant.matching.entityTypes.firstIndex(where: { $0.name == "order_number" })
                else { return }
                assistant.matching.entityTypes[code].example = "zorp glimm wubble"
                assistant.change(intent: Control.human.intentName) { human in
                    human.patterns = [
                        Pattern(source: "{order_number}", root: .entity("order_number", role: nil))
                    ]
                    human.examples = []
                }
            }
        ),
        Fault(
            name: "a state waits and has asked nothing",
            proof: "dead_end",
            message: "in delayed_order/tell the desk waits and has asked nothing",
            change: { $0.change("delayed_order", "tell") { $0.step = .go(Transition(target: .stay)) } }
        ),
        Fault(
            name: "a question that is asked without end",
            proof: "cycles",
            message: "in report_damage/slots a customer who is never understood",
            change: { assistant in
                assistant.confidence.reprompt = 0
                assistant.change("report_damage", slot: "order_number") { $0.attempts = 1000 }
            }
        ),
        Fault(
            name: "an outcome that nothing handles",
            proof: "outcomes",
            message: "in report_damage/look_up the outcome 'not_sent' of reports.order",
            change: { assistant in
                assistant.change("report_damage", "look_up") { state in
                    state.handlers.removeAll { $0.trigger == .outcome("not_sent") }
                }
            }
        ),
        Fault(
            name: "a text says a slot that was just forgotten",
            proof: "slots",
            message: "report_damage/confirm says 'order_number', which may have no value there",
            change: { assistant in
                assistant.change("report_damage", slot: "order_number") { $0.isAsked = false }
                assistant.change("report_damage", "look_up") { $0.clear = ["order_number"] }
            }
        ),
        Fault(
            name: "a ticket without what its reason requires",
            proof: "packet",
            message: "a ticket for 'safety'",
            change: { assistant in
                assistant.handoff.routes.removeAll { $0.reason == .safety }
                assistant.handoff.routes.append(.init(reason: .safety, requires: [.slot("order_number")]))
            }
        ),
        Fault(
            name: "a promise to a number that nobody knows",
            proof: "promises",
            message: "it is not known how the customer hears of it",
            change: { assistant in
                assistant.change("report_damage", "report", outcome: "done") {
                    $0.promise?.route = .path(FieldPath(root: "customer", field: "phone"))
                }
            }
        ),
        Fault(
            name: "a question for an address that is known",
            proof: "known",
            message: "report_damage asks for email, but the customer's e-mail address is known",
            change: { $0.change("report_damage", slot: "email") { $0.prefill = nil } }
        ),
        Fault(
            name: "a question that nothing leads to",
            proof: "reachable",
            message: "nothing that customers say or press leads to payment.instalments",
            words: .patternsAlone,
            change: { assistant in
                assistant.change(intent: "payment.instalments") { intent in
                    intent.patterns = []
                    intent.examples = []
                }
            }
        ),
        Fault(
            name: "a state that nothing leads to",
            proof: "reachable",
            message: "nothing leads to the state report_damage/lost",
            isUnshown: true,
            change: { assistant in
                assistant.change(flow: "report_damage") {
                    $0.states.append(State(name: "lost", step: .go(Transition(target: .end(.resolved)))))
                }
            }
        ),
        Fault(
            name: "a way to a human that is told twice",
            proof: "handoff_text",
            message: "the way to a human from report_damage/report tells the customer in 2 texts",
            change: { assistant in
                let text = (try? Template(parsing: "A colleague takes over.")).map {
                    Response(variants: [$0])
                }
                assistant.change("report_damage", "report", outcome: "failed") { $0.say = text }
            }
        ),
        Fault(
            name: "an example that another intent's pattern takes",
            proof: "own_phrases",
            message: "'do you sell gift cards', from the example of store.location",
            words: .changed,
            change: { assistant in
                assistant.change(intent: "store.location") {
                    $0.examples.append(Example("do you sell gift cards"))
                }
            }
        ),
        Fault(
            name: "two patterns for the same sentence",
            proof: "overlap",
            message: "overlap: ",
            words: .changed,
            change: { assistant in
                let taken = assistant.matching.intents.first { $0.name == "gift.cards" }?.patterns ?? []
                assistant.change(intent: "store.location") { $0.patterns += taken }
            }
        ),
    ]
}
