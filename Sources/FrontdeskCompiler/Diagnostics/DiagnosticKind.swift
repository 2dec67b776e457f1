/// Every kind of diagnostic; the raw value is its code.
///
/// Each kind has a page in `Pages/` that says what it means and shows how to mend it. Codes are never reused.
enum DiagnosticKind: String, CaseIterable {
    // Files and YAML
    case notUTF8 = "FD0001"
    case fileTooLarge = "FD0002"
    case yamlSyntax = "FD0003"
    case tooManyCopies = "FD0004"
    case duplicateKey = "FD0005"
    case mustBeQuoted = "FD0006"
    // Names that do not exist
    case unknownSlot = "FD0007"
    case unknownKey = "FD0008"
    case unknownIntent = "FD0009"
    case unknownFlow = "FD0010"
    case unknownState = "FD0011"
    case unknownEntity = "FD0012"
    case unknownRule = "FD0013"
    case unknownQueue = "FD0014"
    case unknownAction = "FD0015"
    case unknownHours = "FD0016"
    case unknownWord = "FD0017"
    case unknownField = "FD0018"
    case unknownFilter = "FD0019"
    case unknownTrigger = "FD0020"
    // The shape of a file
    case wrongShape = "FD0021"
    case missingKey = "FD0022"
    case chooseOne = "FD0023"
    case noAssistant = "FD0024"
    case misplacedKey = "FD0025"
    case badName = "FD0026"
    case duplicateName = "FD0027"
    case emptyText = "FD0028"
    // Notations inside texts
    case badTemplate = "FD0029"
    case badPattern = "FD0030"
    case badRegex = "FD0031"
    case badMarkup = "FD0032"
    case badTarget = "FD0033"
    case badCall = "FD0034"
    case badNumber = "FD0035"
    case badDuration = "FD0036"
    case badHours = "FD0037"
    case badDate = "FD0038"
    case badZone = "FD0039"
    case badLanguage = "FD0040"
    // What customers say
    case nothingToMatch = "FD0041"
    case samePattern = "FD0042"
    case sameExample = "FD0043"
    case sameChoice = "FD0044"
    case ambiguousValue = "FD0045"
    case ruleCycle = "FD0046"
    case badNormalise = "FD0047"
    // Flows
    case unhandledOutcome = "FD0048"
    case unreachableState = "FD0049"
    case endlessCycle = "FD0050"
    case unconfirmedWrite = "FD0051"
    case slotWithoutType = "FD0052"
    // Actions
    case argumentCount = "FD0053"
    case sqlParameter = "FD0054"
    case sqlStatements = "FD0055"
    case sqlMode = "FD0056"
    // What is written but not used
    case unusedSlot = "FD0057"
    case unusedFlow = "FD0058"
    case unusedEntity = "FD0059"
    // Hours
    case overlappingHours = "FD0060"
    // Later additions
    case aliasAsKey = "FD0061"
    case badExample = "FD0062"
    // Flows within flows
    case endlessCall = "FD0085"
    case endlessFlows = "FD0086"
    case noWayOut = "FD0087"
    case misplacedTarget = "FD0088"
    case missingArgument = "FD0089"
    case noSubstates = "FD0090"
    // What only the machine knows
    case sqlRefused = "FD0063"
    // Patterns
    case unknownSynonyms = "FD0064"
    case synonymCycle = "FD0065"
    case patternTooLarge = "FD0066"
    // Expressions
    case badExpression = "FD0073"
    case wrongType = "FD0074"
    case mayBeMissing = "FD0075"
    case unknownFunction = "FD0076"
    case constantCondition = "FD0077"
    case unreachableTarget = "FD0078"
    case uncaughtRest = "FD0079"
    case valueCycle = "FD0080"
    // Responses
    case missingForm = "FD0097"
    case unknownPartial = "FD0100"
    case partialCycle = "FD0101"
    case missingAlt = "FD0102"
    case badURL = "FD0103"
    case overLimit = "FD0104"
    case conditionalOnly = "FD0098"
    case valueMayBeMissing = "FD0099"
    case unknownTone = "FD0105"
    case unknownChannel = "FD0106"
    // Languages
    case notAText = "FD0107"
    case nothingToTranslate = "FD0108"
    case missingTranslation = "FD0109"
    case incompleteTranslation = "FD0110"
    case wrongTranslationLanguage = "FD0111"
    case unknownChoice = "FD0112"
    case unknownValue = "FD0113"
    case translatedTwice = "FD0114"

    // Contracts
    case reviewOrder = "FD0119"
    case requiredSlot = "FD0120"
    case reviewOverdue = "FD0121"
    // Thresholds
    case targetMissed = "FD0122"

    // Promises
    case noRoute = "FD0130"

    // Customers
    case secretInFile = "FD0140"
    case openToAnybody = "FD0141"
    case confirmedTooLate = "FD0142"

    // Sentiment
    case badSoundWord = "FD0150"
    // Requests to other systems
    case badRequestText = "FD0131"
    case openSecret = "FD0132"
    case plainHTTP = "FD0133"
    case unsafeRetry = "FD0134"
    case badJSONPath = "FD0135"
    case badStatus = "FD0136"

    /// Whether nothing behind it in the file is read.
    var endsReading: Bool {
        switch self {
        case .notUTF8, .fileTooLarge, .yamlSyntax, .tooManyCopies: true
        default: false
        }
    }

    /// How bad it is.
    var severity: Diagnostic.Severity {
        switch self {
        case .unusedSlot, .unusedFlow, .unusedEntity, .sameExample, .missingTranslation,
            .reviewOverdue, .targetMissed, .openToAnybody:
            .warning
        default: .error
        }
    }
}
