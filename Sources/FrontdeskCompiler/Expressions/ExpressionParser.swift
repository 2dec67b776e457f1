import FrontdeskDialogue
import FrontdeskMatching

/// Reads an expression by the strength of its operators (after Vaughan Pratt, "Top down operator precedence", 1973).
struct ExpressionParser {
    /// How deeply expressions may stand within each other.
    static let depthLimit = 40

    private let tokens: [ExpressionToken]
    private let place: (Range<Int>) -> Place
    private var position = 0
    private var depth = 0

    /// Reads a whole text.
    ///
    /// - Parameter place: Where bytes of the text stand in the file.
    static func parse(
        _ text: String,
        place: @escaping (Range<Int>) -> Place
    ) throws(ExpressionProblem) -> ExpressionTree {
        var parser = ExpressionParser(tokens: try ExpressionTokenizer.tokens(of: text), place: place)
        let tree = try parser.expression(atLeast: 0)
        guard parser.current.kind == .end else { throw parser.unexpected("an operator or the end") }
        return tree
    }

    private init(tokens: [ExpressionToken], place: @escaping (Range<Int>) -> Place) {
        self.tokens = tokens
        self.place = place
    }

    // MARK: Tokens

    private var current: ExpressionToken { tokens[min(position, tokens.count - 1)] }

    private var next: ExpressionToken { tokens[min(position + 1, tokens.count - 1)] }

    private var last: ExpressionToken { tokens[max(0, position - 1)] }

    private func isWord(_ word: String) -> Bool { current.kind == .word(word) }

    private mutating func takeWord(_ word: String) -> Bool {
        guard isWord(word) else { return false }
        position += 1
        return true
    }

    private mutating func take(_ sign: String) -> Bool {
        guard current.kind == .sign(sign) else { return false }
        position += 1
        return true
    }

    private mutating func require(word: String, after what: String) throws(ExpressionProblem) {
        guard takeWord(word) else { throw unexpected("'\(word)' after \(what)") }
    }

    private mutating func require(_ sign: String) throws(ExpressionProblem) {
        guard take(sign) else { throw unexpected("'\(sign)'") }
    }

    private func unexpected(_ expected: String) -> ExpressionProblem {
        let found: String
        switch current.kind {
        case .end: found = "the expression ends"
        case .word(let word): found = "stands '\(word)'"
        case .sign(let sign): found = "stands '\(sign)'"
        case .text(let text): found = "stands the text '\(text)'"
        case .number, .date, .time: found = "stands a value"
        }
        let range =
            current.kind == .end ? max(0, last.range.upperBound - 1)..<last.range.upperBound : current.range
        return ExpressionProblem(message: "here \(found), where \(expected) is expected", range: range)
    }

    private func whole(_ start: Int) -> Place { place(start..<last.range.upperBound) }

    // MARK: Operators

    private mutating func expression(atLeast strength: Int) throws(ExpressionProblem) -> ExpressionTree {
        depth += 1
        defer { depth -= 1 }
        guard depth <= Self.depthLimit else {
            throw ExpressionProblem(
                message: "expressions may stand at most \(Self.depthLimit) deep within each other",
                help: "work parts of it out in slots with 'value:'",
                range: current.range
            )
        }
        let start = current.range.lowerBound
        var left = try prefix(start)
        var hasCompared = false
        while let sign = infix, sign.strength >= strength {
            let isComparison = sign.strength == 4
            if isComparison, hasCompared {
                throw ExpressionProblem(
                    message: "comparisons cannot be chained",
                    help: "join them with 'and', or write 'between a and b'",
                    range: current.range
                )
            }
            hasCompared = isComparison
            left = try join(left, sign, start)
        }
        return left
    }

    /// The operator that stands here.
    private enum Infix {
        case plain(Expression.Operator, words: Int)
        case notWithin
        case isSomething
        case between

        var strength: Int {
            if case .plain(let sign, _) = self { return sign.strength }
            return Expression.Operator.equal.strength
        }
    }

    private var infix: Infix? {
        switch current.kind {
        case .sign(let sign): return Expression.Operator(rawValue: sign).map { .plain($0, words: 1) }
        case .word("is"): return .isSomething
        case .word("between"): return .between
        case .word("not") where next.kind == .word("in"): return .notWithin
        case .word(let word) where word == "starts" || word == "ends":
            guard next.kind == .word("with") else { return nil }
            return .plain(word == "starts" ? .startsWith : .endsWith, words: 2)
        case .word(let word): return Expression.Operator(rawValue: word).map { .plain($0, words: 1) }
        default: return nil
        }
    }

