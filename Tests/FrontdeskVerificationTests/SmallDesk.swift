import FrontdeskCompiler
import FrontdeskDialogue
import FrontdeskMatching

/// A small desk of which everything holds: nested states, a called flow, a promise, a confirmation, events and silences.
enum SmallDesk {
    static let assistantFile = """
        assistant: small
        greeting: Hello, I'm the desk's assistant.
        handoff:
          queue: care
          reasons:
            safety: {requires: place}
        queues:
          care: {title: our team, answers_within: 2h}
        on:
          failed: handoff
        after:
          10m: {say: "Are you still there?", go: stay}
        anywhere:
          event(order.delayed): {go: flow(late)}
        """

    static let ordersFile = #"""
        entities:
          order_number: {regex: 'A-?\d{5}', normalise: 'A-$digits', example: A-10021}
        actions:
          orders.find:
            custom: true
            takes: [order_number]
            gives: order
            fields: [status]
            outcomes: [found, missing, failed]
        intents:
          order.status:
            title: Where is my order
            patterns: ["where is my (order|parcel) [{order_number}]"]
            examples: [my stuff has not come yet, any news of my things]
            flow: track
          order.broken:
            title: Something is broken
            patterns: ["[my] (cup|plate) (is|came) broken"]
            flow: broken
          order.note:
            title: Leave a note
            patterns: ["leave a note"]
            flow: note
          safety.danger:
            title: Danger
            patterns: ["(it|something) is dangerous"]
            flow: danger
          thanks:
            title: Thanks
            patterns: ["thanks [a lot]"]
            answer: You're welcome.
        flows:
          track:
            title: your order
            slots:
              order_number:
                ask: Which order is it?
                again: I could not read a number like A-10021 in that.
                otherwise: handoff
            states:
              look_up:
                do: orders.find(order_number)
                on:
                  found: tell
                  missing: {say: "I can't see {{order_number}}.", clear: order_number, go: look_up}
              tell:
                say: Your order {{order_number}} is {{order.status}}.
                ask: Do you have it?
                on:
                  yes: {say: "Good.", end: resolved}
                  no: handoff
          broken:
            title: what is broken
            slots:
              wish:
                ask: {text: What shall we do?, choices: [{id: money, title: Money back}, {id: new, title: A new one}]}
                otherwise: handoff
            states:
              number:
                call: find_number()
                on:
                  resolved: sure
                  unresolved: handoff
              sure:
                ask: Shall I report it?
                on:
                  yes: report
                  no: {say: "Fine.", end: cancelled}
              report:
                promise: {text: we look at your report, within: 2h}
                say: I have noted it.
                end: resolved
          find_number:
            title: finding your order
            gives: [order_number]
            slots:
              order_number:
                ask: Which order is it?
                otherwise: end(unresolved)
            states:
              done: {end: resolved}
          note:
            title: your note
            slots:
              email:
                ask: Which e-mail address is it from?
                from: customer.email
                otherwise: handoff
              what: {type: text, ask: What shall I write down?, otherwise: handoff}
            confirm: {slots: [email, what], ask: "{{email}}: {{what}}. Is that right?"}
            states:
              keep:
                promise: {text: we answer your note, within: 2h, to: email}
                say: I have kept it.
                end: resolved
          danger:
            title: what is dangerous
            slots:
              place: {type: text, ask: Where is it?, otherwise: handoff}
            states:
              call:
                handoff: {queue: care, reason: safety, say: Please keep away from it.}
          late:
            title: your late order
            states:
              tell:
                say: Your order is late.
                ask: Shall a colleague look at it?
                on:
                  yes: handoff
                  no: {say: "Fine.", end: resolved}
        """#

    /// Compiles the desk with some text of its files replaced.
    static func assistant(replacing old: String = "", by new: String = "") throws -> Assistant {
        var files = [assistantFile, ordersFile]
        if !old.isEmpty {
            guard files.contains(where: { $0.contains(old) }) else {
                throw Broken(text: "no '\(old)' to replace")
            }
            files = files.map { $0.replacing(old, with: new) }
        }
        let sources = zip(["assistant.yaml", "orders.yaml"], files).map { SourceFile(path: $0, text: $1) }
        let compilation = Compiler.compile(sources)
        guard let assistant = compilation.assistant else {
            throw Broken(text: DiagnosticRenderer.text(compilation.diagnostics, sources: sources))
        }
        return assistant
    }

    struct Broken: Error {
        var text: String
    }
}
