@testable import FrontdeskMatching

/// The oracle: tries every way through a pattern, by plain backtracking.
struct NaivePatternMatcher {
    struct Outcome: Equatable {
        var literalWords: Int
        var gapWords: Int
    }

    let rules: [String: PatternNode]
    var synonyms: [SynonymSet] = []
    let words: [String]
    /// The words as typed: how many of `words` each one became, and its letters.
    var written: [Int: (end: Int, word: String)] = [:]
    let entities: [Entity]

    /// The best outcome over the whole utterance: most literal words, then fewest gap words; nil without a match.
    func bestMatch(_ root: PatternNode) -> Outcome? {
        var best: Outcome?
        walk([root], at: 0, Outcome(literalWords: 0, gapWords: 0)) { end, outcome in
            guard end == words.count else { return }
            guard let known = best else {
                best = outcome
                return
            }
            if (outcome.literalWords, -outcome.gapWords) > (known.literalWords, -known.gapWords) {
                best = outcome
            }
        }
        return best
    }

    private func walk(
        _ nodes: [PatternNode],
        at token: Int,
        _ outcome: Outcome,
        _ found: (Int, Outcome) -> Void
    ) {
        guard let node = nodes.first else { return found(token, outcome) }
        let rest = Array(nodes.dropFirst())
        switch node {
        case .word(let word):
            guard token < words.count, words[token] == word else { return }
            var next = outcome
            next.literalWords += 1
            walk(rest, at: token + 1, next, found)
        case .exact(let word):
            guard let (end, typed) = written[token], typed == word else { return }
            var next = outcome
            next.literalWords += end - token
            walk(rest, at: end, next, found)
        case .synonyms(let name):
            for member in members(of: name) {
                walk(member.map { .word($0) } + rest, at: token, outcome, found)
            }
        case .permutation(let parts):
            for index in parts.indices {
                var others = parts
                let part = others.remove(at: index)
                walk(
                    [part] + (others.isEmpty ? [] : [.permutation(others)]) + rest,
                    at: token,
                    outcome,
                    found
                )
            }
        case .entity(let type, _):
            for entity in entities where entity.type == type && entity.tokens.lowerBound == token {
                walk(rest, at: entity.tokens.upperBound, outcome, found)
            }
        case .rule(let name):
            if let rule = rules[name] { walk([rule] + rest, at: token, outcome, found) }
        case .gap(let min, let max):
            for count in stride(from: min, through: Swift.min(max, words.count - token), by: 1) {
                var next = outcome
                next.gapWords += count
                walk(rest, at: token + count, next, found)
            }
        case .sequence(let inner): walk(inner + rest, at: token, outcome, found)
        case .alternatives(let choices):
            for choice in choices { walk([choice] + rest, at: token, outcome, found) }
        case .optional(let inner):
            walk([inner] + rest, at: token, outcome, found)
            walk(rest, at: token, outcome, found)
        }
    }

    /// The words of a set's name and of all its members; sets name no set that names them.
    private func members(of name: String) -> [[String]] {
        guard let set = synonyms.first(where: { $0.name == name }) else { return [] }
        return [[name]]
            + set.members.flatMap { member in
                synonyms.contains { $0.name == member }
                    ? members(of: member) : [member.split(separator: " ").map(String.init)]
            }
    }
}
