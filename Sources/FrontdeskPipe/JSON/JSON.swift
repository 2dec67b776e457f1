private import Foundation

/// A JSON value whose objects keep the order of their keys.
///
/// The pipe reads and writes a line a turn, so this is a small reader and writer over bytes: no reflection, no
/// intermediate tree of other types, and the same value always gives the same bytes.
public enum JSON: Sendable, Hashable {
    /// One key of an object and its value.
    public struct Member: Sendable, Hashable {
        /// The key.
        public var key: String
        /// The value.
        public var value: JSON

        /// Makes a member.
        public init(_ key: String, _ value: JSON) {
            self.key = key
            self.value = value
        }
    }

    case null
    case bool(Bool)
    case integer(Int)
    case number(Double)
    case string(String)
    case array([JSON])
    case object([Member])
    /// A value that is written already, as one line of valid JSON.
    case encoded([UInt8])

    /// How deeply arrays and objects may be nested in what is read.
    public static let depthLimit = 64

    /// The value of a key, or nil when this is no object or has no such key.
    public subscript(_ key: String) -> JSON? {
        guard case .object(let members) = self else { return nil }
        return members.first { $0.key == key }?.value
    }

    /// What a reader calls this kind of value: "a text", "a list".
    var kindName: String {
        switch self {
        case .null: "null"
        case .bool: "true or false"
        case .integer, .number: "a number"
        case .string: "a text"
        case .array: "a list"
        case .object, .encoded: "an object"
        }
    }
}

extension JSON {
    /// The JSON of a value that encodes itself, keys sorted.
    ///
    /// For what is rare or large: a line of every turn is built by hand.
    public static func encoding(_ value: some Encodable) -> JSON {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        do {
            return .encoded(Array(try encoder.encode(value)))
        } catch {
            preconditionFailure("a value of the engine does not encode: \(error)")
        }
    }

    /// A number with at most four decimal places, or null.
    public static func rounded(_ number: Double?) -> JSON {
        guard let number else { return .null }
        return .number((number * 10_000).rounded() / 10_000)
    }
}

extension JSON: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByBooleanLiteral,
    ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral, ExpressibleByNilLiteral
{
    /// Makes a text.
    public init(stringLiteral value: String) { self = .string(value) }
    /// Makes a whole number.
    public init(integerLiteral value: Int) { self = .integer(value) }
    /// Makes true or false.
    public init(booleanLiteral value: Bool) { self = .bool(value) }
    /// Makes a list.
    public init(arrayLiteral elements: JSON...) { self = .array(elements) }
    /// Makes null.
    public init(nilLiteral: ()) { self = .null }

    /// Makes an object with its keys in the order written.
    public init(dictionaryLiteral elements: (String, JSON)...) {
        self = .object(elements.map { Member($0.0, $0.1) })
    }

    /// A text, or null.
    public init(_ text: String?) {
        self = text.map { .string($0) } ?? .null
    }
}

/// Why a text is not JSON.
public struct JSONError: Error, Sendable, Hashable {
    /// What is wrong, in words that can follow "at byte 12: ".
    public var message: String
    /// The byte, from 1.
    public var byte: Int
}
