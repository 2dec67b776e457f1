import ArgumentParser
import Foundation
import FrontdeskEvaluation

/// `frontdesk eval`: how well the matcher does.
struct EvalCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "eval",
        abstract: "Train on a data set and measure on its test lines.",
        discussion: """
            A data set is a folder with train.tsv and test.tsv, and perhaps valid.tsv, each line TEXT<TAB>INTENT; the
            intent oos means out of scope. Given a folder of such folders, all are measured. Given an assistant's folder,
            every fifth example of each intent is held out and asked; patterns are left aside.
            """
    )

    @Argument(help: "The folder of the data set or of the assistant, or a bundle.")
    var folder: String

    @Flag(help: "Write JSON, one data set a line.")
    var json = false

    @Flag(help: "Do not train on out-of-scope lines.")
    var noOos = false

    func run() throws {
        var reports: [EvaluationReport] = []
        for dataSet in try Self.dataSets(in: folder) {
            let options = Evaluation.Options(usesBackground: !noOos)
            let report = Evaluation.run(dataSet, options: options)
            if json { Terminal.write(report.json() + "\n") }
            reports.append(report)
        }
        if !json { Terminal.write(EvaluationReport.table(reports)) }
    }

    private static func dataSets(in folder: String) throws(CommandFailure) -> [DataSet] {
        let files = FileManager.default
        if files.fileExists(atPath: "\(folder)/train.tsv") { return [try read(folder)] }
        let assistant = try AssistantPlace(folder)
        if assistant.isAssistant { return [try HeldOutExamples.dataSet(of: assistant)] }
        let names = ((try? files.contentsOfDirectory(atPath: folder)) ?? []).sorted()
        let found = names.map { "\(folder)/\($0)" }.filter { files.fileExists(atPath: "\($0)/train.tsv") }
        guard !found.isEmpty else {
            throw CommandFailure(
                message:
                    "there is no train.tsv and no assistant.yaml in \(folder); a data set has train.tsv and test.tsv."
            )
        }
        return try found.map { (path) throws(CommandFailure) in try read(path) }
    }

    private static func read(_ folder: String) throws(CommandFailure) -> DataSet {
        let name = URL(fileURLWithPath: folder).lastPathComponent
        let train = try text("\(folder)/train.tsv")
        let test = try text("\(folder)/test.tsv")
        let hasValid = FileManager.default.fileExists(atPath: "\(folder)/valid.tsv")
        let valid = hasValid ? try text("\(folder)/valid.tsv") : nil
        do {
            return try DataSet(name: name, train: train, valid: valid, test: test)
        } catch {
            throw CommandFailure(message: "the data set \(folder) cannot be read: \(error)")
        }
    }

    private static func text(_ path: String) throws(CommandFailure) -> String {
        do {
            return try String(contentsOfFile: path, encoding: .utf8)
        } catch {
            throw CommandFailure(message: "the file \(path) cannot be read: \(Places.reason(error)).")
        }
    }
}
