/// How a compiled expression finds its matches.
///
/// An automaton for the expression read backwards runs once from the end of the text and marks every place where a
/// match begins; a second one runs forward from the leftmost mark as far as a match can reach.
struct RegexSearch: Sendable {
    let captures: Int
    /// Bytes of which every match holds at least one; nil when nothing is known.
    let required: ByteSet?
    private let program: RegexProgram
    private let automata: (forward: RegexAutomaton, backward: RegexAutomaton)?

    init(_ root: RegexNode, captures: Int) throws(RegexError) {
        self.captures = captures
        required = root.required
        program = try RegexProgram(root)
        let reversed = try RegexProgram(root.reversed)
        if let forward = RegexAutomaton(program, anywhere: false),
            let backward = RegexAutomaton(reversed, anywhere: true)
        {
            automata = (forward, backward)
        } else {
            automata = nil
        }
    }

    /// Whether the expression is small enough for automata.
    var isDeterministic: Bool { automata != nil }

    /// What a search needs beside the expression.
    struct Buffers: Sendable {
        /// The matches of the latest search, by place.
        fileprivate(set) var found: [RegexMatch] = []
        /// What the capturing groups of the latest match cover.
        var groups: [Range<Int>?] = []
        /// Every place where a match begins, from right to left.
        fileprivate var starts: [Int] = []
        fileprivate var simulation = RegexSimulation.Buffers()

        init() {}
    }

    func matches(in text: [UInt8]) -> [RegexMatch] {
        var buffers = Buffers()
        find(in: text, using: &buffers)
        return buffers.found
    }

    /// The same, left behind as ``Buffers/found``.
    func find(in text: [UInt8], using buffers: inout Buffers) {
        buffers.found.removeAll(keepingCapacity: true)
        guard let automata else { return simulate(text, using: &buffers) }
        Self.findStarts(in: text, automata.backward, into: &buffers.starts)
        var reach = 0
        for start in buffers.starts.reversed() where start >= reach {
            guard let end = Self.end(in: text, from: start, automata.forward) else { continue }
            buffers.found.append(RegexMatch(range: start..<end))
            reach = end
        }
    }

    /// The same by simulation alone: slower, and the measure of what `matches(in:)` has to find.
    func simulatedMatches(in text: [UInt8]) -> [RegexMatch] {
        var buffers = Buffers()
        simulate(text, using: &buffers)
        return buffers.found
    }

    private func simulate(_ text: [UInt8], using buffers: inout Buffers) {
        var simulation = RegexSimulation(program, captures: captures, &buffers.simulation)
        var start = 0
        while start < text.count, let range = simulation.longestMatch(in: text, from: start) {
            buffers.found.append(RegexMatch(range: range))
            start = range.upperBound
        }
        simulation.giveBack(&buffers.simulation)
    }

    /// The groups of a match.
    func captures(in text: [UInt8], of match: Range<Int>) -> [Range<Int>?] {
        var buffers = Buffers()
        findGroups(in: text, of: match, using: &buffers)
        return buffers.groups
    }

    /// The groups of a match, left behind as ``Buffers/groups``.
    func findGroups(in text: [UInt8], of match: Range<Int>, using buffers: inout Buffers) {
        var simulation = RegexSimulation(program, captures: captures, &buffers.simulation)
        simulation.findGroups(in: text, of: match, into: &buffers.groups)
        simulation.giveBack(&buffers.simulation)
    }

    /// Every place where a match begins, from right to left.
    private static func findStarts(
        in text: [UInt8],
        _ automaton: RegexAutomaton,
        into starts: inout [Int]
    ) {
        starts.removeAll(keepingCapacity: true)
        var state = automaton.starts.outsideWord
        var position = text.count
        while position > 0 {
            state = automaton.next(state, text[position - 1])
            position -= 1
            let beforeWord = position > 0 && ByteSet.insideWord.contains(text[position - 1])
            if automaton.accepts(state, beforeWord: beforeWord) { starts.append(position) }
        }
    }

    /// Where the longest match from a place ends.
    private static func end(in text: [UInt8], from start: Int, _ automaton: RegexAutomaton) -> Int? {
        let afterWord = start > 0 && ByteSet.insideWord.contains(text[start - 1])
        var state = afterWord ? automaton.starts.insideWord : automaton.starts.outsideWord
        var end: Int?
        var position = start
        while position < text.count {
            state = automaton.next(state, text[position])
            if state == RegexAutomaton.dead { break }
            position += 1
            let beforeWord = position < text.count && ByteSet.insideWord.contains(text[position])
            if automaton.accepts(state, beforeWord: beforeWord) { end = position }
        }
        return end
    }
}
