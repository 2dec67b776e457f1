import FrontdeskPages

/// Which message of the desk belongs to which line of a transcript.
struct ReplyAlignment {
    /// Lines that hold, with the messages each takes; as many as possible.
    let kept: [(slot: Int, messages: Range<Int>)]
    private let replies: [Transcript.ExpectedReply]
    private let said: [SaidLine]

    init(_ replies: [Transcript.ExpectedReply], _ said: [SaidLine]) {
        self.replies = replies
        self.said = said
        kept = Self.kept(replies, said)
    }

    /// What does not fit, in order: a line and what came in its place, one of them nil where there is none.
    var misfits: [(slot: Int?, message: Int?)] {
        var found: [(slot: Int?, message: Int?)] = []
        var anchors = [(slot: -1, messages: 0..<0)] + kept + [(replies.count, said.count..<said.count)]
        for next in anchors.indices.dropFirst() {
            let slots = Array((anchors[next - 1].slot + 1)..<anchors[next].slot)
            // What `...` took beside one message may be what these lines are about.
            func missing() -> Int {
                slots.count - (anchors[next].messages.lowerBound - anchors[next - 1].messages.upperBound)
            }
            func spare(_ anchor: Int) -> Int { max(0, min(missing(), anchors[anchor].messages.count - 1)) }
            let before = anchors[next - 1].messages
            anchors[next - 1].messages = before.lowerBound..<(before.upperBound - spare(next - 1))
            let after = anchors[next].messages
            anchors[next].messages = (after.lowerBound + spare(next))..<after.upperBound
            let between = anchors[next - 1].messages.upperBound..<anchors[next].messages.lowerBound
            found += paired(slots, Array(between))
        }
        return found
    }

    /// Lines and messages in order, paired so that they are most alike.
    private func paired(_ slots: [Int], _ messages: [Int]) -> [(slot: Int?, message: Int?)] {
        guard !slots.isEmpty, !messages.isEmpty else {
            return (0..<max(slots.count, messages.count)).map {
                ($0 < slots.count ? slots[$0] : nil, $0 < messages.count ? messages[$0] : nil)
            }
        }
        let likeness = slots.map { slot in
            // That something stands in a place at all counts a little.
            messages.map {
                WordDifference(from: replies[slot].written, to: said[$0].source).likeness + 0.01
            }
        }
        var best = Array(repeating: Array(repeating: 0.0, count: messages.count + 1), count: slots.count + 1)
        for row in slots.indices.reversed() {
            for column in messages.indices.reversed() {
                best[row][column] = max(
                    best[row + 1][column],
                    best[row][column + 1],
                    best[row + 1][column + 1] + likeness[row][column]
                )
            }
        }
        var pairs: [(slot: Int?, message: Int?)] = []
        var (row, column) = (0, 0)
        while row < slots.count || column < messages.count {
            if row < slots.count, column < messages.count,
                best[row][column] == best[row + 1][column + 1] + likeness[row][column]
            {
                pairs.append((slots[row], messages[column]))
                row += 1
                column += 1
            } else if column == messages.count
                || row < slots.count && best[row][column] == best[row + 1][column]
            {
                pairs.append((slots[row], nil))
                row += 1
            } else {
                pairs.append((nil, messages[column]))
                column += 1
            }
        }
        return pairs
    }

    /// The lines that stay, with the messages each takes: as many messages as possible keep their line.
    private static func kept(
        _ replies: [Transcript.ExpectedReply],
        _ said: [SaidLine]
    ) -> [(slot: Int, messages: Range<Int>)] {
        // best[i][j]: how many lines of those from i on can be kept with the messages from j on.
        var best = Array(repeating: Array(repeating: 0, count: said.count + 1), count: replies.count + 1)
        for slot in replies.indices.reversed() {
            for message in said.indices.reversed() {
                let fits = replies[slot].fits(said[message])
                best[slot][message] = max(
                    best[slot + 1][message],
                    best[slot][message + 1],
                    fits ? 1 + best[slot + 1][message + 1] : 0
                )
            }
        }
        var result: [(slot: Int, messages: Range<Int>)] = []
        var slot = 0
        var message = 0
        while slot < replies.count, message < said.count {
            let fits = replies[slot].fits(said[message])
            if fits, best[slot][message] == 1 + best[slot + 1][message + 1] {
                var end = message + 1
                // `...` takes all that no later line wants.
                if replies[slot].pattern == nil {
                    while end < said.count, replies[slot].fits(said[end]),
                        best[slot + 1][end] == best[slot + 1][end + 1]
                    {
                        end += 1
                    }
                }
                result.append((slot, message..<end))
                slot += 1
                message = end
            } else if best[slot][message] == best[slot][message + 1] {
                message += 1
            } else {
                slot += 1
            }
        }
        return result
    }
}
