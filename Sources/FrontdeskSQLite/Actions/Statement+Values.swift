import Frontdesk
import FrontdeskDialogue
import FrontdeskMatching
import GRDB

extension Statement {
    /// Runs the statement with a request's arguments and reads its first row.
    ///
    /// - Parameter outcomes: The outcome when there is a row and when there is none; a column `outcome` names another.
    func result(
        of request: ActionRequest,
        default outcomes: (row: String, none: String)
    ) throws -> ActionResult {
        var arguments: [String: (any DatabaseValueConvertible)?] = [:]
        for field in request.arguments.fields { arguments[field.name] = field.value.bound }
        let rows = try Row.fetchCursor(self, arguments: StatementArguments(arguments))
        guard let row = try rows.next() else { return ActionResult(key: request.key, outcome: outcomes.none) }
        var result = ActionResult(key: request.key, outcome: outcomes.row)
        var fields: [FrontdeskDialogue.Record.Field] = []
        for (column, value) in row {
            if column == "outcome", let outcome = String.fromDatabaseValue(value) {
                result.outcome = outcome
            } else {
                fields.append(.init(column, Value(value)))
            }
        }
        result.record = FrontdeskDialogue.Record(fields)
        // A write may go on behind its first row.
        while !isReadonly, try rows.next() != nil {}
        return result
    }
}

extension Value {
    /// The value as SQLite takes it: dates as `2026-11-22`, times as `09:00`, money in its smallest unit,
    /// lengths of time in seconds, quantities in kg, m, m², l, °C or MB, stretches as `2026-11-23/2026-11-27`.
    var bound: (any DatabaseValueConvertible)? {
        switch self {
        case .none: nil
        case .text(let text): text
        case .number(let number): Int64(exactly: number) ?? number
        case .boolean(let boolean): boolean
        case .money(let money): money.minorUnits
        case .date(let date): date.iso
        case .time(let time): time.text
        case .instant(let milliseconds): milliseconds
        case .duration(let milliseconds): milliseconds / 1000
        case .quantity(let quantity): quantity.inOwnUnit
        case .days(let range): range.iso
        case .times(let range): "\(range.from.text)/\(range.until.text)"
        }
    }

    /// What a column holds; bytes that are no text are left out.
    init(_ value: DatabaseValue) {
        switch value.storage {
        case .null: self = .none
        case .int64(let number): self = .number(Double(number))
        case .double(let number): self = .number(number)
        case .string(let text): self = .text(text)
        case .blob(let data): self = String(validating: data, as: UTF8.self).map(Value.text) ?? .none
        }
    }
}
