/// What matching patterns needs beside the index; its memory serves one utterance after the other.
struct PatternWorkspace: Sendable {
    /// The utterance as patterns see it.
    var input = PatternInput()
    /// Which symbols it holds, roughly.
    var present = SymbolPresence()
    /// The patterns worth running, ascending.
    var candidates: [Int32] = []
    /// Where a match may begin, ascending, and end, descending.
    var starts: [Int] = []
    var ends: [Int] = []
    var run = PatternRun()
    /// What was found, best first.
    var hits: [PatternIndex.Hit] = []
    /// The entities of all hits.
    var captures: [PatternRun.Capture] = []

    /// Lets a match cover nothing but the whole utterance.
    mutating func takeWhole(_ count: Int) {
        starts.removeAll(keepingCapacity: true)
        ends.removeAll(keepingCapacity: true)
        starts.append(0)
        ends.append(count)
    }

    /// Lets a match cover any part of the utterance.
    mutating func takeAnyPart(_ count: Int) {
        starts.removeAll(keepingCapacity: true)
        ends.removeAll(keepingCapacity: true)
        for place in 0...count {
            starts.append(place)
            ends.append(count - place)
        }
    }
}
