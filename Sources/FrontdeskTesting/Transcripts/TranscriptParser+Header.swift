import FrontdeskDialogue

extension TranscriptParser {
    /// Whether a line of the head is the first step already.
    func isStep(_ line: String) -> Bool {
        if line.hasPrefix("customer "), furtherCustomer(line) != nil { return false }
        return [
            ">", "<", "@", "agent ", "agent>", "event ", "desk ", "customer ", "conversation ", "action ",
        ]
        .contains { line.hasPrefix($0) } || speaker(of: line) != nil
    }

    mutating func readHeader(_ line: String, _ number: Int) throws(TranscriptError) {
        guard let colon = line.firstIndex(of: ":") else {
            if let problem = unknownSpeaker(line) { throw error(number, problem) }
            throw error(number, "expected 'key: value' or a blank line after the title, not '\(line)'")
        }
        let key = line[..<colon].trimmingBlanks
        let value = line[line.index(after: colon)...].trimmingBlanks
        if let (name, channel) = furtherCustomer(line) {
            try addCustomer(name, channel, value, number)
            return
        }
        switch key {
        case "actions":
            guard value == "real" else {
                throw error(number, "'actions' is real, or left out, not '\(value)'")
            }
            current?.networkLine = number
        case "assistant": current?.assistant = value
        case "channel": current?.channel = value
        case "conversation": current?.conversation = value
        case "zone": updateCustomer { $0.zone = value }
        case "clock":
            guard case .at(let day, let minutes, let offset)? = ClockStamp(value) else {
                throw error(
                    number,
                    "'clock' is a day and a time such as 2026-11-23T18:30 or 2026-11-23T18:30:00+01:00"
                )
            }
            current?.clock = .at(day, minutes: minutes, offset: offset)
        case "language": updateCustomer { $0.language = value }
        case "customer":
            let profile = try readCustomer(value, current?.customer, number)
            current?.customer = profile
        default:
            let known =
                "actions, assistant, channel, clock, conversation, customer, customer NAME, language, zone"
            throw error(number, "unknown header '\(key)': there are \(known)")
        }
    }

    private mutating func updateCustomer(_ change: (inout CustomerProfile) -> Void) {
        var profile = current?.customer ?? CustomerProfile()
        change(&profile)
        current?.customer = profile
    }

    /// `{name: Ada Byron, verified: true}`, added to what is known.
    func readCustomer(
        _ text: String,
        _ known: CustomerProfile?,
        _ number: Int
    ) throws(TranscriptError) -> CustomerProfile {
        let fields: [(String, String)]
        switch HeaderFields.read(text) {
        case .success(let read): fields = read
        case .failure(let problem): throw error(number, problem.message)
        }
        var profile = known ?? CustomerProfile()
        for (name, value) in fields {
            switch name {
            case "id": profile.id = value
            case "name": profile.name = value
            case "email": profile.email = value
            case "phone": profile.phone = value
            case "language": profile.language = value
            case "zone": profile.zone = value
            case "tier": profile.tier = value
            case "gender": profile.gender = value
            case "consent": profile.consent = value.split(separator: " ").map(String.init)
            case "verified" where value == "true" || value == "false": profile.isVerified = value == "true"
            default:
                if let preference = CustomerProfile.preference(name) {
                    profile.preferences = (profile.preferences ?? [:]).merging([preference: value]) { $1 }
                    continue
                }
                let known =
                    "id, name, email, phone, language, zone, tier, gender, consent (words), prefers_NAME, verified (true or false)"
                throw error(number, "unknown field '\(name): \(value)' of customer: there are \(known)")
            }
        }
        return profile
    }

    // MARK: Further customers

    /// The name and the channel in `customer Ben: {…}` and `customer Ben on sms: {…}`.
    func furtherCustomer(_ line: String) -> (name: String, channel: String?)? {
        guard line.hasPrefix("customer "), let colon = line.firstIndex(of: ":") else { return nil }
        let words = line[..<colon].split(separator: " ").dropFirst().map(String.init)
        guard let name = words.first, !name.hasPrefix("{"),
            words.count == 1 || words.count == 3 && words[1] == "on"
        else { return nil }
        return (name, words.count == 3 ? words[2] : nil)
    }

    private mutating func addCustomer(
        _ name: String,
        _ channel: String?,
        _ value: String,
        _ number: Int
    ) throws(TranscriptError) {
        guard name.allSatisfy({ $0.isLetter || $0.isNumber || $0 == "-" || $0 == "_" }), name != "agent"
        else {
            throw error(
                number,
                "'\(name)' cannot stand before lines: a customer's name is one word of letters and digits"
            )
        }
        guard current?.customers.contains(where: { $0.name == name }) == false else {
            throw error(number, "there is a customer '\(name)' already")
        }
        let profile = try readCustomer(value, nil, number)
        current?.customers.append(Transcript.Customer(name: name, profile: profile, channel: channel))
    }
}
