import FrontdeskMatching

extension ExpressionValue {
    /// The value read as one of a type: `2026-11-25` as a day, `49.9` as an amount; missing when it cannot be.
    public func converted(to type: ExpressionType, zone: Zone) -> ExpressionValue {
        if isOne(of: type) { return self }
        switch (type, self) {
        case (.list(let element), .list(let values)):
            let converted = values.map { $0.converted(to: element, zone: zone) }
            return converted.contains(.missing) ? .missing : .list(converted)
        case (.text, .number(let number)): return .text(NumberText.plain(number))
        case (.text, .boolean(let flag)): return .text(flag ? "yes" : "no")
        case (.number, .text(let text)):
            return Self.number(text).map { .number(Limits.settled($0)) } ?? .missing
        case (.boolean, .number(let number)):
            return number == 1 || number == 0 ? .boolean(number == 1) : .missing
        case (.boolean, .text(let text)): return Self.boolean(text)
        case (.date, .text(let text)):
            return StampText(iso: text).flatMap { $0.date(in: zone) }.map { .date(Limits.settled($0)) }
                ?? .missing
        case (.date, .moment(let instant)):
            return .date(Limits.settled(Moment(milliseconds: instant, zone: zone).date))
        case (.time, .text(let text)):
            return StampText(iso: text).flatMap { $0.time(in: zone) }.map { .time($0) } ?? .missing
        case (.moment, .text(let text)):
            guard let stamp = StampText(iso: text), let day = stamp.date(in: zone),
                let clock = stamp.time(in: zone)
            else { return .missing }
            return .moment(Limits.settled(zone.milliseconds(of: Limits.settled(day), at: clock)))
        case (.money(let currency?), .number(let number)): return Self.money(number, currency)
        case (.money(let currency?), .text(let text)):
            return Self.number(text).map { Self.money($0, currency) } ?? .missing
        case (.choice(let texts), .text(let text)):
            return texts.first { $0.lowercased() == text.lowercased() }.map { .text($0) } ?? .missing
        default: return .missing
        }
    }

    /// So much of a currency: 49.9 and EUR are 49.90 EUR.
    package static func money(_ number: Double, _ currency: String) -> ExpressionValue {
        var scale = 1.0
        for _ in 0..<MoneyText.decimals(of: currency) { scale *= 10 }
        return .money(Money(minorUnits: Limits.units(number * scale), currency: currency))
    }

    private static func number(_ text: String) -> Double? {
        guard let number = Double(text), number.isFinite else { return nil }
        return number
    }

    private static func boolean(_ text: String) -> ExpressionValue {
        switch text.lowercased() {
        case "yes", "true", "1": .boolean(true)
        case "no", "false", "0": .boolean(false)
        default: .missing
        }
    }
}
