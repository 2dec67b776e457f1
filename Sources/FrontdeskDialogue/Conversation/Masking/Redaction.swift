/// Masks what must never be stored: card numbers and passwords.
public enum Redaction {
    /// What was masked.
    public enum Kind: String, Sendable, Hashable, Codable {
        case card, password
    }

    /// Masks card numbers and passwords in a text.
    ///
    /// A card number has 13–19 digits, written together or in groups, begins as the issuers' numbers do and has a
    /// right check digit (ISO/IEC 7812); longer runs of digits, order numbers and account numbers stay. A password
    /// is what follows words such as "my password is" or "pwd="; a PIN or a card's security code counts as one.
    ///
    /// - Returns: The text with each stretch replaced by `[card]` or `[password]`, and what was replaced, in order.
    public static func mask(_ text: String) -> (text: String, kinds: [Kind]) {
        let bytes = Array(text.utf8)
        let hints = Hints(bytes)
        guard hints.mayHoldCard || hints.mayHoldPassword else { return (text, []) }
        var stretches: [Stretch] = []
        if hints.mayHoldPassword { stretches += PasswordFinder(bytes: bytes).stretches() }
        if hints.mayHoldCard {
            // A digit within a password is covered already.
            stretches += CardFinder(bytes: bytes).stretches().filter { card in
                !stretches.contains { $0.range.overlaps(card.range) }
            }
        }
        guard !stretches.isEmpty else { return (text, []) }
        stretches.sort { $0.range.lowerBound < $1.range.lowerBound }
        var masked: [UInt8] = []
        var position = 0
        for stretch in stretches {
            masked += bytes[position..<stretch.range.lowerBound]
            masked += "[\(stretch.kind.rawValue)]".utf8
            position = stretch.range.upperBound
        }
        masked += bytes[position...]
        return (String(decoding: masked, as: UTF8.self), stretches.map(\.kind))
    }

    /// A stretch of bytes to mask.
    struct Stretch {
        var range: Range<Int>
        var kind: Kind
    }

    /// What one quick pass can rule out: nearly every message has neither.
    private struct Hints {
        var mayHoldCard = false
        var mayHoldPassword = false

        init(_ bytes: [UInt8]) {
            var digits = 0
            for index in bytes.indices {
                let byte = bytes[index]
                if byte &- 0x30 < 10 {
                    digits += 1
                    continue
                }
                guard index + 1 < bytes.count else { break }
                // The first two letters of every word of PasswordFinder.keywords.
                switch (byte | 0x20, bytes[index + 1] | 0x20) {
                case (0x70, 0x61), (0x70, 0x77), (0x70, 0x69), (0x63, 0x76), (0x6B, 0x65), (0x73, 0x65),
                    (0x6D, 0x6F),
                    (0x63, 0x6F), (0x77, 0x61), (0x63, 0x73):
                    mayHoldPassword = true
                default: break
                }
            }
            mayHoldCard = digits >= CardFinder.lengths.lowerBound
        }
    }
}
