/// The numbers of an utterance, found by the word with which they begin.
struct PlacedNumbers: Sendable {
    /// All of them.
    private(set) var all: [NumberReading] = []
    /// How many of ``all`` everybody reads so; they come first.
    private(set) var commonCount = 0
    /// For each word the first number that begins there, plus one; empty when there are no numbers.
    private var places: [Int32] = []

    /// None.
    init() {}

    /// Takes the numbers in digits and words as everybody reads them, and those that a language reads in its own way.
    ///
    /// - Parameters:
    ///   - find: Appends the numbers that everybody reads.
    ///   - own: The language's, by place; they win where both have a word.
    mutating func read(
        wordCount: Int,
        own: [NumberReading],
        _ find: (_ numbers: inout [NumberReading]) -> Void
    ) {
        all.removeAll(keepingCapacity: true)
        places.removeAll(keepingCapacity: true)
        find(&all)
        commonCount = all.count
        guard !(all.isEmpty && own.isEmpty) else { return }
        places.append(contentsOf: repeatElement(0, count: wordCount))
        if !own.isEmpty {
            for number in own { for index in number.tokens { places[index] = 1 } }
            all.removeAll { number in number.tokens.contains { places[$0] > 0 } }
            for number in own { for index in number.tokens { places[index] = 0 } }
        }
        commonCount = all.count
        all.append(contentsOf: own)
        for index in all.indices {
            let first = all[index].tokens.lowerBound
            if places[first] == 0 { places[first] = Int32(index + 1) }
        }
    }

    /// The number that begins at a word.
    func number(at index: Int) -> NumberReading? {
        places.indices.contains(index) && places[index] > 0 ? all[Int(places[index]) - 1] : nil
    }
}
