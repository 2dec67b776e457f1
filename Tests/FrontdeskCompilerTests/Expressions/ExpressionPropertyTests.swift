import FrontdeskDialogue
import FrontdeskMatching
import Testing

@testable import FrontdeskCompiler

/// Numbers that look random and are the same in every run (a linear congruence, as in POSIX `drand48`).
struct Dice {
    private var state: UInt64

    init(seed: Int) { state = UInt64(seed) &* 2_654_435_761 &+ 12345 }

    mutating func roll(_ sides: Int) -> Int {
        state = (state &* 0x5_DEEC_E66D &+ 11) & ((1 << 48) - 1)
        return Int(state >> 17) % sides
    }
}

/// Writes well-typed expressions.
struct ExpressionWriter {
    var dice: Dice

    mutating func text(of type: ExpressionType, depth: Int) -> String {
        if depth == 0 || dice.roll(6) == 0 { return leaf(type) }
        switch dice.roll(8) {
        case 0:
            return
                "(if \(text(of: .boolean, depth: depth - 1)) then \(text(of: type, depth: depth - 1)) else \(text(of: type, depth: depth - 1)))"
        case 1: return "first([\(text(of: type, depth: depth - 1)), \(text(of: type, depth: depth - 1))])"
        default: return compound(type, depth - 1)
        }
    }

    private mutating func compound(_ type: ExpressionType, _ depth: Int) -> String {
        switch type {
        case .number:
            switch dice.roll(6) {
            case 0:
                return
                    "(\(text(of: .number, depth: depth)) \(["+", "-", "*"][dice.roll(3)]) \(text(of: .number, depth: depth)))"
            case 1:
                return "((\(text(of: .number, depth: depth)) / \(text(of: .number, depth: depth))) default 0)"
            case 2: return "days(\(text(of: .duration, depth: depth)))"
            case 3: return "round(\(text(of: .number, depth: depth)), 2)"
            case 4: return "length(\(text(of: .text, depth: depth)))"
            default: return "sum([\(text(of: .number, depth: depth)), -\(leaf(.number))])"
            }
        case .boolean:
            let kinds: [ExpressionType] = [
                .number, .date, .duration, .money(currency: "EUR"), .time, .moment,
            ]
            let kind = kinds[dice.roll(kinds.count)]
            let (left, right) = (text(of: kind, depth: depth), text(of: kind, depth: depth))
            switch dice.roll(6) {
            case 0: return "(\(left) \(["=", "!=", "<", "<=", ">", ">="][dice.roll(6)]) \(right))"
            case 1:
                return
                    "(\(text(of: .boolean, depth: depth)) \(["and", "or"][dice.roll(2)]) \(text(of: .boolean, depth: depth)))"
            case 2: return "not (\(text(of: .boolean, depth: depth)))"
            case 3: return "(\(left) between \(right) and \(leaf(kind)))"
            case 4: return "(order.delivered is known and order.delivered < \(text(of: .date, depth: depth)))"
            default: return "(\(text(of: .text, depth: depth)) in ['a', \(text(of: .text, depth: depth))])"
            }
        case .date:
            let unit: ExpressionType = dice.roll(2) == 0 ? .duration : .months
            return
                "(\(text(of: .date, depth: depth)) \(["+", "-"][dice.roll(2)]) \(unit == .months ? leaf(.months) : text(of: .duration, depth: depth)))"
        case .moment: return "(\(text(of: .moment, depth: depth)) + \(text(of: .duration, depth: depth)))"
        case .duration:
            switch dice.roll(3) {
            case 0: return "(\(text(of: .date, depth: depth)) - \(text(of: .date, depth: depth)))"
            case 1: return "(\(text(of: .duration, depth: depth)) * \(text(of: .number, depth: depth)))"
            default: return "abs(\(text(of: .duration, depth: depth)))"
            }
        case .money:
            return
                "(\(text(of: type, depth: depth)) \(["+", "-"][dice.roll(2)]) \(text(of: type, depth: depth)) * \(leaf(.number)))"
        case .text: return "lower(\(text(of: .text, depth: depth)) + \(leaf(.text)))"
        case .time: return "time(\(text(of: .moment, depth: depth)))"
        default: return leaf(type)
        }
    }

