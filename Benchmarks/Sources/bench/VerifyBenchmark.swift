import Frontdesk
import FrontdeskCompiler
import FrontdeskDialogue
import FrontdeskMatching
import FrontdeskVerification

/// How long it takes to prove everything of an assistant of any size.
struct VerifyBenchmark {
    /// How many states each flow has.
    static let statesPerFlow = 20

    /// Measures assistants with 200 and with 2,000 states.
    static func report() {
        for states in [200, 2000] { run(states: states) }
    }

    /// Measures an assistant with so many states, and prints a line.
    private static func run(states: Int) {
        let flows = states / statesPerFlow
        let sources = [
            SourceFile(path: "assistant.yaml", text: "assistant: generated\non: {failed: handoff}\n"),
            SourceFile(path: "flows.yaml", text: text(flows: flows)),
        ]
        guard let assistant = Compiler.compile(sources).assistant else {
            print("verify: the generated assistant does not compile")
            return
        }
        let matcher = Matcher.training(assistant)
        let clock = ContinuousClock()
        let start = clock.now
        let report = Verification(assistant: assistant, matcher: matcher).run()
        let seconds = (clock.now - start) / .seconds(1)
        let space = report.space
        print(
            "verify: \(space.states) states, \(space.transitions) transitions, \(space.situations) situations, "
                + "\(space.turns) turns: \(Int(seconds * 1000)) ms, \(report.findings.count) findings"
        )
    }

    /// Flows that ask, look something up, ask again and go on, each a chain of states.
    private static func text(flows: Int) -> String {
        var text = """
            actions:
              things.find: {custom: true, takes: [email], outcomes: [found, missing, failed]}
            intents:

            """
        for flow in 0..<flows {
            text +=
                "  topic\(flow): {title: Topic \(flow), patterns: [\"topic \(word(flow))\"], flow: flow\(flow)}\n"
        }
        text += "flows:\n"
        for flow in 0..<flows {
            text += """
                  flow\(flow):
                    title: topic \(flow)
                    slots:
                      email: {ask: \"Which address is it?\", from: customer.email, otherwise: handoff}
                    states:

                """
            for state in 0..<statesPerFlow {
                let next = state + 1 < statesPerFlow ? "step\(state + 1)" : "{end: resolved}"
                if state % 4 == 3 {
                    text +=
                        "      step\(state): {do: things.find(email), on: {found: \(next), missing: handoff}}\n"
                } else {
                    let question = "Question \(state) about \(word(flow))?"
                    text +=
                        "      step\(state): {ask: \"\(question)\", on: {yes: \(next), no: {end: cancelled}}}\n"
                }
            }
        }
        return text
    }

    private static func word(_ number: Int) -> String {
        let letters = Array("abcdefghijklmnopqrstuvwxyz")
        var rest = number
        var word = "q"
        for _ in 0..<3 {
            word.append(letters[rest % letters.count])
            rest /= letters.count
        }
        return word
    }
}
