import FrontdeskDialogue

/// Writes what the desk really said into a file of transcripts.
///
/// Lines of the desk that still fit stay as they are, their placeholders included; everything else in the file stays
/// byte for byte.
struct TranscriptUpdate {
    private var replaced: [Int: String] = [:]
    private var removed: Set<Int> = []
    private var added: [Int: [String]] = [:]

    /// Collects the changes that the results of a file's conversations call for.
    init(_ results: [TranscriptResult]) {
        for result in results {
            for (step, outcome) in zip(result.transcript.steps, result.outcomes) where outcome.failure == nil
            {
                accept(outcome.lines, for: step)
            }
        }
    }

    /// The file with the changes made; nil when there are none.
    func apply(to text: String) -> String? {
        guard !(replaced.isEmpty && removed.isEmpty && added.isEmpty) else { return nil }
        var lines: [String] = []
        let ending = text.unicodeScalars.contains("\r") ? "\r" : ""
        for (index, line) in text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false)
            .enumerated()
        {
            let number = index + 1
            if let new = replaced[number] {
                lines.append("\(new)\(line.last == "\r" ? "\r" : "")")
            } else if !removed.contains(number) {
                lines.append(String(line))
            }
            let isLast = number == 1 + text.unicodeScalars.count { $0 == "\n" }
            for (position, new) in (added[number] ?? []).enumerated() {
                // A file may end without a line break; what is added to its last line brings none either.
                let isEnd = isLast && position == (added[number]?.count ?? 0) - 1
                if isLast, position == 0, !ending.isEmpty, let before = lines.popLast() {
                    lines.append(before + ending)
                }
                lines.append("\(new)\(isEnd ? "" : ending)")
            }
        }
        return lines.joined(separator: "\n")
    }

    private mutating func accept(_ said: [SaidLine], for step: Transcript.Step) {
        let replies = step.replies
        guard !ReplyMatch(replies, said).succeeds else { return }
        let kept = ReplyAlignment(replies, said).kept
        var slot = 0
        var last = step.line
        /// Puts a message into the next line that is free, or behind the last one.
        func place(_ line: SaidLine, before limit: Int) {
            let line = line.source
            if slot < limit {
                replaced[replies[slot].line] = line
                last = replies[slot].line
                slot += 1
            } else {
                added[last, default: []].append(line)
            }
        }
        var message = 0
        for (keptSlot, taken) in kept {
            while message < taken.lowerBound {
                place(said[message], before: keptSlot)
                message += 1
            }
            while slot < keptSlot {
                removed.insert(replies[slot].line)
                slot += 1
            }
            last = replies[keptSlot].line
            slot = keptSlot + 1
            message = taken.upperBound
        }
        while message < said.count {
            place(said[message], before: replies.count)
            message += 1
        }
        while slot < replies.count {
            removed.insert(replies[slot].line)
            slot += 1
        }
    }
}
