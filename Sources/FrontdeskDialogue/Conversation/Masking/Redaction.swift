import FrontdeskMatching

/// Masks what must never be stored: card numbers and passwords.
public enum Redaction {
    /// What was masked.
    public enum Kind: String, Sendable, Hashable, Codable {
        case card, password
    }

    /// Masks card numbers and passwords in a text.
    ///
    /// A card number has 13–19 digits of any script, written together or in groups, begins as the issuers' numbers do and has a
    /// right check digit (ISO/IEC 7812); longer runs of digits, order numbers and account numbers stay. A password
    /// is what follows words such as "my password is" or "pwd="; a PIN or a card's security code counts as one.
    ///
    /// - Returns: The text with each stretch replaced by `[card]` or `[password]`, and what was replaced, in order.
    public static func mask(_ text: String) -> (text: String, kinds: [Kind]) {
        let bytes = Array(text.utf8)
        let hints = Hints(bytes)
        guard hints.mayHoldCard || hints.mayHoldPassword || hints.hasAddress else { return (text, []) }
        var stretches: [Stretch] = []
        if hints.mayHoldPassword { stretches += PasswordFinder(bytes: bytes).stretches() }
        if hints.hasAddress {
            stretches += LoginFinder.stretches(in: bytes).filter { login in
                !stretches.contains { $0.range.overlaps(login.range) }
            }
        }
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
        var hasAddress = false

        init(_ bytes: [UInt8]) {
            var digits = 0
            var previous: UInt8 = 0
            for index in bytes.indices {
                let byte = bytes[index]
                let isDigit = byte &- 0x30 < 10
                if DecimalDigit.mayBegin(byte) { digits += 1 }
                if byte == UInt8(ascii: "@") { hasAddress = true }
                let lower = byte | 0x20
                let isLetter = lower &- 0x61 < 26
                if isLetter, previous == 0, !mayHoldPassword {
                    mayHoldPassword = PasswordFinder.keywordBeginnings[Int(lower &- 0x61)].contains {
                        beginning in
                        Self.begins(bytes, at: index, with: beginning)
                    }
                }
                previous = isLetter || isDigit ? 1 : 0
            }
            mayHoldCard = digits >= CardNumber.lengths.lowerBound
        }

        private static func begins(_ bytes: [UInt8], at index: Int, with beginning: [UInt8]) -> Bool {
            guard index + beginning.count <= bytes.count else { return false }
            for offset in beginning.indices where bytes[index + offset] | 0x20 != beginning[offset] {
                return false
            }
            return true
        }
    }
}
