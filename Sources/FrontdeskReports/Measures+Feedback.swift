import FrontdeskDialogue

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
        let around = n > 0 ? ScaleInterval.of(scores, lowest: kind.scale.lowerBound) : nil
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
            meanLow: around?.lowerBound,
            meanHigh: around?.upperBound,
            net: kind == .nps && n > 0 ? Self.net(good, bad, n) : nil,
            scores: scores
        )
    }

    /// Promoters less detractors.
    private static func net(_ good: Int, _ bad: Int, _ n: Int) -> Report.Net {
        let around = ScaleInterval.of([bad, n - good - bad, good], lowest: -1)
        return Report.Net(
            value: 100 * Double(good - bad) / Double(n),
            low: 100 * around.lowerBound,
            high: 100 * around.upperBound
        )
    }
}
