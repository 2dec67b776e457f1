import Frontdesk
import FrontdeskCompiler

@main enum EmbeddingExample {
    static func main() async throws {
        let file = SourceFile(
            path: "assistant.yaml",
            text:
                "assistant: tiny\nintents: {hours: {patterns: ['when are you open'], answer: From nine to six.}}"
        )
        guard let assistant = Compiler.compile([file]).assistant else { return }
        let desk = Desk(assistant: assistant)
        let reply = try await desk.receive(Message("When are you open?", conversation: "c1"))
        print(reply.texts.joined(separator: "\n"))
    }
}
