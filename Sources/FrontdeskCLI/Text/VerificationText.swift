import Foundation
import FrontdeskCompiler
import FrontdeskVerification

/// What came of all proofs, as people and as programs read it.
struct VerificationText {
    let report: VerificationReport
    /// How long it took.
    let seconds: Double
    /// The assistant's folder or bundle.
    let path: String
    /// Its files, in which findings have their places; none for a bundle.
    let sources: [SourceFile]

    /// A line for each proof, then what is wrong, each with its conversation.
    func text() -> String {
        let width = report.proofs.map(\.name.count).max() ?? 0
        var text = "\(path): \(size), \(time)\n"
        for proof in report.proofs {
            let name = proof.name.padding(toLength: width, withPad: " ", startingAt: 0)
            text += "  \(proof.holds ? "ok    " : "failed")  \(name)  \(proof.claim): "
            text += "\(Self.grouped(proof.count)) \(proof.unit)"
            if !proof.holds { text += ", \(counted(proof.findings.count, "finding"))" }
            if let bound = proof.bound { text += " (\(bound))" }
            text += "\n"
        }
        for finding in report.findings { text += "\n" + self.text(of: finding) }
        let failed = report.proofs.count { !$0.holds }
        text +=
            failed == 0
            ? "Everything holds.\n"
            : "\n\(counted(report.findings.count, "finding")) in \(counted(failed, "proof")).\n"
        return text
    }

    private var size: String {
        let space = report.space
        return "\(Self.grouped(space.states)) states, \(Self.grouped(space.transitions)) transitions, "
            + "\(Self.grouped(space.handlers)) handlers; \(Self.grouped(space.turns)) turns led to "
            + "\(Self.grouped(space.situations)) situations"
    }

    private var time: String { String(format: "%.2f s", seconds) }

    private func text(of finding: Finding) -> String {
        var text = "\(position(of: finding)): \(finding.proof): \(finding.message)\n  help: \(finding.mend)\n"
        if let unshown = finding.unshown { text += "  note: \(unshown)\n" }
        guard let transcript = finding.transcript, finding.unshown == nil else { return text }
        // The title says what the message said.
        for line in transcript.split(separator: "\n", omittingEmptySubsequences: false).dropFirst()
        where !line.isEmpty && !line.hasPrefix("assistant:") {
            text += "    \(line)\n"
        }
        return text
    }

    private func position(of finding: Finding) -> String {
        guard let place = KeyPlace.find(finding.place, in: sources) else {
            return finding.place.isEmpty ? path : finding.place.joined(separator: ".")
        }
        return "\(place.file):\(place.line):\(place.column)"
    }

    private static func grouped(_ number: Int) -> String {
        let digits = Array(String(number))
        var text = ""
        for (place, digit) in digits.enumerated() {
            if place > 0, (digits.count - place) % 3 == 0 { text += "," }
            text.append(digit)
        }
        return text
    }

    // MARK: JSON

    private struct Document: Encodable {
        struct Place: Encodable {
            var file: String
            var line: Int
            var column: Int
        }
        struct Item: Encodable {
            var finding: Finding
            var at: Place?
        }

        var assistant: String
        var holds: Bool
        var seconds: Double
        var space: StateSpace
        var proofs: [ProofReport]
        var findings: [Item]
    }

    /// One object: the size, the proofs, and the findings with their places.
    func json() throws(CommandFailure) -> String {
        var proofs = report.proofs
        for place in proofs.indices { proofs[place].findings = [] }
        let document = Document(
            assistant: report.assistant,
            holds: report.holds,
            seconds: seconds,
            space: report.space,
            proofs: proofs,
            findings: report.findings.map { finding in
                let place = KeyPlace.find(finding.place, in: sources)
                return Document.Item(
                    finding: finding,
                    at: place.map { Document.Place(file: $0.file, line: $0.line, column: $0.column) }
                )
            }
        )
        return try LineJSON.text(of: document)
    }
}
