import FrontdeskDialogue

/// How much a message can hold; channels cut off what goes beyond.
///
/// The figures are the least that common channels take: ten rows in a list of WhatsApp and ten cards in a carousel
/// of Messenger and Line; a button's title is cut at 20 to 80 characters.
enum RichLimits {
    /// Choices, links, pictures, cards, fields of a form.
    static let pieces = 10
    /// Characters of a title.
    static let title = 80
    /// Characters of a card's text.
    static let cardText = 500
    /// Characters of what a picture shows.
    static let alt = 300
    /// Characters of an address.
    static let url = 1000
}

extension FileReader {
    func limit(_ count: Int, _ limit: Int, _ what: String, _ place: Place) {
        guard count > limit else { return }
        report.report(
            .overLimit,
            place,
            "\(count) \(what) are more than one message can hold; the limit is \(limit)",
            help: "show the most useful ones, and lead to the others with a link"
        )
    }

    /// Counts an author's own characters; what is filled in is not known yet.
    func limit(_ template: Template, _ limit: Int, _ what: String, _ place: Place) {
        let count = template.segments.reduce(0) { count, segment in
            if case .text(let text) = segment { count + text.count } else { count }
        }
        guard count > limit else { return }
        report.report(
            .overLimit,
            place,
            "\(what) has \(count) characters; the limit is \(limit)",
            help: "shorten it; a longer text belongs into 'text' of the message"
        )
    }

    func limit(choices: [ChoiceDeclaration], _ place: Place) {
        limit(choices.count, RichLimits.pieces, "choices", place)
        for choice in choices {
            limit(Template(text: choice.title), RichLimits.title, "a choice's title", choice.id.place)
        }
    }
}
