import FrontdeskDialogue

// On what terms other systems are asked, and what a customer hears meanwhile.
extension FileReader {
    /// `timeout`, `retry`, `breaker`, `limit`, `idempotency_key` and `sign`.
    func remoteTerms(_ keys: inout Keys) -> RemoteTerms {
        var terms = RemoteTerms()
        if let node = keys["timeout"] {
            terms.timeout = shortTime(node, "timeout", 1...120_000) ?? terms.timeout
        }
        if let node = keys["retry"] { terms.retry = retry(node) }
        if let node = keys["breaker"] { terms.breaker = breaker(node) }
        if let node = keys["limit"] { terms.responseLimit = size(node) ?? terms.responseLimit }
        if let node = keys["idempotency_key"], let text = text(node, "'idempotency_key'") {
            switch text {
            case "true", "yes": terms.idempotencyHeader = "Idempotency-Key"
            case "false", "no": break
            default: terms.idempotencyHeader = text
            }
        }
        if let node = keys["sign"] { terms.signingSecret = secretVariable(node, "'sign'") }
        return terms
    }

    /// `2`, or `{times: 2, wait: 200ms, at_most: 5s}`.
    private func retry(_ node: SyntaxNode) -> RemoteTerms.Retry {
        var retry = RemoteTerms.Retry()
        guard isKeys(node) else {
            retry.times = integer(node, "retry", 0...10) ?? 0
            return retry
        }
        guard var keys = keys(node, .retry, "'retry'") else { return retry }
        retry.times = keys["times"].flatMap { integer($0, "times", 0...10) } ?? 2
        retry.wait = keys["wait"].flatMap { shortTime($0, "wait", 1...60_000) } ?? retry.wait
        retry.longestWait =
            keys["at_most"].flatMap { shortTime($0, "at_most", 1...120_000) }
            ?? max(retry.longestWait, retry.wait)
        keys.finish("in 'retry'")
        return retry
    }

    /// `{failures: 5, pause: 30s}`.
    private func breaker(_ node: SyntaxNode) -> RemoteTerms.Breaker {
        var breaker = RemoteTerms.Breaker()
        guard var keys = keys(node, .breaker, "'breaker'") else { return breaker }
        breaker.failures = keys["failures"].flatMap { integer($0, "failures", 1...1000) } ?? breaker.failures
        breaker.pause = keys["pause"].flatMap { shortTime($0, "pause", 1...3_600_000) } ?? breaker.pause
        keys.finish("in 'breaker'")
        return breaker
    }

    /// `slow: 2s` and `notice: One moment …`.
    func patience(_ keys: inout Keys) -> (patience: Patience, notice: ResponseDeclaration?)? {
        let limit = keys["slow"].flatMap { shortTime($0, "slow", 1...120_000) }
        let noticeNode = keys["notice"]
        let notice = noticeNode.flatMap { response($0, "'notice'") }
        if let noticeNode, keys.lacks("slow") {
            missing(
                "slow",
                of: "this action",
                noticeNode.place,
                help: "write after what time it is said: 'slow: 2s'"
            )
        }
        return limit.map { (Patience(limit: $0), notice) }
    }

    /// A length of time such as `500ms`, `3s` or `2 m`, in milliseconds; nil, reported.
    func shortTime(_ node: SyntaxNode, _ what: String, _ range: ClosedRange<Int>) -> Int? {
        guard let text = text(node, "'\(what)'") else { return nil }
        let digits = text.prefix { ("0"..."9").contains($0) }
        let unit = text.dropFirst(digits.count).drop { $0 == " " }
        let factors: [Substring: Int] = ["ms": 1, "s": 1000, "m": 60_000]
        if let factor = factors[unit], digits.count <= 9, let count = Int(digits),
            range.contains(count * factor)
        {
            return count * factor
        }
        let seconds = range.upperBound / 1000
        let most = seconds > 120 ? "\(seconds / 60)m" : "\(seconds)s"
        report.report(
            .badDuration,
            node.place,
            unit.isEmpty && !digits.isEmpty ? "'\(text)' has no unit" : "'\(text)' is not a length of time",
            help: "write a number and ms, s or m, "
                + (range.lowerBound > 1 ? "\(range.lowerBound)ms to \(most)" : "at most \(most)")
                + ": 500ms, 3s"
        )
        return nil
    }

    /// A size such as `64kB` or `1MB`, in bytes; nil, reported.
    private func size(_ node: SyntaxNode) -> Int? {
        guard let text = text(node, "'limit'") else { return nil }
        let digits = text.prefix { ("0"..."9").contains($0) }
        let unit = text.dropFirst(digits.count).drop { $0 == " " }
        let factors: [Substring: Int] = ["B": 1, "kB": 1000, "MB": 1_000_000]
        if let factor = factors[unit], digits.count <= 9, let count = Int(digits),
            (1...16_000_000).contains(count * factor)
        {
            return count * factor
        }
        report.report(
            .badNumber,
            node.place,
            "'\(text)' is not a size",
            help: "write a number and B, kB or MB, at most 16MB: 64kB"
        )
        return nil
    }
}
