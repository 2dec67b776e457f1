import FrontdeskCompiler
import Testing

@Suite("Checks of flows within flows")
struct HierarchyCheckTests {
    private func remarks(_ flows: String) -> [String] {
        let lines = flows.split(separator: "\n").map { "  \($0)" }.joined(separator: "\n")
        return FlowPlay.remarks("flows:\n\(lines)")
    }

    @Test(
        "One graph of all flows, through substates, calls, history and silences",
        arguments: [
            // Reaching states
            ("f: {states: {a: {states: {b: {end: resolved}}}}}", nil),
            (
                "f: {states: {a: {start: c, states: {b: {end: resolved}, c: {end: resolved}}}}}",
                "FD0049 nothing leads to the state 'a/b'"
            ),
            (
                "f: {states: {a: {go: c/d}, c: {states: {b: {go: d}, d: {end: resolved}}}}}",
                "FD0049 nothing leads to the state 'c/b'"
            ),
            ("f: {states: {a: {start: x, states: {b: {end: resolved}}}}}", "FD0011 unknown substate 'x'"),
            ("f: {states: {a: {states: {b: {go: far}}}, far: {end: resolved}}}", nil),
            (
                "f: {states: {a: {states: {b: {go: c}}}, d: {states: {c: {end: resolved}}}}}",
                "FD0011 unknown state 'c'"
            ),
            // Outcomes
            (
                "f: {slots: {n: {type: text, ask: n?}}, states: {a: {on: {missing: end}, states: {b: {do: find(n), on: {found: end}}}}}}",
                nil
            ),
            (
                "f: {slots: {n: {type: text, ask: n?}}, states: {a: {states: {b: {do: find(n), on: {found: end}}}}}}",
                "FD0048 in the state 'a/b' the outcome 'missing' leads nowhere"
            ),
            (
                "f: {states: {a: {call: g, on: {resolved: end}}}}\ng: {states: {b: {ask: b?, on: {yes: end, no: end(unresolved)}}}}",
                "FD0048 in the state 'a' the outcome 'unresolved' leads nowhere"
            ),
            (
                "f: {states: {a: {call: g, on: {resolved: end}}}}\ng: {states: {b: {ask: b?, on: {yes: end, no: end(cancelled)}}}}",
                nil
            ),
            (
                "f: {states: {a: {call: g, on: {lost: end}}}}\ng: {outcomes: lost, states: {b: {end: lost}}}",
                nil
            ),
            (
                "f: {states: {a: {call: g, on: {resolved: end}}}}\ng: {states: {b: {end: lost}}}",
                "FD0017 unknown end of a flow 'lost'"
            ),
            ("f: {states: {a: {on: {yes: end}, states: {b: {ask: b?, on: {no: end}}}}}}", nil),
            // Cycles
            (
                "f: {states: {a: {states: {b: {go: c}, c: {go: b}}}}}",
                "FD0050 these states go round without waiting for the customer: a/b → a/c → a/b"
            ),
            (
                "f: {states: {a: {call: g, on: {resolved: a}}}}\ng: {states: {b: {say: b, end: resolved}}}",
                "FD0050 these states go round without waiting for the customer: a → a"
            ),
            (
                "f: {states: {a: {call: g, on: {resolved: a, unresolved: end}}}}\ng: {states: {b: {ask: b?, on: {yes: end, no: end(unresolved)}}}}",
                nil
            ),
            (
                "f: {slots: {n: {type: text, ask: n?}}, states: {a: {call: g(n), on: {resolved: {clear: n, go: a}, unresolved: end}}}}\ng: {slots: {n: {type: text, ask: n?}}, states: {b: {do: find(n), on: {found: end, missing: end(unresolved)}}}}",
                nil
            ),
            (
                "f: {states: {a: {ask: a?, on: {yes: b, no: end}}, b: {states: {c: {go: resume(b)}}}}}",
                "FD0050 these states go round without waiting for the customer: b → b/c → b"
            ),
            (
                "f: {states: {a: {ask: a?, on: {yes: end, no: end}, after: {1m: {say: Hm?, go: a}}}}}",
                "FD0050 these states go round without waiting for the customer: a → a"
            ),
            ("f: {states: {a: {ask: a?, on: {yes: end, no: end}, after: {1m: {say: Hm?, go: stay}}}}}", nil),
            ("f: {after: {1m: a}, states: {a: {ask: a?, on: {yes: end, no: end}}}}", nil),
            (
                "f: {states: {a: {call: g, on: {resolved: end}}}}\ng: {states: {b: {call: f, on: {resolved: end}}}}",
                "FD0085 these flows call each other without waiting for the customer: f → g → f"
            ),
            (
                "f: {states: {a: {call: g, on: {resolved: end}}}}\ng: {slots: {n: {type: text, ask: n?}}, states: {b: {call: f, on: {resolved: end}}}}",
                nil
            ),
            (
                "f: {states: {a: {go: flow(g)}}}\ng: {states: {b: {go: flow(f)}}}",
                "FD0086 these flows lead to each other without waiting for the customer: f → g → f"
            ),
            (
                "f: {states: {a: {go: flow(f)}}}",
                "FD0086 these flows lead to each other without waiting for the customer: f → f"
            ),
            (
                "f: {states: {a: {go: flow(g)}}}\ng: {slots: {n: {type: text, ask: n?}}, states: {b: {go: flow(f)}}}",
                nil
            ),
            // Ways out
            (
                "f: {states: {a: {ask: a?, otherwise: a, on: {yes: a, no: a}}}}",
                "FD0087 from the state 'a' nothing leads to an end, a human or another flow"
            ),
            // Places of targets
            (
                "f: {states: {a: {go: stay}}}",
                "FD0088 'stay' leads nowhere, so the flow could not go on from here"
            ),
            (
                "f: {states: {a: {ask: a?, on: {yes: end, no: end, hours: pass, fees: {say: Free., go: stay}}}}}",
                nil
            ),
            (
                "f: {states: {a: {ask: a?, on: {yes: end, no: pass}}}}",
                "FD0048 in the state 'a' the answer 'no' leads nowhere"
            ),
            // Calls
            ("f: {states: {a: {call: h, on: {resolved: end}}}}", "FD0010 unknown flow 'h'"),
            (
                "f: {states: {a: {call: g(m), on: {resolved: end}}}}\ng: {slots: {n: {type: text, ask: n?}}, states: {b: {say: \"{{n}}\", end: resolved}}}",
                "FD0007 unknown slot of 'g': 'm'"
            ),
            (
                "f: {states: {a: {call: \"g(n: 'x', k: 3)\", on: {resolved: end}}}}\ng: {takes: [n, k], slots: {n: {type: text}, k: {type: number}}, states: {b: {say: \"{{n}}{{k}}\", end: resolved}}}",
                nil
            ),
            (
                "f: {slots: {n: {type: text}}, states: {a: {say: \"{{n}}\", end: resolved}}}",
                "FD0022 the slot 'n' has no 'ask'"
            ),
            (
                "f: {states: {a: {call: g, on: {resolved: b}}, b: {say: \"{{result.k}}\", end: resolved}}}\ng: {gives: n, slots: {n: {type: text, ask: n?}}, states: {b: {end: resolved}}}",
                "FD0018 unknown field of 'result': 'k'"
            ),
            (
                "f: {states: {a: {ask: a?, on: {yes: end, no: end}, after: {3x: end}}}}",
                "FD0036 '3x' is not a length of time"
            ),
            (
                "f: {states: {a: {states: {b: {end: resolved}}, ask: a?}}}",
                "FD0023 the state 'a' has substates, so it cannot also have 'ask'"
            ),
        ] as [(String, String?)]
    )
    func flows(_ flows: String, _ remark: String?) {
        let unused = ["FD0057", "FD0058", "FD0059"]
        let found = remarks(flows).filter { line in !unused.contains { line.hasPrefix($0) } }
        if let remark { #expect(found.contains(remark), "found \(found)") } else { #expect(found == []) }
    }

    @Test("Data is changed only after a yes, through substates, calls and history too")
    func writes() {
        let actions = "actions: {write: {takes: [n], custom: true, mode: write}}\n"
        let flows = """
            flows:
              f:
                slots: {n: {type: text, ask: n?}}
                states:
                  a: {states: {b: {ask: b?, on: {yes: c, no: d}}, c: {do: write(n), on: {done: end, unchanged: end}}}}
                  d: {ask: d?, on: {yes: resume(a), no: end}}
            """
        let remarks = FlowPlay.remarks(flows, assistant: "on: {failed: handoff}\n\(actions)")
        #expect(remarks.contains { $0.hasPrefix("FD0051") })
        let fixed = flows.split(separator: "\n").map {
            $0.contains("resume") ? "      d: {ask: d?, on: {yes: a, no: end}}" : String($0)
        }
        let mended = FlowPlay.remarks(
            fixed.joined(separator: "\n"),
            assistant: "on: {failed: handoff}\n\(actions)"
        )
        #expect(!mended.contains { $0.hasPrefix("FD0051") })
    }
}
