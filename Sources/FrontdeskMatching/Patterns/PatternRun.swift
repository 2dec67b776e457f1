/// Runs patterns over one utterance; keeps its memory from pattern to pattern.
///
/// The run is a Viterbi search: a cell is a number of consumed tokens and the position entered last, its value the
/// best way there: most literal words, then fewest gap words. Its cost is at most tokens × edges of the automaton.
struct PatternRun {
    /// The most cells of one run: a pattern of 30 words over 30,000 tokens.
    ///
    /// What needs more does not match.
    static let cellLimit = 1 << 20
    /// How many cells are kept from utterance to utterance.
    private static let keptCells = 1 << 15

    /// How good a way is; larger is better.
    struct Score: Comparable {
        static let unreached = Score(value: .min)
        static let none = Score(value: 0)

        fileprivate var value: Int

        var literalWords: Int { (value + 0xFFFF_FFFF) >> 32 }
        var gapWords: Int { (literalWords << 32) - value }

        fileprivate func plus(words: Int) -> Score { Score(value: value + words << 32) }
        fileprivate func plusGap(_ words: Int) -> Score { Score(value: value - words) }

        static func < (left: Score, right: Score) -> Bool { left.value < right.value }
    }

    /// An entity that a pattern took.
    struct Capture: Equatable {
        /// Its place in the input's list of entities.
        var entity: Int
        /// The number of the role that the pattern gives it; -1 for none.
        var role: Int32
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
    /// How many rows of cells are cleared: most runs end before they come far.
    private var openRows = 0
    /// How many positions the pattern of the latest run has, and the first of them.
    private var width = 1
    private var first = 0

    /// Where the next runs may begin, ascending, and end, descending.
    private var starts: [Int] = []
    private var ends: [Int] = []

    /// Says where matches may begin and end.
    mutating func prepare(starts: [Int], ends: [Int]) {
        self.starts = starts
        self.ends = ends
    }

    /// Finds the best way through a pattern from one of the starts to one of the ends.
    ///
    /// - Parameter pattern: The pattern's place in the tables.
    /// - Returns: The score, or nil when the pattern does not cover the stretch.
    mutating func run(_ pattern: Int, of tables: PatternTables, _ input: PatternInput) -> Score? {
        guard let lastStart = starts.last, let lastEnd = ends.last else { return nil }
        let record = tables.patterns[pattern]
        let count = input.words.count
        first = Int(record.position)
        width = Int(tables.patterns[pattern + 1].position) - first
        guard count >= Int(record.minWords),
            record.maxWords == PatternTables.PatternRecord.unlimited
                || lastEnd - lastStart <= Int(record.maxWords),
            (count + 1) * width <= Self.cellLimit
        else { return nil }
        prepare((count + 1) * width)
        open(row: lastStart)
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
                let state = tables.positions[first + position]
                if isEnd, state.isLast, cells[row + position].score >= best {
                    best = cells[row + position].score
                    finalCell = row + position
                }
                guard token < count else { continue }
                for edge in state.follow..<tables.positions[first + position + 1].follow {
                    let next = Int(tables.follow[edge])
                    let entered = enter(next, from: row + position, token: token, tables, input, &reached)
                    enteredGap = enteredGap || entered
                }
            }
            if enteredGap { spreadGaps(tables, token: token, count: count, &reached) }
            token += 1
        }
        return finalCell < 0 ? nil : best
    }

    /// Behind which token the best way of the latest run ends.
    var end: Int { finalCell / width }

    /// Appends the entities on the best way of the latest run, by position.
    func appendCaptures(of tables: PatternTables, _ input: PatternInput, to captures: inout [Capture]) {
        let start = captures.count
        var cell = finalCell
        while cell >= 0 {
            if cells[cell].reading >= 0 {
                let entity = input.readings[Int(cells[cell].reading)].entity
                let role = tables.positions[first + cell % width].detail
                if entity >= 0 { captures.append(Capture(entity: entity, role: role)) }
            }
            cell = Int(cells[cell].previous)
        }
        var (low, high) = (start, captures.count - 1)
        while low < high {
            captures.swapAt(low, high)
            (low, high) = (low + 1, high - 1)
        }
    }

    /// Gives back what an uncommonly long utterance needed.
    mutating func shrink() {
        starts = []
        ends = []
        if cells.count > Self.keptCells { cells = [] }
    }

    private mutating func prepare(_ size: Int) {
        openRows = 0
        if cells.count < size { cells = Array(repeating: Cell(), count: size) }
    }

    /// Clears the cells up to a row, once in a run.
    @inline(__always)
    private mutating func open(row: Int) {
        guard row >= openRows else { return }
        for index in openRows * width..<(row + 1) * width { cells[index] = Cell() }
        openRows = row + 1
    }

    /// Tries to consume what `position` stands for; returns whether it is a gap, which is consumed later.
    @inline(__always)
    private mutating func enter(
        _ position: Int,
        from cell: Int,
        token: Int,
        _ tables: PatternTables,
        _ input: PatternInput,
        _ reached: inout Int
    ) -> Bool {
        let score = cells[cell].score
        let symbol = tables.positions[first + position].symbol
        if symbol >= tables.firstEntityType {
            let isLiteral = symbol >= tables.firstSet
            for index in input.readings(at: token) where input.readings[index].symbol == symbol {
                let end = input.readings[index].end
                improve(
                    end,
                    position,
                    Cell(
                        score: isLiteral ? score.plus(words: end - token) : score,
                        previous: Int32(cell),
                        reading: Int32(index)
                    )
                )
                reached = max(reached, end)
            }
            return false
        }
        if symbol >= 0 {
            if input.words[token] == symbol {
                improve(
                    token + 1,
                    position,
                    Cell(score: score.plus(words: 1), previous: Int32(cell))
                )
                reached = max(reached, token + 1)
            }
            return false
        }
        guard symbol == PatternTables.PositionRecord.gap else { return false }
        if gapEntry.count < width { gapEntry = Array(repeating: Cell(), count: width) }
        if gapEntry[position].score < score { gapEntry[position] = Cell(score: score, previous: Int32(cell)) }
        return true
    }

    /// Lets the gaps entered at `token` swallow words.
    private mutating func spreadGaps(
        _ tables: PatternTables,
        token: Int,
        count: Int,
        _ reached: inout Int
    ) {
        for position in 0..<width where gapEntry[position].score != .unreached {
            let gap = tables.positions[first + position]
            let longest = min(gap.gapMax, count - token)
            for words in stride(from: gap.gapMin, through: longest, by: 1) {
                var cell = gapEntry[position]
                cell.score = cell.score.plusGap(words)
                improve(token + words, position, cell)
                reached = max(reached, token + words)
            }
            gapEntry[position] = Cell()
        }
    }

    @inline(__always)
    private mutating func improve(_ row: Int, _ position: Int, _ cell: Cell) {
        open(row: row)
        let index = row * width + position
        if cells[index].score < cell.score { cells[index] = cell }
    }
}
