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

    private func mutation(_ text: String) throws -> Mutation {
        let compilation = Compiler.compile(Self.sources)
        let assistant = try #require(
            compilation.assistant,
            "\(DiagnosticRenderer.text(compilation.diagnostics, sources: Self.sources))"
        )
        let reading = TranscriptFile(path: "tiny.transcript", text: text + "\n").reading()
        #expect(reading.errors.isEmpty)
        return Mutation(
            assistant: assistant,
            matcher: .training(assistant),
            transcripts: reading.transcripts
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
}