    private mutating func join(
        _ left: ExpressionTree,
        _ infix: Infix,
        _ start: Int
    ) throws(ExpressionProblem) -> ExpressionTree {
        let signStart = current.range.lowerBound
        switch infix {
        case .plain(let sign, let words):
            position += words
            let signPlace = whole(signStart)
            let right = try expression(atLeast: sign.strength + 1)
            return ExpressionTree(.operation(sign, left, right), whole(start), sign: signPlace)
        case .notWithin:
            position += 2
            let signPlace = whole(signStart)
            let right = try expression(atLeast: Expression.Operator.within.strength + 1)
            let within = ExpressionTree(.operation(.within, left, right), whole(start), sign: signPlace)
            return ExpressionTree(.not(within), whole(start), sign: signPlace)
        case .between:
            position += 1
            let signPlace = whole(signStart)
            let low = try expression(atLeast: Expression.Operator.fallback.strength)
            try require(word: "and", after: "'between' and its first value")
            let high = try expression(atLeast: Expression.Operator.fallback.strength)
            return ExpressionTree(.between(left, low, high), whole(start), sign: signPlace)
        case .isSomething:
            position += 1
            let isNot = takeWord("not")
            if isWord("known") || isWord("missing") {
                let isMissing = isWord("missing")
                position += 1
                let known = ExpressionTree(.isKnown(left), whole(start), sign: whole(signStart))
                return isMissing == isNot
                    ? known : ExpressionTree(.not(known), whole(start), sign: whole(signStart))
            }
            let signPlace = whole(signStart)
            let right = try expression(atLeast: Expression.Operator.equal.strength + 1)
            return ExpressionTree(
                .operation(isNot ? .notEqual : .equal, left, right),
                whole(start),
                sign: signPlace
            )
        }
    }

    // MARK: Operands

    private mutating func prefix(_ start: Int) throws(ExpressionProblem) -> ExpressionTree {
        if takeWord("not") {
            let sign = whole(start)
            let inner = try expression(atLeast: 3)
            return ExpressionTree(.not(inner), whole(start), sign: sign)
        }
        if take("-") {
            let sign = whole(start)
            let inner = try expression(atLeast: 9)
            return ExpressionTree(.negative(inner), whole(start), sign: sign)
        }
        if takeWord("if") {
            let sign = whole(start)
            let condition = try expression(atLeast: 1)
            try require(word: "then", after: "'if' and its condition")
            let then = try expression(atLeast: 1)
            try require(word: "else", after: "'then' and its value")
            let otherwise = try expression(atLeast: 0)
            return ExpressionTree(
                .choice(condition: condition, then: then, otherwise: otherwise),
                whole(start),
                sign: sign
            )
        }
        return try operand(start)
    }

    private mutating func operand(_ start: Int) throws(ExpressionProblem) -> ExpressionTree {
        if take("(") {
            var inner = try expression(atLeast: 0)
            try require(")")
            inner.place = whole(start)
            return inner
        }
        if take("[") { return ExpressionTree(.list(try elements(until: "]")), whole(start)) }
        switch current.kind {
        case .number(let number):
            position += 1
            return try unit(of: number, start)
        case .text(let text): return constant(.text(text), start)
        case .date(let date): return constant(.date(date), start)
        case .time(let time): return constant(.time(time), start)
        case .word("yes"), .word("true"): return constant(.boolean(true), start)
        case .word("no"), .word("false"): return constant(.boolean(false), start)
        case .word(let word) where !Self.keywords.contains(word):
            position += 1
            let name = Name(text: word, place: whole(start))
            guard take("(") else { return ExpressionTree(.name(word), whole(start)) }
            return ExpressionTree(.call(name, try elements(until: ")")), whole(start), sign: name.place)
        default: throw unexpected("a value or a name")
        }
    }

    private mutating func constant(_ value: ExpressionValue, _ start: Int) -> ExpressionTree {
        position += 1
        return ExpressionTree(.constant(value), whole(start))
    }

    private mutating func elements(until end: String) throws(ExpressionProblem) -> [ExpressionTree] {
        if take(end) { return [] }
        var elements: [ExpressionTree] = []
        repeat { elements.append(try expression(atLeast: 0)) } while take(",")
        try require(end)
        return elements
    }

    /// `14 days`, `20 EUR`, or a plain number.
    private mutating func unit(of number: Double, _ start: Int) throws(ExpressionProblem) -> ExpressionTree {
        guard case .word(let word) = current.kind else {
            return ExpressionTree(.constant(.number(number)), whole(start))
        }
        if let milliseconds = Self.lengths[word] {
            position += 1
            let length = (number * Double(milliseconds)).rounded()
            return ExpressionTree(.constant(.duration(Int64(min(1e15, length)))), whole(start))
        }
        if let months = Self.months[word] {
            guard number == number.rounded(.down), number <= 10_000 else {
                throw ExpressionProblem(
                    message: "months and years are whole numbers up to 10000",
                    help: "write days for parts of them",
                    range: start..<current.range.upperBound
                )
            }
            position += 1
            return ExpressionTree(.constant(.months(Int(number) * months)), whole(start))
        }
        if word.utf8.count == 3, word.utf8.allSatisfy({ (0x41...0x5A).contains($0) }) {
            position += 1
            return ExpressionTree(.constant(ExpressionValue.money(number, word)), whole(start))
        }
        return ExpressionTree(.constant(.number(number)), whole(start))
    }

    private static let lengths: [String: Int64] = [
        "minute": 60_000, "minutes": 60_000, "hour": 3_600_000, "hours": 3_600_000, "day": 86_400_000,
        "days": 86_400_000, "week": 604_800_000, "weeks": 604_800_000,
    ]

    private static let months = ["month": 1, "months": 1, "year": 12, "years": 12]

    /// The words that cannot be names.
    static let keywords: Set<String> = [
        "and", "or", "not", "is", "in", "between", "known", "missing", "contains", "starts", "ends", "with",
        "default", "if", "then", "else", "yes", "no", "true", "false",
    ]
}
