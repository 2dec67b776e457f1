import Foundation
import FrontdeskEvaluation

/// Finds what `frontdesk eval` measures.
enum EvaluationData {
    /// The data sets of a folder: its own, those of the folders in it, or that of an assistant's examples.
    ///
    /// - Parameter isWhole: Whether no example of an assistant is held out.
    static func read(_ folder: String, isWhole: Bool) throws(CommandFailure) -> [DataSet] {
        let files = FileManager.default
        if files.fileExists(atPath: "\(folder)/train.tsv") { return [try dataSet(folder)] }
        guard files.fileExists(atPath: folder) else {
            throw CommandFailure(
                message:
                    "there is no folder \(folder); give that of a data set (train.tsv, test.tsv) or of an assistant."
            )
        }
        let assistant = try AssistantPlace(folder)
        if assistant.isAssistant {
            return [try HeldOutExamples.dataSet(of: assistant, isWhole: isWhole)]
        }
        let names = ((try? files.contentsOfDirectory(atPath: folder)) ?? []).sorted()
        let found = names.map { "\(folder)/\($0)" }.filter { files.fileExists(atPath: "\($0)/train.tsv") }
        guard !found.isEmpty else {
            throw CommandFailure(
                message:
                    "there is no train.tsv and no assistant.yaml in \(folder); a data set has train.tsv and test.tsv."
            )
        }
        return try found.map { (path) throws(CommandFailure) in try dataSet(path) }
    }

    private static func dataSet(_ folder: String) throws(CommandFailure) -> DataSet {
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
