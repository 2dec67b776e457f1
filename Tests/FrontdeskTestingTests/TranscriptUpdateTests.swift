import FrontdeskTesting
import Testing

@Suite("Accepting what the desk says")
struct TranscriptUpdateTests {
    private func updated(_ text: String) async throws -> String? {
        await (try TestShop.suite()).run([TranscriptFile(path: "a", text: text)]).files[0].updated
    }

    @Test(
        "Lines that do not fit are written anew, everything else stays byte for byte",
        arguments: [
            // A line that does not fit, beside a pattern that does.
            (
                "// c\n# T\n\n> where is my order A-10021\n< Hello...\n  decision answer\n< wrong\n  // why\n\n",
                "// c\n# T\n\n> where is my order A-10021\n< Hello...\n  decision answer\n"
                    + "< Your order A-10021 is on its way; we expect it on Wednesday 25 November.\n  // why\n\n"
            ),
            // No lines yet.
            (
                "# T\n\n> thanks\n  intent thanks\n> thanks\n",
                "# T\n\n> thanks\n< Hello, I'm the shop's assistant.\n< You're welcome.\n  intent thanks\n> thanks\n"
                    + "< You're welcome.\n"
            ),
            // Too many lines: the ones that fit stay.
            (
                "# T\n\n> thanks\n< a\n< Hello, I'm ...\n< b\n< You're {word}\n< c\n",
                "# T\n\n> thanks\n< Hello, I'm ...\n< You're {word}\n"
            ),
            // Too few.
            (
                "# T\n\n> thanks\n< You're welcome.\n",
                "# T\n\n> thanks\n< Hello, I'm the shop's assistant.\n< You're welcome.\n"
            ),
            // `...` stays where it can.
            ("# T\n\n> thanks\n< ...\n< wrong\n", "# T\n\n> thanks\n< ...\n"),
            // Braces are escaped.
            (
                "# T\n\n> abracadabra\n< ...\n> abracadabra\n< x\n",
                "# T\n\n> abracadabra\n< ...\n> abracadabra\n< Hocus pocus \\{in braces}.\n"
            ),
            // Line ends of Windows, and no line end at all.
            (
                "# T\r\n\r\n> thanks\r\n< x\r\n",
                "# T\r\n\r\n> thanks\r\n< Hello, I'm the shop's assistant.\r\n< You're welcome.\r\n"
            ),
            ("# T\n\n> thanks", "# T\n\n> thanks\n< Hello, I'm the shop's assistant.\n< You're welcome."),
            (
                "# T\r\n\r\n> thanks",
                "# T\r\n\r\n> thanks\r\n< Hello, I'm the shop's assistant.\r\n< You're welcome."
            ),
        ]
    )
    func rewrites(before: String, after: String) async throws {
        #expect(try await updated(before) == after)
        #expect(try await updated(after) == nil)
    }

    @Test(
        "Expectations are a person's to change, and are counted",
        arguments: [
            ("# T\n\n> thanks\n< wrong\n", 0),
            ("# T\n\n> thanks\n< wrong\n  intent thanks\n", 0),
            ("# T\n\n> thanks\n< wrong\n  intent hours\n  decision handoff\n", 2),
        ]
    )
    func counts(text: String, unmet: Int) async throws {
        let report = await (try TestShop.suite()).run([TranscriptFile(path: "a", text: text)])
        #expect(report.unmet == unmet)
    }

    @Test("A file that fits is left alone")
    func leavesAlone() async throws {
        #expect(try await updated("# T\n\n> thanks\n< Hello...\n< {any}\n") == nil)
    }
}
