import FrontdeskCompiler
import FrontdeskDialogue
import Testing

@Suite("What is declared of channels")
struct ChannelKeyTests {
    @Test(
        "A burst is a length of time within its limits",
        arguments: [
            ("sms: {burst: 2s}", 2000, ""), ("sms: {burst: 2 s}", 2000, ""), ("sms: {burst: 100ms}", 100, ""),
            ("sms: {burst: 30s}", 30_000, ""), ("sms: {shows: []}", nil, ""),
            ("sms: {burst: 2}", nil, "FD0036"),
            ("sms: {burst: 99ms}", nil, "FD0036"), ("sms: {burst: 31s}", nil, "FD0036"),
            ("sms: {burst: soon}", nil, "FD0036"), ("sms: {bursts: 2s}", nil, "FD0008"),
        ] as [(String, Int?, String)]
    )
    func burst(declaration: String, milliseconds: Int?, code: String) {
        let text =
            "assistant: shop\nchannels:\n  \(declaration)\nintents: {hi: {patterns: hi, answer: Hi.}}\n"
        let compilation = Compiler.compile([SourceFile(path: "assistant.yaml", text: text)])
        #expect(compilation.diagnostics.map(\.code) == (code.isEmpty ? [] : [code]))
        #expect(compilation.assistant?.channels.first?.burst == milliseconds)
        for diagnostic in compilation.diagnostics where code == "FD0036" {
            #expect(diagnostic.help?.contains("100ms to 30s") == true, "\(diagnostic.help ?? "")")
        }
    }
}
