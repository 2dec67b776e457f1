import Frontdesk
import FrontdeskCompiler

let yaml = "assistant: tiny\nintents: {hours: {patterns: ['when are you open'], answer: From nine to six.}}"
if let assistant = Compiler.compile([SourceFile(path: "assistant.yaml", text: yaml)]).assistant {
    let desk = Desk(assistant: assistant)
    let reply = try await desk.receive(Message("When are you open?", conversation: "c1"))
    print(reply.texts.joined(separator: "\n"))
}
