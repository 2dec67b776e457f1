import FrontdeskTesting
import Testing

@Suite("Playing transcripts")
struct TranscriptSuiteTests {
    static let whole = """
        # A late parcel, number given at once
        assistant: shop
        clock: 2026-11-23T09:00:00+01:00
        customer: {name: Ada Byron, email: ada@example.com}

        > where is my parcel A-10021?
        < Hello Ada, I'm the shop's assistant.
        < Your order A-10021 is ...; we expect it on {date}.
          intent order.status >= 0.80
          slot order_number = A-10021 from customer
          no state
          decision answer
          no handoff
          event flow_ended track_order resolved
        @ +20m
        > let me talk to someone
        < ...
          handoff orders user_asked
          decision handoff by human_asked
        agent Robin claims
        agent> Hello Ada, I can see it is stuck in Leipzig.
        > ok
          decision relay
        agent Robin returns resolved
        > thanks
        < You're welcome, Ada.

        # A number that does not exist
        > where is my order
        < ...
        < Which order is it?
          state track_order/slots
          state track_order/order_number
          no state track_order/tell
        > A-99999
        < I can't see A-99999.
        < ...
          no slot order_number
          event action_finished missing

        """

    @Test("A conversation over desk, queue, agent and return passes")
    func passes() async throws {
        let report = await (try TestShop.suite()).run([
            TranscriptFile(path: "shop/orders.transcript", text: Self.whole)
        ])
        #expect(report.text == "2 passed, 0 failed\n")
        #expect(report.succeeded)
        #expect(report.files[0].updated == nil)
    }

