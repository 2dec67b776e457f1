internal import CFrontdeskVectors
public import FrontdeskMatching

extension VectorSource {
    /// The tables that this module carries: `english`.
    ///
    /// ```swift
    /// let matcher = Matcher.training(assistant, vectors: .bundled)
    /// ```
    public static let bundled = VectorSource { name in name == "english" ? english : nil }

    private static let english: VectorTable? = {
        let bytes = UnsafeRawBufferPointer(
            start: frontdesk_vectors_english(),
            count: frontdesk_vectors_english_size()
        )
        return VectorTable("english", FlatBytes(keeping: ProgramMemory(), bytes))
    }()
}

/// Owns what is part of the program, and so is never freed.
private final class ProgramMemory: Sendable {}
