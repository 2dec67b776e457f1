extension CustomerProfile {
    /// Who writes, once a channel has said who it is.
    ///
    /// What is proved counts more than what is only said, and nothing of one customer is left when another one
    /// goes on:
    ///
    /// | known | said | then |
    /// |---|---|---|
    /// | not verified | not verified | what is said is added |
    /// | not verified | verified, same id or none known | what is said is added, and is verified |
    /// | verified | not verified, same id or none | what is known stays; what is missing is added |
    /// | any verified | another id | what is said alone |
    ///
    /// - Parameters:
    ///   - claim: What the channel said; ``isVerified`` where it proved the id.
    ///   - isRefuted: Whether a proof came with it that was wrong; then the customer no longer counts as verified.
    public func claimed(as claim: CustomerProfile, isRefuted: Bool = false) -> CustomerProfile {
        var profile = self
        if isOther(than: claim) {
            profile = claim
        } else if isVerified, !claim.isVerified {
            profile = claim
            profile.merge(self)
            profile.language = claim.language ?? language
            profile.zone = claim.zone ?? zone
        } else {
            profile.merge(claim)
        }
        if isRefuted { profile.isVerified = false }
        return profile
    }

    /// Whether somebody else is meant: the ids differ, and one of them is proved.
    func isOther(than claim: CustomerProfile) -> Bool {
        guard let id, let other = claim.id, isVerified || claim.isVerified else { return false }
        return id != other
    }
}
