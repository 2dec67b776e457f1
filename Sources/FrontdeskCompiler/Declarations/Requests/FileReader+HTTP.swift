import FrontdeskDialogue

// Actions that ask another system over HTTP.
extension FileReader {
    /// What stands under `http`.
    func httpCall(
        _ node: SyntaxNode,
        of action: ActionDeclaration,
        takes: [Name],
        mode: ActionDefinition.Mode?
    ) -> HTTPCall? {
        guard var keys = keys(node, .http, "'http'") else { return nil }
        let methodNode = keys["method"]
        let body = keys["body"].flatMap { requestJSON($0, takes: takes) }
        let read = methodNode.map { httpMethod($0) } ?? (body == nil ? .get : .post)
        let allowsPlain = keys["plain_http"].flatMap { flag($0, "plain_http") } ?? false
        let url = requestURL(
            &keys,
            of: "the request of '\(action.name.text)'",
            takes: takes,
            allowsPlain: allowsPlain
        )
        let query = namedTexts(keys["query"], "query", takes: takes)
        let headers = namedTexts(keys["headers"], "headers", takes: takes)
        let statuses = keys["status"].map { statusRules($0) }
        let outcomePath = keys["outcome"].flatMap { jsonPath($0) }
        let sources = fieldSources(keys["read"], of: action)
        let retryPlace = keys.place(of: "retry")
        var terms = remoteTerms(&keys)
        terms.allowsPlainHTTP = allowsPlain
        keys.finish("in an HTTP action")
        // What is wrong with the request is reported; its outcomes are known all the same.
        let method = read ?? .get
        let call = HTTPCall(
            method: method,
            url: url ?? RequestText([]),
            query: query,
            headers: headers,
            body: body,
            mode: mode,
            statuses: Self.statuses(statuses ?? [], mode: mode ?? (method.isSafe ? .read : .write)),
            outcomePath: outcomePath,
            fields: sources,
            terms: terms
        )
        if let retryPlace, terms.retry.times > 0, !call.isRepeatable {
            reportUnsafe(method.rawValue, retryPlace)
        }
        guard let url else { return call }
        let used = Set(
            url.arguments + (query + headers).flatMap(\.text.arguments) + (body?.arguments ?? [])
        )
        for argument in takes where !used.contains(argument.text) {
            report.report(
                .badRequestText,
                argument.place,
                "the request does not use the argument '\(argument.text)'",
                help: "use it as '{{\(argument.text)}}', or take it out of 'takes'"
            )
        }
        return call
    }

    /// Every outcome an HTTP action can have.
    func outcomes(of call: HTTPCall, _ declared: [String]) -> [String] {
        var outcomes: [String] = []
        for outcome in call.statuses.map(\.outcome) + declared + ["unavailable", "failed"]
        where !outcomes.contains(outcome) {
            outcomes.append(outcome)
        }
        return outcomes
    }

    func reportUnsafe(_ what: String, _ place: Place) {
        report.report(
            .unsafeRetry,
            place,
            "a \(what) that is tried again could be carried out twice",
            help: "add 'idempotency_key: true' if the other system knows keys, or take out 'retry'",
            mends: [.addBeside(key: "idempotency_key", value: "true"), .takeOutBeside(key: "retry")]
        )
    }

    private func httpMethod(_ node: SyntaxNode) -> HTTPCall.Method? {
        name(node, "'method'").flatMap { word($0, "method", as: HTTPCall.Method.self) }
    }

    // MARK: Answers

    /// `{404: missing, 5xx: unavailable, 200-204: done}`.
    private func statusRules(_ node: SyntaxNode) -> [HTTPCall.StatusRule] {
        entries(node, "status").compactMap { entry in
            guard let outcome = name(entry.value, "an outcome").flatMap({ declaredName($0, "an outcome") })
            else { return nil }
            let text = entry.name.text
            let bounds = text.split(separator: "-", omittingEmptySubsequences: false).compactMap { Int($0) }
            let range: ClosedRange<Int>?
            if text.count == 3, text.hasSuffix("xx"), let digit = Int(text.prefix(1)) {
                range = digit * 100...digit * 100 + 99
            } else if bounds.count == 2, bounds[0] <= bounds[1] {
                range = bounds[0]...bounds[1]
            } else {
                range = bounds.count == 1 ? bounds[0]...bounds[0] : nil
            }
            guard let range, text.split(separator: "-").count <= 2, (100...599).contains(range.lowerBound),
                (100...599).contains(range.upperBound)
            else {
                report.report(
                    .badStatus,
                    entry.key.place,
                    "'\(text)' is no status code of HTTP",
                    help: "write 404, 4xx or 500-504, from 100 to 599"
                )
                return nil
            }
            return HTTPCall.StatusRule(first: range.lowerBound, last: range.upperBound, outcome: outcome.text)
        }
    }

    /// The rules with what holds where they say nothing.
    private static func statuses(
        _ rules: [HTTPCall.StatusRule],
        mode: ActionDefinition.Mode
    ) -> [HTTPCall.StatusRule] {
        var rules = rules
        let coversSuccess = rules.contains { $0.first <= 200 && $0.last >= 200 }
        if !coversSuccess {
            rules.append(
                HTTPCall.StatusRule(first: 200, last: 299, outcome: mode == .read ? "found" : "done")
            )
        }
        if mode == .read, !rules.contains(where: { $0.first < 500 && $0.last >= 400 }) {
            rules.append(HTTPCall.StatusRule(first: 404, last: 404, outcome: "missing"))
            rules.append(HTTPCall.StatusRule(first: 410, last: 410, outcome: "missing"))
        }
        return rules
    }

    /// `{status: shipments[0].status}`: where the fields of the row stand; others under their own names.
    private func fieldSources(_ node: SyntaxNode?, of action: ActionDeclaration) -> [HTTPCall.FieldSource] {
        var sources: [HTTPCall.FieldSource] = []
        let fields = action.action.fields
        for entry in entries(node, "read") {
            guard let path = jsonPath(entry.value) else { continue }
            if !fields.contains(entry.name.text) {
                report.reportUnknown(
                    .unknownField,
                    "field of '\(action.action.gives ?? action.name.text)':",
                    entry.name,
                    known: fields,
                    otherwise: "declare it under 'fields', with its type"
                )
                continue
            }
            sources.append(HTTPCall.FieldSource(field: entry.name.text, path: path))
        }
        for field in fields where !sources.contains(where: { $0.field == field }) {
            sources.append(HTTPCall.FieldSource(field: field, path: JSONPath([.member(field)])))
        }
        return sources
    }

    private func jsonPath(_ node: SyntaxNode) -> JSONPath? {
        guard let text = text(node, "a place in the answer") else { return nil }
        if let path = JSONPath(text) { return path }
        report.report(
            .badJSONPath,
            node.place,
            "'\(text)' is no place in a JSON document",
            help: "write names and positions: shipments[0].status, or [\"odd name\"]"
        )
        return nil
    }
}
