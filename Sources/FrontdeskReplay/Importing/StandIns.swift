import FrontdeskDialogue

/// What is put in place of personal data; the same person gets the same everywhere.
///
/// E-mail addresses at domains that are reserved for examples (RFC 2606) and everything of customers who have one are
/// made up already and stay, as do phone numbers and names of nobody.
public struct StandIns: Sendable {
    /// What was replaced.
    public enum Kind: String, Sendable, Hashable, CaseIterable {
        case name, email, phone, card, password

        /// One of them, and several.
        var nouns: (one: String, many: String) {
            switch self {
            case .name: ("name", "names")
            case .email: ("e-mail address", "e-mail addresses")
            case .phone: ("phone number", "phone numbers")
            case .card: ("card number", "card numbers")
            case .password: ("password", "passwords")
            }
        }
    }

    private static let firstNames = [
        "Alex", "Kim", "Sam", "Jo", "Chris", "Pat", "Lee", "Charlie", "Noa", "Jamie", "Dana", "Nico",
    ]
    private static let lastNames = [
        "Miller", "Garcia", "Novak", "Jensen", "Rossi", "Meyer", "Dubois", "Silva", "Kowalski", "Andersen",
    ]

    /// The words of names, in one case, and what stands for each.
    private var words: [String: String] = [:]
    private var names: [String: String] = [:]
    private var emails: [String: String] = [:]
    private var phones: [String: String] = [:]
    private var ids: [String: String] = [:]
    /// The words of customers who are made up already.
    private var madeUp: Set<String> = []
    private var maskedTexts: Set<String> = []
    private var people = 0
    /// How many different values were replaced, by kind.
    public private(set) var counts: [Kind: Int] = [:]

    /// Makes stand-ins for nobody yet.
    public init() {}

    /// `2 names, 1 e-mail address`; nil when nothing was replaced.
    public var text: String? {
        let parts = Kind.allCases.compactMap { kind -> String? in
            guard let count = counts[kind], count > 0 else { return nil }
            return "\(count) \(count == 1 ? kind.nouns.one : kind.nouns.many)"
        }
        return parts.isEmpty ? nil : parts.joined(separator: ", ")
    }

    // MARK: People

    /// Learns who takes part in a conversation.
    mutating func learn(_ conversation: RecordedConversation) {
        for step in conversation.steps {
            switch step.act {
            case .message(let message):
                if let customer = message.customer { learn(customer) }
            case .report(_, let customer?): learn(customer)
            case .agent(.claim(let agent)), .agent(.say(let agent, _)), .agent(.close(let agent)):
                learn(name: agent)
            case .agent(.giveBack(let back)): learn(name: back.agent)
            case .report, .rate, .desk: break
            }
            for slot in step.seen.slots where slot.name.contains("name") {
                if let name = slot.value { learn(name: name) }
            }
        }
        for name in conversation.people { learn(name: name) }
    }

    private mutating func learn(_ customer: CustomerProfile) {
        if let email = customer.email, Self.isReserved(email) {
            for word in Self.words(of: customer.name ?? "") { madeUp.insert(word.lowercased()) }
            return
        }
        if let name = customer.name {
            learn(name: name)
            if let email = customer.email { learn(email: email, of: name) }
        }
    }

    private mutating func learn(name: String) {
        let parts = Self.words(of: name)
        guard !parts.isEmpty, names[name.lowercased()] == nil else { return }
        guard !parts.allSatisfy({ madeUp.contains($0.lowercased()) }) else { return }
        let number = people
        people += 1
        let first = Self.firstNames[number % Self.firstNames.count]
        let last = Self.lastNames[number / Self.firstNames.count % Self.lastNames.count]
        let suffix = number >= Self.firstNames.count * Self.lastNames.count ? "\(number)" : ""
        names[name.lowercased()] = parts.count > 1 ? "\(first) \(last)\(suffix)" : "\(first)\(suffix)"
        for (place, word) in parts.enumerated() where words[word.lowercased()] == nil {
            words[word.lowercased()] = place == 0 ? "\(first)\(suffix)" : "\(last)\(suffix)"
        }
        counts[.name, default: 0] += 1
    }

    private mutating func learn(email: String, of name: String) {
        guard emails[email.lowercased()] == nil else { return }
        let standIn = names[name.lowercased()] ?? "customer"
        let local = standIn.lowercased().replacing(" ", with: ".")
        emails[email.lowercased()] = "\(local)@example.com"
        counts[.email, default: 0] += 1
    }

    private static func words(of name: String) -> [String] {
        name.split { !$0.isLetter && $0 != "'" && $0 != "’" }.map(String.init).filter { $0.count > 1 }
    }

