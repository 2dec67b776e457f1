@testable import FrontdeskMatching

/// The plainest way to match an expression: try everything, everywhere.
///
/// It takes exponential time and is right.
struct BacktrackingOracle {
    let root: RegexNode

    /// All matches from left to right, the longest of those that begin at one place, none overlapping.
    func matches(in text: [UInt8]) -> [Range<Int>] {
        var result: [Range<Int>] = []
        var start = 0
        while start < text.count {
            let ends = isInsideWord(text, start) ? [] : ends(of: root, in: text, from: start)
            let longest = ends.filter { $0 > start && !isInsideWord(text, $0) }.max()
            if let longest {
                result.append(start..<longest)
                start = longest
            } else {
                start += 1
            }
        }
        return result
    }

    /// Every place where the node can end when it begins at `start`.
    private func ends(of node: RegexNode, in text: [UInt8], from start: Int) -> Set<Int> {
        switch node {
        case .byte(let set):
            return start < text.count && set.contains(text[start]) ? [start + 1] : []
        case .wordBoundary:
            return isWord(text, start - 1) != isWord(text, start) ? [start] : []
        case .capture(_, let part):
            return ends(of: part, in: text, from: start)
        case .alternatives(let parts):
            return parts.reduce(into: []) { $0.formUnion(ends(of: $1, in: text, from: start)) }
        case .sequence(let parts):
            return parts.reduce([start]) { places, part in
                places.reduce(into: []) { $0.formUnion(ends(of: part, in: text, from: $1)) }
            }
        case .repetition(let part, let min, let max):
            var result: Set<Int> = min == 0 ? [start] : []
            var places: Set<Int> = [start]
            var count = 0
            // More rounds than bytes can only repeat the empty text.
            while count < max ?? (min + text.count + 1), !places.isEmpty {
                places = places.reduce(into: []) { $0.formUnion(ends(of: part, in: text, from: $1)) }
                count += 1
                if count >= min { result.formUnion(places) }
            }
            return result
        }
    }

    private func isWord(_ text: [UInt8], _ place: Int) -> Bool {
        guard text.indices.contains(place) else { return false }
        let byte = text[place]
        return (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte)
            || (0x61...0x7A).contains(byte)
    }

    private func isInsideWord(_ text: [UInt8], _ place: Int) -> Bool {
        isWord(text, place - 1) && isWord(text, place)
    }
}
