import Foundation
import FrontdeskDialogue
import Testing

@testable import FrontdeskReports

@Suite("Reports")
struct ReportTests {
    private static let ada = CustomerProfile(id: "u1", name: "Ada Byron", email: "ada@example.com")
    private static let bob = CustomerProfile(email: "Bob@Example.com")

    static let shop: [Scene] = [
        Scene("1", customer: ada, ["> hours", "< answer", "> smalltalk.thanks", "< answer"]),
        Scene("2", customer: ada, at: Scene.start + 10 * Scene.hour, ["> hours", "< answer", "up 1"]),
        Scene("3", customer: bob, ["> order", "flow f", "end f resolved", "< answer"]),
        Scene("4", customer: bob, at: Scene.start + 20 * Scene.hour, ["> order", "ask size", "< ask"]),
        Scene(
            "5",
            [
                "> human", "handoff care user_asked", "< handoff", "promise p 60", "+60s", "join", "+30s",
                "word",
                "return resolved", "asked csat", "> = 5", "csat 5 agent",
            ]
        ),
        Scene(
            "6",
            at: Scene.start + Scene.day,
            ["> human", "handoff orders sentiment", "< handoff", "+60s", "withdraw", "lang es"]
        ),
        Scene("7", ["> ? do you sell looms to Ada@example.com", "< reprompt no_match"]),
        Scene(
            "8",
            ["> ? do you sell any loom", "< reprompt no_match", "asked csat", "> = 1", "csat 1 desk so slow"]
        ),
    ]

