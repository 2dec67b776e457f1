import FrontdeskPages
import FrontdeskTesting
import Testing

@Suite("What differed, for people")
struct DifferenceTextTests {
    static func text(_ transcript: String, width: Int = 100, isUpdate: Bool = false) async throws -> String {
        let report = await (try TestShop.suite()).run([
            TranscriptFile(path: "talk.transcript", text: transcript)
        ])
        return DifferenceText(width: width, marks: .signs, isUpdate: isUpdate).text(of: report)
    }

    @Test("Each difference has its place, the lines before it, and both texts")
    func whole() async throws {
        let text = try await Self.text(
            """
            # Wrong
            customer: {name: Ada Byron}

            > thanks
            < Hello Ada, I'm the shop's assistant.
            < You're welcome.
            > where is my parcel A-10021?
            // Only the place of the parcel is wrong.
            < Your order A-10021 is at home; we expect it on {date}.
              slot order_number = A-1 from customer
            """
        )
        #expect(
            text.hasPrefix(
                """
                talk.transcript:1: Wrong
                      4  > thanks
                      5  < Hello Ada, I'm the shop's assistant.
                      6  < You're welcome.
                      7  > where is my parcel A-10021?
                  talk.transcript:9: the desk said something else
                    expected                                       │ actual
                    < Your order A-10021 is [-at home-]; we expect │ < Your order A-10021 is {+on its way+}; we
                    it on {date}.                                  │ expect it on Wednesday 25 November.
                  talk.transcript:10: the expectation does not hold
                    expected                                       │ actual
                    slot order_number = A-[-1-] from customer      │ slot order_number = A-{+10021+} from customer
                    decision answer by pattern, intent order.status 0.99, state none, owner desk

                """
            ),
            "\(text)"
        )
    }

    @Test("What is missing and what is left over stand where they belong, whatever stands around them")
    func alignment() async throws {
        let text = try await Self.text(
            """
            # Wrong

            > thanks
            < You are welcome.
            < Goodbye.
            > where is my parcel A-10021?
            < One moment.
            < Your order A-10021 is ...; we expect it on {date}.
            < ...
            """,
            width: 60
        )
        let told = text.split(separator: "\n").filter { line in
            ["talk.transcript:", "  expected", "  actual"].contains { line.contains($0) }
        }.map { $0.drop { $0 == " " } }
        #expect(
            told == [
                "talk.transcript:1: Wrong",
                "talk.transcript:3: the desk said more than expected",
                "expected  nothing",
                "actual    < Hello, I'm the shop's assistant.",
                "talk.transcript:4: the desk said something else",
                "expected  < You [-are-] welcome.",
                "actual    < You{+'re+} welcome.",
                "talk.transcript:5: the desk did not say this",
                "expected  < Goodbye.",
                "actual    nothing",
                "talk.transcript:7: the desk did not say this",
                "expected  < One moment.",
                "actual    nothing",
                "talk.transcript:9: the desk did not say this",
                "expected  < ...",
                "actual    nothing",
            ],
            "\(text)"
        )
    }

    @Test("A line behind or before '...' is compared with one of the messages that it stood for")
    func gaps() async throws {
        for lines in ["< ...\n< You are welcome.", "< Hello, I am the assistant.\n< ..."] {
            let text = try await Self.text("# Wrong\n\n> thanks\n\(lines)\n")
            #expect(text.contains("the desk said something else"), "\(text)")
            #expect(!text.contains("nothing"), "\(text)")
        }
    }

    @Test("What fails in several modes in the same way stands once")
    func modes() async throws {
        let file = TranscriptFile(path: "a", text: "# Wrong\n\n> thanks\n< ...\n< No.\n")
        var reports: [SuiteReport] = []
        for mode in [TranscriptMode.straight, .encoded, .memory] {
            reports.append(await (try TestShop.suite(mode: mode)).run([file]))
        }
        let text = DifferenceText(width: 60, marks: .signs)
        let whole = text.text(of: reports)
        #expect(whole.hasPrefix("a:1: Wrong (in each of 3 modes)\n"))
        #expect(whole.split(separator: "\n").count { $0.contains("Wrong") } == 1)
        let right = await (try TestShop.suite()).run([
            TranscriptFile(path: "a", text: "# Right\n\n> thanks\n< ...\n")
        ])
        #expect(
            text.text(of: [right, reports[1], reports[2]]).hasPrefix("a:1: Wrong (modes encoded, memory)\n")
        )
        #expect(text.text(of: reports[1]).hasPrefix("a:1: Wrong (mode encoded)\n"))
        #expect(text.text(of: [reports[0], right]).hasPrefix("a:1: Wrong (mode straight)\n"))
    }

    @Test("While it is being written down, it says what was and what is now")
    func update() async throws {
        let text = try await Self.text("# Wrong\n\n> thanks\n< ...\n< No.\n  state a/b\n", isUpdate: true)
        #expect(text.contains("    was                                            │ is now\n"))
        #expect(text.contains("    expected                                       │ actual\n    state"))
    }
}
