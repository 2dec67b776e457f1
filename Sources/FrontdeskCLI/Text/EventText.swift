import FrontdeskDialogue
import FrontdeskPipe

/// Lists the events of a conversation, one a line.
enum EventText {
    static func text(of events: [Event]) -> String {
        events.enumerated().map { index, event in
            let number = String(repeating: " ", count: max(0, 4 - "\(index + 1)".count)) + "\(index + 1)"
            return "\(number)  turn \(event.turn)  \(Wrapping.printable(Self.line(event.fact)))\n"
        }.joined()
    }

    private static func line(_ fact: Fact) -> String {
        let text = JSON.encoding(fact).text
        // Facts encode as {"name":{…}}: the name reads better without the first brace.
        guard text.hasPrefix("{\""), text.hasSuffix("}"), let end = text.dropFirst(2).firstIndex(of: "\"")
        else {
            return text
        }
        let name = text.dropFirst(2)[..<end]
        return shortened("\(name) \(text[text.index(end, offsetBy: 2)...].dropLast())", to: 200)
    }

    private static func shortened(_ text: String, to limit: Int) -> String {
        text.count > limit ? text.prefix(limit - 1) + "…" : text
    }
}
