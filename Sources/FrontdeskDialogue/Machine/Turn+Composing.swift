import FrontdeskMatching

/// Making a message of a response, as the conversation's channel shows it.
extension Turn {
    /// The message that a response is now.
    func compose(
        _ response: Response,
        kind: Outbound.Kind,
        origin: String,
        choices: [Choice] = [],
        leadingWith lead: String? = nil,
        in scope: DialogueScope
    ) -> Outbound {
        let channel = index.channel(tracker.channel)
        let form = response.channels.flatMap { forms in forms.first { $0.channel == channel.name } }
        // Without a form of its own the response is taken as it is: a copy would count all that it holds.
        guard let form else {
            return compose(response, form: nil, on: channel, kind, origin, choices, lead, in: scope)
        }
        let both = (own: form, general: response)
        return compose(form.response, form: both, on: channel, kind, origin, choices, lead, in: scope)
    }

    /// - Parameter form: What the response is on the channel, and what it is elsewhere; nil: the same everywhere.
    private func compose(
        _ response: Response,
        form: (own: ChannelForm, general: Response)?,
        on channel: Channel,
        _ kind: Outbound.Kind,
        _ origin: String,
        _ choices: [Choice],
        _ lead: String?,
        in scope: DialogueScope
    ) -> Outbound {
        let last = tracker.lines.suffix(40).lastIndex { $0.origin == origin }
        let variant = response.pick(
            conversation: tracker.conversation,
            turn: number,
            avoiding: last.map { tracker.lines[$0].variant },
            among: suitable(response, in: scope)
        )
        let template = response.variants[variant]
        let text = joined(lead, renderer.render(template, in: scope))
        var outbound = Outbound(
            text: text,
            choices: response.choices + choices,
            content: response.content?.rendered(by: renderer, in: scope).asking(for: flowSlots),
            kind: kind,
            origin: origin,
            variant: variant
        )
        outbound.saysName = says(text, nameOf: tracker.customer, template)
        if channel.markup != .plain {
            var renderer = renderer
            renderer.markup = channel.markup
            renderer.wordsAreMarkup = form?.own.hasOwnText ?? false
            let markedLead = lead.map { channel.markup.escape($0, startsLine: true) }
            if renderer.wordsAreMarkup, let general = form?.general {
                // People who read the conversation later get words instead of markup.
                let words = general.variants[min(variant, general.variants.count - 1)]
                outbound.text = joined(lead, self.renderer.render(words, in: scope))
            }
            outbound.marked = MarkedText(
                markup: channel.markup,
                text: joined(markedLead, renderer.render(template, in: scope))
            )
        }
        if outbound.content != nil || !outbound.choices.isEmpty { outbound.fit(channel) }
        return outbound
    }

    /// Whether a message calls the customer by name; nil: it does not.
    private func says(_ text: String, nameOf customer: CustomerProfile, _ template: Template) -> Bool? {
        guard template.callsByName, let name = customer.firstName else { return nil }
        return text.utf8Contains(name) ? true : nil
    }

    /// The wordings of a response that fit the circumstances and the tone.
    private func suitable(_ response: Response, in scope: DialogueScope) -> [Int] {
        guard response.terms != nil else { return Array(response.variants.indices) }
        let tone = assistant.tone?.tone(
            queue: tracker.ticket?.queue ?? topicQueue,
            sentiment: tracker.sentiments.last ?? 0
        ) { $0.holds(in: scope) }
        return response.suitable(tone: tone) { $0.holds(in: scope) }
    }

    /// One of the engine's own sentences as a part of a message.
    func phrase(_ text: DeskText, with extra: [NamedRecord] = []) -> String {
        phrase(assistant.texts[text], with: extra)
    }

    /// A response as a part of a message: a wording that fits, by conversation and turn.
    func phrase(_ response: Response, with extra: [NamedRecord] = []) -> String {
        renderer.render(wording(of: response, with: extra), in: scope(with: extra))
    }

    /// A wording of a response that fits, by conversation and turn.
    func wording(of response: Response, with extra: [NamedRecord] = []) -> Template {
        let variant = response.pick(
            conversation: tracker.conversation,
            turn: number,
            among: suitable(response, in: scope(with: extra))
        )
        return response.variants[variant]
    }

    /// The slots of the flow that is under way.
    private var flowSlots: [Slot] {
        tracker.flow.flatMap { index.flow($0.flow) }?.slots ?? []
    }

    private func joined(_ lead: String?, _ text: String) -> String {
        lead.map { "\($0) \(text)" } ?? text
    }
}

extension Outbound {
    /// Makes lines of the text of everything that a channel does not show, so that nothing is lost.
    mutating func fit(_ channel: Channel) {
        var left = content ?? RichContent()
        var told = RichContent<String>()
        if !channel.shows.contains(.links) { swap(&left.links, &told.links) }
        if !channel.shows.contains(.images) { swap(&left.images, &told.images) }
        if !channel.shows.contains(.cards) { swap(&left.cards, &told.cards) }
        if !channel.shows.contains(.forms) { swap(&left.form, &told.form) }
        var lines = told.readableLines
        // A picture or link that leads nowhere is still said.
        left.images.removeAll { image in
            if image.url.isEmpty { lines.append("[image: \(image.alt)]") }
            return image.url.isEmpty
        }
        left.links.removeAll { link in
            if link.url.isEmpty { lines.append(link.title) }
            return link.url.isEmpty
        }
        if !channel.shows.contains(.choices) {
            for (number, choice) in choices.enumerated() { lines.append("\(number + 1)) \(choice.title)") }
            choices = []
        }
        content = left.isEmpty ? nil : left
        guard !lines.isEmpty else { return }
        text = ([text] + lines).joined(separator: "\n")
        guard let marked else { return }
        let escaped = marked.markup.escape(
            "\n" + lines.joined(separator: "\n"),
            startsLine: true,
            isAuthors: true
        )
        self.marked = MarkedText(markup: marked.markup, text: marked.text + escaped)
    }
}

extension RichContent where Text == String {
    /// The form with what each of its slots takes.
    fileprivate func asking(for slots: [Slot]) -> RichContent<String> {
        guard let form else { return self }
        var content = self
        content.form?.fields = form.fields.map { field in
            var field = field
            switch slots.first(where: { $0.name == field.slot })?.kind {
            case .entity(let type): field.type = type
            case .boolean: field.type = "yes_no"
            case .choice(let choices):
                field.type = "choice"
                field.choices = choices.map { Choice(id: $0.id, title: $0.title) }
            case .text, nil: field.type = "text"
            }
            return field
        }
        return content
    }
}

extension String {
    /// Whether another text stands in it, byte for byte.
    fileprivate func utf8Contains(_ other: String) -> Bool {
        let bytes = Array(other.utf8)
        guard let first = bytes.first else { return false }
        var rest = Substring(self).utf8
        while let start = rest.firstIndex(of: first) {
            rest = rest[start...]
            if rest.starts(with: bytes) { return true }
            rest = rest.dropFirst()
        }
        return false
    }
}
