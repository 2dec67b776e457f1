import FrontdeskMatching

/// What a promise is about: a report about another order neither keeps nor moves it.
extension Promise {
    /// Whether a report can be about this promise: no field of it contradicts what is known of the promise.
    ///
    /// - Parameter zone: The zone in which days and times without one are meant.
    func isMeant(by report: ExternalEvent, in zone: Zone) -> Bool {
        (about?.fields ?? []).allSatisfy { known in
            guard let told = report.fields[known.name].map({ ExpressionValue($0) }), told != .missing else {
                return true
            }
            let value = ExpressionValue(known.value)
            return value.equals(told.converted(to: value.type, zone: zone)) ?? false
        }
    }
}

extension Turn {
    /// The slots that say what is promised here, as they are now; sensitive ones are kept nowhere else.
    func subject(of terms: PromiseTerms) -> Record? {
        var fields: [Record.Field] = []
        for run in ownRuns.reversed() {
            for entry in run.slots where !fields.contains(where: { $0.name == entry.name }) {
                guard terms.about?.contains(entry.name) ?? true,
                    index.flow(run.flow)?.slot(entry.name)?.isSensitive == false
                else { continue }
                fields.append(Record.Field(entry.name, entry.value))
            }
        }
        return fields.isEmpty ? nil : Record(fields)
    }
}

extension ExpressionValue {
    /// The type that another value is read as, to be compared with this one.
    fileprivate var type: ExpressionType {
        switch self {
        case .missing, .text: .text
        case .number: .number
        case .boolean: .boolean
        case .date: .date
        case .time: .time
        case .moment: .moment
        case .duration: .duration
        case .months: .months
        case .money(let money): .money(currency: money.currency)
        case .list(let values): .list(values.first?.type ?? .text)
        }
    }
}
