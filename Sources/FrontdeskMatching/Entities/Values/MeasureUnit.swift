/// What is measured.
public enum Dimension: String, Sendable, Hashable, Codable, CaseIterable {
    /// In kilograms.
    case weight
    /// In metres.
    case length
    /// In square metres.
    case area
    /// In litres.
    case volume
    /// In degrees Celsius.
    case temperature
    /// In megabytes (10^6 bytes).
    case dataSize = "data_size"
}

/// A unit in which things are measured; the raw value is its symbol.
public enum MeasureUnit: String, Sendable, Hashable, Codable, CaseIterable {
    case milligram = "mg"
    case gram = "g"
    case kilogram = "kg"
    case tonne = "t"
    case ounce = "oz"
    case pound = "lb"
    case stone = "st"
    case millimetre = "mm"
    case centimetre = "cm"
    case metre = "m"
    case kilometre = "km"
    case inch = "in"
    case foot = "ft"
    case yard = "yd"
    case mile = "mi"
    case squareCentimetre = "cm²"
    case squareMetre = "m²"
    case squareKilometre = "km²"
    case hectare = "ha"
    case squareFoot = "ft²"
    case acre = "ac"
    case millilitre = "ml"
    case centilitre = "cl"
    case litre = "l"
    case cubicMetre = "m³"
    case fluidOunce = "fl oz"
    case pint = "pt"
    case gallon = "gal"
    case celsius = "°C"
    case fahrenheit = "°F"
    case byte = "B"
    case kilobyte = "kB"
    case megabyte = "MB"
    case gigabyte = "GB"
    case terabyte = "TB"
    case kibibyte = "KiB"
    case mebibyte = "MiB"
    case gibibyte = "GiB"
    case tebibyte = "TiB"

    /// What the unit measures.
    public var dimension: Dimension {
        switch self {
        case .milligram, .gram, .kilogram, .tonne, .ounce, .pound, .stone: .weight
        case .millimetre, .centimetre, .metre, .kilometre, .inch, .foot, .yard, .mile: .length
        case .squareCentimetre, .squareMetre, .squareKilometre, .hectare, .squareFoot, .acre: .area
        case .millilitre, .centilitre, .litre, .cubicMetre, .fluidOunce, .pint, .gallon: .volume
        case .celsius, .fahrenheit: .temperature
        case .byte, .kilobyte, .megabyte, .gigabyte, .terabyte: .dataSize
        case .kibibyte, .mebibyte, .gibibyte, .tebibyte: .dataSize
        }
    }

    /// How many of the dimension's own units one of these is; those of the United States for pint and gallon.
    ///
    /// After NIST Special Publication 811, appendix B. A temperature has an offset as well.
    public var factor: Double {
        switch self {
        case .milligram: 0.000_001
        case .gram: 0.001
        case .kilogram, .metre, .squareMetre, .litre, .celsius, .megabyte: 1
        case .tonne, .kilometre, .cubicMetre, .gigabyte: 1000
        case .ounce: 0.028_349_523_125
        case .pound: 0.453_592_37
        case .stone: 6.350_293_18
        case .millimetre, .millilitre, .kilobyte: 0.001
        case .centimetre, .centilitre: 0.01
        case .inch: 0.0254
        case .foot: 0.3048
        case .yard: 0.9144
        case .mile: 1609.344
        case .squareCentimetre: 0.0001
        case .squareKilometre, .terabyte: 1_000_000
        case .hectare: 10_000
        case .squareFoot: 0.092_903_04
        case .acre: 4046.856_422_4
        case .fluidOunce: 0.029_573_529_562_5
        case .pint: 0.473_176_473
        case .gallon: 3.785_411_784
        case .fahrenheit: 5.0 / 9.0
        case .byte: 0.000_001
        case .kibibyte: 0.001_024
        case .mebibyte: 1.048_576
        case .gibibyte: 1073.741_824
        case .tebibyte: 1_099_511.627_776
        }
    }
}

/// So much of something, in the unit that was said.
public struct Quantity: Sendable, Hashable, Codable {
    /// How many units.
    public var amount: Double
    /// The unit.
    public var unit: MeasureUnit

    /// Makes a quantity.
    public init(amount: Double, unit: MeasureUnit) {
        self.amount = amount
        self.unit = unit
    }

    /// The amount in the dimension's own unit (kg, m, m², l, °C or MB), to nine decimals.
    public var inOwnUnit: Double {
        let shifted = unit == .fahrenheit ? amount - 32 : amount
        let converted = shifted * unit.factor
        guard abs(converted) < 1e6 else { return converted }
        return (converted * 1e9).rounded() / 1e9
    }

    /// The quantity as `2.5 kg`.
    package var plainText: String { "\(EntityValue.number(amount).plainText) \(unit.rawValue)" }
}
