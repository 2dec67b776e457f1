import Frontdesk
import FrontdeskDialogue

/// How a chat looks.
struct ChatScreen {
    let style: Style

    /// What stands before the customer's words.
    var prompt: String { "> " }

    /// The desk's messages with their choices.
    func text(of messages: [Outbound]) -> String {
        messages.map { message(style.green("< "), $0.text, $0.content, choices: $0.choices) }.joined()
    }

    /// What agents and the desk wrote outside a turn.
    func text(of items: [News.Item]) -> String {
        items.map { item in
            let author = item.agent.map { style.cyan("\(Wrapping.printable($0))> ") } ?? style.green("< ")
            let indent = (item.agent?.count ?? 0) + 2
            return message(author, item.text, item.content, choices: item.choices, indent: indent)
        }.joined()
    }

    /// Lines of an earlier conversation.
    func text(of lines: some Sequence<TranscriptLine>) -> String {
        lines.map { line in
            switch line.author {
            case .customer: message(prompt, line.text)
            case .desk: message(style.green("< "), line.text, line.content, choices: line.choices)
            case .agent(let name):
                message(style.cyan("\(Wrapping.printable(name))> "), line.text, indent: name.count + 2)
            }
        }.joined()
    }

    /// Something the program itself has to say.
    func note(_ text: String) -> String {
        style.dim("  " + Wrapping.wrap(text, width: Terminal.width, indent: "  ")) + "\n"
    }

    /// Something that went wrong.
    func problem(_ text: String) -> String {
        style.red("! " + Wrapping.wrap(Wrapping.printable(text), width: Terminal.width, indent: "  ")) + "\n"
    }

    private func message(
        _ lead: String,
        _ text: String,
        _ content: RichContent<String>? = nil,
        choices: [Choice] = [],
        indent: Int = 2
    ) -> String {
        let space = String(repeating: " ", count: indent)
        var result =
            lead + Wrapping.wrap(Wrapping.printable(text), width: Terminal.width, indent: space) + "\n"
        for line in content?.readableLines ?? [] {
            let deeper = space + line.prefix { $0 == " " } + "  "
            result +=
                space + Wrapping.wrap(Wrapping.printable(line), width: Terminal.width, indent: deeper) + "\n"
        }
        for (index, choice) in choices.enumerated() {
            result += "\(space)  \(style.bold("\(index + 1)")) \(Wrapping.printable(choice.title))\n"
        }
        return result
    }
}
