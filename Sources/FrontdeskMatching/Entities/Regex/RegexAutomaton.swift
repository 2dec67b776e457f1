/// A deterministic automaton over byte classes, made from a ``RegexProgram`` by subset construction.
///
/// A state knows whether the byte before was part of a word, and leaves the conditions that look at the next byte
/// open until that byte is known; acceptance therefore depends on the next byte, too.
struct RegexAutomaton: Sendable {
    /// How many states are built before the automaton is given up and the program simulated instead.
    static let stateLimit = 2000
    /// The state from which nothing is accepted any more.
    static let dead = 0

    /// The class of every byte value.
    private(set) var classOfByte = [UInt8](repeating: 0, count: 256)
    private(set) var classCount = 1
    /// The state after each class, one row a state.
    private(set) var transitions: [UInt16] = []
    /// Bit 0: accepts before a byte outside of words, or at the end; bit 1: accepts before a byte of a word.
    private(set) var acceptance: [UInt8] = []
    /// Where to begin after a byte outside of words (or at the edge of the text) and after a byte of a word.
    private(set) var starts = (outsideWord: 0, insideWord: 0)

    /// Builds the automaton; nil when it would need more states than the limit.
    ///
    /// - Parameter anywhere: Whether a match may begin at any byte instead of at the first one alone.
    init?(_ program: RegexProgram, anywhere: Bool) {
        var builder = SubsetConstruction(program, anywhere: anywhere)
        divideBytes(of: program)
        var representatives: [UInt8] = []
        for byte in UInt8.min...UInt8.max where Int(classOfByte[Int(byte)]) == representatives.count {
            representatives.append(byte)
        }
        builder.add([], afterWord: false)
        starts.outsideWord = builder.add([0], afterWord: false)
        starts.insideWord = builder.add([0], afterWord: true)
        var state = 0
        while state < builder.states.count {
            guard builder.states.count <= Self.stateLimit else { return nil }
            acceptance.append(builder.acceptance(of: state))
            for byte in representatives {
                transitions.append(UInt16(builder.successor(of: state, on: byte)))
            }
            state += 1
        }
    }

    /// Puts bytes that no instruction tells apart into one class; classes are numbered by their first byte.
    private mutating func divideBytes(of program: RegexProgram) {
        var sets: [ByteSet] = [.insideWord]
        var seen: Set<ByteSet> = [.insideWord]
        for case .byte(let set) in program.instructions where seen.insert(set).inserted {
            sets.append(set)
        }
        var numbers: [[Bool]: UInt8] = [:]
        for byte in UInt8.min...UInt8.max {
            let signature = sets.map { $0.contains(byte) }
            let number = numbers[signature] ?? UInt8(numbers.count)
            numbers[signature] = number
            classOfByte[Int(byte)] = number
        }
        classCount = numbers.count
    }

    /// The state after a byte.
    @inline(__always)
    func next(_ state: Int, _ byte: UInt8) -> Int {
        Int(transitions[state * classCount + Int(classOfByte[Int(byte)])])
    }

    /// Whether a match ends here, given what kind of byte follows.
    @inline(__always)
    func accepts(_ state: Int, beforeWord: Bool) -> Bool {
        acceptance[state] & (beforeWord ? 2 : 1) != 0
    }
}

/// The states of an automaton as sets of instructions.
private struct SubsetConstruction {
    struct State: Hashable {
        /// Instructions to begin from, ascending; conditions in front of them are not yet decided.
        var kernel: [Int]
        var afterWord: Bool
    }

    let program: RegexProgram
    let anywhere: Bool
    private(set) var states: [State] = []
    private var numbers: [State: Int] = [:]
    private var closures: [(outsideWord: [Int], insideWord: [Int])] = []

    init(_ program: RegexProgram, anywhere: Bool) {
        self.program = program
        self.anywhere = anywhere
    }

    /// The number of a state, made when it is new.
    @discardableResult
    mutating func add(_ kernel: [Int], afterWord: Bool) -> Int {
        let state = State(kernel: kernel, afterWord: afterWord && !kernel.isEmpty)
        if let number = numbers[state] { return number }
        let number = states.count
        numbers[state] = number
        states.append(state)
        closures.append((closure(of: state, beforeWord: false), closure(of: state, beforeWord: true)))
        return number
    }

    func acceptance(of number: Int) -> UInt8 {
        let accept = program.instructions.count - 1
        return (closures[number].outsideWord.contains(accept) ? 1 : 0)
            | (closures[number].insideWord.contains(accept) ? 2 : 0)
    }

    mutating func successor(of number: Int, on byte: UInt8) -> Int {
        let isWord = ByteSet.insideWord.contains(byte)
        let closure = isWord ? closures[number].insideWord : closures[number].outsideWord
        var kernel: Set<Int> = []
        for place in closure {
            if case .byte(let set) = program.instructions[place], set.contains(byte) {
                kernel.insert(place + 1)
            }
        }
        if anywhere { kernel.insert(0) }
        return add(kernel.sorted(), afterWord: isWord)
    }

    /// The instructions that take a byte or accept, reached from the state when it is known what follows.
    private func closure(of state: State, beforeWord: Bool) -> [Int] {
        var reached: Set<Int> = []
        var pending = state.kernel
        while let place = pending.popLast() {
            guard reached.insert(place).inserted else { continue }
            switch program.instructions[place] {
            case .byte, .accept: break
            case .split(let first, let second): pending += [first, second]
            case .jump(let target): pending.append(target)
            case .save: pending.append(place + 1)
            case .wordBoundary: if state.afterWord != beforeWord { pending.append(place + 1) }
            case .notInsideWord: if !(state.afterWord && beforeWord) { pending.append(place + 1) }
            }
        }
        return reached.sorted()
    }
}
