/// Reads an utterance's unknown words as what was most likely meant.
///
/// An unknown word may be itself, a known word that is a slip away, or two known words that lost the space between
/// them; where a space slipped by a letter, two words may be two others. Of all ways through the utterance the most
/// probable is taken (Viterbi 1967): the probability of its words behind one another times that of the slips (the
/// noisy channel: Kernighan, Church and Gale 1990).
struct SlipReader {
    let spelling: SpellingIndex
    let context: WordContext
    /// The vector table: a word that is one piece of it is one of the language, and seldom a slip.
    let vectors: VectorTable?

    /// How many unknown words of an utterance may be read as others; those behind them are what they are.
    ///
    /// Only a wall of mistyped words has more, and would take milliseconds.
    static let openLimit = 200

    /// The end of a way through the first words.
    fileprivate struct State: Sendable {
        /// The last word as it was read; nil at the sentence's start.
        var last: WordContext.Word?
        var score: Double
        var previous: Int
        var arc: SlipArc
        /// The next state behind as many words; -1 for the last.
        var next = -1
    }

    /// What reading an utterance needs; its memory serves one after the other.
    struct Buffers: Sendable {
        fileprivate var words: [WordContext.Word] = []
        /// Whether a word may be read as another, by place.
        fileprivate var isOpen: [Bool] = []
        fileprivate var states: [State] = []
        /// The first and the last state behind each number of words.
        fileprivate var layers: [(first: Int, last: Int)] = []
        /// The ways to read one word, and its letters.
        fileprivate var arcs: [SlipArc] = []
        fileprivate var letters: [UInt8] = []
        fileprivate var slips = SpellingIndex.Buffers()
        /// What is read otherwise, from the last place to the first.
        fileprivate var corrections: [Correction] = []

        init() {}

        /// Drops what a customer wrote.
        mutating func forget() {
            letters.removeAll(keepingCapacity: true)
            corrections.removeAll(keepingCapacity: true)
            slips.forget()
        }
    }

    /// What to read otherwise than it was typed, by place.
    ///
    /// - Parameter isFixed: Whether the word at a place is read as it is, whatever it may be.
    func corrections(of tokens: [Token], using buffers: inout Buffers, isFixed: (Int) -> Bool) -> [Correction]
    {
        buffers.words.removeAll(keepingCapacity: true)
        buffers.isOpen.removeAll(keepingCapacity: true)
        var openCount = 0
        for place in tokens.indices {
            let word = context.word(tokens[place].text.utf8)
            buffers.words.append(word)
            let isOpen =
                word.count == 0 && openCount < Self.openLimit
                && SpellingIndex.isWord(tokens[place].text.utf8) && !isFixed(place)
            buffers.isOpen.append(isOpen)
            openCount += isOpen ? 1 : 0
        }
        guard let first = buffers.isOpen.firstIndex(of: true), let last = buffers.isOpen.lastIndex(of: true)
        else { return [] }
        // The words on either side are read as they are, but for one whose letter the unknown one may have.
        let range = max(first - 1, 0)..<min(last + 2, tokens.count)
        begin(range, &buffers)
        for place in range {
            let layer = place - range.lowerBound
            findArcs(at: place, tokens, &buffers)
            for number in buffers.arcs.indices { extend(&buffers, layer, by: buffers.arcs[number]) }
            let other = place + 1
            if other < range.upperBound, buffers.isOpen[place] || buffers.isOpen[other], !isFixed(place),
                !isFixed(other)
            {
                findShifts(tokens[place].text, tokens[other].text, &buffers)
                for number in buffers.arcs.indices { extend(&buffers, layer, by: buffers.arcs[number]) }
            }
        }
        return corrections(range, tokens, &buffers)
    }

    /// Puts the state in front of the first word.
    private func begin(_ range: Range<Int>, _ buffers: inout Buffers) {
        buffers.states.removeAll(keepingCapacity: true)
        buffers.layers.removeAll(keepingCapacity: true)
        buffers.layers.append(contentsOf: repeatElement((first: -1, last: -1), count: range.count + 1))
        let start = range.lowerBound > 0 ? buffers.words[range.lowerBound - 1] : nil
        let word = buffers.words[range.lowerBound]
        append(State(last: start, score: 0, previous: -1, arc: .same(word, score: 0)), to: 0, &buffers)
    }

    private func append(_ state: State, to layer: Int, _ buffers: inout Buffers) {
        let number = buffers.states.count
        buffers.states.append(state)
        if buffers.layers[layer].last < 0 {
            buffers.layers[layer].first = number
        } else {
            buffers.states[buffers.layers[layer].last].next = number
        }
        buffers.layers[layer].last = number
    }

