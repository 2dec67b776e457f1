import FrontdeskDialogue

// What a message shows besides its text: buttons, links, pictures, cards, forms; and what it is on single channels.
extension FileReader {
    func pieces(_ keys: inout Keys) -> Pieces {
        var pieces = Pieces()
        if let node = keys["choices"] {
            pieces.choices = choices(node)
            limit(choices: pieces.choices ?? [], node.place)
        }
        if let node = keys["links"] {
            pieces.content.links = links(node, &pieces)
            pieces.written.insert(.links)
        }
        if let node = keys["images"] {
            pieces.content.images = items(node, "images").compactMap { image($0, &pieces) }
            pieces.written.insert(.images)
        }
        if let node = keys["cards"] {
            pieces.content.cards = items(node, "cards").compactMap { card($0, &pieces) }
            pieces.written.insert(.cards)
        }
        if let node = keys["form"] {
            pieces.content.form = form(node, &pieces)
            pieces.written.insert(.forms)
        }
        return pieces
    }

    /// `channels: {sms: {text: …}}`, or just the text.
    func channelForms(_ node: SyntaxNode?, _ what: String) -> [ChannelFormDeclaration] {
        entries(node, "channels").compactMap { entry in
            guard isKeys(entry.value) else {
                guard let wordings = wordings(entry.value, what) else { return nil }
                return ChannelFormDeclaration(channel: entry.name, wordings: wordings, pieces: Pieces())
            }
            guard var keys = keys(entry.value, .channelForm, "a channel") else { return nil }
            let text = keys["text"].map { wordings($0, what) }
            let pieces = pieces(&keys)
            keys.finish("for a channel")
            return ChannelFormDeclaration(channel: entry.name, wordings: text ?? nil, pieces: pieces)
        }
    }

    // MARK: Pieces

    private func items(_ node: SyntaxNode, _ what: String) -> [SyntaxNode] {
        guard case .list(let items) = node.kind else {
            report.report(.wrongShape, node.place, "'\(what)' is a list, but here stands \(node.described)")
            return []
        }
        limit(items.count, RichLimits.pieces, what, node.place)
        return items
    }

    private func links(_ node: SyntaxNode, _ pieces: inout Pieces) -> [RichContent<Template>.Link] {
        items(node, "links").compactMap { link($0, &pieces) }
    }

    private func link(_ node: SyntaxNode, _ pieces: inout Pieces) -> RichContent<Template>.Link? {
        guard var keys = keys(node, .link, "a link") else { return nil }
        let title = needed("title", &keys, of: "this link", node, &pieces, limit: RichLimits.title)
        let url = address(&keys, of: "this link", node, &pieces)
        keys.finish("in a link")
        guard let title, let url else { return nil }
        return RichContent<Template>.Link(title: title, url: url)
    }

    private func image(_ node: SyntaxNode, _ pieces: inout Pieces) -> RichContent<Template>.Image? {
        guard var keys = keys(node, .image, "an image") else { return nil }
        let url = address(&keys, of: "this image", node, &pieces)
        let altNode = keys["alt"]
        let alt = altNode.flatMap { filled($0, "'alt'", &pieces, limit: RichLimits.alt) }
        keys.finish("in an image")
        if altNode == nil {
            report.report(
                .missingAlt,
                node.place,
                "this image has no 'alt', so who cannot see it learns nothing",
                help: "write what it shows, as in 'alt: A navy raincoat'"
            )
        }
        guard let url, let alt else { return nil }
        return RichContent<Template>.Image(url: url, alt: alt)
    }

