import FrontdeskDialogue

/// Reads another system's answer as the action declares it.
struct AnswerReading {
    let definition: ActionDefinition
    let call: HTTPCall

    /// The result of a run: its outcome, its row, and what went wrong.
    func result(_ answer: IncomingAnswer, key: String) -> ActionResult {
        guard var outcome = call.outcome(of: answer.status) else {
            return ActionResult(key: key, outcome: Self.outcome(of: answer.status), failure: told(answer))
        }
        guard (200...299).contains(answer.status) else {
            let isSetback = outcome == "failed" || outcome == "unavailable"
            return ActionResult(key: key, outcome: outcome, failure: isSetback ? told(answer) : nil)
        }
        guard definition.gives != nil || call.outcomePath != nil else {
            return ActionResult(key: key, outcome: outcome)
        }
        guard let document = JSONDocument(answer.body) else {
            if answer.body.isEmpty, call.outcomePath == nil, definition.types.allSatisfy(\.isOptional) {
                return ActionResult(key: key, outcome: outcome, record: Record())
            }
            return failed(key, answer.body.isEmpty ? "the answer is empty" : "the answer is no JSON")
        }
        if let path = call.outcomePath {
            guard let named = document[path]?.text else {
                return failed(
                    key,
                    "the answer has no text at \(path.written), where the outcome's name should be"
                )
            }
            guard definition.outcomes.contains(named) else {
                return failed(
                    key,
                    "the answer names an outcome at \(path.written) that the action does not declare"
                )
            }
            outcome = named
        }
        guard definition.gives != nil else { return ActionResult(key: key, outcome: outcome) }
        switch row(document) {
        case .success(let record): return ActionResult(key: key, outcome: outcome, record: record)
        case .failure(let problem): return failed(key, problem.message)
        }
    }

    /// The row, with values of the declared types.
    private func row(_ document: JSONDocument) -> Result<Record, RequestProblem> {
        var fields: [Record.Field] = []
        for source in call.fields {
            let found = document[source.path]
            let declared = definition.types.first { $0.name == source.field }
            guard let declared else {
                fields.append(Record.Field(source.field, found?.value ?? .none))
                continue
            }
            if found == nil || found == .null {
                guard declared.isOptional else {
                    return .failure(
                        RequestProblem(
                            "the answer lacks '\(source.field)': nothing stands at \(source.path.written)"
                        )
                    )
                }
                fields.append(Record.Field(source.field, .none))
                continue
            }
            guard let value = found.flatMap({ typed($0, declared.type) }) else {
                return .failure(
                    RequestProblem(
                        "the answer's '\(source.field)' at \(source.path.written) is \(found?.described ?? "nothing"), not \(Self.name(declared.type))"
                    )
                )
            }
            fields.append(Record.Field(source.field, value))
        }
        return .success(Record(fields))
    }

    /// The value, if it can be read as the type; the machine reads it so, in the customer's zone.
    private func typed(_ found: JSONDocument, _ type: ExpressionType) -> Value? {
        if type == .text, let text = found.text { return .text(text) }
        guard ExpressionValue(found.value).converted(to: type, zone: .utc) != .missing else { return nil }
        return found.value
    }

    static func name(_ type: ExpressionType) -> String {
        switch type {
        case .text: "a text"
        case .number: "a number"
        case .boolean: "yes or no"
        case .date: "a day"
        case .time: "a time of day"
        case .moment: "an instant"
        case .money: "an amount"
        case .choice(let texts): "one of \(texts.joined(separator: ", "))"
        default: "as declared"
        }
    }

    /// What a status code comes to that the action says nothing of.
    static func outcome(of status: Int) -> String {
        status >= 500 || Sender.busy.contains(status) ? "unavailable" : "failed"
    }

    private func told(_ answer: IncomingAnswer) -> String {
        (300...399).contains(answer.status)
            ? "the answer was a redirect (\(answer.status)), which is not followed"
            : "the answer was \(answer.status)"
    }

    private func failed(_ key: String, _ reason: String) -> ActionResult {
        ActionResult(key: key, outcome: "failed", failure: reason)
    }
}
