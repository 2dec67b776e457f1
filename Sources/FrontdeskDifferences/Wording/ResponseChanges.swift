import FrontdeskDialogue
import FrontdeskMatching

/// What is otherwise in a response, piece by piece; two that differ never give nothing.
struct ResponseChanges {
    /// One piece of it.
    struct Piece {
        /// Empty for its text.
        var name = ""
        var language: String?
        var old: String?
        var new: String?
        var isText = false
    }

    private(set) var pieces: [Piece] = []

    init(from old: Response, to new: Response) {
        compare(old, new, language: nil, name: "")
        if pieces.isEmpty, old != new {
            pieces = [Piece(name: "how it is read", old: NodeText.text(old), new: NodeText.text(new))]
        }
    }

    private mutating func add(_ name: String, _ language: String?, _ old: String?, _ new: String?) {
        pieces.append(Piece(name: name, language: language, old: old, new: new))
    }

    private mutating func compare(_ old: Response, _ new: Response, language: String?, name: String) {
        let before = pieces.count
        let prefix = name.isEmpty ? "" : name + ", "
        compareWordings(old, new, language, prefix)
        compareTerms(old, new, language, prefix)
        let choices = (old.choices.map(Self.text), new.choices.map(Self.text))
        if choices.0 != choices.1 {
            add(prefix + "buttons", language, Self.list(choices.0), Self.list(choices.1))
        } else if old.choices != new.choices {
            add(
                prefix + "what buttons send",
                language,
                Self.list(old.choices.map(\.id)),
                Self.list(new.choices.map(\.id))
            )
        }
        compareContent(old.content, new.content, language, prefix)
        for tag in Set(old.translations.keys).union(new.translations.keys).sorted() {
            switch (old.translations[tag], new.translations[tag]) {
            case (let one?, let other?): compare(one, other, language: tag, name: name)
            case (let one, let other):
                pieces.append(
                    Piece(
                        name: prefix + "translation",
                        language: tag,
                        old: one.map(NodeText.text),
                        new: other.map(NodeText.text),
                        isText: true
                    )
                )
            }
        }
        compareChannels(old.channels ?? [], new.channels ?? [], language, prefix)
        if pieces.count == before, old != new {
            add(prefix + "how it is read", language, NodeText.text(old), NodeText.text(new))
        }
    }

    private mutating func compareWordings(
        _ old: Response,
        _ new: Response,
        _ language: String?,
        _ prefix: String
    ) {
        let removed = old.variants.map(\.source).filter { text in !new.variants.contains { $0.source == text }
        }
        let added = new.variants.map(\.source).filter { text in !old.variants.contains { $0.source == text } }
        for place in 0..<max(removed.count, added.count) {
            let isWording = removed.count != added.count || old.variants.count > 1 || new.variants.count > 1
            pieces.append(
                Piece(
                    name: prefix + (isWording ? "wording" : ""),
                    language: language,
                    old: removed.indices.contains(place) ? removed[place] : nil,
                    new: added.indices.contains(place) ? added[place] : nil,
                    isText: true
                )
            )
        }
        let sources = (old.variants.map(\.source), new.variants.map(\.source))
        guard removed.isEmpty, added.isEmpty, sources.0 != sources.1 else { return }
        add(prefix + "order of the wordings", language, Self.list(sources.0), Self.list(sources.1))
    }

    /// When wordings are said, by their texts.
    private mutating func compareTerms(
        _ old: Response,
        _ new: Response,
        _ language: String?,
        _ prefix: String
    ) {
        guard old.terms != new.terms else { return }
        for (number, wording) in new.variants.enumerated() {
            let before = old.variants.firstIndex { $0.source == wording.source } ?? number
            let was = old.terms.flatMap { $0.indices.contains(before) ? $0[before] : nil }
            let now = new.terms.flatMap { $0.indices.contains(number) ? $0[number] : nil }
            guard was != now, before < old.variants.count else { continue }
            let short = wording.source.count > 40 ? wording.source.prefix(40) + "…" : wording.source[...]
            add(prefix + "when “\(short)” is said", language, Self.text(was), Self.text(now))
        }
    }

    private mutating func compareContent(
        _ old: RichContent<Template>?,
        _ new: RichContent<Template>?,
        _ language: String?,
        _ prefix: String
    ) {
        func compare(_ name: String, _ old: [String]?, _ new: [String]?) {
            let (old, new) = (old ?? [], new ?? [])
            if old != new { add(prefix + name, language, Self.list(old), Self.list(new)) }
        }
        compare("links", old?.links.map(Self.text), new?.links.map(Self.text))
        compare("pictures", old?.images.map(Self.text), new?.images.map(Self.text))
        compare("cards", old?.cards.map(Self.text), new?.cards.map(Self.text))
        compare("form", old?.form.map(Self.text), new?.form.map(Self.text))
    }

    private mutating func compareChannels(
        _ old: [ChannelForm],
        _ new: [ChannelForm],
        _ language: String?,
        _ prefix: String
    ) {
        for channel in Set((old + new).map(\.channel)).sorted() {
            let one = old.first { $0.channel == channel }
            let other = new.first { $0.channel == channel }
            guard one != other else { continue }
            let name = prefix + "on \(channel)"
            guard let one, let other else {
                add(
                    name,
                    language,
                    one.map { NodeText.text($0.response) },
                    other.map { NodeText.text($0.response) }
                )
                continue
            }
            if one.response != other.response {
                compare(one.response, other.response, language: language, name: name)
            } else {
                add(
                    name,
                    language,
                    one.hasOwnText ? "own text" : "usual text",
                    other.hasOwnText ? "own text" : "usual text"
                )
            }
        }
    }

    // MARK: Texts of pieces

    private static func list(_ words: [String]) -> String? {
        words.isEmpty ? nil : words.joined(separator: " | ")
    }

    private static func text(_ choice: Choice) -> String { choice.title }
    private static func text(_ link: RichContent<Template>.Link) -> String {
        "\(link.title.source) (\(link.url.source))"
    }
    private static func text(_ image: RichContent<Template>.Image) -> String {
        "\(image.alt.source) (\(image.url.source))"
    }
    private static func text(_ card: RichContent<Template>.Card) -> String {
        let texts = [card.title.source, card.text?.source, card.image.map(text)].compactMap { $0 }
        return (texts + card.choices.map(text) + card.links.map(text)).joined(separator: ", ")
    }
    private static func text(_ form: RichContent<Template>.Form) -> [String] {
        [form.title.source]
            + form.fields.map { field in
                let choices =
                    field.choices.isEmpty ? "" : ": " + field.choices.map(text).joined(separator: ", ")
                return "\(field.title) (\(field.slot), \(field.type))\(choices)"
            }
    }

    private static func text(_ terms: VariantTerms?) -> String? {
        let parts = [
            terms?.when.map { "only if \($0.description)" }, terms?.tone.map { "in the tone “\($0)”" },
        ].compactMap { $0 }
        return parts.isEmpty ? "at any time" : parts.joined(separator: ", ")
    }
}
