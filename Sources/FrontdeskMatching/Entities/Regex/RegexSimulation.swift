/// Runs a ``RegexProgram`` on a text, keeping all of its possible places side by side (Pike's machine).
///
/// It finds captures, and stands in for the automaton where that would grow too large. Time is proportional to the
/// length of the text times the number of instructions.
struct RegexSimulation {
    fileprivate struct Thread: Sendable {
        var place: Int
        var start: Int
        /// Where its row of slots begins: where groups begin and end; -1 when nobody asks.
        var row: Int
    }

    /// What a run needs, kept from one to the next.
    struct Buffers: Sendable {
        /// The threads before a byte, those that wait to be followed, and those that take a byte or accept.
        fileprivate var threads: [Thread] = []
        fileprivate var pending: [Thread] = []
        fileprivate var reached: [Thread] = []
        /// When each instruction was last come by.
        fileprivate var visited: [Int] = []
        /// The rows of slots, and those that nobody has.
        fileprivate var slots: [Int] = []
        fileprivate var free: [Int] = []
        /// The row of the thread that is reported, once it is the one sought.
        fileprivate var found: [Int] = []

        init() {}
    }

    private let program: RegexProgram
    private let slotCount: Int
    private var buffers = Buffers()
    private var stamp = 0

    /// Takes buffers, which ``giveBack(_:)`` returns.
    init(_ program: RegexProgram, captures: Int, _ buffers: inout Buffers) {
        self.program = program
        slotCount = 2 * captures + 2
        swap(&self.buffers, &buffers)
        self.buffers.visited.removeAll(keepingCapacity: true)
        self.buffers.visited.append(contentsOf: repeatElement(0, count: program.instructions.count))
    }

    mutating func giveBack(_ buffers: inout Buffers) { swap(&self.buffers, &buffers) }

    /// The leftmost match from `start` on and, of those that begin there, the longest.
    mutating func longestMatch(in text: [UInt8], from start: Int) -> Range<Int>? {
        var best: Range<Int>?
        run(text, start: start, anywhere: true, hasSlots: false) { _, thread, end in
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
    mutating func findGroups(in text: [UInt8], of match: Range<Int>, into groups: inout [Range<Int>?]) {
        groups.removeAll(keepingCapacity: true)
        let slotCount = self.slotCount
        buffers.found.removeAll(keepingCapacity: true)
        run(text, start: match.lowerBound, anywhere: false, hasSlots: true) { buffers, thread, end in
            if end == match.upperBound, buffers.found.isEmpty {
                for slot in thread.row..<thread.row + slotCount { buffers.found.append(buffers.slots[slot]) }
            }
        }
        guard !buffers.found.isEmpty else { return }
        for slot in stride(from: 2, to: slotCount, by: 2) {
            let (start, end) = (buffers.found[slot], buffers.found[slot + 1])
            groups.append(start < 0 || end < 0 ? nil : start..<end)
        }
    }

    /// Feeds the text through the machine and reports every acceptance, preferred ones first at each place.
    private mutating func run(
        _ text: [UInt8],
        start: Int,
        anywhere: Bool,
        hasSlots: Bool,
        report: (_ buffers: inout Buffers, _ thread: Thread, _ end: Int) -> Void
    ) {
        buffers.threads.removeAll(keepingCapacity: true)
        buffers.slots.removeAll(keepingCapacity: true)
        buffers.free.removeAll(keepingCapacity: true)
        var hasAccepted = false
        for position in start...text.count {
            let edge = Edge(text, position)
            stamp += 1
            buffers.reached.removeAll(keepingCapacity: true)
            for index in buffers.threads.indices { follow(buffers.threads[index], at: position, edge) }
            if position == start || (anywhere && !hasAccepted) {
                follow(Thread(place: 0, start: position, row: hasSlots ? newRow() : -1), at: position, edge)
            }
            buffers.threads.removeAll(keepingCapacity: true)
            for index in buffers.reached.indices {
                let thread = buffers.reached[index]
                switch program.instructions[thread.place] {
                case .byte(let set) where position < text.count && set.contains(text[position]):
                    buffers.threads.append(
                        Thread(place: thread.place + 1, start: thread.start, row: thread.row)
                    )
                case .accept:
                    hasAccepted = true
                    report(&buffers, thread, position)
                    release(thread)
                default:
                    release(thread)
                }
            }
            if buffers.threads.isEmpty, hasAccepted || !anywhere { return }
        }
    }

    /// What stands on both sides of a place in the text.
    private struct Edge {
        let afterWord: Bool
        let beforeWord: Bool

        init(_ text: [UInt8], _ position: Int) {
            afterWord = position > 0 && ByteSet.insideWord.contains(text[position - 1])
            beforeWord = position < text.count && ByteSet.insideWord.contains(text[position])
        }
    }

    /// Follows everything that takes no byte, in order of preference.
    private mutating func follow(_ first: Thread, at position: Int, _ edge: Edge) {
        buffers.pending.removeAll(keepingCapacity: true)
        buffers.pending.append(first)
        while var thread = buffers.pending.popLast() {
            guard buffers.visited[thread.place] != stamp else {
                release(thread)
                continue
            }
            buffers.visited[thread.place] = stamp
            switch program.instructions[thread.place] {
            case .byte, .accept:
                buffers.reached.append(thread)
                continue
            case .split(let preferred, let other):
                buffers.pending.append(
                    Thread(place: other, start: thread.start, row: thread.row < 0 ? -1 : copy(thread.row))
                )
                thread.place = preferred
            case .jump(let target):
                thread.place = target
            case .save(let slot):
                if thread.row >= 0 { buffers.slots[thread.row + slot] = position }
                thread.place += 1
            case .wordBoundary where edge.afterWord == edge.beforeWord,
                .notInsideWord where edge.afterWord && edge.beforeWord:
                release(thread)
                continue
            case .wordBoundary, .notInsideWord:
                thread.place += 1
            }
            buffers.pending.append(thread)
        }
    }

    // MARK: Rows of slots

    private mutating func newRow() -> Int {
        if let row = buffers.free.popLast() {
            for slot in row..<row + slotCount { buffers.slots[slot] = -1 }
            return row
        }
        buffers.slots.append(contentsOf: repeatElement(-1, count: slotCount))
        return buffers.slots.count - slotCount
    }

    private mutating func copy(_ row: Int) -> Int {
        let new = newRow()
        for slot in 0..<slotCount { buffers.slots[new + slot] = buffers.slots[row + slot] }
        return new
    }

    private mutating func release(_ thread: Thread) {
        if thread.row >= 0 { buffers.free.append(thread.row) }
    }
}
