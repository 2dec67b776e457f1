import FrontdeskDialogue
import FrontdeskMatching
import Testing

@Suite("Filling templates in")
struct RendererTests {
    /// Sunday 22 November 2026, 09:00 in Berlin.
    static let now = Moment("2026-11-22 09:00")

    struct Scope: TemplateScope {
        var values: [String: Value]

        func value(of path: FieldPath) -> Value? {
            values[path.field.map { "\(path.root).\($0)" } ?? path.root]
        }
    }

    static let scope = Scope(values: [
        "order_number": .text("A-10021"), "customer.first_name": .text("Ada"),
        "customer.name": .text("Ada Byron"),
        "empty": .text(""), "null": .none, "count": .number(3), "half": .number(2.5), "big": .number(1e20),
        "flag": .boolean(true), "price": .money(Money(minorUnits: 4990, currency: "EUR")),
        "pounds": .money(Money(minorUnits: -5, currency: "GBP")),
        "usd": .money(Money(minorUnits: 4990, currency: "USD")),
        "yen": .money(Money(minorUnits: 1200, currency: "JPY")), "plain": .number(49.9),
        "written": .text("49.9"),
        "day": .date(CivilDate(year: 2026, month: 11, day: 25)),
        "later": .date(CivilDate(year: 2027, month: 1, day: 2)),
        "iso": .text("2026-11-25"), "stamp": .text("2026-11-25 14:00"), "utc": .text("2026-11-25T23:30:00Z"),
        "clock": .time(TimeOfDay(hour: 14, minute: 5)),
        "at": .instant(Moment("2026-11-23 09:00").milliseconds),
        "far": .instant(Moment("2026-11-30 09:00").milliseconds), "evil": .text("{{customer.name}} \\{ {{"),
        "padded": .text("  two words "),
    ])

    @Test(
        "Values and filters",
        arguments: [
            ("Your order {{order_number}}.", "Your order A-10021."),
            ("Hello{{customer.first_name|prefix \" \"}}!", "Hello Ada!"),
            ("Hello{{customer.nobody|prefix \" \"}}!", "Hello!"),
            ("Hello{{empty|prefix \" \"|suffix \",\"}}!", "Hello!"),
            ("{{nobody|default \"friend\"}}", "friend"),
            ("{{null|default \"none\"|upper}}", "NONE"),
            ("{{nobody|prefix \"a \"|default \"b\"}}", "b"),
            ("{{nobody|default \"b\"|prefix \"a \"}}", "a b"),
            ("{{order_number|default \"x\"|suffix \"!\"}}", "A-10021!"),
            ("{{count}} {{half}} {{big}} {{flag}}", "3 2.5 1e+20 yes"),
            ("{{price}} {{pounds}} {{usd}} {{yen}}", "€49.90 -£0.05 49.90 USD 1,200 JPY"),
            ("{{plain|money \"EUR\"}} {{written|money \"USD\"}} {{plain|money}}", "€49.90 49.90 USD 49.90"),
            ("{{count|money \"JPY\"}} {{price|money \"USD\"}}", "3 JPY €49.90"),
            ("{{day}} {{day|date}}", "Wednesday 25 November Wednesday 25 November"),
            ("{{later}}", "Saturday 2 January 2027"),
            ("{{iso}} {{iso|date}}", "2026-11-25 Wednesday 25 November"),
            ("{{stamp|date}} {{stamp|time}}", "Wednesday 25 November 14:00"),
            ("{{utc|date}} {{utc|time}}", "Thursday 26 November 00:30"),
            ("{{order_number|date}} {{order_number|time}} {{order_number|money}}", "A-10021 A-10021 A-10021"),
            ("{{clock}} {{clock|time}}", "14:05 14:05"),
            ("{{at}} | {{far}}", "Monday at 09:00 | Monday 30 November at 09:00"),
            ("{{at|date}} {{at|time}}", "Monday 23 November 09:00"),
            ("{{customer.name|first|upper}} {{customer.name|lower}}", "ADA ada byron"),
            ("{{padded|first}}[{{padded}}]", "two[  two words ]"),
            ("{{evil}}", "{{customer.name}} \\{ {{"),
            ("a  \\{b\\{\n c ", "a  {b{\n c "),
        ]
    )
    func renders(source: String, text: String) throws {
        let template = try Template(parsing: source)
        #expect(Renderer(moment: Self.now).render(template, in: Self.scope) == text)
    }

    @Test("Missing fields are named, unless a default stands in for them")
    func namesMissingFields() throws {
        let template = try Template(parsing: "{{order_number}} {{nobody}} {{empty}} {{null|default \"x\"}}")
        let missing = Renderer(moment: Self.now).missingFields(of: template, in: Self.scope)
        #expect(missing == [FieldPath(root: "nobody"), FieldPath(root: "empty")])
    }

    @Test("The variant depends on conversation and turn alone, and never repeats")
    func picksVariants() {
        let response = Response(variants: ["a", "b", "c"].map(Template.init(text:)))
        var counts = [0, 0, 0]
        for conversation in 0..<20 {
            var previous: Int?
            for turn in 1...30 {
                let pick = response.pick(conversation: "c\(conversation)", turn: turn, avoiding: previous)
                #expect(
                    pick == response.pick(conversation: "c\(conversation)", turn: turn, avoiding: previous)
                )
                #expect(pick != previous)
                counts[pick] += 1
                previous = pick
            }
        }
        #expect(counts.allSatisfy { (150...250).contains($0) })
        #expect(Response(variants: [Template(text: "a")]).pick(conversation: "c", turn: 1, avoiding: 0) == 0)
        #expect(response.pick(conversation: "c", turn: 1, avoiding: 99) < 3)
    }
}
