import FrontdeskMatching

extension Turn {
    /// Says one of the engine's own sentences.
    mutating func say(
        _ text: DeskText,
        kind: Outbound.Kind,
        choices: [Choice] = [],
        with extra: [NamedRecord] = []
    ) {
        say(assistant.texts[text], kind: kind, origin: text.rawValue, choices: choices, with: extra)
    }

    /// Says a response: one of its variants, another than last time, filled from what is known.
    mutating func say(
        _ response: Response,
        kind: Outbound.Kind,
        origin: String,
        choices: [Choice] = [],
        leadingWith lead: String? = nil,
        with extra: [NamedRecord] = []
    ) {
        let outbound = compose(
            response,
            kind: kind,
            origin: origin,
            choices: choices,
            leadingWith: lead,
            in: scope(with: extra)
        )
        acknowledge(before: outbound)
        record(.said(outbound))
    }

    func render(_ template: Template, with extra: [NamedRecord] = []) -> String {
        renderer.render(template, in: scope(with: extra))
    }

    /// What fills texts in, as the conversation's language writes values.
    var renderer: Renderer {
        Renderer(moment: moment, locale: index.locale(of: language), partials: index.partials)
    }

    /// How the conversation's language writes numbers and dates.
    var locale: Locale { index.locale(of: language).wrappedValue }

    /// The language the desk speaks now.
    var language: String { tracker.language ?? assistant.languages.first ?? "en" }

    /// What texts and arguments are filled from now.
    func scope(with extra: [NamedRecord] = []) -> DialogueScope {
        scope(of: tracker.flow, with: extra)
    }

    /// What texts and expressions would be filled from in the given run of a flow.
    func scope(of run: FlowRun?, with extra: [NamedRecord] = []) -> DialogueScope {
        DialogueScope(
            index: index,
            customer: tracker.customer,
            run: run,
            moment: moment,
            deskZone: deskZone,
            channel: tracker.channel,
            language: language,
            turns: number,
            report: tracker.reports.last,
            knownMemory: tracker.acquaintance?.sharedMemory,
            leavesNameOut: leavesNameOut,
            extra: extra + promiseRecord
        )
    }

    /// Whether the customer's name was said so lately that it would be too much.
    private var leavesNameOut: Bool {
        guard let namedIn = tracker.acquaintance?.namedIn else { return false }
        return number - namedIn < assistant.nameEvery ?? Assistant.nameTurns
    }

    /// The latest promise, as texts know it.
    private var promiseRecord: [NamedRecord] {
        guard let latest = tracker.ledger.promises.last else { return [] }
        return [latest.fields(dueAs: dueText(of: latest))]
    }

    /// Whether the desk said just this last, or asked again in just these words a message ago, whatever it said since.
    func hasJustSaid(_ text: String) -> Bool {
        if tracker.lines.last(where: { $0.author == .desk })?.text == text { return true }
        return tracker.lines.reversed().prefix { $0.turn >= number - 1 }.contains { line in
            line.turn == number - 1 && (line.kind == .reprompt || line.kind == .fallback) && line.text == text
        }
    }
}

/// The values that texts are filled from: no more of the state than they can name.
struct DialogueScope: TemplateScope {
    let index: AssistantIndex
    let customer: CustomerProfile
    var run: FlowRun?
    let moment: Moment
    let deskZone: Zone
    let channel: String
    let language: String
    let turns: Int
    /// What happened elsewhere last; texts know it as `event`.
    let report: ExternalEvent?
    /// What earlier conversations tell of the customer.
    let knownMemory: Shared<CustomerMemory?>?
    /// Whether the customer is not to be called by name again so soon.
    let leavesNameOut: Bool
    let extra: [NamedRecord]

    func value(of path: FieldPath) -> Value? {
        if let field = path.field {
            if let record = extra.first(where: { $0.name == path.root }) { return record.record[field] }
            switch path.root {
            case "customer":
                return customer[field: field].map(Value.text) ?? known(field)
            case "time" where field == "part_of_day" && !isResult("time"): return .text(partOfDay.rawValue)
            case "assistant":
                return .text(field == "name" ? index.assistant.name : index.assistant.title)
            case "event": return report?.fields[field]
            default: return run?.results.first { $0.name == path.root }?.record[field]
            }
        }
        if path.root == "now" { return .instant(moment.milliseconds) }
        return run?.slot(path.root)?.value
    }

    private var memory: CustomerMemory? { knownMemory?.wrappedValue }

    /// What is known of the customer beyond the profile.
    private func known(_ field: String) -> Value? {
        switch field {
        case "verified": .boolean(customer.isVerified)
        case "called": (Self.callsByFullName(language) ? customer.name : customer.firstName).map(Value.text)
        case "conversations": .number(Double(memory?.conversations ?? 0))
        case "last_contact": memory?.lastAt.map(Value.instant)
        case "last_topic": memory?.lastTopic.flatMap(index.intent).map { .text($0.title) }
        case "last_outcome": (memory?.lastOutcome?.rawValue).map(Value.text)
        case "promise": (memory?.awaited?.text).map(Value.text)
        case "promise_due": (memory?.awaited?.dueAt).map(Value.instant)
        default: nil
        }
    }

    /// Where strangers are not called by their first names.
    private static func callsByFullName(_ language: String) -> Bool {
        ["de", "fr", "pl"].contains { language == $0 || language.hasPrefix("\($0)-") }
    }

    private func isResult(_ name: String) -> Bool {
        run?.results.contains { $0.name == name } ?? false
    }

    func word(for path: FieldPath) -> String? {
        guard path.field == nil, let run, case .text(let value)? = run.slot(path.root)?.value,
            let slot = index.flow(run.flow)?.slot(path.root)
        else { return nil }
        return switch slot.kind {
        case .entity(let type): index.words[type]?[value]
        case .choice(let choices): choices.first { $0.id == value }?.title
        case .text, .boolean: nil
        }
    }
}

/// The same values, called by themselves in every language.
struct ValueScope<Scope: TemplateScope>: TemplateScope {
    let scope: Scope

    func value(of path: FieldPath) -> Value? { scope.value(of: path) }
}
