/// What finding entities needs beside the recognizers; its memory serves one utterance after the other.
struct EntityWorkspace: Sendable {
    /// The words with which an expression can begin.
    var starts: [Int] = []
    /// Where each word stands in the folded text.
    var ranges: [Range<Int>] = []
    /// The numbers of the regular expressions that may match.
    var regexes: [Int] = []
    /// What was found, before readings are weighed against each other.
    var readings: [EntityReading] = []
}
