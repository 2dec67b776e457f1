extension PacketText {
    /// What an agent should know of a low score, such as `Said of our help: CSAT 1 of 5, "so slow".`.
    static func complaint(_ given: Feedback) -> String {
        let words = given.text.map { ", \"\($0)\"" } ?? ""
        return
            "Said of our help: \(given.kind.rawValue.uppercased()) \(given.score) of \(given.kind.scale.upperBound)\(words)."
    }
}