    private mutating func leaf(_ type: ExpressionType) -> String {
        func pick(_ texts: [String], _ dice: inout Dice) -> String { texts[dice.roll(texts.count)] }
        return switch type {
        case .number:
            pick(
                [
                    "quantity", "0", "1", "2.5", "99999999999999", "0.000000001", "conversation.turns",
                    "order.items",
                ],
                &dice
            )
        case .boolean:
            pick(["sure", "yes", "no", "queue.open", "order_number is known", "size = 'small'"], &dice)
        case .date:
            pick(
                [
                    "today", "wanted", "order.eta", "2026-10-01", "9999-12-31",
                    "(order.delivered default today)",
                ],
                &dice
            )
        case .moment: pick(["now", "now - 3 days"], &dice)
        case .time: pick(["at", "9:30", "23:59"], &dice)
        case .duration: pick(["1 day", "3 hours", "52 weeks", "90 minutes", "99999999999999 weeks"], &dice)
        case .months: pick(["1 month", "3 years", "10000 months"], &dice)
        case .money: pick(["order.total", "0 EUR", "19.99 EUR", "99999999999999 EUR"], &dice)
        default: pick(["order_number", "'a'", "'it''s'", "channel", "language"], &dice)
        }
    }
}

/// Random values for the slots and the record of the small shop.
struct RandomScope: ExpressionScope {
    var values: [String: Value]
    var moment: Moment
    var channel: String { "chat" }
    var language: String { "en" }
    var turns: Int { 7 }
    func isOpen(queue: String) -> Bool { moment.milliseconds % 2 == 0 }
    func value(of path: FieldPath) -> Value? { values[path.field.map { "\(path.root).\($0)" } ?? path.root] }

    init(_ dice: inout Dice) {
        let numbers = [0, -1, 3.5, 1e15, -1e15, 1e300, .infinity, .nan, 0.1]
        let dates = [
            CivilDate(year: 2026, month: 2, day: 28), CivilDate(year: 1, month: 1, day: 1),
            CivilDate(year: 9999, month: 12, day: 31),
        ]
        values = [
            "order_number": .text("A-10021"), "quantity": .number(numbers[dice.roll(numbers.count)]),
            "size": .text("small"),
            "wanted": .date(dates[dice.roll(dates.count)]), "at": .time(TimeOfDay(hour: 12, minute: 0)),
            "sure": .boolean(dice.roll(2) == 0),
            "order.total": .money(
                Money(minorUnits: [0, 12_345, .max / 4, -.max / 4][dice.roll(4)], currency: "EUR")
            ),
            "order.eta": .date(dates[dice.roll(dates.count)]),
            "order.items": .number(numbers[dice.roll(numbers.count)]),
        ]
        if dice.roll(2) == 0 { values["order.delivered"] = .text("2026-11-20") }
        moment = Moment(
            milliseconds: [0, 1_795_000_000_000, -62_000_000_000_000, 250_000_000_000_000][dice.roll(4)]
        )
    }
}

@Suite("Expressions that pass the checker")
struct ExpressionPropertyTests {
    @Test(
        "never fail: they give a value of their type, and are read again as they are printed",
        arguments: [.number, .boolean, .date, .moment, .duration, .money(currency: "EUR"), .text, .time]
            as [ExpressionType]
    )
    func total(_ type: ExpressionType) throws {
        let context = SmallScope.context()
        for seed in 0..<300 {
            var writer = ExpressionWriter(dice: Dice(seed: seed))
            let text = writer.text(of: type, depth: 3)
            guard text.utf8.count <= ExpressionTokenizer.sizeLimit else { continue }
            let (typed, problem) = SmallScope.read(text, in: context)
            try #require(problem == "", "\(text)")
            let expression = try #require(typed).expression
            #expect(typed?.type == type)
            let printed = expression.description
            if printed.utf8.count <= ExpressionTokenizer.sizeLimit {
                #expect(
                    SmallScope.read(printed, in: context).typed?.expression == expression,
                    "\(text) → \(printed)"
                )
            }
            for _ in 0..<4 {
                let scope = RandomScope(&writer.dice)
                let value = expression.evaluate(in: scope)
                #expect(value.isOne(of: type), "\(text) = \(value)")
            }
        }
    }
}
