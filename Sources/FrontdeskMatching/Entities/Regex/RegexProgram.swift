/// An expression as a list of instructions for a nondeterministic machine (Thompson's construction).
struct RegexProgram: Sendable, Hashable {
    enum Instruction: Sendable, Hashable {
        /// Takes a byte of the set and goes on to the next instruction.
        case byte(ByteSet)
        /// Goes on at both places, the first preferred.
        case split(Int, Int)
        /// Goes on elsewhere.
        case jump(Int)
        /// Goes on when a word begins or ends here.
        case wordBoundary
        /// Goes on unless this is inside a word.
        case notInsideWord
        /// Remembers the place in a slot: twice the group's number, plus one at its end.
        case save(Int)
        /// The expression is met.
        case accept
    }

    private(set) var instructions: [Instruction] = []

    /// The instructions for an expression that begins and ends outside of words.
    init(_ root: RegexNode) throws(RegexError) {
        try append(.notInsideWord)
        try compile(root)
        try append(.notInsideWord)
        try append(.accept)
    }

    private mutating func append(_ instruction: Instruction) throws(RegexError) {
        guard instructions.count < RegexPattern.stateLimit else {
            throw RegexError(
                message:
                    "the expression is too large: it comes to more than \(RegexPattern.stateLimit) states",
                offset: 0
            )
        }
        instructions.append(instruction)
    }

    private mutating func compile(_ node: RegexNode) throws(RegexError) {
        switch node {
        case .byte(let set):
            try append(.byte(set))
        case .wordBoundary:
            try append(.wordBoundary)
        case .sequence(let parts):
            for part in parts { try compile(part) }
        case .alternatives(let parts):
            try compile(alternatives: parts)
        case .repetition(let part, let min, let max):
            try compile(part, min: min, max: max)
        case .capture(let number, let part):
            try append(.save(2 * number))
            try compile(part)
            try append(.save(2 * number + 1))
        }
    }

    private mutating func compile(alternatives parts: [RegexNode]) throws(RegexError) {
        var exits: [Int] = []
        for (index, part) in parts.enumerated() {
            guard index < parts.count - 1 else {
                try compile(part)
                break
            }
            let split = instructions.count
            try append(.split(split + 1, 0))
            try compile(part)
            exits.append(instructions.count)
            try append(.jump(0))
            instructions[split] = .split(split + 1, instructions.count)
        }
        for exit in exits { instructions[exit] = .jump(instructions.count) }
    }

    private mutating func compile(_ part: RegexNode, min: Int, max: Int?) throws(RegexError) {
        for _ in 0..<min { try compile(part) }
        guard let max else {
            let split = instructions.count
            try append(.split(split + 1, 0))
            try compile(part)
            try append(.jump(split))
            instructions[split] = .split(split + 1, instructions.count)
            return
        }
        var splits: [Int] = []
        for _ in min..<max {
            splits.append(instructions.count)
            try append(.split(0, 0))
            try compile(part)
        }
        for split in splits { instructions[split] = .split(split + 1, instructions.count) }
    }
}
