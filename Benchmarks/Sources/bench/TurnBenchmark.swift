import Frontdesk
import FrontdeskDialogue
import FrontdeskMatching

/// What a turn costs the thread that runs it, all of it in memory.
enum TurnBenchmark {
    /// What one run measured.
    private struct Figures {
        var turn: Sample
        var times: ThreadTimes
        var match: Sample
        var words: Sample
        /// CPU time of all threads together for a turn, in nanoseconds.
        var processPerTurn: Int64
    }

    static let runs = 5
    static let turns = 100_000

    static func report(_ shop: Shop) async throws {
        var best: Figures?
        for _ in 0..<runs {
            let run = try await measure(shop)
            if best.map({ run.turn.total < $0.turn.total }) ?? true { best = run }
        }
        guard let best else { return }
        print("Turn in memory (thread CPU time, best of \(runs) runs of \(best.times.count) turns)")
        line("turn: receive, decide, store, answer", best.turn)
        line("of which matching", best.match)
        line("lower bound: reading the words", best.words)
        print("  all threads of the process, a turn      \(microseconds(best.processPerTurn))")
        best.times.reportMoved()
    }

    /// Which turns are dear: the median cost of each message of the conversations, dearest first.
    static func reportEach(_ shop: Shop) async throws {
        let costs = try await each(shop)
        print("Turns by their message (thread CPU time, p50 of \(eachRuns))")
        for (text, sample) in costs.sorted(by: { $0.1.percentile(0.5) > $1.1.percentile(0.5) }) {
            print("  \(microseconds(sample.percentile(0.5)))  \(text)")
        }
    }

    private static let eachRuns = 500

    @concurrent private static func each(_ shop: Shop) async throws -> [(String, Sample)] {
        let desk = shop.desk()
        var costs = Shop.conversations.map { $0.map { _ in ThreadTimes(capacity: eachRuns) } }
        for run in 0..<eachRuns {
            for (number, texts) in Shop.conversations.enumerated() {
                for (place, text) in texts.enumerated() {
                    let message = Message(text, conversation: "\(number)-\(run)", at: 1_795_334_400_000)
                    let start = costs[number][place].start()
                    _ = try await desk.receive(message)
                    costs[number][place].end(start)
                }
            }
        }
        return zip(Shop.conversations, costs).flatMap { texts, costs in
            zip(texts.indices, costs).map {
                ("\(texts.prefix($0 + 1).joined(separator: " | "))", Sample($1.times))
            }
        }
    }

    private static func line(_ name: String, _ sample: Sample) {
        let padded = name + String(repeating: " ", count: max(0, 38 - name.count))
        print(
            "  \(padded) p50 \(microseconds(sample.percentile(0.5)))   p99 \(microseconds(sample.percentile(0.99)))"
                + "   mean \(microseconds(sample.total / Int64(max(1, sample.count))))"
        )
    }

    @concurrent private static func measure(_ shop: Shop) async throws -> Figures {
        let desk = shop.desk()
        var times = ThreadTimes(capacity: turns)
        var number = 0
        let cpu = Stopwatch.process
        while times.count < turns {
            let texts = Shop.conversations[number % Shop.conversations.count]
            let conversation = "c\(number)"
            number += 1
            for text in texts {
                let message = Message(text, conversation: conversation, at: 1_795_334_400_000)
                let start = times.start()
                _ = try await desk.receive(message)
                times.end(start)
            }
        }
        let perTurn = (Stopwatch.process - cpu) / Int64(times.count)
        let texts = Shop.conversations.flatMap(\.self)
        let reader = Matcher(MatcherDefinition(intents: []), model: nil)
        var match = ThreadTimes(capacity: turns)
        var words = ThreadTimes(capacity: turns)
        for index in 0..<turns {
            let text = texts[index % texts.count]
            let asked = match.start()
            let result = shop.matcher.match(text)
            match.end(asked)
            let begun = words.start()
            let read = reader.match(text)
            words.end(begun)
            precondition(read.tokens == result.tokens, "the words of a text do not depend on the intents")
        }
        return Figures(
            turn: Sample(times.times),
            times: times,
            match: Sample(match.times),
            words: Sample(words.times),
            processPerTurn: perTurn
        )
    }
}
