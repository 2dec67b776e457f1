import FrontdeskDialogue

/// Something the desk says.
struct ResponseDeclaration {
    var variants: [Template]
    var fields: [FieldUse]
    var choices: [ChoiceDeclaration]
    var place: Place
    /// The partials it says.
    var partials: [Name] = []
    /// When each of the variants is said, in their order.
    var terms: [VariantDeclaration] = []
    /// Links, pictures, cards and a form.
    var content = RichContent<Template>()
    /// The slots of the form.
    var formSlots: [Name] = []
    /// What it is on single channels.
    var channels: [ChannelFormDeclaration] = []
    /// The same in further languages.
    var translations: [String: ResponseDeclaration] = [:]

    /// The response without its choices' other wordings.
    var response: Response {
        var response = general
        response.translations = lowered(translations)
        if !channels.isEmpty { response.channels = channels.map { $0.form(of: general) } }
        return response
    }

    private var general: Response {
        Response(
            variants: variants,
            choices: choices.map { Choice(id: $0.id.text, title: $0.title) },
            content: content.isEmpty ? nil : content,
            terms: terms.lowered
        )
    }

    /// The translations, each with the buttons of the original in its own words, and with its links, pictures, cards
    /// and form unless it has its own.
    func lowered(_ translations: [String: ResponseDeclaration]) -> [String: Response] {
        var result: [String: Response] = [:]
        for (language, translation) in translations {
            var translation = translation
            translation.choices = choices.map { choice in
                var choice = choice
                choice.title = choice.translations[language]?.title ?? choice.title
                return choice
            }
            if translation.content.isEmpty { translation.content = content }
            result[language] = translation.response
        }
        return result
    }
}

extension ResponseDeclaration {
    init(wordings: Wordings, place: Place) {
        self.init(
            variants: wordings.variants,
            fields: wordings.fields,
            choices: [],
            place: place,
            partials: wordings.partials,
            terms: wordings.terms
        )
    }

    /// Adds buttons, links, pictures, cards and a form.
    mutating func take(_ pieces: Pieces) {
        choices = pieces.choices ?? choices
        content = pieces.content
        fields += pieces.fields
        partials += pieces.partials
        formSlots = pieces.formSlots
    }
}

/// When one of the wordings of a response is said.
struct VariantDeclaration {
    var when: ExpressionDeclaration?
    var tone: Name?
    var place: Place
    /// The condition with its names looked up.
    var condition: Expression?
    /// What is known wherever the condition holds.
    var known: Set<FieldPath> = []
}

/// The wordings of a response with the values they use.
struct Wordings {
    var variants: [Template] = []
    var terms: [VariantDeclaration] = []
    var fields: [FieldUse] = []
    var partials: [Name] = []

    mutating func add(_ node: SyntaxNode, _ variant: VariantDeclaration, _ reader: FileReader) {
        guard let (template, uses) = reader.template(node) else { return }
        variants.append(template)
        terms.append(variant)
        fields += uses.map { use in
            var use = use
            use.wording = terms.count - 1
            return use
        }
        partials += reader.partialUses(of: template, in: node)
    }
}

/// What a response shows besides its text.
struct Pieces {
    /// nil: nothing was written about them.
    var choices: [ChoiceDeclaration]?
    var content = RichContent<Template>()
    /// The pieces that were written, an empty list included.
    var written: Set<Channel.Piece> = []
    var fields: [FieldUse] = []
    var partials: [Name] = []
    var formSlots: [Name] = []
}

/// What a response is on one channel.
struct ChannelFormDeclaration {
    var channel: Name
    /// Its own wordings; nil: those of the general response.
    var wordings: Wordings?
    var pieces: Pieces

    /// The form with all that it keeps of the general response.
    func form(of general: Response) -> ChannelForm {
        var response = general
        if let wordings {
            response.variants = wordings.variants
            response.terms = wordings.terms.lowered
        }
        if let choices = pieces.choices {
            response.choices = choices.map { Choice(id: $0.id.text, title: $0.title) }
        }
        var content = general.content ?? RichContent()
        if pieces.written.contains(.links) { content.links = pieces.content.links }
        if pieces.written.contains(.images) { content.images = pieces.content.images }
        if pieces.written.contains(.cards) { content.cards = pieces.content.cards }
        if pieces.written.contains(.forms) { content.form = pieces.content.form }
        response.content = content.isEmpty ? nil : content
        return ChannelForm(channel: channel.text, response: response, hasOwnText: wordings != nil)
    }
}
