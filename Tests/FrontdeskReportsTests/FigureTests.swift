import Testing

@testable import FrontdeskReports

@Suite("Figures by name")
struct FigureTests {
    static let report = Measures(
        of: [
            Scene("a", ["> hours", "< answer", "asked csat", "> = 5", "csat 5"]).events,
            Scene("b", ["> order", "flow f", "ask size", "< ask"]).events,
            Scene("c", ["> human", "handoff care user_asked", "< handoff", "+2m", "join", "word", "close"])
                .events,
        ],
        rules: MeasureRules(asOf: Scene.start + 2 * Scene.day)
    ).report()

    @Test("Each figure with a place of its own has the name that it has in the JSON")
    func names() {
        let json = String(decoding: Self.report.json(indented: false), as: UTF8.self)
        for name in Report.figureNames + Report.figureGroups {
            for part in name.split(separator: ".") { #expect(json.contains("\"\(part)\":"), "\(name)") }
            #expect(Report.figureGroups.contains(name) || Self.report.figure(name) != nil, "\(name)")
        }
    }

    static let table: [(name: String, text: String?)] = [
        ("volume.contacts", "3"), ("endings.resolved", "2 of 3"), ("endings.confirmed_by_agent", "1 of 3"),
        ("causes.left_mid_form", "1 of 3"), ("causes.left_mid_form.contained", "1 of 2"),
        ("causes.cancelled", nil), ("containment.contained", "2 of 3"), ("handoffs.wait", "120"),
        ("handoffs.left", "0 of 1"), ("handoffs.reasons.user_asked", "1 of 1"), ("handoffs.queues.care", "1"),
        ("handoffs.queues.care.first_word", "120"), ("handoffs.queues.orders", nil),
        ("promises.kept", "none"),
        ("steps", "1"), ("feedback.csat", "5"), ("feedback.csat.answered", "1 of 1"), ("feedback.nps", nil),
        ("topics.order", "1"), ("topics.order.resolved", "0 of 1"), ("nonsense", nil),
    ]

    @Test("Figures read as people would write them", arguments: table)
    func texts(row: (name: String, text: String?)) {
        #expect(Self.report.figure(row.name)?.text == row.text)
    }
}
