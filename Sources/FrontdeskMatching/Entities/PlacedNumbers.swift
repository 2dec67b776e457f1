/// The numbers of an utterance, found by the word with which they begin.
struct PlacedNumbers {
    /// All of them.
    let all: [NumberReading]
    /// For each word the first number that begins there, plus one; empty when there are no numbers.
    private let places: [Int32]

    init(_ numbers: [NumberReading], wordCount: Int) {
        all = numbers
        guard !numbers.isEmpty else {
            places = []
            return
        }
        var places = [Int32](repeating: 0, count: wordCount)
        for (index, number) in numbers.enumerated() where places[number.tokens.lowerBound] == 0 {
            places[number.tokens.lowerBound] = Int32(index + 1)
        }
        self.places = places
    }

    /// The number that begins at a word.
    func number(at index: Int) -> NumberReading? {
        places.indices.contains(index) && places[index] > 0 ? all[Int(places[index]) - 1] : nil
    }
}
