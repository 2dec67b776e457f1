/// Whether every number in the tables leads to something that is there: what makes bytes from anywhere safe to use.
extension PatternTables {
    /// What is wrong; nil when every number leads somewhere.
    ///
    /// Takes about a hundredth of a second for 100,000 patterns.
    func objection() -> String? {
        guard Int(symbolCounts[1]) == entityTypes.count, Int(symbolCounts[3]) == exactWords.count else {
            return "its symbols and names differ in number"
        }
        return patternObjection() ?? keyObjection() ?? memberObjection()
    }

    private func patternObjection() -> String? {
        let symbols = keyStarts.count - 1
        guard Int(patterns[patternCount].position) == positions.count - 1 else {
            return "the patterns do not end with the last position"
        }
        guard Int(needStarts[patternCount]) <= needs.count else {
            return "there are fewer needs than it says"
        }
        for pattern in 0..<patternCount {
            guard needStarts[pattern] <= needStarts[pattern + 1] else {
                return "the needs of pattern \(pattern) end before they begin"
            }
            let record = patterns[pattern]
            let (first, end) = (Int(record.position), Int(patterns[pattern + 1].position))
            guard first < end, end < positions.count, record.intent >= 0, record.number >= 0,
                Int(record.intent) < intents.count
            else { return "pattern \(pattern) has no positions, or no intent" }
            for position in first..<end {
                let state = positions[position]
                guard isKnown(state, symbols) else {
                    return "position \(position) stands for nothing that is there"
                }
                let (start, stop) = (state.follow, positions[position + 1].follow)
                guard start <= stop, stop <= follow.count else {
                    return "position \(position) is followed by nothing"
                }
                for edge in start..<stop where Int(follow[edge]) >= end - first {
                    return "position \(position) is followed by one of another pattern"
                }
            }
        }
        return nil
    }

    private func isKnown(_ position: PositionRecord, _ symbols: Int) -> Bool {
        if position.symbol == PositionRecord.gap { return position.detail >= 0 }
        if position.symbol >= firstEntityType {
            return Int(position.symbol) < symbols && Int(position.detail) < roles.count
        }
        return position.symbol >= PositionRecord.nothing
    }

    private func keyObjection() -> String? {
        for pattern in 0..<patternCount where needStarts[pattern] > needStarts[pattern + 1] {
            return "the needs of pattern \(pattern) end before they begin"
        }
        guard Int(needStarts[patternCount]) <= needs.count else {
            return "there are fewer needs than it says"
        }
        let last = keys.count - 1
        for symbol in 0..<(keyStarts.count - 1) where keyStarts[symbol] > keyStarts[symbol + 1] {
            return "the keys of symbol \(symbol) end before they begin"
        }
        guard Int(keyStarts[keyStarts.count - 1]) <= last, Int(keys[last].post) <= posts.count else {
            return "there are fewer keys or patterns under them than it says"
        }
        for key in 0..<last where keys[key].post > keys[key + 1].post {
            return "the patterns of key \(key) end before they begin"
        }
        for list in [posts, unanchored] {
            for index in 0..<list.count where list[index] < 0 || Int(list[index]) >= patternCount {
                return "a key leads to pattern \(list[index])"
            }
        }
        return nil
    }

    private func memberObjection() -> String? {
        for word in 0..<(memberStarts.count - 1) where memberStarts[word] > memberStarts[word + 1] {
            return "the synonyms of word \(word) end before they begin"
        }
        guard Int(memberStarts[memberStarts.count - 1]) <= members.count else {
            return "there are fewer synonyms than it says"
        }
        for index in 0..<members.count
        where Int(members[index].start) + Int(members[index].count) > memberWords.count
            || members[index].set < 0
        {
            return "synonym \(index) has words that are not there"
        }
        return nil
    }
}

extension PatternIndex {
    /// What is wrong with the index; nil when every number in it leads somewhere, so that no utterance can stop the
    /// program.
    package func objection() -> String? { tables.objection() }
}
