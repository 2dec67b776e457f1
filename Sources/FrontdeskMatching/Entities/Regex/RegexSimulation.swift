/// Runs a ``RegexProgram`` on a text, keeping all of its possible places side by side (Pike's machine).
///
/// It finds captures, and stands in for the automaton where that would grow too large. Time is proportional to the
/// length of the text times the number of instructions.
struct RegexSimulation {
    private struct Thread {
        var place: Int
        var start: Int
        /// Where groups begin and end; empty when nobody asks.
        var slots: [Int]
    }

    private let program: RegexProgram
    private let slotCount: Int
    private var visited: [Int]
    private var stamp = 0

    init(_ program: RegexProgram, captures: Int) {
        self.program = program
        slotCount = 2 * captures + 2
        visited = Array(repeating: 0, count: program.instructions.count)
    }

    /// The leftmost match from `start` on and, of those that begin there, the longest.
    mutating func longestMatch(in text: [UInt8], from start: Int) -> Range<Int>? {
        var best: Range<Int>?
        run(text, start: start, anywhere: true, slots: []) { thread, end in
            guard let current = best else {
                best = thread.start..<end
                return
            }
            if thread.start < current.lowerBound
                || (thread.start == current.lowerBound && end > current.upperBound)
            {
                best = thread.start..<end
            }
        }
        return best
    }

    /// The groups of a match whose range is known; the preferred reading where there are several.
    mutating func captures(in text: [UInt8], of match: Range<Int>) -> [Range<Int>?] {
        var found: [Int]?
        let slots = [Int](repeating: -1, count: slotCount)
        run(text, start: match.lowerBound, anywhere: false, slots: slots) { thread, end in
            if end == match.upperBound, found == nil { found = thread.slots }
        }
        guard let found else { return [] }
        return stride(from: 2, to: slotCount, by: 2).map { slot in
            found[slot] < 0 || found[slot + 1] < 0 ? nil : found[slot]..<found[slot + 1]
        }
    }

    /// Feeds the text through the machine and reports every acceptance, preferred ones first at each place.
    private mutating func run(
        _ text: [UInt8],
        start: Int,
        anywhere: Bool,
        slots: [Int],
        report: (_ thread: Thread, _ end: Int) -> Void
    ) {
        var threads: [Thread] = []
        var hasAccepted = false
        for position in start...text.count {
            let afterWord = position > 0 && ByteSet.insideWord.contains(text[position - 1])
            let beforeWord = position < text.count && ByteSet.insideWord.contains(text[position])
            var pending = threads
            if position == start || (anywhere && !hasAccepted) {
                pending.append(Thread(place: 0, start: position, slots: slots))
            }
            stamp += 1
            var reached: [Thread] = []
            for thread in pending {
                follow(thread, at: position, afterWord, beforeWord, into: &reached)
            }
            threads.removeAll(keepingCapacity: true)
            for thread in reached {
                switch program.instructions[thread.place] {
                case .accept:
                    hasAccepted = true
                    report(thread, position)
                case .byte(let set):
                    if position < text.count, set.contains(text[position]) {
                        threads.append(
                            Thread(place: thread.place + 1, start: thread.start, slots: thread.slots)
                        )
                    }
                default:
                    break
                }
            }
            if threads.isEmpty, hasAccepted || !anywhere { return }
        }
    }

    /// Follows everything that takes no byte, in order of preference.
    private mutating func follow(
        _ first: Thread,
        at position: Int,
        _ afterWord: Bool,
        _ beforeWord: Bool,
        into reached: inout [Thread]
    ) {
        var pending = [first]
        while var thread = pending.popLast() {
            guard visited[thread.place] != stamp else { continue }
            visited[thread.place] = stamp
            switch program.instructions[thread.place] {
            case .byte, .accept:
                reached.append(thread)
                continue
            case .split(let preferred, let other):
                pending.append(Thread(place: other, start: thread.start, slots: thread.slots))
                thread.place = preferred
            case .jump(let target):
                thread.place = target
            case .save(let slot):
                if !thread.slots.isEmpty { thread.slots[slot] = position }
                thread.place += 1
            case .wordBoundary:
                if afterWord == beforeWord { continue }
                thread.place += 1
            case .notInsideWord:
                if afterWord && beforeWord { continue }
                thread.place += 1
            }
            pending.append(thread)
        }
    }
}
