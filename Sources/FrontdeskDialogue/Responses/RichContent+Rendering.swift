extension RichContent where Text == Template {
    /// The content with its fields filled in.
    func rendered(by renderer: Renderer, in scope: some TemplateScope) -> RichContent<String> {
        func text(_ template: Template) -> String { renderer.render(template, in: scope) }
        func link(_ link: Link) -> RichContent<String>.Link {
            RichContent<String>.Link(title: text(link.title), url: renderer.url(link.url, in: scope))
        }
        func image(_ image: Image) -> RichContent<String>.Image {
            RichContent<String>.Image(url: renderer.url(image.url, in: scope), alt: text(image.alt))
        }
        return RichContent<String>(
            links: links.map(link),
            images: images.map(image),
            cards: cards.map { card in
                RichContent<String>.Card(
                    title: text(card.title),
                    text: card.text.map(text),
                    image: card.image.map(image),
                    choices: card.choices,
                    links: card.links.map(link)
                )
            },
            form: form.map { RichContent<String>.Form(title: text($0.title), fields: $0.fields) }
        )
    }

    /// Every template in it.
    package var templates: [Template] {
        var result = links.flatMap { [$0.title, $0.url] } + images.flatMap { [$0.url, $0.alt] }
        for card in cards {
            result += [card.title, card.text, card.image?.url, card.image?.alt].compactMap { $0 }
            result += card.links.flatMap { [$0.title, $0.url] }
        }
        return result + (form.map { [$0.title] } ?? [])
    }
}

extension RichContent where Text == String {
    /// The content as lines of plain text, for channels and people that have nothing else.
    ///
    /// Links are `title: address`, pictures `[image: what they show]`, cards indented blocks, forms their fields.
    public var readableLines: [String] {
        images.map(Self.line) + cards.flatMap(Self.lines) + links.map(Self.line)
            + (form.map { ["\($0.title):"] + $0.fields.map { "- \($0.title)" } } ?? [])
    }

    private static func line(_ link: Link) -> String {
        link.url.isEmpty ? link.title : "\(link.title): \(link.url)"
    }

    private static func line(_ image: Image) -> String { "[image: \(image.alt)]" }

    private static func lines(_ card: Card) -> [String] {
        var below: [String] = []
        if let text = card.text { below.append(text) }
        if let image = card.image { below.append(line(image)) }
        below += card.links.map(line)
        below += card.choices.map { "> \($0.title)" }
        return ["* \(card.title)"] + below.map { "  \($0)" }
    }
}

extension Renderer {
    /// An address with its fields filled in; empty when it would lead where no address of an intent file can.
    ///
    /// What is inserted behind an author's beginning is percent-encoded (RFC 3986), so that it stays one part of the
    /// address; a field that stands first brings the whole address. Values stand as they are kept, not as they are called.
    func url(_ template: Template, in scope: some TemplateScope) -> String {
        var plain = self
        plain.markup = .plain
        var text = ""
        for segment in template.segments {
            let part = plain.render(Template(segments: [segment], source: ""), in: ValueScope(scope: scope))
            if case .field = segment, !text.isEmpty {
                text += URLText.encoded(part)
            } else {
                text += part
            }
        }
        return URLText.isSafe(text) ? text : ""
    }
}

/// Addresses that messages can lead to.
package enum URLText {
    /// Whether an address is `https:`, `mailto:`, `tel:` or a path on the same site, without spaces and quotes.
    package static func isSafe(_ text: String) -> Bool {
        guard text.utf8.allSatisfy({ $0 > 0x20 && $0 != 0x7F && !forbidden.contains($0) }) else {
            return false
        }
        if text.hasPrefix("/") { return !text.hasPrefix("//") && !text.hasPrefix("/\\") }
        let start = text.prefix(8).lowercased()
        if start.hasPrefix("https://") { return text.utf8.count > 8 && !text.dropFirst(8).hasPrefix("/") }
        return (start.hasPrefix("mailto:") && text.utf8.count > 7)
            || (start.hasPrefix("tel:") && text.utf8.count > 4)
    }

    private static let forbidden = Set("\"<>\\^`{|}".utf8)

    /// A text as one part of an address: all but letters, digits and `-._~` percent-encoded.
    package static func encoded(_ text: String) -> String {
        let digits = Array("0123456789ABCDEF".utf8)
        var bytes: [UInt8] = []
        for byte in text.utf8 {
            let isLetter = (0x61...0x7A).contains(byte | 0x20) && byte < 0x80
            if isLetter || (0x30...0x39).contains(byte) || "-._~".utf8.contains(byte) {
                bytes.append(byte)
            } else {
                bytes += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
