import Testing

@testable import FrontdeskPages

@Suite("Bars")
struct BarListTests {
    @Test("Bars begin behind the longest label", arguments: ["short", String(repeating: "w", count: 60)])
    func labels(label: String) throws {
        let bar = BarList.Bar(label, share: 0.5, interval: nil, note: "", style: "right")
        let svg = BarList("Bars", [bar]).svg
        let end = try #require(svg.firstRange(of: ">\(label)<"))
        let start = try #require(svg[..<end.lowerBound].lastIndex(of: "<"))
        let x = svg[start..<end.lowerBound].split(separator: "\"").dropFirst(3).first.flatMap { Double($0) }
        // 11 px letters are about 6 px wide.
        #expect(try #require(x) >= 6 * Double(label.count))
    }
}
