import FrontdeskDialogue
import FrontdeskMatching

// Promises, and when nobody wants to hear of anything by itself.
extension FileReader {
    /// `{text, within, to, queue, kept_by, moved_by, about, by, late}`.
    func promise(_ node: SyntaxNode) -> PromiseDeclaration? {
        guard var keys = keys(node, .promise, "'promise'") else { return nil }
        let written = keys.take("text")
        let text = written.flatMap { response($0.value, "'text'") }
        let within = keys.take("within")
        let length = within.flatMap { promiseLength($0.value) }
        let route = keys["to"].flatMap { promiseRoute($0) }
        let queue = keys["queue"].flatMap { name($0, "a queue's name") }
        let keptBy = names(keys["kept_by"], "an event").compactMap { promisedEvent($0) }
        let movedBy = names(keys["moved_by"], "an event").compactMap { promisedEvent($0) }
        let about = keys["about"].map { names($0, "a slot's name") }
        let wantedBy = keys["by"].flatMap { name($0, "a slot's name") }
        let late = keys["late"].flatMap { response($0, "'late'") }
        keys.finish("in 'promise'")
        for (key, entry) in [("text", written), ("within", within)] where entry == nil {
            missing(key, of: "'promise'", node.place, help: Self.promiseHelp)
        }
        guard let text, let length else { return nil }
        return PromiseDeclaration(
            text: text,
            length: length,
            route: route,
            queue: queue,
            keptBy: keptBy,
            movedBy: movedBy,
            about: about,
            wantedBy: wantedBy,
            late: late
        )
    }

    private static let promiseHelp =
        "say what is promised and how long it may take: {text: \"An answer about your order\", within: 2d}"

    /// The longest time that can be promised, in days.
    private static let longestPromise = 365

    private func promiseLength(_ node: SyntaxNode) -> PromiseLength? {
        guard let text = text(node, "'within'") else { return nil }
        if let count = Int(text.dropLast()), count > 0 {
            switch text.last {
            case "m" where count <= Self.longestPromise * 1440: return .minutes(count)
            case "h" where count <= Self.longestPromise * 24: return .minutes(count * 60)
            case "d" where count <= Self.longestPromise: return .days(count)
            default: break
            }
        }
        report.report(
            .badDuration,
            node.place,
            "'\(text)' is not a length of time",
            help: "write a number and m, h or d, at most \(Self.longestPromise) days: 30m, 4h, 2d"
        )
        return nil
    }

    /// `conversation`, a slot, `customer.email` or `customer.phone`.
    private func promiseRoute(_ node: SyntaxNode) -> FieldUse? {
        guard let name = name(node, "'to'"), name.text != "conversation" else { return nil }
        if ["customer.email", "customer.phone"].contains(name.text) {
            return FieldUse(
                path: FieldPath(root: "customer", field: String(name.text.dropFirst(9))),
                place: name.place
            )
        }
        guard !name.text.contains(".") else {
            report.report(
                .unknownField,
                name.place,
                "nobody can be reached at '\(name.text)'",
                help: "write conversation, customer.email, customer.phone, or a slot that holds an address"
            )
            return nil
        }
        return FieldUse(path: FieldPath(root: name.text), place: name.place)
    }

    private func promisedEvent(_ name: Name) -> String? {
        if case .event(let event)? = event(name) { return event }
        report.report(
            .wrongShape,
            name.place,
            "'\(name.text)' is no event that a promise could wait for",
            help: "write event(NAME), such as event(parcel.answered)"
        )
        return nil
    }

    /// `"21:00-08:00"`.
    func quietHours(_ node: SyntaxNode) -> QuietHours? {
        guard let text = text(node, "'quiet_hours'") else { return nil }
        let ends = text.split(separator: "-", omittingEmptySubsequences: false).map {
            Self.time(Self.trimmed($0))
        }
        if ends.count == 2, let start = ends[0], let end = ends[1], start != end, start.hour < 24,
            end.hour < 24
        {
            return QuietHours(start: start, end: end)
        }
        report.report(
            .badHours,
            node.place,
            "'\(text)' is not a time of day to be quiet in",
            help: "write when it begins and ends: \"21:00-08:00\""
        )
        return nil
    }
}
