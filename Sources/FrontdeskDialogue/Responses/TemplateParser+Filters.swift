// The filters behind a field: `|date`, `|prefix " "`, `|plural one: "…" other: "…"`.
extension TemplateParser {
    static let filterNames = [
        "prefix", "suffix", "default", "date", "relative", "time", "duration", "money", "number", "percent",
        "list", "plural", "choose", "lower", "upper", "first",
    ]

    /// A filter's name and what stands behind it.
    private struct Arguments {
        var name: String
        var start: Int
        var length: Int
        /// Texts without a name.
        var plain: [String] = []
        var forms: [Template.Form] = []

        func error(_ message: String, help: String? = nil) -> TemplateError {
            TemplateError(message: message, help: help, offset: start, length: length)
        }
    }

    mutating func filter() throws(TemplateError) -> Template.Filter {
        let arguments = try arguments()
        switch arguments.name {
        case "plural": return .plural(try pluralForms(arguments))
        case "choose": return .choose(try choices(arguments))
        default: break
        }
        guard arguments.forms.isEmpty, arguments.plain.count <= 1 else {
            throw arguments.error(
                "the filter '\(arguments.name)' takes at most one text",
                help: "only 'plural' and 'choose' take several"
            )
        }
        return try simple(arguments, arguments.plain.first)
    }

    private func simple(_ filter: Arguments, _ text: String?) throws(TemplateError) -> Template.Filter {
        switch filter.name {
        case "prefix": return .prefix(try needed(text, filter))
        case "suffix": return .suffix(try needed(text, filter))
        case "default": return .fallback(try needed(text, filter))
        case "money": return .money(text)
        case "date":
            guard let text else { return .date }
            return .dateStyle(try word(text, of: "date", filter))
        case "duration":
            guard let text else { return .duration(.minutes) }
            return .duration(try word(text, of: "duration", filter))
        default: break
        }
        guard let plain = Self.plainFilters[filter.name] else {
            throw TemplateError(
                message: "unknown filter '\(filter.name)'",
                help: nil,
                offset: filter.start,
                length: filter.length,
                unknown: filter.name,
                known: Self.filterNames
            )
        }
        guard text == nil else { throw filter.error("the filter '\(filter.name)' takes no text") }
        return plain
    }

    private static let plainFilters: [String: Template.Filter] = [
        "time": .time, "lower": .lower, "upper": .upper, "first": .first, "relative": .relative,
        "number": .number, "percent": .percent, "list": .list,
    ]

    private func needed(_ text: String?, _ filter: Arguments) throws(TemplateError) -> String {
        guard let text else {
            throw filter.error(
                "the filter '\(filter.name)' needs a text in double quotes",
                help: "for example \(filter.name) \", \""
            )
        }
        return text
    }

    private func word<Word: RawRepresentable & CaseIterable>(
        _ text: String,
        of name: String,
        _ filter: Arguments
    ) throws(TemplateError) -> Word where Word.RawValue == String {
        if let word = Word(rawValue: text) { return word }
        let words = Word.allCases.map { "\"\($0.rawValue)\"" }.joined(separator: ", ")
        throw filter.error("the filter '\(name)' does not know \"\(text)\"", help: "write one of \(words)")
    }

    // MARK: Forms

    private func pluralForms(_ filter: Arguments) throws(TemplateError) -> [Template.Form] {
        if filter.forms.isEmpty, filter.plain.count == 2 {
            return [Template.Form("one", filter.plain[0]), Template.Form("other", filter.plain[1])]
        }
        guard filter.plain.isEmpty, !filter.forms.isEmpty else {
            throw filter.error(
                "the filter 'plural' needs two texts, or forms with names",
                help: "for example plural \"one parcel\" \"{} parcels\""
            )
        }
        let names = PluralCategory.allCases.map(\.rawValue)
        if let form = filter.forms.first(where: { !names.contains($0.name) }) {
            throw filter.error(
                "'\(form.name)' is no plural form",
                help: "the forms are \(names.joined(separator: ", "))"
            )
        }
        return try withOther(filter, example: "other: \"{} parcels\"")
    }

    private func choices(_ filter: Arguments) throws(TemplateError) -> [Template.Form] {
        guard filter.plain.isEmpty, !filter.forms.isEmpty else {
            throw filter.error(
                "the filter 'choose' needs texts with names",
                help: "for example choose female: \"her\" male: \"him\" other: \"them\""
            )
        }
        return try withOther(filter, example: "other: \"them\"")
    }

    private func withOther(_ filter: Arguments, example: String) throws(TemplateError) -> [Template.Form] {
        var seen: Set<String> = []
        if let twice = filter.forms.first(where: { !seen.insert($0.name).inserted }) {
            throw filter.error("'\(filter.name)' has the form '\(twice.name)' twice", help: "take one out")
        }
        guard seen.contains("other") else {
            var error = filter.error(
                "'\(filter.name)' has no form 'other', so some values would leave a gap",
                help: "add one for all that is left: \(example)"
            )
            error.lacksOther = true
            throw error
        }
        return filter.forms
    }

    // MARK: Reading

    private mutating func arguments() throws(TemplateError) -> Arguments {
        let start = position
        let name = word()
        var result = Arguments(name: name, start: start, length: max(1, position - start))
        while true {
            skipSpaces()
            if let text = try quoted() {
                result.plain.append(text)
                continue
            }
            let nameStart = position
            let form = word()
            if form.isEmpty { return result }
            skipSpaces()
            guard position < bytes.count, bytes[position] == UInt8(ascii: ":") else {
                throw TemplateError(
                    message: "'\(form)' stands where a text in double quotes or a '|' is expected",
                    help: "put texts in double quotes",
                    offset: nameStart,
                    length: form.utf8.count
                )
            }
            position += 1
            skipSpaces()
            guard let text = try quoted() else {
                throw TemplateError(
                    message: "behind '\(form):' a text in double quotes is missing",
                    help: "for example \(form): \"…\"",
                    offset: nameStart,
                    length: form.utf8.count
                )
            }
            result.forms.append(Template.Form(form, text))
        }
    }
}
