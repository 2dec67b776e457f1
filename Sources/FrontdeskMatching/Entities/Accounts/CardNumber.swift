/// What makes a row of digits a payment card's number.
package enum CardNumber {
    /// How many digits a card number has.
    package static let lengths = 13...19

    /// Whether the first digits and the length are ones that card schemes use.
    package static func isIssued(_ digits: [Int]) -> Bool {
        let four = digits.prefix(4).reduce(0) { $0 * 10 + $1 }
        return switch four {
        case 4000...4999: [13, 16, 19].contains(digits.count)
        case 2221...2720, 5100...5599: digits.count == 16
        case 3400...3499, 3700...3799: digits.count == 15
        case 3000...3099, 3600...3699, 3800...3999: (14...19).contains(digits.count)
        case 3528...3589: digits.count >= 16
        case 5000...5099, 5600...6999: true
        case 8100...8199: digits.count >= 16
        default: false
        }
    }

    /// Whether the check digit is right (ISO/IEC 7812-1).
    ///
    /// From the right, every second digit is doubled; the sum of all digits then ends in 0.
    package static func hasRightCheckDigit(_ digits: [Int]) -> Bool {
        var sum = 0
        for (position, digit) in digits.reversed().enumerated() {
            let value = position % 2 == 0 ? digit : digit * 2
            sum += value > 9 ? value - 9 : value
        }
        return sum % 10 == 0
    }

    /// The scheme that issued a number, as a customer knows it.
    static func scheme(_ digits: [Int]) -> String {
        let four = digits.prefix(4).reduce(0) { $0 * 10 + $1 }
        return switch four {
        case 4000...4999: "visa"
        case 2221...2720, 5100...5599: "mastercard"
        case 3400...3499, 3700...3799: "amex"
        case 3000...3099, 3600...3699, 3800...3999: "diners"
        case 3528...3589: "jcb"
        case 6011, 6440...6599: "discover"
        case 6200...6299, 8100...8199: "unionpay"
        case 5000...5099, 5600...6999: "maestro"
        default: "card"
        }
    }
}
