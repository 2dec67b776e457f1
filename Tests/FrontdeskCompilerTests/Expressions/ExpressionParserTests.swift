import FrontdeskDialogue
import FrontdeskMatching
import Testing

@testable import FrontdeskCompiler

/// Reads an expression and checks it among the slots and records of a small shop.
enum SmallScope {
    static let shop = SourceFile(
        path: "shop.yaml",
        text: """
            actions:
              orders.find:
                takes: [order_number]
                gives: order
                fields: {total: money EUR, eta: date, delivered: optional date, items: number, status: [open, sent, lost]}
                sql: SELECT total, eta, delivered, items, status, note FROM orders WHERE number = :order_number
            entities:
              size: {values: {small: [s], large: [l]}}
            intents:
              order.status: {patterns: "where is my order", flow: track}
            flows:
              track:
                slots:
                  order_number: {type: text, ask: Which?}
                  quantity: {type: number, ask: How many?}
                  size: {ask: Which size?}
                  amount: {type: money, ask: How much?}
                  wanted: {type: date, ask: When?}
                  at: {type: time, ask: At what time?}
                  sure: {type: yes_no, ask: Sure?}
                  reason: {ask: Why?, choices: [{id: late, title: Late}, {id: broken, title: Broken}]}
                states:
                  look_up: {do: orders.find(order_number), on: {found: handoff, missing: handoff, failed: handoff}}
            """
    )

    /// The context of the flow, its slots and the record known.
    static func context(known: Bool = true) -> ExpressionContext {
        let sources = [SourceFile(path: "assistant.yaml", text: "assistant: shop\n"), shop]
        let report = Reporter(sources)
        var program = Program()
        for (file, source) in sources.enumerated() {
            var yaml = YAMLReader(file: file, bytes: source.bytes, report: report)
            guard let root = yaml.read() else { continue }
            var reader = FileReader(
                file: file,
                source: source.bytes,
                isAssistantFile: file == 0,
                report: report
            )
            reader.read(root, into: &program)
        }
        var context = ExpressionContext(program.flows.first, program, Names(program))
        if known {
            context.known = Set((context.slots.keys + ["order"]).map { FieldPath(root: $0) })
        }
        return context
    }

    /// The expression, or the code, the bytes and the message of what is wrong.
    static func read(
        _ text: String,
        _ type: ExpressionType? = nil,
        in context: ExpressionContext = context()
    ) -> (typed: TypedExpression?, problem: String) {
        let report = Reporter([SourceFile(path: "x", text: text)])
        do {
            let tree = try ExpressionParser.parse(text) { Place(0, $0.lowerBound, $0.upperBound) }
            let declaration = ExpressionDeclaration(tree: tree, place: Place(0, 0, text.utf8.count))
            let typed = TypeCheck.check(declaration, expecting: type, in: context, report)
            let problems = report.sorted().map { "\($0.code) \($0.span.start) \($0.message)" }
            return (typed, problems.joined(separator: "; "))
        } catch {
            return (nil, "FD0073 \(error.range.lowerBound) \(error.message)")
        }
    }
}

@Suite("Reading expressions")
struct ExpressionParserTests {
    @Test(
        "Operators hold together as arithmetic and plain words do",
        arguments: [
            ("1 + 2 * 3", "1 + 2 * 3"), ("(1 + 2) * 3", "(1 + 2) * 3"), ("1 - 2 - 3", "1 - 2 - 3"),
            ("1 - (2 - 3)", "1 - (2 - 3)"), ("not sure and sure or sure", "not sure and sure or sure"),
            ("not (sure and sure)", "not (sure and sure)"),
            ("sure and (sure or sure)", "sure and (sure or sure)"),
            ("quantity is 3", "quantity = 3"), ("quantity is not 3", "quantity != 3"),
            ("quantity is known", "quantity is known"), ("quantity is missing", "quantity is missing"),
            ("quantity is not known", "quantity is missing"),
            ("quantity is not missing", "quantity is known"),
            ("quantity not in [1, 2]", "not quantity in [1, 2]"),
            ("quantity between 1 and 5 and sure", "quantity between 1 and 5 and sure"),
            ("customer.tier default 'none' = 'vip'", "customer.tier default 'none' = 'vip'"),
            ("today + 14 days", "today + 14 days"), ("2 weeks", "14 days"), ("90 minutes", "90 minutes"),
            ("1 year", "12 months"), ("20 EUR", "20.00 EUR"), ("1.5 EUR * 2", "1.50 EUR * 2"),
            ("2026-10-01", "2026-10-01"), ("9:05", "09:05"), ("-quantity * 2", "-quantity * 2"),
            ("if sure then 1 else 2", "if sure then 1 else 2"), ("\"it's\"", "'it''s'"),
            ("'it''s'", "'it''s'"),
            (
                "order_number contains 'A' or order_number starts with 'B'",
                "order_number contains 'A' or order_number starts with 'B'"
            ),
            ("sum([1, 2, quantity])", "sum([1, 2, quantity])"), ("max(1, quantity)", "max(1, quantity)"),
            ("hours.open(support)", "hours.open(support)"), ("queue.open", "hours.open(support)"),
            ("conversation.turns > 3", "conversation.turns > 3"), ("true and yes", "yes and yes"),
        ]
    )
    func reads(_ text: String, _ printed: String) throws {
        let (typed, problem) = SmallScope.read(text)
        #expect(problem == "")
        let expression = try #require(typed).expression
        #expect(expression.description == printed)
        let again = SmallScope.read(printed)
        #expect(again.typed?.expression == expression)
    }

    @Test(
        "What is not written well is reported where it stands",
        arguments: [
            ("quantity == 3", "FD0073 9 '==' is no sign of expressions"),
            ("sure && sure", "FD0073 5 '&&' is no sign of expressions"),
            ("{{quantity}} > 3", "FD0073 0 '{{' is no sign of expressions"),
            ("quantity >", "FD0073 9 here the expression ends, where a value or a name is expected"),
            ("(1 + 2", "FD0073 5 here the expression ends, where ')' is expected"),
            ("1 < 2 < 3", "FD0073 6 comparisons cannot be chained"),
            ("'open", "FD0073 0 this text has no closing quote"),
            ("2026-13-01 < today", "FD0073 0 '2026-13-01' is not a day"),
            ("25:10 < at", "FD0073 0 '25:10' is not a time"),
            ("1 2", "FD0073 2 here stands a value, where an operator or the end is expected"),
            (
                "quantity between 1",
                "FD0073 17 here the expression ends, where 'and' after 'between' and its first value is expected"
            ),
            (
                "if sure then 1",
                "FD0073 13 here the expression ends, where 'else' after 'then' and its value is expected"
            ),
            ("quantity is", "FD0073 10 here the expression ends, where a value or a name is expected"),
            ("price € 3", "FD0073 6 '€' is no sign of expressions"),
            ("1234567890123456", "FD0073 0 this number has too many digits"),
        ]
    )
    func refuses(_ text: String, _ problem: String) {
        #expect(SmallScope.read(text).problem == problem)
    }

    @Test("Expressions that are too long or too deep are refused")
    func limits() {
        #expect(SmallScope.read(String(repeating: "(", count: 60) + "1").problem.contains("at most 40 deep"))
        #expect(
            SmallScope.read(String(repeating: "1+", count: 600) + "1").problem.contains("the limit is 1000")
        )
    }
}
