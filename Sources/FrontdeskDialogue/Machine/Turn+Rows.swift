/// Rows of actions as the files declare them.
extension Turn {
    /// A result whose row holds values of the declared types; one that cannot counts as `failed`.
    func conformed(_ result: ActionResult, to definition: ActionDefinition?) -> ActionResult {
        guard let definition, definition.promisesRow(result.outcome) else { return result }
        var result = result
        guard var record = result.record else {
            return Self.refused(result, "the outcome '\(result.outcome)' came without a row")
        }
        for field in definition.types {
            let value = ExpressionValue(record[field.name]).converted(to: field.type, zone: moment.zone)
            if value == .missing, !field.isOptional {
                return Self.refused(result, "the row's field '\(field.name)' is missing or not as declared")
            }
            record.fields.removeAll { $0.name == field.name }
            record.fields.append(Record.Field(field.name, value.value ?? .none))
        }
        result.record = record
        return result
    }

    private static func refused(_ result: ActionResult, _ failure: String) -> ActionResult {
        ActionResult(key: result.key, outcome: "failed", failure: failure)
    }
}

extension ActionDefinition {
    /// Outcomes that come without a row.
    private static let outcomesWithoutRow = ["missing", "failed", "unchanged", "done"]

    /// Whether a row comes with an outcome.
    package func comesWithRow(_ outcome: String) -> Bool {
        switch kind {
        case .http(let call): call.comesWithRow(outcome, among: outcomes)
        case .rasa: false
        case .sql, .custom: !Self.outcomesWithoutRow.contains(outcome)
        }
    }

    /// Whether a row with declared types comes with an outcome.
    fileprivate func promisesRow(_ outcome: String) -> Bool {
        !types.isEmpty && gives != nil && comesWithRow(outcome)
    }
}