    @Test("What differs is told with line, expected, actual, decision and candidates")
    func tellsDifferences() async throws {
        let text = """
            # Wrong
            customer: {name: Ada Byron}

            > where is my parcel A-10021?
            < Hello Bob.
            < Your order A-10021 is lost.
            < Sorry.
              slot order_number = A-1 from customer
              no intent order.status
            > thanks

            # Right
            > thanks
            < ...
            """
        let report = await (try TestShop.suite()).run([
            TranscriptFile(path: "shop/orders.transcript", text: text)
        ])
        #expect(report.passed == 1)
        #expect(report.failed == 1)
        let result = report.files[0].results[0]
        #expect(result.differences.map(\.line) == [5, 6, 7, 8, 9, 10])
        #expect(
            report.text.contains("shop/orders.transcript:1: Wrong\n  line 5: the desk said something else\n")
        )
        #expect(
            report.text.contains(
                "    expected  < Hello Bob.\n    actual    < Hello Ada, I'm the shop's assistant.\n"
            )
        )
        #expect(report.text.contains("    decision answer by pattern, intent order.status"))
        #expect(report.text.contains("    candidates order.status"))
        #expect(report.text.contains("    expected  slot order_number = A-1 from customer\n"))
        #expect(report.text.contains("    actual    slot order_number = A-10021 from customer\n"))
        #expect(
            report.text.contains(
                "  line 10: the desk said more than expected\n    actual    < You're welcome.\n"
            )
        )
        #expect(report.text.hasSuffix("\n1 passed, 1 failed\n"))
    }

    @Test(
        "What cannot be played is told, and the rest goes on",
        arguments: [
            ("> thanks\n< ...\nagent Robin claims", "does not wait for a human"),
            ("> thanks\n< ...\nagent> hi", "no agent has claimed"),
            ("> thanks\n< ...\n>> Nothing", "there is no button 'Nothing'"),
            ("customer rates up", "there is no conversation"),
            ("@ 2020-01-01T00:00", "the clock cannot go back"),
        ]
    )
    func tellsFailures(steps: String, message: String) async throws {
        let file = TranscriptFile(path: "a.transcript", text: "# T\n\n\(steps)\n> thanks\n< wrong\n")
        let report = await (try TestShop.suite()).run([file])
        let differences = report.files[0].results[0].differences
        #expect(differences.count >= 2)
        #expect(differences[0].summary.contains(message))
    }

    @Test("A file that cannot be read fails with its line")
    func reportsUnreadableFiles() async throws {
        let report = await (try TestShop.suite()).run([TranscriptFile(path: "a.transcript", text: "hello")])
        #expect(report.failed == 1)
        #expect(report.text.hasPrefix("a.transcript:1: error: "))
    }

    @Test("A transcript for another assistant fails")
    func refusesOtherAssistants() async throws {
        let file = TranscriptFile(path: "a", text: "# T\nassistant: bank\n\n> hi\n< ...\n")
        let report = await (try TestShop.suite()).run([file])
        #expect(report.text.contains("for the assistant 'bank', not for 'shop'"))
    }

    @Test("Every conversation begins with fresh data and a fresh desk")
    func isolatesConversations() async throws {
        let one = "# T\n\n> thanks\n< Hello...\n< You're welcome.\n"
        let report = await (try TestShop.suite()).run([TranscriptFile(path: "a", text: one + one)])
        #expect(report.summary == "2 passed, 0 failed")
    }

    @Test("An agent who is silent for too long loses the conversation")
    func movesTheClock() async throws {
        let text = """
            # Silence
            clock: 2026-11-23T10:00

            > talk to a human
            < ...
              handoff orders user_asked
            agent Robin claims
            > are you there?
              no event lease_expired
            @ +11m
            > thanks
            < ...
              event lease_expired Robin
            agent Kim claims
            agent> Hello, this is Kim.
            """
        let report = await (try TestShop.suite()).run([TranscriptFile(path: "a", text: text)])
        #expect(report.text == "1 passed, 0 failed\n")
    }

    @Test("The same transcripts give the same events, however often they are played")
    func isDeterministic() async throws {
        let file = TranscriptFile(path: "a", text: Self.whole)
        let first = await (try TestShop.suite()).run([file])
        let second = await (try TestShop.suite()).run([file])
        #expect(first.files[0].results.map(\.events) == second.files[0].results.map(\.events))
        #expect(first.files[0].results.allSatisfy { !$0.events.isEmpty })
    }

    @Test("A filter chooses conversations by title or path")
    func filters() async throws {
        let file = TranscriptFile(path: "shop/orders.transcript", text: Self.whole)
        let suite = try TestShop.suite()
        #expect(await suite.run([file], matching: "NOT EXIST").summary == "1 passed, 0 failed")
        #expect(await suite.run([file], matching: "orders.tr").summary == "2 passed, 0 failed")
        #expect(await suite.run([file], matching: "zebra").summary == "0 passed, 0 failed")
    }

    @Test("What is not reached, and topics without transcripts, are named")
    func measuresCoverage() async throws {
        let file = TranscriptFile(path: "shop/orders-late.transcript", text: Self.whole)
        let report = await (try TestShop.suite(isWhole: true)).run([file])
        let parts = report.coverage.parts
        #expect(
            parts.map(\.name) == [
                "intents", "states", "transitions", "responses", "patterns", "handoff reasons", "decisions",
            ]
        )
        #expect(parts[0].missing.contains("untouched"))
        #expect(!parts[0].missing.contains("thanks"))
        #expect(parts[1].missing == [])
        #expect(parts[2].missing == ["track_order/look_up → handoff"])
        #expect(parts[3].missing == ["untouched"])
        #expect(report.untestedTopics == ["talk.yaml"])
        #expect(report.coverageText.contains("states: 2 of 2\n"))
        #expect(report.coverageText.contains("  not reached: untouched\n"))
        #expect(report.coverageSummary.contains("states 2 of 2"))
    }

    @Test("An intent file without a transcript is an error that names the file to write")
    func missingTwin() async throws {
        let file = TranscriptFile(path: "shop/orders-late.transcript", text: Self.whole)
        let report = await (try TestShop.suite(isWhole: true)).run([file])
        let sentence = "talk.yaml: error: no transcript exercises this file; write talk.transcript\n"
        #expect(report.differences.hasSuffix(sentence))
        #expect(report.failed == 1)
        #expect(!report.succeeded)
        #expect(report.junit.contains("classname=\"talk.yaml\""))
    }

    @Test("The XML for build servers names files, conversations and differences")
    func writesJUnit() async throws {
        let text = "# Good & <quick>\n\n> thanks\n< ...\n\n# Bad\n\n> thanks\n< \"No\"\n"
        let report = await (try TestShop.suite()).run([
            TranscriptFile(path: "shop/talk.transcript", text: text)
        ])
        #expect(
            report.junit.hasPrefix(
                "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites tests=\"2\" failures=\"1\">\n"
            )
        )
        #expect(
            report.junit.contains(
                "<testcase classname=\"shop/talk.transcript\" name=\"Good &amp; &lt;quick&gt;\"/>"
            )
        )
        #expect(report.junit.contains("<failure message=\"line 9: the desk said something else\">"))
        #expect(report.junit.contains("expected  &lt; \"No\""))
        #expect(report.junit.hasSuffix("</testsuites>\n"))
    }
}
