import FrontdeskMatching

// Postal addresses: what is known as one is taken out of any message; asked for, whatever was written is one.
extension SlotReader {
    /// The address that a message answers with, and what belongs to it: "Hauptstraße 12, 10115 Berlin, c/o Miller".
    func address(
        for slot: Slot,
        _ utterance: Utterance,
        _ unused: inout [Entity],
        _ otherIntent: Candidate?
    ) -> SlotEntry? {
        guard let found = unused.first(where: { $0.type == BuiltInEntity.address.rawValue }),
            let entry = entity(for: slot, &unused)
        else { return nil }
        let bytes = Array(utterance.inbound.text.utf8)
        guard otherIntent == nil, entry.value == value(of: found.value), found.span.end <= bytes.count else {
            return entry
        }
        // "Tom Miller, Hauptstraße 12", but "my new address is Hauptstraße 12".
        let isNamed = bytes[..<found.span.start].contains {
            $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: "\n")
        }
        let isOver = utterance.match.tokens.dropFirst(found.tokens.upperBound).allSatisfy {
            utterance.words.thanks.contains($0.text) || utterance.words.position.contains($0.text)
        }
        guard isNamed || !isOver else { return entry }
        let end = isOver ? found.span.end : endOfSentence(bytes, from: found.span.end)
        let text = String(decoding: bytes[(isNamed ? 0 : found.span.start)..<end], as: UTF8.self).trimmed
        return self.entry(slot, .text(text), display: text)
    }

    private func endOfSentence(_ bytes: [UInt8], from start: Int) -> Int {
        bytes[start...].indices.first { place in
            ".?!".utf8.contains(bytes[place]) && (place + 1 == bytes.count || bytes[place + 1] <= 0x20)
        } ?? bytes.count
    }

    /// Where a flow takes an address, the numbers in it are parts of it: a postcode is no order number.
    func withoutParts(_ entities: [Entity]) -> [Entity] {
        let addresses = entities.filter { $0.type == BuiltInEntity.address.rawValue }
        guard !addresses.isEmpty, flow.slots.contains(where: { $0.kind == .address }) else { return entities }
        return entities.filter { entity in
            !addresses.contains { $0.span != entity.span && $0.span.contains(entity.span) }
        }
    }
}

extension Slot.Kind {
    static let address = Slot.Kind.entity(BuiltInEntity.address.rawValue)

    /// Whether whatever is written answers the question for it: a text, or an address, which has too many forms to know all.
    var takesAnyText: Bool { self == .text || self == .address }
}
