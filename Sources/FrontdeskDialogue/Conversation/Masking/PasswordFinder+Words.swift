extension PasswordFinder {
    static let verbs: Set<String> = ["is", "was", "s", "ist", "lautet", "es", "est", "are", "were"]
    static let adverbs: Set<String> = ["now", "currently", "actually", "just"]
    static let prepositions: Set<String> = [
        "for", "to", "on", "of", "at", "in", "here", "there", "für",
    ]

    /// What follows "passphrase is" when no passphrase follows.
    static let refusals: Set<String> = [
        "not", "too", "wrong", "incorrect", "invalid", "expired", "rejected", "no", "never", "lost", "gone",
    ]

    /// What follows "password is" when no password follows.
    static let ordinary: Set<String> = spanishOrdinary.union([
        "not", "the", "this", "wrong", "incorrect", "invalid", "expired", "lost", "gone", "forgotten", "too",
        "no", "never", "a",
        "an", "in", "on", "being", "very", "same", "weak", "strong", "long", "short", "required", "correct",
        "right",
        "ok", "okay", "fine", "broken", "compromised", "stolen", "locked", "blocked", "reset", "resetting",
        "working",
        "changed", "what", "unknown", "missing", "case", "needed", "asked", "sent", "different", "old", "new",
        "already", "safe", "secure", "my", "your", "also", "and", "or", "to", "for", "only", "always",
        "really",
        "supposed", "rejected", "accepted", "refused", "declined", "denied", "please", "help", "how", "can",
        "could",
        "i", "it", "we", "you", "where", "why", "when", "hacked", "leaked", "known", "outdated", "disabled",
        "so",
        "that", "there", "which", "saved", "stored", "mandatory", "empty", "failing", "doesn", "don", "isn",
        "didn",
        "falsch", "weg", "vergessen", "abgelaufen", "nicht", "out", "at", "by", "from", "of", "if", "because",
        "something", "none", "hard", "easy", "difficult", "impossible", "good", "bad", "updated", "valid",
        "active",
        "up", "all", "still", "unsafe", "sensitive", "private", "confidential", "due", "about", "keeps",
    ])

    /// What may follow a password and is no part of it; no word of a passphrase is one of these.
    static let behind: Set<String> = [
        "is", "was", "are", "be", "been", "am", "do", "does", "did", "has", "have", "had", "will", "would",
        "should",
        "says", "said", "say", "with", "as", "but", "yet", "then", "than", "now", "today", "yesterday",
        "every",
        "time", "again", "since", "after", "before", "until", "while", "me", "he", "she", "they", "them",
        "us",
        "his", "her", "their", "thanks", "thank", "hello", "hi", "sorry", "just", "try", "tried", "use",
        "used",
        "log", "login", "logging", "account", "order", "email", "mail", "site", "app", "website", "page",
        "here",
        "any", "some", "anymore", "either", "though", "however", "works", "work", "worked", "according",
        "user",
        "username", "name", "password", "und", "aber", "ist", "bitte", "y", "et", "en", "check", "let", "get",
        "give",
        "into", "onto", "over", "off", "who", "anyway", "maybe", "think", "believe", "guess", "apparently",
        "somehow",
    ]
}
