extension Response {
    /// Which variant to say: the same conversation and turn always give the same one.
    ///
    /// - Parameters:
    ///   - conversation: The conversation's id.
    ///   - turn: The turn's number.
    ///   - previous: The variant said last from this response; it is not picked again while there is another.
    ///   - suitable: The variants to pick from; nil: all.
    /// - Returns: An index into ``variants``.
    public func pick(
        conversation: String,
        turn: Int,
        avoiding previous: Int? = nil,
        among suitable: [Int]? = nil
    ) -> Int {
        let suitable = suitable ?? Array(variants.indices)
        guard suitable.count > 1 else { return suitable.first ?? 0 }
        // FNV-1a, then mixed once more because its low bits alone repeat with the turn.
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        func mix(_ byte: UInt8) { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
        for byte in conversation.utf8 { mix(byte) }
        var number = UInt64(bitPattern: Int64(turn))
        for _ in 0..<8 {
            mix(UInt8(truncatingIfNeeded: number))
            number >>= 8
        }
        hash = (hash ^ (hash >> 33)) &* 0xff51_afd7_ed55_8ccd
        let spread = Int(hash >> 33)
        guard let previous, let position = suitable.firstIndex(of: previous) else {
            return suitable[spread % suitable.count]
        }
        let index = spread % (suitable.count - 1)
        return suitable[index < position ? index : index + 1]
    }
}
