import FrontdeskDialogue

/// `stay`, `pass` and `resume` stand where they mean something.
enum TargetPlaces: Check {
    static func run(_ program: Program, _ names: Names, _ report: Reporter) {
        let resolution = TriggerResolution(names: names)
        for handler in program.handlers + program.anywhere {
            check(handler, resolution.trigger(handler), report)
        }
        for flow in program.flows {
            for handler in flow.handlers + flow.slots.flatMap(\.handlers) {
                check(handler, resolution.trigger(handler), report)
            }
            for slot in flow.slots { refuse(slot.otherwise, report) }
            for state in flow.states {
                for handler in state.handlers {
                    check(handler, resolution.trigger(handler, in: state), report)
                }
                switch state.step {
                case .go(let transition): refuse(transition, report)
                case .ask(let question): refuse(question.otherwise, report)
                default: break
                }
            }
            for transition in flow.transitions { checkHistory(transition, flow, report) }
        }
    }

    private static func check(
        _ handler: HandlerDeclaration,
        _ trigger: Handler.Trigger?,
        _ report: Reporter
    ) {
        for branch in handler.transition.branches {
            switch (branch.target, trigger) {
            case (.stay, .outcome), (.stay, .yes), (.stay, .no), (.stay, .choice): refuse(branch, report)
            default: break
            }
        }
    }

    private static func refuse(_ transition: TransitionDeclaration?, _ report: Reporter) {
        for branch in transition?.branches ?? [] { refuseOne(branch, report) }
    }

    private static func refuseOne(_ transition: TransitionDeclaration, _ report: Reporter) {
        let word: String
        switch transition.target {
        case .stay: word = "stay"
        case .pass: word = "pass"
        default: return
        }
        report.report(
            .misplacedTarget,
            transition.place,
            "'\(word)' leads nowhere, so the flow could not go on from here",
            help: word == "stay"
                ? "it is meant for intents, entity types, events and silences; write a state to go to"
                : "it is meant for handlers that switch off an outer one; write a state to go to"
        )
    }

    private static func checkHistory(
        _ transition: TransitionDeclaration,
        _ flow: FlowDeclaration,
        _ report: Reporter
    ) {
        guard case .history(let name) = transition.target, let state = flow.position(of: name.text),
            flow.substates(of: state).isEmpty
        else { return }
        report.report(
            .noSubstates,
            name.place,
            "'\(flow.states[state].path)' has no substates, so there is none to resume",
            help: "write '\(flow.states[state].name.text)' alone"
        )
    }
}
