import FrontdeskCompiler
import FrontdeskDialogue
import FrontdeskMatching
import Testing

/// A small assistant, compiled from text and spoken to on some channel.
struct SpokenShop {
    private let machine: DialogueMachine
    private let matcher: Matcher
    private var tracker = Tracker(conversation: "c1")
    /// Monday 23 November 2026, 10:00 in UTC.
    private let moment = Moment(milliseconds: 1_795_428_000_000)

    init(
        _ shop: String,
        assistant: String = "",
        channel: String = "test",
        customer: CustomerProfile? = nil
    ) throws {
        let files = [
            SourceFile(path: "assistant.yaml", text: "assistant: shop\n" + assistant),
            SourceFile(path: "shop.yaml", text: shop),
        ]
        let compilation = Compiler.compile(files)
        #expect(DiagnosticRenderer.text(compilation.diagnostics, sources: files) == "")
        let compiled = try #require(compilation.assistant)
        machine = DialogueMachine(compiled)
        matcher = Matcher(compiled.matching, model: nil)
        run(.opening(Opening(conversation: "c1", channel: channel, assistant: "shop")))
        if let customer { run(.profile(customer)) }
    }

    /// What the desk says in answer, without the greeting.
    mutating func say(_ text: String, form: [FormValue]? = nil) -> [Outbound] {
        let first = run(.message(Inbound(text: text, form: form), matcher.match(text), waiting: nil))
        return first.compactMap { event in
            guard case .said(let outbound) = event.fact, outbound.kind != .greeting else { return nil }
            return outbound
        }
    }

    /// The channel says who is writing; nobody else is known then.
    mutating func know(_ customer: CustomerProfile) { run(.profile(customer)) }

    /// Runs an input to its end; every action fails.
    @discardableResult
    private mutating func run(_ input: Input) -> [Event] {
        var events: [Event] = []
        var next: Input? = input
        while let input = next {
            next = nil
            let decision = machine.advance(&tracker, with: input, at: moment)
            events += decision.events
            for case .run(let request) in decision.actions {
                next = .actionFinished(ActionResult(key: request.key, outcome: "failed"))
            }
        }
        return events
    }
}
