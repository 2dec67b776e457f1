extension Matcher {
    /// The matcher of a language; this one for the first language and for those that it has no other for.
    public func spoken(in language: String?) -> Matcher { language.flatMap { translations[$0] } ?? self }
}
