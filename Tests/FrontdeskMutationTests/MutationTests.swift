import Frontdesk
import FrontdeskCompiler
import FrontdeskDialogue
import FrontdeskMatching
import FrontdeskMutation
import FrontdeskTesting
import Testing

@Suite("Mutants of an assistant")
struct MutationTests {
    private static let sources = [
        SourceFile(path: "assistant.yaml", text: "assistant: tiny\ntitle: Tiny\n"),
        SourceFile(
            path: "gifts.yaml",
            text: #"""
                intents:
                  hours:
                    title: Opening hours
                    patterns: ["when are you open", "opening hours"]
                    answer: From nine to six.
                  wrap:
                    title: Gift wrapping
                    patterns: ["gift wrap [please]"]
                    flow: wrap
                flows:
                  wrap:
                    title: your gift
                    slots:
                      count: {type: number, ask: How many gifts are there?}
                    states:
                      decide:
                        go:
                          - {when: "count > 10", go: many}
                          - few
                      many:
                        say: That many we wrap by tomorrow.
                        end: resolved
                      few:
                        say: Those few we wrap at once.
                        end: resolved
                """#
        ),
    ]

    private static let few = """
        # A few
        > gift wrap
        < ...
        < How many gifts are there?
        > 3
        < Those few we wrap at once.
        """

    private static let many = """

        # Many
        > gift wrap please
        < ...
        < How many gifts are there?
        > 30
        < That many we wrap by tomorrow.
        """

    private func mutation(_ text: String, _ sources: [SourceFile] = sources) throws -> Mutation {
        let compilation = Compiler.compile(sources)
        let assistant = try #require(
            compilation.assistant,
            "\(DiagnosticRenderer.text(compilation.diagnostics, sources: sources))"
        )
        let reading = TranscriptFile(path: "tiny.transcript", text: text + "\n").reading()
        #expect(reading.errors.isEmpty)
        return Mutation(
            assistant: assistant,
            matcher: .training(assistant),
            transcripts: reading.transcripts,
            besides: Compiler.compile([Self.sources[0]]).assistant
        )
    }

    /// Summaries of what survived.
    private func survivors(_ text: String) async throws -> [String] {
        let report = await (try mutation(text)).run(lanes: 2)
        #expect(report.failing.isEmpty)
        return report.survivors.map(\.mutant.summary)
    }

    @Test("A guard that is tried one way alone can be taken away, and is told; both ways kill it")
    func guards() async throws {
        let gone = "the guard of wrap/decide always holds"
        let round = "the guard of wrap/decide is turned round"
        #expect(try await survivors(Self.many).contains(gone))
        #expect(try await !survivors(Self.many).contains(round))
        let both = try await survivors(Self.few + "\n" + Self.many)
        #expect(!both.contains(gone) && !both.contains(round))
    }

    @Test("A pattern that no transcript says survives, one that is said does not")
    func patterns() async throws {
        let said = "the pattern \"when are you open\" of hours is gone"
        let other = "the pattern \"opening hours\" of hours is gone"
        let survivors = try await survivors("# Hours\n> when are you open\n< ...\n< From nine to six.")
        #expect(!survivors.contains(said))
        #expect(survivors.contains(other))
    }

    @Test("Only transcripts that reach a change are played on it")
    func reach() async throws {
        let report = await
            (try mutation(Self.few + "\n\n# Hours\n> opening hours\n< ...\n< From nine to six.")).run()
        let say = try #require(report.verdicts.first { $0.mutant.summary == "wrap/few says nothing" })
        #expect(say.reaching == 1)
        #expect(say.killer == "A few")
        let unreached = try #require(report.verdicts.first { $0.mutant.summary == "wrap/many says nothing" })
        #expect(unreached.reaching == 0 && unreached.played == 0 && !unreached.isKilled)
    }

    @Test("Every mutant is another assistant than the original, and the order is always the same")
    func differs() throws {
        let assistant = try #require(Compiler.compile(Self.sources).assistant)
        let mutants = Mutants(assistant)
        #expect(mutants.all.count > 15)
        #expect(mutants.all.map(\.summary) == Mutants(assistant).all.map(\.summary))
        #expect(Set(mutants.all.map(\.summary)).count == mutants.all.count)
    }

    @Test("The same seed draws the same sample, in the order of all", arguments: [1, 4, 9])
    func samples(seed: UInt64) async throws {
        let mutation = try mutation(Self.few)
        let all = await mutation.run().verdicts.map(\.mutant.summary)
        let drawn = await mutation.run(sample: 6, seed: seed).verdicts.map(\.mutant.summary)
        #expect(drawn.count == 6)
        #expect(drawn == all.filter(drawn.contains))
        #expect(await mutation.run(sample: 6, seed: seed, lanes: 2).verdicts.map(\.mutant.summary) == drawn)
    }

    @Test("A transcript that fails on the original kills nothing, and is named")
    func failing() async throws {
        let report = await (try mutation("# Wrong\n> opening hours\n< Never.")).run()
        #expect(report.failing == ["Wrong"])
        #expect(report.killed == 0)
    }

    @Test("A pattern whose sentences another pattern accepts too is missed by nobody, and is left out")
    func sameUnderstanding() async throws {
        let pattern = #"["when are you open", "opening hours"]"#
        let wider = #"["when are you open", "opening hours", "[your] opening hours [please]"]"#
        let sources = Self.sources.map {
            SourceFile(
                path: $0.path,
                text: String(decoding: $0.bytes, as: UTF8.self).replacing(pattern, with: wider)
            )
        }
        let report = await (try mutation(Self.few, sources)).run()
        #expect(report.excluded[.sameUnderstanding] == 1)
        let left = report.verdicts.map(\.mutant.summary)
        #expect(!left.contains("the pattern \"opening hours\" of hours is gone"))
        #expect(left.contains("the pattern \"[your] opening hours [please]\" of hours is gone"))
        #expect(report.possible == report.verdicts.count)
        #expect(await (try mutation(Self.few)).run().excluded[.sameUnderstanding] == nil)
    }

    @Test("An expectation that a transcript lacks is named with its line, holds, and notices what survived")
    func pins() async throws {
        let mutation = try mutation(Self.few)
        let report = await mutation.run()
        let end = "wrap/few leads to the end (unresolved) in place of the end (resolved)"
        #expect(report.survivors.map(\.mutant.summary).contains(end))
        let (pins, left) = await mutation.pins(for: report, lanes: 2)
        let pin = try #require(pins.first { $0.notices.contains(end) })
        #expect(pin.transcript == 0)
        #expect(pin.line == 6)
        #expect(pin.text == "  event flow_ended wrap resolved")
        #expect(!left.map(\.summary).contains(end))
        #expect(try await !survivors(Self.few + "\n" + pin.text).contains(end))
    }

    @Test("Suggested transcripts notice what they say, a customer whom nobody understands among them")
    func suggestions() async throws {
        let mutation = try mutation(Self.few)
        let lost = await mutation.run().survivors.map(\.mutant).filter {
            $0.summary.contains("attempts in place")
        }
        #expect(lost.map(\.summary) == ["wrap/count allows 3 attempts in place of 2"])
        let suggestions = await mutation.suggestions(for: lost, lanes: 2)
        #expect(suggestions.map(\.notices) == [lost.map(\.summary)])
        let text = try #require(suggestions.first?.text)
        #expect(try await !survivors(Self.few + "\n\n" + text).contains(lost[0].summary))
    }
}
