/// Pictures that tell how somebody feels; variation selectors and skin tones change nothing about it.
enum Emoji {
    /// What a picture says, -1…1; nil for one that says nothing.
    static func weight(of scalar: UInt32) -> Double? {
        guard scalar >= first else { return nil }
        var low = 0
        var high = codes.count
        while low < high {
            let middle = (low + high) / 2
            if codes[middle] < scalar { low = middle + 1 } else { high = middle }
        }
        return low < codes.count && codes[low] == scalar ? weights[low] : nil
    }

    /// Every picture with what it says.
    static let all: [(Double, String)] = [
        (-0.85, "🖕"), (-0.75, "🤬"), (-0.65, "😡"), (-0.6, "😠👿"), (-0.5, "💩🤮💢"),
        (-0.45, "😤👎🤢😾"), (-0.4, "🙄😒😩😫😖😣🤦💔😑🗑"), (-0.35, "😞😢😭☹😟😿🥺😔😰😱🤯😧😨"),
        (-0.3, "🙁😓😥😪😵🤡😳"), (-0.2, "😕😐😬🤨😮‍💨😶🥱⏰😦😯"),
        (0.2, "🙃😉😅🤔🤞👌💪"), (0.3, "🙏🙌😇☺😌👋"), (0.35, "🙂😺"), (0.4, "👍😎🤗✅😋✨"),
        (0.45, "😊😀😃😄😁👏😆😸"), (0.5, "❤💯🎉🥳💖💕💙💚💛🧡💜🤍🖤♥🌟⭐🏆😂🤣"), (0.6, "😍🥰🤩😘😻💗"),
    ]

    private static let sorted: [(code: UInt32, weight: Double)] = {
        var pairs: [(code: UInt32, weight: Double)] = []
        for (weight, pictures) in all {
            for scalar in pictures.unicodeScalars where !isModifier(scalar.value) {
                pairs.append((scalar.value, weight))
            }
        }
        return pairs.sorted { $0.code < $1.code }
    }()

    private static let codes = sorted.map(\.code)
    private static let weights = sorted.map(\.weight)
    private static let first = codes.first ?? .max

    /// Variation selectors, joiners and skin tones.
    private static func isModifier(_ value: UInt32) -> Bool {
        value == 0x200D || (0xFE00...0xFE0F).contains(value) || (0x1F3FB...0x1F3FF).contains(value)
    }
}

/// Faces made of signs, the longer ones first.
enum Emoticons {
    /// Every emoticon with what it says.
    static let all: [(StaticString, Double)] = [
        (">:-(", -0.5), (":'-(", -0.35), (":'(", -0.35), (">:(", -0.5), (":-((", -0.4), (":-(", -0.25),
        (":((", -0.4), (":(", -0.25), (":-/", -0.2), (":/", -0.2), (":-|", -0.15), (":|", -0.15),
        (":-)", 0.35), (":))", 0.4), (":)", 0.35), (":-D", 0.45), (":D", 0.45), (";-)", 0.25), (";)", 0.25),
        ("<3", 0.5), ("</3", -0.4), ("=)", 0.35), ("=(", -0.3),
    ]
}
