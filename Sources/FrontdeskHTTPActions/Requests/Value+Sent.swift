import FrontdeskDialogue
import FrontdeskMatching

extension Value {
    /// The value as a text for another system: days as `2026-11-22`, times as `09:00`, instants in RFC 3339, amounts as
    /// `49.90`, lengths of time in seconds; empty when there is none.
    var sent: String {
        switch self {
        case .none: ""
        case .text(let text): text
        case .number(let number): NumberText.plain(number)
        case .boolean(let flag): flag ? "true" : "false"
        case .money(let money): Self.amount(money)
        case .date(let date): date.iso
        case .time(let time): DateText.time(time)
        case .instant(let milliseconds): StampText.utc(milliseconds)
        case .duration(let milliseconds): String(milliseconds / 1000)
        case .quantity(let quantity): NumberText.plain(quantity.inOwnUnit)
        case .days(let range): range.iso
        case .times(let range): "\(DateText.time(range.from))/\(DateText.time(range.until))"
        }
    }

    static func amount(_ money: Money) -> String {
        NumberText.decimal(money.minorUnits, places: MoneyText.decimals(of: money.currency))
    }
}
