/// Slips of the finger: a letter put in, left out, replaced, or swapped with its neighbour, each equally likely.
package enum RandomEdits {
    /// How long a sentence gets a second slip, in bytes.
    package static let secondFrom = 40

    /// A sentence with one slip, or two if it is long.
    package static func edited(_ text: String, using draws: inout SeededGenerator) -> String {
        var letters = Array(text.unicodeScalars)
        for _ in 0..<(letters.count < secondFrom ? 1 : 2) where !letters.isEmpty {
            let place = draws.next(below: letters.count)
            let letter = Unicode.Scalar(UInt8(ascii: "a") + UInt8(draws.next(below: 26)))
            switch draws.next(below: 4) {
            case 0: letters.insert(letter, at: place)
            case 1: letters.remove(at: place)
            case 2: letters[place] = letter
            default: if place + 1 < letters.count { letters.swapAt(place, place + 1) }
            }
        }
        var result = String.UnicodeScalarView()
        result.append(contentsOf: letters)
        return String(result)
    }
}
