import FrontdeskMatching
import Glibc

/// Puts messages together that share telling words: each joins the group whose first message is nearest, or begins one.
///
/// Messages are nearer the more of their words, weighed by how rare they are, stand in both. The most frequent come first, so that
/// they are the ones around which groups form; equal input gives equal groups.
struct QuestionGrouping {
    private struct Item {
        var key: String
        var wording: UnansweredQuestions.Wording
        var words: [String]
    }

    private struct Group {
        var members: [Int]
        var words: Set<String>
        var weight: Double
    }

    /// From this share of common weight on, messages are one group.
    private static let nearness = 0.4

    private let items: [Item]
    private let frequency: [String: Int]
    /// The shortest word of each stem, for people to read.
    private let written: [String: String]

    init(_ wordings: [String: UnansweredQuestions.Wording]) {
        let all = wordings.map { key, wording in
            Item(key: key, wording: wording, words: Self.telling(key))
        }
        items = all.sorted { ($1.wording.count, $0.key) < ($0.wording.count, $1.key) }
        var frequency: [String: Int] = [:]
        for item in items { for word in item.words { frequency[word, default: 0] += 1 } }
        self.frequency = frequency
        var written: [String: String] = [:]
        for word in items.flatMap({ $0.key.split(separator: " ").map(String.init) }) {
            let known = written[Self.stem(word)] ?? word
            written[Self.stem(word)] = (word.count, word) < (known.count, known) ? word : known
        }
        self.written = written
    }

    mutating func groups() -> [QuestionGroup] {
        var groups: [Group] = []
        var places: [String: [Int]] = [:]
        for index in items.indices {
            let words = items[index].words
            let weight = words.reduce(0) { $0 + rarity($1) }
            if let near = nearest(words, weight, groups, places) {
                groups[near].members.append(index)
                continue
            }
            for word in words { places[word, default: []].append(groups.count) }
            groups.append(Group(members: [index], words: Set(words), weight: weight))
        }
        let described = groups.map(describe)
        return described.sorted { ($1.count, $0.examples.first ?? "") < ($0.count, $1.examples.first ?? "") }
    }

    private func nearest(_ words: [String], _ weight: Double, _ groups: [Group], _ places: [String: [Int]])
        -> Int?
    {
        var shared: [Int: Double] = [:]
        for word in words {
            for place in places[word] ?? [] { shared[place, default: 0] += rarity(word) }
        }
        let rated = shared.map { place, common in
            (place: place, nearness: common / (weight + groups[place].weight - common))
        }
        let best = rated.max { ($0.nearness, $1.place) < ($1.nearness, $0.place) }
        guard let best, best.nearness >= Self.nearness else { return nil }
        return best.place
    }

    private func rarity(_ word: String) -> Double {
        log(1 + Double(items.count) / Double(frequency[word] ?? 1))
    }

    private func describe(_ group: Group) -> QuestionGroup {
        var counts: [String: Int] = [:]
        var all = 0
        for member in group.members {
            all += items[member].wording.count
            for word in items[member].words { counts[word, default: 0] += items[member].wording.count }
        }
        let common = counts.filter { $0.value * 2 > all }.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
        return QuestionGroup(
            count: all,
            words: common.prefix(5).map { written[$0.key] ?? $0.key },
            examples: group.members.prefix(3).map { items[$0].wording.example }
        )
    }

    /// The words that say what a message is about, each once and without its ending; all of them when all are small.
    private static func telling(_ key: String) -> [String] {
        let words = key.split(separator: " ").map(String.init)
        let telling = words.filter { $0.count > 1 && !FunctionWords.isSmall($0) }
        var seen: Set<String> = []
        return (telling.isEmpty ? words : telling).map(stem).filter { seen.insert($0).inserted }
    }

    private static func stem(_ word: String) -> String {
        for ending in ["ing", "ed", "es", "s"] where word.count >= ending.count + 4 && word.hasSuffix(ending)
        {
            return String(word.dropLast(ending.count))
        }
        return word
    }
}
