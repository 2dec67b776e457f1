import FrontdeskDialogue
import FrontdeskMatching

/// A word, a sign or a literal of an expression, with its bytes.
struct ExpressionToken {
    enum Kind: Equatable {
        /// A keyword, a unit, or a name; dots belong to it.
        case word(String)
        case number(Double)
        case text(String)
        case date(CivilDate)
        case time(TimeOfDay)
        case sign(String)
        case end
    }

    var kind: Kind
    var range: Range<Int>
}

/// What is wrong with how an expression is written.
struct ExpressionProblem: Error {
    var message: String
    var help: String?
    /// What is meant instead, where that is sure.
    var meant: String?
    var range: Range<Int>
}

/// Cuts an expression into words, signs and literals.
enum ExpressionTokenizer {
    /// The longest expression, in bytes.
    static let sizeLimit = 1000

    static func tokens(of text: String) throws(ExpressionProblem) -> [ExpressionToken] {
        let bytes = Array(text.utf8)
        guard bytes.count <= sizeLimit else {
            throw ExpressionProblem(
                message: "this expression has \(bytes.count) bytes; the limit is \(sizeLimit)",
                help: "work parts of it out in slots with 'value:'",
                range: 0..<bytes.count
            )
        }
        var tokens: [ExpressionToken] = []
        var index = 0
        while index < bytes.count {
            if bytes[index] <= 0x20 {
                index += 1
                continue
            }
            let token = try self.token(bytes, index)
            tokens.append(token)
            index = token.range.upperBound
        }
        tokens.append(ExpressionToken(kind: .end, range: bytes.count..<bytes.count))
        return tokens
    }

    private static func token(_ bytes: [UInt8], _ start: Int) throws(ExpressionProblem) -> ExpressionToken {
        switch bytes[start] {
        case UInt8(ascii: "'"), UInt8(ascii: "\""): try quoted(bytes, start)
        case UInt8(ascii: "0")...UInt8(ascii: "9"): try number(bytes, start)
        case let byte where isLetter(byte): word(bytes, start)
        default: try sign(bytes, start)
        }
    }

    private static func word(_ bytes: [UInt8], _ start: Int) -> ExpressionToken {
        var end = start
        while end < bytes.count,
            isLetter(bytes[end]) || isDigit(bytes[end])
                || (bytes[end] == UInt8(ascii: ".") && end + 1 < bytes.count && isLetter(bytes[end + 1]))
        { end += 1 }
        return ExpressionToken(kind: .word(string(bytes, start..<end)), range: start..<end)
    }

    /// A number, a day such as 2026-10-01, or a time such as 14:30.
    private static func number(_ bytes: [UInt8], _ start: Int) throws(ExpressionProblem) -> ExpressionToken {
        var end = start
        while end < bytes.count, isDigit(bytes[end]) { end += 1 }
        if end - start == 4, end + 5 < bytes.count, bytes[end] == UInt8(ascii: "-"), isDigit(bytes[end + 1]),
            isDigit(bytes[end + 2]), bytes[end + 3] == UInt8(ascii: "-")
        {
            var last = end + 4
            while last < bytes.count, isDigit(bytes[last]) { last += 1 }
            guard let date = CivilDate(iso: string(bytes, start..<last)), date.year > 0 else {
                throw ExpressionProblem(
                    message: "'\(string(bytes, start..<last))' is not a day",
                    help: "write year, month and day, such as 2026-10-01",
                    range: start..<last
                )
            }
            return ExpressionToken(kind: .date(date), range: start..<last)
        }
        if end - start <= 2, end + 2 < bytes.count, bytes[end] == UInt8(ascii: ":"), isDigit(bytes[end + 1]),
            isDigit(bytes[end + 2])
        {
            let (hour, minute) = (Int(string(bytes, start..<end)), Int(string(bytes, end + 1..<end + 3)))
            guard let hour, let minute, hour < 24, minute < 60 else {
                throw ExpressionProblem(
                    message: "'\(string(bytes, start..<end + 3))' is not a time",
                    help: "write hour and minute, such as 14:30",
                    range: start..<end + 3
                )
            }
            return ExpressionToken(kind: .time(TimeOfDay(hour: hour, minute: minute)), range: start..<end + 3)
        }
        let whole = end
        if end + 1 < bytes.count, bytes[end] == UInt8(ascii: "."), isDigit(bytes[end + 1]) {
            end += 1
            while end < bytes.count, isDigit(bytes[end]) { end += 1 }
        }
        guard whole - start <= 14, end - whole <= 10, let number = Double(string(bytes, start..<end)) else {
            throw ExpressionProblem(
                message: "this number has too many digits",
                help: "at most 14 before the point and 9 behind it",
                range: start..<end
            )
        }
        return ExpressionToken(kind: .number(number), range: start..<end)
    }

    /// A text in single or double quotes; a quote inside is written twice.
    private static func quoted(_ bytes: [UInt8], _ start: Int) throws(ExpressionProblem) -> ExpressionToken {
        var value: [UInt8] = []
        var index = start + 1
        while index < bytes.count {
            if bytes[index] == bytes[start] {
                guard index + 1 < bytes.count, bytes[index + 1] == bytes[start] else {
                    let text = String(decoding: value, as: UTF8.self)
                    return ExpressionToken(kind: .text(text), range: start..<index + 1)
                }
                index += 1
            }
            value.append(bytes[index])
            index += 1
        }
        throw ExpressionProblem(
            message: "this text has no closing quote",
            help: "end it with the quote it begins with",
            range: start..<bytes.count
        )
    }

    private static func sign(_ bytes: [UInt8], _ start: Int) throws(ExpressionProblem) -> ExpressionToken {
        let two = start + 1 < bytes.count ? string(bytes, start..<start + 2) : ""
        if let (help, meant) = mistaken[two] {
            throw ExpressionProblem(
                message: "'\(two)' is no sign of expressions",
                help: help,
                meant: meant,
                range: start..<start + 2
            )
        }
        if ["<=", ">=", "!="].contains(two) {
            return ExpressionToken(kind: .sign(two), range: start..<start + 2)
        }
        let one = string(bytes, start..<start + 1)
        if "=<>+-*/()[],".contains(one) {
            return ExpressionToken(kind: .sign(one), range: start..<start + 1)
        }
        var end = start + 1
        while end < bytes.count, bytes[end] & 0xC0 == 0x80 { end += 1 }
        let shown = string(bytes, start..<end)
        throw ExpressionProblem(
            message: "'\(shown)' is no sign of expressions",
            help: "“”‘’".contains(shown)
                ? "write straight quotes: 'text'" : "texts stand in quotes: 'text'",
            range: start..<end
        )
    }

    /// What people write who know other languages.
    private static let mistaken: [String: (help: String, meant: String?)] = [
        "==": ("write '=' or 'is'", "="), "=>": ("write '>='", ">="), "=<": ("write '<='", "<="),
        "<>": ("write '!=' or 'is not'", "!="), "&&": ("write 'and'", "and"), "||": ("write 'or'", "or"),
        "{{": ("write the name alone, without braces", nil),
    ]

    private static func string(_ bytes: [UInt8], _ range: Range<Int>) -> String {
        String(decoding: bytes[range], as: UTF8.self)
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

    private static func isLetter(_ byte: UInt8) -> Bool {
        (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte) || byte == UInt8(ascii: "_")
    }
}