    private func card(_ node: SyntaxNode, _ pieces: inout Pieces) -> RichContent<Template>.Card? {
        guard var keys = keys(node, .card, "a card") else { return nil }
        let title = needed("title", &keys, of: "this card", node, &pieces, limit: RichLimits.title)
        let text = keys["text"].flatMap { filled($0, "'text'", &pieces, limit: RichLimits.cardText) }
        let image = keys["image"].flatMap { self.image($0, &pieces) }
        let choicesNode = keys["choices"]
        let choices = choicesNode.map { self.choices($0) } ?? []
        if let choicesNode { limit(choices: choices, choicesNode.place) }
        let links = keys["links"].map { self.links($0, &pieces) } ?? []
        keys.finish("in a card")
        guard let title else { return nil }
        return RichContent<Template>.Card(
            title: title,
            text: text,
            image: image,
            choices: choices.map { Choice(id: $0.id.text, title: $0.title) },
            links: links
        )
    }

    private func form(_ node: SyntaxNode, _ pieces: inout Pieces) -> RichContent<Template>.Form? {
        guard var keys = keys(node, .form, "a form") else { return nil }
        let title = needed("title", &keys, of: "this form", node, &pieces, limit: RichLimits.title)
        let fieldsNode = keys["fields"]
        keys.finish("in a form")
        guard let fieldsNode else {
            missing("fields", of: "this form", node.place, help: "list the slots it asks for")
            return nil
        }
        var fields: [FormField] = []
        for item in items(fieldsNode, "fields") {
            guard let (slot, label) = formField(item) else { continue }
            pieces.formSlots.append(slot)
            let title = label ?? Self.title(slot.text, capitalised: true)
            fields.append(FormField(slot: slot.text, title: title, type: "text"))
        }
        guard let title, !fields.isEmpty else { return nil }
        return RichContent<Template>.Form(title: title, fields: fields)
    }

    private func formField(_ node: SyntaxNode) -> (slot: Name, title: String?)? {
        guard isKeys(node) else { return name(node, "a slot's name").map { ($0, nil) } }
        guard var keys = keys(node, .formField, "a field") else { return nil }
        let slot = keys["slot"].flatMap { name($0, "a slot's name") }
        let title = keys["title"].flatMap { text($0, "'title'") }
        keys.finish("in a field of a form")
        guard let slot else {
            missing("slot", of: "this field", node.place, help: "name the slot that it fills")
            return nil
        }
        return (slot, title)
    }

    // MARK: Texts and addresses

    private func needed(
        _ key: String,
        _ keys: inout Keys,
        of what: String,
        _ node: SyntaxNode,
        _ pieces: inout Pieces,
        limit: Int
    ) -> Template? {
        guard let value = keys[key] else {
            missing(key, of: what, node.place, help: "write what customers read")
            return nil
        }
        return filled(value, "'\(key)'", &pieces, limit: limit)
    }

    private func filled(_ node: SyntaxNode, _ what: String, _ pieces: inout Pieces, limit: Int) -> Template? {
        guard text(node, what) != nil, let (template, uses) = template(node) else { return nil }
        pieces.fields += uses
        pieces.partials += partialUses(of: template, in: node)
        self.limit(template, limit, what, node.place)
        return template
    }

    private func address(
        _ keys: inout Keys,
        of what: String,
        _ node: SyntaxNode,
        _ pieces: inout Pieces
    ) -> Template? {
        guard let value = keys["url"] else {
            missing("url", of: what, node.place, help: "write an address, as in 'url: https://example.com'")
            return nil
        }
        guard let template = filled(value, "'url'", &pieces, limit: RichLimits.url) else { return nil }
        if case .field = template.segments.first { return template }
        // A field stands for any one part of an address.
        let sample = template.segments.map { segment in
            if case .text(let text) = segment { text } else { "x" }
        }.joined()
        if !URLText.isSafe(sample) {
            report.report(
                .badURL,
                value.place,
                "this address cannot be used: '\(template.source)'",
                help: "begin it with https://, mailto:, tel: or '/', and leave out spaces and quotes",
                mends: template.source.hasPrefix("http://")
                    ? [.write("https://" + template.source.dropFirst("http://".utf8.count))] : []
            )
        }
        return template
    }
}