    /// Adds the way that ends with an arc: of all that lead to it the most probable.
    private func extend(_ buffers: inout Buffers, _ layer: Int, by arc: SlipArc) {
        var best: (previous: Int, score: Double)?
        var number = buffers.layers[layer].first
        while number >= 0 {
            let score =
                buffers.states[number].score + arc.score
                + logProbability(of: arc.first, after: buffers.states[number].last)
            if score > best?.score ?? -.infinity { best = (number, score) }
            number = buffers.states[number].next
        }
        guard var best else { return }
        if let second = arc.second { best.score += logProbability(of: second, after: arc.first) }
        let state = State(
            last: arc.second ?? arc.first,
            score: best.score,
            previous: best.previous,
            arc: arc
        )
        append(state, to: layer + arc.width, &buffers)
    }

    private func logProbability(of word: WordContext.Word, after left: WordContext.Word?) -> Double {
        word.count > 0 ? context.logProbability(of: word, after: left) : 0
    }

    /// Walks back along the most probable way.
    private func corrections(_ range: Range<Int>, _ tokens: [Token], _ buffers: inout Buffers) -> [Correction]
    {
        let right = range.upperBound < tokens.count ? buffers.words[range.upperBound] : nil
        var best: (state: Int, score: Double)?
        var number = buffers.layers[range.count].first
        while number >= 0 {
            let state = buffers.states[number]
            let end =
                right.map { logProbability(of: $0, after: state.last) }
                ?? context.logProbabilityOfEnd(after: state.last)
            if state.score + end > best?.score ?? -.infinity { best = (number, state.score + end) }
            number = state.next
        }
        guard let best else { return [] }
        number = best.state
        buffers.corrections.removeAll(keepingCapacity: true)
        var place = range.upperBound
        while place > range.lowerBound {
            let state = buffers.states[number]
            place -= state.arc.width
            number = state.previous
            state.arc.appendCorrections(at: place, tokens, spelling, to: &buffers.corrections)
        }
        var corrections: [Correction] = []
        corrections.reserveCapacity(buffers.corrections.count)
        for correction in buffers.corrections.reversed() { corrections.append(correction) }
        return corrections
    }

    /// Finds the ways to read one word.
    private func findArcs(at place: Int, _ tokens: [Token], _ buffers: inout Buffers) {
        buffers.arcs.removeAll(keepingCapacity: true)
        let word = buffers.words[place]
        guard buffers.isOpen[place] else {
            buffers.arcs.append(.same(word, score: 0))
            return
        }
        let isOfLanguage = vectors?.pieces.number(of: Hash.key(word.hash, seed: 7)) != nil
        buffers.letters.removeAll(keepingCapacity: true)
        buffers.letters.append(contentsOf: tokens[place].text.utf8)
        let count = buffers.letters.count
        let score = context.novelty + SlipArc.novelty(isOfLanguage: isOfLanguage, length: count)
        buffers.arcs.append(.same(word, score: score))
        spelling.findSlips(of: buffers.letters, using: &buffers.slips)
        for slip in buffers.slips.found {
            let read = context.word(spelling.words[slip.word].utf8)
            guard read.count > 0 else { continue }
            buffers.arcs.append(.word(slip.word, read, cost: slip.cost))
        }
        var left = Hash.start
        for end in 1..<max(count, 1) {
            left = Hash.adding(buffers.letters[end - 1], to: left)
            let first = context.word(left)
            guard first.count > 0 else { continue }
            // The space was left out, or another key was hit in its place.
            for start in end...min(end + 1, count - 1) {
                let second = context.word(buffers.letters[start...])
                if second.count > 0 { buffers.arcs.append(.split(first, second, end: end, start: start)) }
            }
        }
    }

    /// Finds the ways to read two words whose space slipped by one letter.
    private func findShifts(_ left: String, _ right: String, _ buffers: inout Buffers) {
        buffers.arcs.removeAll(keepingCapacity: true)
        buffers.letters.removeAll(keepingCapacity: true)
        buffers.letters.append(contentsOf: left.utf8)
        let space = buffers.letters.count
        buffers.letters.append(contentsOf: right.utf8)
        for end in [space - 1, space + 1] where end > 0 && end < buffers.letters.count {
            let first = context.word(buffers.letters[..<end])
            let second = context.word(buffers.letters[end...])
            if first.count > 0, second.count > 0 { buffers.arcs.append(.shifted(first, second, end: end)) }
        }
    }
}
