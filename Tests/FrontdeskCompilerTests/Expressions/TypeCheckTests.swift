import FrontdeskDialogue
import Testing

@testable import FrontdeskCompiler

@Suite("Types of expressions")
struct TypeCheckTests {
    @Test(
        "What goes together has a type",
        arguments: [
            ("order.total > 100 EUR", .boolean), ("order.total * 2 + 1 EUR", .money(currency: "EUR")),
            ("order.eta - today", .duration), ("days(order.eta - today)", .number),
            ("today + 2 months", .date),
            ("now + 3 hours", .moment), ("date(now) = today", .boolean), ("time(now) < 18:00", .boolean),
            ("weekday(wanted) in ['saturday', 'sunday']", .boolean), ("size = 'Small'", .boolean),
            ("reason in ['late', 'broken']", .boolean), ("order.status is not 'lost'", .boolean),
            ("if sure then 'a' else 'b'", .text), ("max([quantity, 2])", .number),
            ("sum([order.total, 1 EUR])", .money(currency: "EUR")),
            ("round(quantity / 3, 1)", .number), ("order.total / 2 EUR > 3", .boolean),
            ("abs(today - wanted) < 3 days", .boolean),
            ("order.delivered is known and order.delivered < today", .boolean),
            ("order.delivered is missing or order.delivered < today", .boolean),
            ("not (order.delivered is missing) and order.delivered < today", .boolean),
            ("if order.delivered is known then order.delivered else today", .date),
            ("(order.delivered default today) < today", .boolean), ("(amount > 20 EUR) default no", .boolean),
            ("(order.note default '') contains 'gift'", .boolean), ("count(['a', 'b'])", .number),
            ("first([1, 2])", .number),
            ("(10 / quantity) default 0", .number), ("'a' + order_number", .text),
            ("queue.open or channel = 'chat'", .boolean),
        ] as [(String, ExpressionType)]
    )
    func types(_ text: String, _ type: ExpressionType) {
        let (typed, problem) = SmallScope.read(text)
        #expect(problem == "")
        #expect(typed?.type == type)
        #expect(typed?.mayBeMissing == false)
    }

    @Test(
        "What does not is reported at the sign or the name",
        arguments: [
            ("order.total > 100", "FD0074 12 an amount in EUR cannot be compared with a number"),
            ("order.total > 5 USD", "FD0074 12 an amount in EUR cannot be compared with an amount in USD"),
            ("wanted + 3", "FD0074 7 '+' does not work on a date and a number"),
            ("now - today", "FD0074 4 '-' does not work on an instant and a date"),
            ("order_number > 3", "FD0074 13 a text cannot be compared with a number"),
            (
                "order_number < 'b'",
                "FD0074 13 '<' compares numbers, amounts, days and times, but this is a text"
            ),
            ("sure and quantity", "FD0074 9 here yes or no is expected, but this is a number"),
            ("not quantity", "FD0074 4 here yes or no is expected, but this is a number"),
            ("size = 'smal'", "FD0017 7 unknown value 'smal'"),
            ("reason in ['late', 'brokn']", "FD0017 19 unknown value 'brokn'"),
            ("weekday(wanted) = 'sonday'", "FD0017 18 unknown value 'sonday'"),
            ("quantty > 3", "FD0007 0 unknown slot 'quantty'"),
            ("order.totl > 1 EUR", "FD0018 0 'order' has no field 'totl'"),
            ("ordr.total > 1 EUR", "FD0018 0 unknown record 'ordr'"),
            ("customer.shoe = 'a'", "FD0018 0 'customer' has no field 'shoe'"),
            ("lenght(order_number)", "FD0076 0 unknown function 'lenght'"),
            ("length(quantity)", "FD0074 7 here a text is expected, but this is a number"),
            ("length('a', 'b')", "FD0074 0 'length' takes one value, but gets 2"),
            ("sum(quantity)", "FD0074 4 'sum' takes a list, but this is a number"),
            ("hours.open(suport)", "FD0014 11 unknown queue 'suport'"),
            ("if sure then 1 else 'a'", "FD0074 20 after 'else' stands a text, but after 'then' a number"),
            ("[1, 'a']", "FD0074 4 the values of a list have one type, but this is a text after a number"),
            ("count([])", "FD0074 6 this list is empty"),
            ("order.delivered < today", "FD0075 0 'order.delivered' may be missing here"),
            ("customer.tier = 'vip'", "FD0075 0 'customer.tier' may be missing here"),
            ("order.note = 'x'", "FD0075 0 'order.note' may be missing here"),
            ("10 / quantity", "FD0075 0 this may be missing, as after a division by zero"),
            ("amount > 20 EUR", "FD0075 0 this may be missing, as after a division by zero"),
            (
                "order.delivered is known or order.delivered < today",
                "FD0075 28 'order.delivered' may be missing here"
            ),
        ]
    )
    func refuses(_ text: String, _ problem: String) {
        #expect(SmallScope.read(text).problem == problem)
    }

    @Test("A slot that nobody filled yet may be missing, wherever it is used")
    func unknownSlots() {
        let context = SmallScope.context(known: false)
        #expect(
            SmallScope.read("quantity > 3", in: context).problem == "FD0075 0 'quantity' may be missing here"
        )
        #expect(
            SmallScope.read("order.total > 3 EUR", in: context).problem
                == "FD0075 0 'order.total' may be missing here"
        )
        #expect(SmallScope.read("quantity is known and quantity > 3", in: context).problem == "")
        var lenient = context
        lenient.isLenient = true
        #expect(SmallScope.read("quantity * 3", in: lenient).problem == "")
    }
}