    /// Whether an address is at a domain at which nobody has one.
    private static func isReserved(_ email: String) -> Bool {
        let domain = (email.split(separator: "@").last ?? "").lowercased()
        return ["example.com", "example.org", "example.net"].contains {
            domain == $0 || domain.hasSuffix(".\($0)")
        }
            || [".example", ".test", ".invalid"].contains { domain.hasSuffix($0) }
    }

    // MARK: Replacing

    /// The customer with stand-ins.
    mutating func replacing(_ customer: CustomerProfile) -> CustomerProfile {
        learn(customer)
        var customer = customer
        customer.name = customer.name.map { replacing($0) }
        customer.email = customer.email.map { replacing($0) }
        customer.phone = customer.phone.map { replacing($0) }
        customer.id = customer.id.map { id in
            let standIn = ids[id] ?? "customer-\(ids.count + 1)"
            ids[id] = standIn
            return standIn
        }
        return customer
    }

    /// The text with stand-ins.
    mutating func replacing(_ text: String) -> String {
        let masked = Redaction.mask(text)
        var text = text
        if !masked.kinds.isEmpty {
            // A title says what a message says.
            let isNew = maskedTexts.insert(masked.text).inserted
            for kind in masked.kinds where isNew {
                counts[kind == .card ? .card : .password, default: 0] += 1
            }
            text = Masked.unmasked(masked.text, masked.kinds)
        }
        var result = ""
        var rest = Substring(text)
        while let first = rest.first {
            if first.isLetter || first.isNumber || first == "+" || first == "(" {
                let taken = take(&rest)
                result += taken
            } else {
                result.append(first)
                rest.removeFirst()
            }
        }
        return result
    }

    /// Takes a word, an address or a number off the text's beginning; gives what stands for it.
    private mutating func take(_ rest: inout Substring) -> String {
        let token = rest.prefix { $0.isLetter || $0.isNumber || "@._%+-".contains($0) }
        if token.contains("@"), let at = token.firstIndex(of: "@"), at > token.startIndex {
            var address = token
            while let last = address.last, ".-_+%".contains(last) { address.removeLast() }
            if address.split(separator: "@").count == 2 {
                rest = rest[address.endIndex...]
                return self.email(String(address))
            }
        }
        if let phone = Self.phone(rest) {
            rest = rest[phone.endIndex...]
            return self.phone(String(phone))
        }
        let word = rest.prefix { $0.isLetter || $0.isNumber || $0 == "’" || $0 == "'" }
        guard !word.isEmpty else { return String(rest.removeFirst()) }
        rest = rest[word.endIndex...]
        return self.word(word)
    }

    private func word(_ word: Substring) -> String {
        for ending in ["", "'s", "’s", "'", "’"] where word.hasSuffix(ending) {
            let stem = word.dropLast(ending.count)
            guard let standIn = words[stem.lowercased()], !madeUp.contains(stem.lowercased()) else {
                continue
            }
            return (stem.first?.isUppercase == true ? standIn : standIn.lowercased()) + ending
        }
        return String(word)
    }

    private mutating func email(_ address: String) -> String {
        if Self.isReserved(address) { return address }
        if let known = emails[address.lowercased()] { return known }
        let standIn = "customer\(emails.count + 1)@example.com"
        emails[address.lowercased()] = standIn
        counts[.email, default: 0] += 1
        return standIn
    }

    private mutating func phone(_ number: String) -> String {
        let digits = String(number.filter(\.isNumber))
        // These are kept free for films; nobody has one.
        if digits.hasPrefix("447700900") { return number }
        if let known = phones[digits] { return known }
        let count = phones.count
        let place = "\(count % 1000)"
        let standIn = "+44 7700 900\(String(repeating: "0", count: 3 - place.count))\(place)"
        phones[digits] = standIn
        counts[.phone, default: 0] += 1
        return standIn
    }

    /// The phone number that a text begins with: from seven digits on, with `+` or a zero first.
    private static func phone(_ text: Substring) -> Substring? {
        let digitsOnly: (Character) -> Bool = { $0.isASCII && $0.isNumber }
        var end = text.startIndex
        var digits = 0
        var place = text.startIndex
        while place < text.endIndex {
            let character = text[place]
            if digitsOnly(character) {
                digits += 1
                end = text.index(after: place)
            } else if !" -/().".contains(character), !(character == "+" && digits == 0) {
                if character.isLetter, end == place { return nil }
                break
            }
            place = text.index(after: place)
        }
        guard (7...15).contains(digits) else { return nil }
        let start = text.drop { $0 == "(" }
        guard start.first == "+" || start.first == "0" else { return nil }
        // A zero begins no number of more digits than any country has.
        guard start.first == "+" || digits <= 12 else { return nil }
        return text[..<end]
    }
}
