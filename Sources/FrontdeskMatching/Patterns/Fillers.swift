/// Politeness and hesitation that patterns need not mention: skipped at both ends of an utterance.
struct Fillers: Sendable {
    /// The most words that are skipped at one end.
    static let wordLimit = 32

    /// The fillers, one a line, as normalised words.
    static let table = """
        please
        kindly
        hi
        hi there
        hi all
        hi team
        hi guys
        hello
        hello there
        hello everyone
        hello team
        hey
        hey there
        hey guys
        greetings
        good morning
        good afternoon
        good evening
        good day
        dear team
        dear sir
        dear madam
        dear sir or madam
        um
        umm
        uh
        uhm
        er
        erm
        hm
        hmm
        oh
        ah
        well
        ok
        okay
        alright
        so
        sorry
        excuse me
        pardon me
        thanks
        thanks a lot
        thanks so much
        thanks very much
        thanks in advance
        thank you
        thank you so much
        thank you very much
        thank you in advance
        many thanks
        cheers
        """

    private let fillers: [[Int32]]
    /// For a word's number, the fillers that begin and that end with it; filler words have the lowest numbers.
    private var beginning: [[Int]] = []
    private var ending: [[Int]] = []

    /// The words of all fillers, in the order in which an index numbers them.
    static var words: [String] {
        (table + "\n" + spanish).split { $0 == "\n" || $0 == " " }.map(String.init)
    }

    /// Looks up the fillers' words, which must have the lowest numbers of all.
    init(number: (String) -> Int32) {
        var fillers: [[Int32]] = []
        for line in (Self.table + "\n" + Self.spanish).split(separator: "\n") {
            fillers.append(line.split(separator: " ").map { number(String($0)) })
        }
        // An index made by other fillers lacks some of these words.
        fillers.removeAll { $0.contains { $0 < 0 } }
        self.fillers = fillers
        let count = fillers.joined().max().map { Int($0) + 1 } ?? 0
        beginning = Array(repeating: [], count: count)
        ending = beginning
        for (index, filler) in fillers.enumerated() {
            beginning[Int(filler[0])].append(index)
            ending[Int(filler[filler.count - 1])].append(index)
        }
    }

    /// Where a match may begin: the offsets that only fillers stand before, ascending, 0 first.
    func findStarts(_ words: [Int32], _ reached: inout [Int]) {
        reached.removeAll(keepingCapacity: true)
        reached.append(0)
        var next = 0
        while next < reached.count {
            let offset = reached[next]
            next += 1
            guard offset < min(words.count, Self.wordLimit), isFillerWord(words[offset]) else { continue }
            for index in beginning[Int(words[offset])] {
                let end = offset + fillers[index].count
                guard end <= words.count, !reached.contains(end, from: next) else { continue }
                if fillers[index].elementsEqual(words[offset..<end]) { reached.insertSorted(end, from: next) }
            }
        }
    }

    /// Where a match may end: the offsets that only fillers stand behind, descending, the count first.
    func findEnds(_ words: [Int32], _ reached: inout [Int]) {
        reached.removeAll(keepingCapacity: true)
        reached.append(0)
        var next = 0
        while next < reached.count {
            let skipped = reached[next]
            let offset = words.count - skipped
            next += 1
            guard offset > 0, skipped < Self.wordLimit, isFillerWord(words[offset - 1]) else { continue }
            for index in ending[Int(words[offset - 1])] {
                let begin = offset - fillers[index].count
                guard begin >= 0, !reached.contains(words.count - begin, from: next) else { continue }
                if fillers[index].elementsEqual(words[begin..<offset]) {
                    reached.insertSorted(words.count - begin, from: next)
                }
            }
        }
        for index in reached.indices { reached[index] = words.count - reached[index] }
    }

    private func isFillerWord(_ word: Int32) -> Bool {
        word >= 0 && word < beginning.count
    }
}

extension [Int] {
    /// Whether an ascending array holds a value at or behind an index.
    fileprivate func contains(_ value: Int, from start: Int) -> Bool {
        self[start...].contains(value)
    }

    /// Inserts a value into an ascending array, looking only at or behind an index.
    fileprivate mutating func insertSorted(_ value: Int, from start: Int) {
        let place = self[start...].firstIndex { $0 > value } ?? endIndex
        insert(value, at: place)
    }
}
