import FrontdeskCompiler
import Testing

@Suite("Mistakes that only the machine shows")
struct MachineDiagnosticTests {
    @Test(
        "A time zone that does not exist is shown where it stands, with the nearest one",
        arguments: [
            ("timezone: Europe/Berln", "2:11", "did you mean 'Europe/Berlin'?"),
            ("timezone: \"America/New_Yrok\"", "2:12", "did you mean 'America/New_York'?"),
            (
                "timezone: Mars/Olympus", "2:11",
                "write a name of the tz database, such as Europe/Berlin, or UTC"
            ),
        ]
    )
    func zones(line: String, place: String, help: String) {
        let name = line.dropFirst(10).filter { $0 != "\"" }
        let files = [
            SourceFile(path: "a.yaml", text: "intents: {}\n"),
            SourceFile(path: "assistant.yaml", text: "assistant: shop\n\(line)\n"),
        ]
        let known = ["America/New_York", "Europe/Berlin", "Europe/Dublin"]
        let diagnostic = Diagnostic.unknownZone(String(name), known: known, in: files)
        #expect(diagnostic.code == "FD0039")
        #expect(diagnostic.file == "assistant.yaml")
        #expect(diagnostic.message == "there is no time zone '\(name)'")
        #expect("\(diagnostic.line):\(diagnostic.column)" == place)
        #expect(diagnostic.length == name.utf8.count)
        #expect(diagnostic.help == help)
    }

    @Test("A database that cannot be used is shown where it is named")
    func database() {
        let files = [SourceFile(path: "assistant.yaml", text: "assistant: shop\ndatabase: {seed: x.sql}\n")]
        let diagnostic = Diagnostic.unusableDatabase(reason: "there is no x.sql", in: files)
        #expect("\(diagnostic.line):\(diagnostic.column)" == "2:1")
        #expect(diagnostic.severity == .error)
    }
}
