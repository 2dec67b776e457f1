import Foundation
import FrontdeskDialogue
import Testing

@testable import FrontdeskCompiler

@Suite("Compiling again after an edit")
struct IncrementalTests {
    /// The files of the example shop.
    private static func shop() throws -> [SourceFile] {
        let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .appendingPathComponent("../../Intents/shop").standardizedFileURL
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter {
            $0.hasSuffix(".yaml")
        }
        #expect(names.count > 10)
        return try names.sorted().map { name in
            SourceFile(path: name, bytes: Array(try Data(contentsOf: folder.appendingPathComponent(name))))
        }
    }

    @Test("Checking finds what compiling finds, and trains nothing")
    func checking() throws {
        var files = try Self.shop()
        var compiled = try #require(Compiler.compile(files).assistant)
        let checked = try #require(Compiler.check(files).assistant)
        #expect(compiled.detector != nil && checked.detector == nil)
        compiled.detector = nil
        #expect(checked == compiled)
        files[3].bytes += Array("\nintents: {}\nflows: 7\n".utf8)
        let (check, compilation) = (Compiler.check(files), Compiler.compile(files))
        #expect(check.diagnostics == compilation.diagnostics && !check.diagnostics.isEmpty)
    }

    private struct Generator: RandomNumberGenerator {
        var state: UInt64

        mutating func next() -> UInt64 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return state ^ (state >> 33)
        }
    }

    /// One edit as people and accidents make them.
    private static func edit(_ files: inout [SourceFile], _ random: inout Generator) {
        let file = files.indices.randomElement(using: &random) ?? 0
        var lines = String(decoding: files[file].bytes, as: UTF8.self).split(
            separator: "\n",
            omittingEmptySubsequences: false
        ).map(String.init)
        let line = lines.indices.randomElement(using: &random) ?? 0
        switch Int.random(in: 0..<9, using: &random) {
        case 0: lines.remove(at: line)
        case 1: lines.insert(lines[line], at: line)
        case 2: lines[line] = lines[line].replacingOccurrences(of: "order", with: "ordre")
        case 3: lines[line] = lines[line].replacingOccurrences(of: ":", with: " ")
        case 4: lines[line] += " more"
        case 5: lines.swapAt(line, lines.indices.randomElement(using: &random) ?? 0)
        case 6 where files.count > 5:
            files.remove(at: file)
            return
        case 7:
            files.append(
                SourceFile(path: "new\(random.next() % 100).yaml", text: lines.joined(separator: "\n"))
            )
            return
        default: lines[line] = lines[line].replacingOccurrences(of: "a", with: "ä")
        }
        files[file].bytes = Array(lines.joined(separator: "\n").utf8)
    }

    @Test("gives what compiling from scratch gives", arguments: [1, 2, 3, 4] as [UInt64])
    func oracle(seed: UInt64) throws {
        let original = try Self.shop()
        var random = Generator(state: seed)
        var memory = CompilerMemory()
        var files = original
        for round in 0..<12 {
            // Now and then all is put right again, so that whole assistants are compared too.
            if round % 4 == 3 { files = original } else { Self.edit(&files, &random) }
            let again = Compiler.compile(files.shuffled(using: &random), remembering: &memory)
            let scratch = Compiler.compile(files)
            #expect(again.diagnostics == scratch.diagnostics)
            #expect(again.assistant == scratch.assistant)
            #expect(again.topics == scratch.topics)
        }
    }

    @Test("reads only the file that changed")
    func onlyWhatChanged() throws {
        var files = try Self.shop()
        var memory = CompilerMemory()
        let first = Compiler.compile(files, remembering: &memory)
        #expect(memory.readCount == files.count)
        #expect(Compiler.compile(files, remembering: &memory).assistant == first.assistant)
        #expect(memory.readCount == 0)
        let orders = try #require(files.firstIndex { $0.path == "orders.yaml" })
        files[orders].bytes += Array("# A remark.\n".utf8)
        #expect(Compiler.compile(files, remembering: &memory).assistant == first.assistant)
        #expect(memory.readCount == 1)
        files.remove(at: orders)
        #expect(Compiler.compile(files, remembering: &memory).assistant == nil)
    }

    @Test("puts together everything that the files declare")
    func everything() throws {
        let files = try Self.shop()
        let report = Reporter(files)
        var whole = Program()
        var counts: [String: Int] = [:]
        for file in files.indices {
            let isAssistant = files[file].path == "assistant.yaml"
            let part = FilePart(reading: file, of: files[file], isAssistant: isAssistant, report)
            whole.add(part.program, isAssistant: isAssistant)
            for field in Mirror(reflecting: part.program).children {
                let list = Mirror(reflecting: field.value)
                guard list.displayStyle == .collection, let label = field.label else { continue }
                counts[label, default: 0] += list.children.count
            }
        }
        #expect(counts.count > 10)
        for field in Mirror(reflecting: whole).children {
            guard let label = field.label, let count = counts[label] else { continue }
            #expect(Mirror(reflecting: field.value).children.count == count, "\(label)")
        }
    }

    @Test("tells a remembered file's mistakes again")
    func mistakes() {
        var files = [
            SourceFile(path: "assistant.yaml", text: "assistant: tiny\nqueus: {}\n"),
            SourceFile(
                path: "hours.yaml",
                text: "intents:\n  hours: {patterns: [opening hours], answer: From nine.}\n"
            ),
        ]
        var memory = CompilerMemory()
        let first = Compiler.compile(files, remembering: &memory)
        #expect(first.errorCount == 1)
        files[1].bytes += [10]
        #expect(Compiler.compile(files, remembering: &memory).diagnostics == first.diagnostics)
        #expect(memory.readCount == 1)
    }
}
