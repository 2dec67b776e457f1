import FrontdeskDialogue
import FrontdeskMatching

extension BuiltInEntity {
    /// The type of its values in expressions.
    var valueType: ExpressionType {
        switch self {
        case .number, .ordinal, .percentage: .number
        // In the dimension's own unit: kg, m, m², l, °C, MB.
        case .weight, .length, .area, .volume, .temperature, .dataSize: .number
        case .date: .date
        case .time: .time
        case .money: .money(currency: nil)
        case .duration: .duration
        case .dateRange: .list(.date)
        case .timeRange: .list(.time)
        case .email, .phone, .url, .personName, .iban, .paymentCard, .address: .text
        }
    }
}
