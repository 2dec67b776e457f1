import FrontdeskDialogue
import FrontdeskPages

extension Measures {
    /// What customers said, by kind: first whoever helped, then split.
    var feedbackFigures: [Report.FeedbackFigures] {
        FeedbackKind.allCases.flatMap { kind -> [Report.FeedbackFigures] in
            let count = asked[kind] ?? 0
            let all = feedback.filter { $0.key.kind == kind }
            guard count > 0 || !all.isEmpty else { return [] }
            let answers = all.values.reduce(0, +)
            let whole = figures(
                kind,
                nil,
                all,
                answered: Share(min(answers, max(count, answers)), of: max(count, answers))
            )
            let parts = Server.allCases.compactMap { server -> Report.FeedbackFigures? in
                let those = all.filter { $0.key.servedBy == server }
                return those.isEmpty ? nil : figures(kind, server, those, answered: nil)
            }
            return [whole] + parts
        }
    }

    private func figures(
        _ kind: FeedbackKind,
        _ server: Server?,
        _ given: [FeedbackKey: Int],
        answered: Share?
    ) -> Report.FeedbackFigures {
        var scores = [Int](repeating: 0, count: kind.scale.count)
        for (key, count) in given where kind.scale.contains(key.score) {
            scores[key.score - kind.scale.lowerBound] += count
        }
        let n = scores.reduce(0, +)
        func sum(_ range: ClosedRange<Int>) -> Int {
            range.reduce(0) { $0 + scores[$1 - kind.scale.lowerBound] }
        }
        let total = kind.scale.reduce(0) { $0 + $1 * scores[$1 - kind.scale.lowerBound] }
        let good = sum(kind.highest)
        let bad = sum(kind.lowest)
        return Report.FeedbackFigures(
            kind: kind,
            servedBy: server,
            answered: answered,
            n: n,
            good: Share(good, of: n),
            bad: Share(bad, of: n),
            mean: n > 0 ? Double(total) / Double(n) : nil,
            net: kind == .nps && n > 0 ? Self.net(good, bad, n) : nil,
            scores: scores
        )
    }

    /// The difference of two shares of the same answers; its interval is the normal one.
    private static func net(_ good: Int, _ bad: Int, _ n: Int) -> Report.Net {
        let (p, q) = (Double(good) / Double(n), Double(bad) / Double(n))
        let deviation = ((p + q - (p - q) * (p - q)) / Double(n)).squareRoot()
        let half = 100 * WilsonInterval.deviations * deviation
        let value = 100 * (p - q)
        return Report.Net(value: value, low: max(-100, value - half), high: min(100, value + half))
    }
}
