import FrontdeskDialogue

/// The desk's messages: `text` and `choices` always, all else only where there is some.
extension LineEncoder {
    static func messages(_ messages: [Outbound]) -> JSON {
        .array(messages.map { .object(members($0)) })
    }

    private static func members(_ message: Outbound) -> [JSON.Member] {
        var members: [JSON.Member] = [
            .init("text", .string(message.text)),
            .init("choices", choices(message.choices)),
        ]
        if let marked = message.marked { members.append(.init(marked.markup.rawValue, .string(marked.text))) }
        guard let content = message.content else { return members }
        if !content.links.isEmpty { members.append(.init("links", links(content.links))) }
        if !content.images.isEmpty { members.append(.init("images", .array(content.images.map(image)))) }
        if !content.cards.isEmpty { members.append(.init("cards", .array(content.cards.map(card)))) }
        if let form = content.form { members.append(.init("form", self.form(form))) }
        return members
    }

    private typealias Content = RichContent<String>

    private static func choices(_ choices: [Choice]) -> JSON {
        .array(choices.map { ["id": .string($0.id), "title": .string($0.title)] })
    }

    private static func links(_ links: [Content.Link]) -> JSON {
        .array(links.map { ["title": .string($0.title), "url": .string($0.url)] })
    }

    private static func image(_ image: Content.Image) -> JSON {
        ["url": .string(image.url), "alt": .string(image.alt)]
    }

    private static func card(_ card: Content.Card) -> JSON {
        var members: [JSON.Member] = [.init("title", .string(card.title))]
        if let text = card.text { members.append(.init("text", .string(text))) }
        if let image = card.image { members.append(.init("image", self.image(image))) }
        if !card.choices.isEmpty { members.append(.init("choices", choices(card.choices))) }
        if !card.links.isEmpty { members.append(.init("links", links(card.links))) }
        return .object(members)
    }

    private static func form(_ form: Content.Form) -> JSON {
        [
            "title": .string(form.title),
            "fields": .array(
                form.fields.map { field in
                    var members: [JSON.Member] = [
                        .init("slot", .string(field.slot)), .init("title", .string(field.title)),
                        .init("type", .string(field.type)),
                    ]
                    if !field.choices.isEmpty { members.append(.init("choices", choices(field.choices))) }
                    return .object(members)
                }
            ),
        ]
    }
}
