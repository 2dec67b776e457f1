import FrontdeskTesting
import Testing

@Suite("Several customers and agents in one transcript")
struct PeopleTests {
    /// Transcripts that are as written.
    static let right = [
        """
        # Customers are greeted and asked each for themselves
        customer: {name: Ada Byron}
        customer Ben on sms: {name: Ben Okafor}

        > where is my order
        < Hello Ada, I'm the shop's assistant.
        < Which order is it?
          conversation transcript
        Ben> thanks
        Ben< Hello Ben, I'm the shop's assistant.
        < You're welcome.
          conversation Ben
          no state
        > A-10021
        < Your order A-10021 is on its way; ...
          no conversation Ben
          measure volume.customers = 2
          measure channels.sms = 1 of 2
          measure flows.track_order = 2
          measure flows.track_order.steps <= 2
        """,
        """
        # Whoever wrote last is who something is done for
        customer Ada: {name: Ada Byron}
        customer Ben: {name: Ben Okafor}

        Ada> thanks
        < ...
        Ben> where is my parcel A-10021?
        < ...
        customer rates up
          conversation Ben
          measure ratings.order.status = 1 of 1
        conversation other on sms
        Ben> thanks
        < ...
          conversation other
        """,
        """
        # Agents take tickets by queue, by customer, and keep them apart
        customer: {name: Ada Byron}
        customer Ben: {name: Ben Okafor}

        agent Robin claims next in orders
          refused no ticket waits in queue 'orders'
        > let me talk to someone
        < ...
        @ +1m
        Ben> let me talk to someone
        < ...
          measure handoffs.waiting = 2
        agent Robin claims next
          conversation transcript
        agent Kim claims Ben
          conversation Ben
        agent Sam claims Ben
          refused
          no conversation transcript
        Robin> Hello Ada.
          conversation transcript
        agent> And again.
          conversation transcript
        Kim> Hello Ben.
          conversation Ben
        agent Robin closes
          conversation transcript
        Robin> One more thing.
          refused
        agent Kim returns resolved
          conversation Ben
          measure handoffs.made = 2
          measure handoffs.first_word = 30
          measure endings.confirmed_by_agent >= 2
          measure feedback.csat = none
          no measure handoffs.made = 1
        """,
    ]

    @Test("They are as written in each mode", arguments: right)
    func passes(text: String) async throws {
        for mode in [TranscriptMode.straight, .encoded, .memory] {
            let file = TranscriptFile(path: "shop/people.transcript", text: text)
            let report = await (try TestShop.suite(mode: mode)).run([file])
            #expect(report.text == "1 passed, 0 failed\n")
        }
    }

    @Test("What differs is said with the names, and can be taken over")
    func updates() async throws {
        let text = """
            # T
            customer Ben: {name: Ben}

            Ben> where is my order
            < Hello ...
            < Which one?
              measure volume.messages = 3
              refused
            agent Kim claims
            """
        let report = await (try TestShop.suite()).run([TranscriptFile(path: "a", text: text)])
        #expect(
            report.text.contains(
                "expected  measure volume.messages = 3\n    actual    measure volume.messages = 1\n"
            )
        )
        #expect(report.text.contains("expected  refused\n    actual    it happened\n"))
        #expect(report.text.contains("  line 9: "))
        #expect(report.files[0].updated == text.replacing("Which one?", with: "Which order is it?"))
    }

    @Test(
        "A mistake is told with what was meant",
        arguments: [
            ("> a\nBem> hi", "nobody here is called 'Bem'; did you mean 'Ben'?"),
            ("> a\nBob Smith> hi", "'agent Bob Smith claims' above for an agent"),
            ("agent Kim claims next of care", "'next in QUEUE', not 'next of care'"),
            ("agent Kim claims Bob", "the name of a further customer"),
            ("> a\n  measure resolved = 1", "did you mean 'endings.resolved'?"),
            ("> a\n  measure endings.resolvd = 1", "did you mean 'endings.resolved'?"),
            ("> a\n  measure causes.left_midform = 1", "did you mean 'causes.left_mid_form'?"),
            ("> a\n  measure handoffs.reasons.user_aksed = 1", "handoffs.reasons.user_asked"),
            ("> a\n  measure nonsense = 1", "flows.NAME"),
            ("> a\n  measure steps", "measure endings.resolved = 1 of 1"),
            ("> a\n  measure steps = few", "not 'few'"),
            ("> a\n  measure endings.resolved = 1 of 0", "not '0'"),
            ("> a\n  conversation", "'conversation' takes"),
        ]
    )
    func mistakes(lines: String, part: String) {
        let file = TranscriptFile(path: "a", text: "# T\ncustomer Ben: {name: Ben}\n\n\(lines)\n")
        #expect(file.reading().errors.map(\.message).joined().contains(part), "\(file.reading().errors)")
    }

    @Test(
        "Each further customer has a name of one word, and a name of their own",
        arguments: [
            ("customer Ben: {name: B}\ncustomer Ben: {name: C}", "there is a customer 'Ben' already"),
            ("customer agent: {name: B}", "cannot stand before lines"),
            ("customer B>n: {name: B}", "cannot stand before lines"),
            ("customer Ben: Ben", "{name: Ada Byron"),
            ("customer Ben: {name: B}\nBem> hi", "did you mean 'Ben'?"),
            ("\ncustomer Ben: {name: B}", "stands in the head, above the first blank line"),
        ]
    )
    func names(head: String, part: String) {
        let errors = TranscriptFile(path: "a", text: "# T\n\(head)\n\n> a\n").reading().errors
        #expect(errors.map(\.message).joined().contains(part), "\(errors)")
    }
}
