/// What makes a row of digits a payment card's number.
package enum CardNumber {
    /// How many digits a card number has.
    package static let lengths = 13...19

    /// The digits of a number, up to 19.
    package struct Digits {
        private var digits = InlineArray<19, UInt8>(repeating: 0)
        /// How many there are.
        package private(set) var count = 0

        /// No digits yet.
        package init() {}

        /// Takes one more digit, 0…9.
        package mutating func append(_ digit: Int) {
            digits[count] = UInt8(digit)
            count += 1
        }

        /// A digit, 0…9.
        package subscript(index: Int) -> Int { Int(digits[index]) }

        /// The first four, by which schemes are known.
        var firstFour: Int { (0..<min(4, count)).reduce(0) { $0 * 10 + self[$1] } }
    }

    /// Whether the first digits and the length are ones that card schemes use.
    package static func isIssued(_ digits: Digits) -> Bool {
        switch digits.firstFour {
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
    package static func hasRightCheckDigit(_ digits: Digits) -> Bool {
        var sum = 0
        for position in 0..<digits.count {
            let digit = digits[digits.count - 1 - position]
            let value = position % 2 == 0 ? digit : digit * 2
            sum += value > 9 ? value - 9 : value
        }
        return sum % 10 == 0
    }

    /// The scheme that issued a number, as a customer knows it, and the last four digits.
    static func name(_ digits: Digits) -> String {
        var name = scheme(digits)
        name.append(" ")
        for index in digits.count - 4..<digits.count {
            name.unicodeScalars.append(Unicode.Scalar(UInt8(digits[index]) + UInt8(ascii: "0")))
        }
        return name
    }

    private static func scheme(_ digits: Digits) -> String {
        switch digits.firstFour {
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
