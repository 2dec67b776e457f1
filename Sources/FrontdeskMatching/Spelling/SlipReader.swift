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

    /// The end of a way through the first words.
    private struct State {
        /// The last word as it was read; nil at the sentence's start.
        var last: WordContext.Word?
        var score: Double
        var previous: Int
        var arc: SlipArc
    }

    /// What to read otherwise than it was typed, by place.
    ///
    /// - Parameter isFixed: Whether the word at a place is read as it is, whatever it may be.
    func corrections(of tokens: [Token], isFixed: (Int) -> Bool) -> [Correction] {
        let words = tokens.map { context.word($0.text.utf8) }
        let isOpen = tokens.indices.map { place in
            words[place].count == 0 && !isFixed(place) && SpellingIndex.isWord(tokens[place].text.utf8)
        }
        guard let first = isOpen.firstIndex(of: true), let last = isOpen.lastIndex(of: true) else {
            return []
        }
        // The words on either side are read as they are, but for one whose letter the unknown one may have.
        let range = max(first - 1, 0)..<min(last + 2, tokens.count)
        let start = range.lowerBound > 0 ? words[range.lowerBound - 1] : nil
        var layers = [[State]](repeating: [], count: range.count + 1)
        layers[0] = [
            State(last: start, score: 0, previous: -1, arc: .same(words[range.lowerBound], score: 0))
        ]
        for place in range {
            let layer = place - range.lowerBound
            for arc in arcs(at: place, tokens, words[place], isOpen: isOpen[place]) {
                extend(&layers, layer, by: arc)
            }
            let other = place + 1
            if other < range.upperBound, isOpen[place] || isOpen[other], !isFixed(place), !isFixed(other) {
                for arc in shifts(tokens[place].text, tokens[other].text) { extend(&layers, layer, by: arc) }
            }
        }
        let right = range.upperBound < tokens.count ? words[range.upperBound] : nil
        return corrections(layers, before: right, range, tokens)
    }

    /// Adds the way that ends with an arc: of all that lead to it the most probable.
    private func extend(_ layers: inout [[State]], _ layer: Int, by arc: SlipArc) {
        var best: (previous: Int, score: Double)?
        for (number, state) in layers[layer].enumerated() {
            let score = state.score + arc.score + logProbability(of: arc.first, after: state.last)
            if score > best?.score ?? -.infinity { best = (number, score) }
        }
        guard var best else { return }
        if let second = arc.second { best.score += logProbability(of: second, after: arc.first) }
        layers[layer + arc.width].append(
            State(last: arc.second ?? arc.first, score: best.score, previous: best.previous, arc: arc)
        )
    }

    private func logProbability(of word: WordContext.Word, after left: WordContext.Word?) -> Double {
        word.count > 0 ? context.logProbability(of: word, after: left) : 0
    }

    /// Walks back along the most probable way.
    private func corrections(
        _ layers: [[State]],
        before right: WordContext.Word?,
        _ range: Range<Int>,
        _ tokens: [Token]
    ) -> [Correction] {
        var best: (state: Int, score: Double)?
        for (number, state) in layers[range.count].enumerated() {
            let end =
                right.map { logProbability(of: $0, after: state.last) }
                ?? context.logProbabilityOfEnd(after: state.last)
            if state.score + end > best?.score ?? -.infinity { best = (number, state.score + end) }
        }
        guard var number = best?.state else { return [] }
        var corrections: [Correction] = []
        var layer = range.count
        while layer > 0 {
            let state = layers[layer][number]
            layer -= state.arc.width
            number = state.previous
            corrections += state.arc.corrections(at: range.lowerBound + layer, tokens, spelling).reversed()
        }
        return corrections.reversed()
    }

    /// The ways to read one word.
    private func arcs(
        at place: Int,
        _ tokens: [Token],
        _ word: WordContext.Word,
        isOpen: Bool
    ) -> [SlipArc] {
        guard isOpen else { return [.same(word, score: 0)] }
        let isOfLanguage = vectors?.pieces.number(of: Hash.key(word.hash, seed: 7)) != nil
        let letters = Array(tokens[place].text.utf8)
        let score = context.novelty + SlipArc.novelty(isOfLanguage: isOfLanguage, length: letters.count)
        var arcs: [SlipArc] = [.same(word, score: score)]
        for slip in spelling.slips(of: letters) {
            let read = context.word(spelling.words[slip.word].utf8)
            guard read.count > 0 else { continue }
            arcs.append(.word(slip.word, read, cost: slip.cost))
        }
        var left = Hash.start
        for end in 1..<max(letters.count, 1) {
            left = Hash.adding(letters[end - 1], to: left)
            let first = context.word(left)
            guard first.count > 0 else { continue }
            // The space was left out, or another key was hit in its place.
            for start in [end, end + 1] where start < letters.count {
                let second = context.word(letters[start...])
                if second.count > 0 { arcs.append(.split(first, second, end: end, start: start)) }
            }
        }
        return arcs
    }

    /// The ways to read two words whose space slipped by one letter.
    private func shifts(_ left: String, _ right: String) -> [SlipArc] {
        let letters = Array(left.utf8) + Array(right.utf8)
        let space = left.utf8.count
        return [space - 1, space + 1].compactMap { end in
            guard end > 0, end < letters.count else { return nil }
            let first = context.word(letters[..<end])
            let second = context.word(letters[end...])
            return first.count > 0 && second.count > 0 ? .shifted(first, second, end: end) : nil
        }
    }
}
