/// The keys of one part of a file while they are taken out one by one.
struct Keys {
    private var left: [SyntaxNode.Entry]
    /// The keys that the part has.
    private let known: [String]
    private var found: [String] = []
    private let report: Reporter
    /// The first line of the keys, for what is missing altogether.
    let place: Place
    /// Whether they stand within braces, where a ',' ends a text.
    private let isFlow: Bool

    init(_ entries: [SyntaxNode.Entry], of part: Part, place: Place, isFlow: Bool = false, report: Reporter) {
        left = entries
        known = part.table.names
        self.place = place
        self.isFlow = isFlow
        self.report = report
    }

    /// Takes out one of the part's keys and its value.
    mutating func take(_ key: String) -> SyntaxNode.Entry? {
        assert(known.contains(key), "'\(key)' is missing from the table of keys")
        return takeForeign(key)
    }

    /// Takes out a key that belongs elsewhere, to say so.
    mutating func takeForeign(_ key: String) -> SyntaxNode.Entry? {
        guard let index = left.firstIndex(where: { $0.key.text == key }) else { return nil }
        found.append(key)
        return left.remove(at: index)
    }

    /// Takes out the value of a key; nil when the key is missing.
    subscript(_ key: String) -> SyntaxNode? {
        mutating get { take(key)?.value }
    }

    /// Whether a key stands there and was not taken out yet.
    func has(_ key: String) -> Bool { left.contains { $0.key.text == key } }

    /// Where a key that was not taken out yet stands.
    func place(of key: String) -> Place? { left.first { $0.key.text == key }?.key.place }

    /// Whether a key was asked for but never there.
    func lacks(_ key: String) -> Bool { !found.contains(key) }

    /// Reports the keys nobody asked for.
    func finish(_ context: String) {
        for entry in left {
            guard entry.key.text != nil else {
                report.report(
                    .wrongShape,
                    entry.key.place,
                    "a key must be a plain word",
                    help: "write one word and ':'"
                )
                continue
            }
            if isFlow, entry.value.isAbsent {
                entry.reportCut(to: report)
                continue
            }
            report.reportUnknown(
                .unknownKey,
                "key",
                entry.name,
                known: known,
                otherwise: fallback(context)
            )
        }
    }

    private func fallback(_ context: String) -> String {
        "\(context) these keys are known: \(known.joined(separator: ", "))"
    }
}

extension SyntaxNode.Entry {
    /// Reports a word within braces that belongs to the text before it, but stands behind a ','.
    func reportCut(to report: Reporter) {
        report.report(
            .mustBeQuoted,
            key.place,
            "within { } a ',' ends a text, so '\(key.text ?? "")' is read as a key of its own",
            help: "put the text that holds the ',' in quotes"
        )
    }
}
