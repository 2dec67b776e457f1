import FrontdeskMatching

extension TimeOfDay {
    /// The time as `09:05`.
    var text: String {
        func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        return "\(padded(hour)):\(padded(minute))"
    }
}
