/// SplitMix64 with a fixed seed: the same order in every run.
package struct SeededGenerator: RandomNumberGenerator, Sendable {
    private var state: UInt64

    package init(seed: UInt64) { state = seed }

    package mutating func next() -> UInt64 {
        state &+= 0x9e37_79b9_7f4a_7c15
        return Hash.mixed(state)
    }

    /// A number of 0..<bound, by a bounds reduction of our own, which no release of the standard library can change.
    package mutating func next(below bound: Int) -> Int {
        Int(next().multipliedFullWidth(by: UInt64(bound)).high)
    }

    /// The shuffle of Fisher and Yates.
    package mutating func shuffle<Element>(_ elements: inout [Element]) {
        guard elements.count > 1 else { return }
        for last in stride(from: elements.count - 1, to: 0, by: -1) {
            let other = next(below: last + 1)
            elements.swapAt(last, other)
        }
    }
}
