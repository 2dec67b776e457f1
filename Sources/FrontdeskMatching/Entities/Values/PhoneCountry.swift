/// A country whose phone numbers are known; the raw value is its ISO 3166-1 code.
public enum PhoneCountry: String, Sendable, Hashable, Codable, CaseIterable {
    case us = "US"
    case ca = "CA"
    case mx = "MX"
    case gb = "GB"
    case ie = "IE"
    case de = "DE"
    case at = "AT"
    case ch = "CH"
    case fr = "FR"
    case be = "BE"
    case nl = "NL"
    case lu = "LU"
    case es = "ES"
    case pt = "PT"
    case it = "IT"
    case pl = "PL"
    case cz = "CZ"
    case sk = "SK"
    case hu = "HU"
    case dk = "DK"
    case no = "NO"
    case se = "SE"
    case fi = "FI"
    case gr = "GR"
    case ro = "RO"
    case bg = "BG"
    case hr = "HR"
    case si = "SI"
    case lt = "LT"
    case lv = "LV"
    case ee = "EE"
    case mt = "MT"
    case cy = "CY"
    case ar = "AR"
    case cl = "CL"
    case co = "CO"
    case pe = "PE"
    case br = "BR"
    case uy = "UY"
    case au = "AU"
    case nz = "NZ"
    case `in` = "IN"
    case jp = "JP"
    case tr = "TR"
    case za = "ZA"
    case ua = "UA"
    case il = "IL"

    /// How a country's numbers are dialled.
    struct Plan {
        /// What stands behind the `+`.
        var callingCode: String
        /// What is dialled before a national number within the country, and left out from abroad.
        var trunk: String
        /// How many digits a national number has.
        var lengths: ClosedRange<Int>

        init(_ callingCode: String, trunk: String, _ lengths: ClosedRange<Int>) {
            self.callingCode = callingCode
            self.trunk = trunk
            self.lengths = lengths
        }
    }

    /// After the national numbering plans that the ITU publishes for Recommendation E.164.
    var plan: Plan {
        switch self {
        case .us: Plan("1", trunk: "1", 10...10)
        case .ca: Plan("1", trunk: "1", 10...10)
        case .mx: Plan("52", trunk: "", 10...10)
        case .gb: Plan("44", trunk: "0", 9...10)
        case .ie: Plan("353", trunk: "0", 7...9)
        case .de: Plan("49", trunk: "0", 6...11)
        case .at: Plan("43", trunk: "0", 6...12)
        case .ch: Plan("41", trunk: "0", 9...9)
        case .fr: Plan("33", trunk: "0", 9...9)
        case .be: Plan("32", trunk: "0", 8...9)
        case .nl: Plan("31", trunk: "0", 9...9)
        case .lu: Plan("352", trunk: "", 6...9)
        case .es: Plan("34", trunk: "", 9...9)
        case .pt: Plan("351", trunk: "", 9...9)
        case .it: Plan("39", trunk: "", 8...11)
        case .pl: Plan("48", trunk: "", 9...9)
        case .cz: Plan("420", trunk: "", 9...9)
        case .sk: Plan("421", trunk: "0", 9...9)
        case .hu: Plan("36", trunk: "06", 8...9)
        case .dk: Plan("45", trunk: "", 8...8)
        case .no: Plan("47", trunk: "", 8...8)
        case .se: Plan("46", trunk: "0", 7...9)
        case .fi: Plan("358", trunk: "0", 6...11)
        case .gr: Plan("30", trunk: "", 10...10)
        case .ro: Plan("40", trunk: "0", 9...9)
        case .bg: Plan("359", trunk: "0", 8...9)
        case .hr: Plan("385", trunk: "0", 8...9)
        case .si: Plan("386", trunk: "0", 8...8)
        case .lt: Plan("370", trunk: "0", 8...8)
        case .lv: Plan("371", trunk: "", 8...8)
        case .ee: Plan("372", trunk: "", 7...8)
        case .mt: Plan("356", trunk: "", 8...8)
        case .cy: Plan("357", trunk: "", 8...8)
        case .ar: Plan("54", trunk: "0", 10...10)
        case .cl: Plan("56", trunk: "", 9...9)
        case .co: Plan("57", trunk: "", 10...10)
        case .pe: Plan("51", trunk: "0", 8...9)
        case .br: Plan("55", trunk: "0", 10...11)
        case .uy: Plan("598", trunk: "0", 8...8)
        case .au: Plan("61", trunk: "0", 9...9)
        case .nz: Plan("64", trunk: "0", 8...10)
        case .`in`: Plan("91", trunk: "0", 10...10)
        case .jp: Plan("81", trunk: "0", 9...10)
        case .tr: Plan("90", trunk: "0", 10...10)
        case .za: Plan("27", trunk: "0", 9...9)
        case .ua: Plan("380", trunk: "0", 9...9)
        case .il: Plan("972", trunk: "0", 8...9)
        }
    }

    /// A number in the form of E.164, `+34612345678`; nil when it is none of the country.
    ///
    /// - Parameter digits: The digits as they were dialled, with a `+` in front when one was given.
    func international(_ digits: String) -> String? {
        if digits.hasPrefix("+") { return digits }
        let plan = plan
        for prefix in plan.callingCode == "1" ? ["011", "00"] : ["00"] where digits.hasPrefix(prefix) {
            let rest = digits.dropFirst(prefix.utf8.count)
            return (8...15).contains(rest.utf8.count) && rest.first != "0" ? "+\(rest)" : nil
        }
        if !plan.trunk.isEmpty, digits.hasPrefix(plan.trunk) {
            let rest = digits.dropFirst(plan.trunk.utf8.count)
            if plan.lengths.contains(rest.utf8.count) { return "+\(plan.callingCode)\(rest)" }
        }
        // Only without a trunk prefix is a bare number whole.
        let isWhole = plan.trunk.isEmpty || plan.callingCode == "1"
        return isWhole && plan.lengths.contains(digits.utf8.count) ? "+\(plan.callingCode)\(digits)" : nil
    }
}
