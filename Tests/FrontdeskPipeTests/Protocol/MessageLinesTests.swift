import FrontdeskDialogue
import Testing

@testable import FrontdeskPipe

@Suite("Messages as the pipe writes them")
struct MessageLinesTests {
    private func line(_ message: Outbound) -> String {
        var bytes: [UInt8] = []
        LineEncoder.messages([message]).write(to: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }

    @Test("A message with text alone has no further fields")
    func plain() {
        let message = Outbound(text: "Hello.", kind: .answer, origin: "hello")
        #expect(line(message) == #"[{"text":"Hello.","choices":[]}]"#)
    }

    @Test(
        "Links, pictures, cards and forms stand beside the text, and so does the text in the channel's markup"
    )
    func rich() {
        let image = RichContent<String>.Image(url: "/mug.png", alt: "A mug")
        let link = RichContent<String>.Link(title: "Buy", url: "https://example.com")
        let field = FormField(
            slot: "size",
            title: "Size",
            type: "choice",
            choices: [Choice(id: "s", title: "Small")]
        )
        let message = Outbound(
            text: "Hello & welcome.",
            content: RichContent(
                links: [link],
                images: [image],
                cards: [
                    .init(title: "Mug", text: "Blue.", image: image, links: [link]), .init(title: "Bowl"),
                ],
                form: .init(title: "Yours", fields: [field])
            ),
            marked: MarkedText(markup: .html, text: "Hello &amp; welcome."),
            kind: .answer,
            origin: "hello"
        )
        let expected =
            #"[{"text":"Hello & welcome.","choices":[],"html":"Hello &amp; welcome.","#
            + #""links":[{"title":"Buy","url":"https://example.com"}],"images":[{"url":"/mug.png","alt":"A mug"}],"#
            + #""cards":[{"title":"Mug","text":"Blue.","image":{"url":"/mug.png","alt":"A mug"},"#
            + #""links":[{"title":"Buy","url":"https://example.com"}]},{"title":"Bowl"}],"#
            + #""form":{"title":"Yours","fields":[{"slot":"size","title":"Size","type":"choice","#
            + #""choices":[{"id":"s","title":"Small"}]}]}}]"#
        #expect(line(message) == expected)
    }

    @Test("A message names the channel it came through")
    func channel() throws {
        let bytes = Array(#"{"conversation":"c","text":"hi","channel":"sms"}"#.utf8)
        guard case .message(let message)? = try RequestReader.read(bytes, line: 2)?.body else {
            Issue.record("no message")
            return
        }
        #expect(message.channel == "sms")
    }
}
