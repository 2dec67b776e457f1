import FrontdeskCompiler
import FrontdeskDialogue
import FrontdeskMatching
import FrontdeskTesting
import FrontdeskVectors
import FrontdeskVerification

#if canImport(Glibc)
    import Glibc
#endif

/// Puts one fault for each proof into copies of the shop: each must be found, with a conversation that, run as a
/// transcript, shows it.
@main
struct ShopFaults {
    static func main() async throws {
        let arguments = CommandLine.arguments.dropFirst()
        guard let folder = arguments.first,
            let assistant = Compiler.compile(try IntentFolder.sources(folder)).assistant
        else {
            print("usage: ShopFaults Intents/shop [PROOF...]; the folder must compile")
            exit(2)
        }
        let chosen = Fault.all.filter { arguments.count == 1 || arguments.contains($0.proof) }
        let matcher = Matcher.training(assistant, vectors: .bundled)
        let sound = Verification(assistant: assistant, matcher: matcher).run()
        var failures = sound.findings.prefix(5).map { "the shop itself: \($0.message)" }
        let covered = Fault.all.map(\.proof)
        for proof in sound.proofs where !covered.contains(proof.name) {
            failures.append("no fault for the proof '\(proof.name)'")
        }
        for fault in chosen {
            let problem = await problem(of: fault, in: assistant, matcher)
            print("  \(problem == nil ? "found " : "MISSED")  \(fault.proof): \(fault.name)")
            if let problem { failures.append("\(fault.proof): \(problem)") }
        }
        for failure in failures { print("FAILED: \(failure)") }
        print("\(chosen.count) faults in copies of the shop, \(failures.count) failed")
        exit(failures.isEmpty ? 0 : 1)
    }

    /// Why a fault counts as missed; nil when it is found and shown.
    private static func problem(of fault: Fault, in assistant: Assistant, _ matcher: Matcher) async -> String?
    {
        var faulty = assistant
        fault.change(&faulty)
        let own =
            switch fault.words {
            case .same: matcher
            case .changed: Matcher.training(faulty, vectors: .bundled)
            case .patternsAlone: Matcher(faulty.matching, model: nil)
            }
        let report = Verification(assistant: faulty, matcher: own).run()
        let findings = report.proofs.first { $0.name == fault.proof }?.findings ?? []
        guard let finding = findings.first(where: { $0.message.contains(fault.message) }) else {
            return "not found; it says: \(findings.prefix(3).map(\.message))"
        }
        guard let text = finding.transcript else {
            return fault.isUnshown && finding.unshown != nil ? nil : "no conversation: \(finding.message)"
        }
        guard
            let transcript = TranscriptFile(path: "found.transcript", text: text).reading().transcripts.first
        else { return "a conversation that is no transcript:\n\(text)" }
        let result = await TranscriptRunner(assistant: faulty, matcher: own).run(transcript)
        // It has to fail where the fault shows, not on the way there.
        let last = transcript.steps.last?.line ?? 0
        if result.passed { return "a conversation that shows nothing:\n\(text)" }
        return result.differences.contains { $0.line < last }
            ? "a conversation that fails too early:\n\(text)" : nil
    }
}
