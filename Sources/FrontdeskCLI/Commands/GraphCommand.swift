import ArgumentParser
import FrontdeskDialogue
import FrontdeskGraph

/// `frontdesk graph`: a picture of a flow, or of how all flows hang together.
struct GraphCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "graph",
        abstract: "Draw a flow, or the whole assistant, as SVG or Mermaid.",
        discussion: """
            Without --flow each flow is one box, with the ways that lead from one to another. With it, each state is a box \
            with what it says and asks; the arrows say what makes them happen. It is the graph that 'frontdesk verify' \
            proves things of. Exit code 0: drawn, 2: the assistant could not be read, or has no such flow.

              frontdesk graph Intents/shop --out shop.svg
              frontdesk graph Intents/shop --flow track_order --out track_order.svg
              frontdesk graph Intents/shop --flow track_order --format mermaid
            """
    )

    enum Format: String, ExpressibleByArgument, CaseIterable { case svg, mermaid }

    @Argument(help: "The assistant's folder, or a bundle.")
    var assistant = "."

    @Option(help: "The flow to draw; without one, the whole assistant.")
    var flow: String?

    @Option(help: "svg, a picture that browsers show, or mermaid, text that Markdown pages draw.")
    var format = Format.svg

    @Option(help: "The file to write; without one, it goes to standard output.")
    var out: String?

    func run() throws {
        let origin = try AssistantPlace(assistant)
        let whole = try AssistantLoader.whole(of: origin, consequence: "nothing was drawn")
        let diagram = try diagram(of: whole, origin.path)
        let text =
            switch format {
            case .svg: diagram.svg
            case .mermaid: diagram.mermaid
            }
        guard let out else { return Terminal.write(text) }
        try OutputFile.write(text, to: out)
        Terminal.write(
            "\(out): \(diagram.nodes.count == 1 ? "1 box" : "\(diagram.nodes.count) boxes"), \(counted(diagram.edges.count, "arrow"))\n"
        )
    }

    private func diagram(of assistant: Assistant, _ path: String) throws(CommandFailure) -> Diagram {
        guard let flow else {
            guard !assistant.flows.isEmpty else {
                throw CommandFailure(message: "\(path) has no flows; there is nothing to draw.")
            }
            return AssistantDiagram.of(assistant)
        }
        guard let diagram = FlowDiagram.of(flow, in: assistant) else {
            let names = assistant.flows.map(\.name).sorted().joined(separator: ", ")
            throw CommandFailure(
                message: "\(path) has no flow '\(flow)'; "
                    + (names.isEmpty ? "it has none at all." : "its flows are \(names).")
            )
        }
        return diagram
    }
}