    @Test("Figures of a small shop") func figures() throws {
        let report = Measures(Self.shop).report()
        #expect(report.volume.conversations == 8)
        #expect(report.volume.customers == 6)
        #expect(report.volume.messages == 9)
        #expect(report.endings.judged == 8)
        // Bob came back with his order within a day; Ada did, too, but had said thanks.
        #expect(report.endings.resolved.count == 3)
        #expect(report.endings.cameBack.count == 2)
        #expect(report.endings.confirmedByCustomer.count == 3)
        #expect(report.containment.contained.count == 6)
        #expect(report.containment.trulyContained.count == 2)
        #expect(report.containment.falselyContained.count == 4)
        let causes = report.causes.map { "\($0.cause.rawValue) \($0.contained.count) \($0.all.count)" }
        #expect(
            causes.sorted() == [
                "came_back 1 1", "left_after_fallback 1 1", "left_mid_form 1 1", "left_queue 0 1",
                "negative_feedback 1 1",
            ]
        )
        #expect(report.endings.resolvedForAWeek == Share(2, of: 3))
        #expect(report.endings.atFirstContact == Share(1, of: 3))
    }

    @Test("Handoffs, promises and steps of a small shop") func humans() throws {
        let report = Measures(Self.shop).report()
        #expect(report.handoffs.made == 2)
        #expect(report.handoffs.rate == Share(2, of: 8))
        #expect(report.handoffs.left == Share(1, of: 2))
        #expect(report.handoffs.wait.median?.value == 60)
        #expect(report.handoffs.firstWord.median?.value == 90)
        #expect(report.handoffs.reasons.map(\.name) == ["sentiment", "user_asked"])
        #expect(report.handoffs.queues.map(\.queue) == ["care", "orders"])
        #expect(report.promises.made == 1)
        #expect(report.promises.overdue == 1)
        #expect(report.flows.map(\.flow) == ["f"])
        #expect(report.languages.map(\.name) == ["en", "es"])
        #expect(report.days.map(\.day) == ["2026-11-02", "2026-11-03"])
        #expect(report.days.map(\.contacts) == [7, 1])
    }

    @Test("A promise is kept, missed, moved, released or open, and what was missed stays missed")
    func promises() {
        let lines = ["a", "b", "c", "d", "e", "f"].map { "promise \($0) 60" }
        let report = Measures([
            Scene(
                ["> hours"] + lines + [
                    "+30m", "kept a", "moved b 600", "released c", "+48h", "missed d", "moved d 60", "kept d",
                    "kept b",
                    "moved e 90000",
                ]
            )
        ]).report()
        #expect(report.promises.made == 6)
        #expect(report.promises.kept == Share(2, of: 3))
        #expect(report.promises.missed == 1)
        #expect(report.promises.moved == 3)
        #expect(report.promises.released == 1)
        #expect(report.promises.open == 1)
        #expect(report.promises.overdue == 1)
    }

    @Test("Feedback is split by who served") func feedback() throws {
        let report = Measures(Self.shop).report()
        #expect(report.feedback.map(\.servedBy) == [nil, .desk, .agent])
        #expect(report.feedback.first?.answered == Share(2, of: 2))
        #expect(report.feedback.map(\.good.count) == [1, 0, 1])
        #expect(report.feedback.first?.mean == 3)
        #expect(report.feedback.first?.scores == [1, 0, 0, 0, 1])
        #expect(report.complaints == ["so slow"])
        #expect(report.ratings.map(\.up) == [Share(1, of: 1)])
    }

    @Test("A net promoter score counts nines and tens less zero to six") func net() throws {
        let scripts = [10, 9, 8, 7, 6, 0, 10].enumerated().map { place, score in
            Scene("\(place)", ["> hours", "< answer", "asked nps", "> = x", "nps \(score) desk"])
        }
        let figures = try #require(Measures(scripts).report().feedback.first)
        #expect(figures.good == Share(3, of: 7))
        #expect(figures.bad == Share(2, of: 7))
        let net = try #require(figures.net)
        #expect(abs(net.value - 100.0 / 7) < 1e-9)
        #expect(net.low < 0 && net.high > net.value)
    }

    @Test("Few answers that agree are no certainty: neither NPS nor a mean nor a share of them") func few()
        throws
    {
        let tens = (0..<3).map {
            Scene("\($0)", ["> hours", "< answer", "asked nps", "> = x", "nps 10 desk"])
        }
        let report = Measures(tens).report()
        let figures = try #require(report.feedback.first)
        let net = try #require(figures.net)
        #expect(net.value == 100 && net.low < 0 && net.high == 100)
        #expect(try #require(figures.good.low) < 0.5)
        #expect(try #require(figures.meanLow) < 8 && figures.meanHigh == 10)
        #expect(report.text().contains("100 (-7 to 100)"))
    }

    @Test("What was not understood is grouped and shows nobody's address") func unanswered() throws {
        let report = Measures(Self.shop).report()
        #expect(report.unanswered.missed == Share(2, of: 7))
        let group = try #require(report.unanswered.groups.first)
        #expect(group.count == 2)
        #expect(group.words.contains("loom"))
        #expect(group.examples.contains { $0.contains("[e-mail]") })
        #expect(!String(decoding: report.json(), as: UTF8.self).lowercased().contains("ada@"))
    }

    @Test(
        "Texts are masked",
        arguments: [
            ("I am Ada, not Byron's!", "I am [name], not [name]!"),
            ("call 030 123 45 67 now", "call [number] now"), ("order A-10021?", "order [number]?"),
            ("see https://example.com/x.", "see [link]."), ("size 38 please", "size 38 please"),
            ("my password is hunter2", "my password is [password]"),
            ("call 01 23 45 67 89, or +49 (30) 12-34-5.", "call [number], or [number]."),
            ("IBAN DE89 3704 0044 0532 0130 00 is mine", "IBAN [number] is mine"),
            ("turned \u{202E}round\u{7}", "turned round"),
            ("GB29 NWBK 6016 1331 9268 19!", "[number]!"),
            ("I ordered 2 of size 38, 1 of 40", "I ordered 2 of size 38, 1 of 40"),
        ]
    )
    func masks(text: String, masked: String) {
        #expect(MaskedText.masking(text, name: "Ada Byron") == masked)
    }

    @Test("Words about a low score are masked, too, and cut where they are long") func complaints() {
        let long = String(repeating: "slow ", count: 60)
        let report = Measures([
            Scene(
                "1",
                customer: Self.ada,
                ["> hours", "< answer", "asked csat", "> = 1", "csat 1 desk Ada waits"]
            ),
            Scene("2", ["> hours", "< answer", "asked csat", "> = 1", "csat 1 desk \(long)"]),
        ]).report()
        #expect(report.complaints.contains("[name] waits"))
        #expect(report.complaints.allSatisfy { $0.count <= 120 })
    }

    @Test("A period holds the contacts that began in it, and later ones tell who came back") func period() {
        let day = Scene.start + 12 * Scene.hour
        let before = Measures(Self.shop, until: day).report()
        let after = Measures(Self.shop, since: day).report()
        #expect(before.volume.contacts == 6)
        #expect(after.volume.contacts == 2)
        #expect(before.causes.contains { $0.cause == .cameBack })
        #expect(Measures([], since: day).report().endings.resolved == Share(0, of: 0))
    }

    @Test("Measures of parts add up to those of the whole, however it is cut", arguments: 0..<40)
    func merging(seed: Int) {
        var random = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 | 1
        var parts: [Measures] = []
        for _ in 0..<3 { parts.append(Measures([])) }
        for script in Self.shop {
            random = random &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            parts[Int(random >> 33) % 3].add(script.events)
        }
        var sum = parts[2]
        sum.merge(parts[0])
        sum.merge(parts[1])
        #expect(sum.report() == Measures(Self.shop).report())
        #expect(sum.report().json() == Measures(Self.shop).report().json())
    }

    @Test("JSON has the members of frontdesk-report/1 and reads back") func json() throws {
        let report = Measures(Self.shop).report(assistant: "Shop")
        let bytes = Data(report.json())
        let members = try #require(try JSONSerialization.jsonObject(with: bytes) as? NSDictionary)
        #expect(members["format"] as? String == "frontdesk-report/1")
        let expected: Set<String> = [
            "format", "assistant", "as_of", "volume", "endings", "causes", "containment", "handoffs",
            "promises",
            "steps", "flows", "topics", "feedback", "complaints", "ratings", "unanswered", "channels",
            "languages", "days",
        ]
        #expect(Set(members.allKeys.compactMap { $0 as? String }) == expected)
        let decoder = JSONDecoder()
        decoder.keyDecodingStrategy = .convertFromSnakeCase
        #expect(try decoder.decode(Report.self, from: bytes) == report)
    }

    @Test("The page is well-formed, whatever customers write") func page() throws {
        var scripts = Self.shop
        scripts.append(Scene("9", ["> ? <script>alert('x')</script> & \"loom\"", "< reprompt no_match"]))
        let html = ReportPage(Measures(scripts).report(assistant: "A & B <i>")).html
        #expect(!html.contains("<script"))
        var open: [Substring] = []
        for piece in html.split(separator: "<").dropFirst() {
            let tag = piece.prefix { $0 != ">" && $0 != " " && $0 != "\n" }
            let isAlone =
                ["meta", "!doctype", "br"].contains(tag) || piece.prefix { $0 != ">" }.hasSuffix("/")
            if isAlone { continue }
            if tag.hasPrefix("/") {
                #expect(open.popLast() == tag.dropFirst())
            } else {
                open.append(tag)
            }
        }
        #expect(open.isEmpty)
    }

    @Test("Where a figure stands, its number stands, in the text as on the page") func numbers() {
        let report = Measures(Self.shop).report(titles: ["hours": "Opening hours"])
        let lines = report.text().split(separator: "\n").map {
            $0.split(separator: " ", omittingEmptySubsequences: true).joined(separator: " ")
        }
        // Of two handoffs one was taken, within a minute, and one was left.
        #expect(lines.contains("all queues 1 60 s 60 s"))
        #expect(lines.contains("all queues 1 90 s 90 s"))
        #expect(lines.contains("orders 0 n/a n/a"))
        #expect(lines.contains("left the queue 1 of 2 50.0 % 9.5 to 90.5 %"))
        #expect(lines.contains("Opening hours: resolved 2 of 2 100.0 % 34.2 to 100.0 %"))
        #expect(lines.contains("handed to a human 0 of 2 0.0 % 0.0 to 65.8 %"))
        let html = ReportPage(report).html
        let all = ["all", "2", "50.0 %", "9.5 to 90.5 %", "1 of 2", "1", "60 s", "60 s", "1", "90 s", "90 s"]
        #expect(html.contains(all.map { "<td>\($0)</td>" }.joined()))
    }

    @Test("The text names what a manager asks for") func text() {
        let text = Measures(Self.shop).report(assistant: "Shop", titles: ["hours": "Opening hours"]).text()
        for line in [
            "Shop, all that is kept",
            "8 conversations with 8 contacts of 6 customers, 9 messages of customers",
            "true containment", "left while a question was open", "CSAT", "served by an agent",
            "Opening hours",
            "because: user asked", "Until a human took it", "Until a human’s first word", "released 0",
            "Opening hours: resolved",
        ] {
            #expect(text.contains(line))
        }
    }
}
