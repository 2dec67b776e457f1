/// Runs position automata over one utterance; keeps its memory from pattern to pattern.
///
/// The run is a Viterbi search: a cell is a number of consumed tokens and the position entered last, its value the
/// best way there: most literal words, then fewest gap words. Its cost is at most tokens × edges of the automaton.
struct PatternRun {
    /// The most cells of one run: a pattern of 30 words over 30,000 tokens.
    ///
    /// What needs more does not match.
    static let cellLimit = 1 << 20

    /// How good a way is; larger is better.
    struct Score: Comparable {
        static let unreached = Score(value: .min)
        static let none = Score(value: 0)

        fileprivate var value: Int

        var literalWords: Int { (value + 0xFFFF_FFFF) >> 32 }
        var gapWords: Int { (literalWords << 32) - value }

        fileprivate func plusWord() -> Score { Score(value: value + 1 << 32) }
        fileprivate func plusGap(_ words: Int) -> Score { Score(value: value - words) }

        static func < (left: Score, right: Score) -> Bool { left.value < right.value }
    }

    /// An entity that a pattern took.
    struct Capture: Equatable {
        /// Its place in the input's list of entities.
        var entity: Int
        var role: String?
    }

    private struct Cell {
        var score = Score.unreached
        /// The cell before this one on the best way.
        var previous: Int32 = -1
        /// The reading that was consumed on the last step, or -1.
        var reading: Int32 = -1
    }

    private var cells: [Cell] = []
    private var gapEntry: [Cell] = []
    private var finalCell = -1

    /// Finds the best way through a pattern from one of `starts` to one of `ends`.
    ///
    /// - Returns: The score, or nil when the pattern does not cover the stretch.
    mutating func run(
        _ automaton: PatternAutomaton,
        _ input: PatternInput,
        starts: [Int],
        ends: [Int]
    ) -> Score? {
        guard let lastStart = starts.last, let lastEnd = ends.last else { return nil }
        let count = input.words.count
        let width = automaton.positions.count
        guard count >= automaton.wordCount.lowerBound, lastEnd - lastStart <= automaton.wordCount.upperBound,
            (count + 1) * width <= Self.cellLimit
        else { return nil }
        prepare((count + 1) * width)
        for start in starts { cells[start * width].score = .none }
        var reached = lastStart
        finalCell = -1
        var best = Score.unreached
        var token = starts[0]
        while token <= reached {
            let row = token * width
            let isEnd = ends.contains(token)
            var enteredGap = false
            for position in 0..<width where cells[row + position].score != .unreached {
                let state = automaton.positions[position]
                if isEnd, state.isLast, cells[row + position].score >= best {
                    best = cells[row + position].score
                    finalCell = row + position
                }
                guard token < count else { continue }
                for edge in Int(state.followStart)..<Int(state.followEnd) {
                    let next = Int(automaton.follow[edge])
                    let entered = enter(next, from: row + position, token: token, automaton, input, &reached)
                    enteredGap = enteredGap || entered
                }
            }
            if enteredGap { spreadGaps(automaton, token: token, count: count, &reached) }
            token += 1
        }
        return finalCell < 0 ? nil : best
    }

    /// Behind which token the best way of the run before ends.
    func end(_ automaton: PatternAutomaton) -> Int { finalCell / automaton.positions.count }

    /// The entities on the best way of the run before, by position.
    func captures(_ automaton: PatternAutomaton, _ input: PatternInput) -> [Capture] {
        var captures: [Capture] = []
        var cell = finalCell
        while cell >= 0 {
            if cells[cell].reading >= 0,
                case .entity(_, let role) = automaton.positions[cell % automaton.positions.count].label
            {
                let entity = input.readings[Int(cells[cell].reading)].entity
                captures.append(Capture(entity: entity, role: role < 0 ? nil : automaton.roles[Int(role)]))
            }
            cell = Int(cells[cell].previous)
        }
        return captures.reversed()
    }

    private mutating func prepare(_ size: Int) {
        if cells.count < size {
            cells = Array(repeating: Cell(), count: size)
        } else {
            for index in 0..<size { cells[index] = Cell() }
        }
    }

    /// Tries to consume what `position` stands for; returns whether it is a gap, which is consumed later.
    @inline(__always)
    private mutating func enter(
        _ position: Int,
        from cell: Int,
        token: Int,
        _ automaton: PatternAutomaton,
        _ input: PatternInput,
        _ reached: inout Int
    ) -> Bool {
        let width = automaton.positions.count
        let score = cells[cell].score
        switch automaton.positions[position].label {
        case .start: return false
        case .word(let word):
            if input.words[token] == word {
                let next = Cell(score: score.plusWord(), previous: Int32(cell))
                improve((token + 1) * width + position, next)
                reached = max(reached, token + 1)
            }
            return false
        case .entity(let type, _):
            for index in input.readings(at: token) where input.readings[index].type == type {
                let end = input.readings[index].end
                improve(
                    end * width + position,
                    Cell(score: score, previous: Int32(cell), reading: Int32(index))
                )
                reached = max(reached, end)
            }
            return false
        case .gap:
            if gapEntry.count < width { gapEntry = Array(repeating: Cell(), count: width) }
            if gapEntry[position].score < score {
                gapEntry[position] = Cell(score: score, previous: Int32(cell))
            }
            return true
        }
    }

    /// Lets the gaps entered at `token` swallow words.
    private mutating func spreadGaps(
        _ automaton: PatternAutomaton,
        token: Int,
        count: Int,
        _ reached: inout Int
    ) {
        let width = automaton.positions.count
        for position in 0..<width where gapEntry[position].score != .unreached {
            if case .gap(let min, let max) = automaton.positions[position].label {
                let longest = Swift.min(Int(max), count - token)
                for words in stride(from: Int(min), through: longest, by: 1) {
                    var cell = gapEntry[position]
                    cell.score = cell.score.plusGap(words)
                    improve((token + words) * width + position, cell)
                    reached = Swift.max(reached, token + words)
                }
            }
            gapEntry[position] = Cell()
        }
    }

    @inline(__always)
    private mutating func improve(_ index: Int, _ cell: Cell) {
        if cells[index].score < cell.score { cells[index] = cell }
    }
}
