// The keys of what is said, and what is shown with it.
extension Part {
    private static let title = PartKey("title", .template, "What customers read.", required: true)
    private static let url = PartKey(
        "url",
        .template,
        "The address: https://, mailto:, tel: or '/'.",
        required: true
    )
    private static let links = PartKey("links", .list(.part(.link)), "Up to 10 links: {title, url}.")
    private static let choices = PartKey("choices", .choices, "Up to 10 buttons: titles, or {id, title}.")
    private static let pieces = [
        choices, links,
        PartKey("images", .list(.part(.image)), "Up to 10 pictures: {url, alt}."),
        PartKey("cards", .list(.part(.card)), "Up to 10 cards, side by side."),
        PartKey("form", .part(.form), "Slots of the flow, asked for at once."),
    ]

    var responseTable: PartTable {
        switch self {
        case .wording:
            PartTable([
                PartKey("text", .template, "What is said.", required: true),
                PartKey("when", .expression, "Said only if it holds."),
                PartKey("tone", .name(.tone), "Said in this tone."),
            ])
        case .channelForm:
            PartTable(
                [PartKey("text", .wordings, "What is said on this channel.")] + Self.pieces
            )
        case .choice:
            PartTable([
                PartKey("title", .text, "What customers read.", required: true),
                PartKey(
                    "id",
                    .name(.intent),
                    "Its name in the files, by default made from the title; that of an intent leads there."
                ),
                PartKey("say", .oneOrMore(.text), "Other words for it."),
            ])
        case .link: PartTable([Self.title, Self.url])
        case .image:
            PartTable([
                Self.url,
                PartKey("alt", .template, "What is to be seen, for who cannot see it.", required: true),
            ])
        case .card:
            PartTable([
                Self.title,
                PartKey("text", .template, "Up to 500 characters."),
                PartKey("image", .part(.image), "A picture."),
                Self.choices, Self.links,
            ])
        case .form:
            PartTable([
                Self.title,
                PartKey(
                    "fields",
                    .list(.either([.name(.slot), .part(.formField)])),
                    "The slots it asks for, by name or as {slot, title}.",
                    required: true
                ),
            ])
        case .formField:
            PartTable([
                PartKey("slot", .name(.slot), "The slot that it fills.", required: true),
                PartKey("title", .text, "What customers read."),
            ])
        default:
            PartTable(
                [PartKey("text", .wordings, "What is said.", required: true)] + Self.pieces + [
                    PartKey(
                        "channels",
                        .optional(
                            .map(
                                .refers(.channel),
                                .either([
                                    .template, .list(.either([.template, .part(.wording)])),
                                    .part(.channelForm),
                                ])
                            )
                        ),
                        "What is different on single channels."
                    )
                ]
            )
        }
    }
}
