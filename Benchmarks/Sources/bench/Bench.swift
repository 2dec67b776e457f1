import Foundation
import Glibc

/// Measures speed: `bench [FRONTDESK] [INTENTS]`, the built program and the folder of the example shop.
///
/// `bench scale` measures nothing but the cost of many patterns, `bench longest [DIR]` that of the longest utterances,
/// with a classifier of the data set in a folder or of made-up intents, `bench allocations` how often a match asks for memory,
/// `bench long [INTENTS]` the turns of a conversation of ten thousand, `bench turns [INTENTS]` each turn by its message,
/// `bench verify` the proofs of an assistant with 2,000 states, `bench index-memory` what building an index takes, `bench
/// model [DIR]` the classifier on made-up intents and on the
/// data set in a folder, if one is given; `bench generate COUNT DIR` writes the files of an assistant with so many
/// intents.
@main
enum Bench {
    static func main() async {
        signal(SIGPIPE, SIG_IGN)
        let arguments = CommandLine.arguments.dropFirst()
        do {
            if arguments.first == "model" { return try ModelBenchmark.report(arguments.dropFirst().first) }
            if arguments.first == "scale" { return ScaleBenchmark.report() }
            if arguments.first == "longest" {
                return try LongestBenchmark.report(arguments.dropFirst().first)
            }
            if arguments.first == "allocations" { return AllocationBenchmark.report() }
            if arguments.first == "verify" { return VerifyBenchmark.report() }
            if arguments.first == "index-memory" { return IndexBenchmark.report() }
            if arguments.first == "long" {
                let shop = try Shop(arguments.dropFirst().first ?? "Intents/shop")
                return try await LongConversationBenchmark.report(shop)
            }
            if arguments.first == "turns" {
                let shop = try Shop(arguments.dropFirst().first ?? "Intents/shop")
                return try await TurnBenchmark.reportEach(shop)
            }
            if arguments.first == "generate", arguments.count == 3, let count = Int(arguments[2]) {
                return try ScaleBenchmark.write(intents: count, to: arguments[3])
            }
            let shop = try Shop(arguments.dropFirst().first ?? "Intents/shop")
            try await TurnBenchmark.report(shop)
            try await LongConversationBenchmark.report(shop)
            ScaleBenchmark.report()
            AllocationBenchmark.report()
            try LongestBenchmark.report(nil)
            try await PipeBenchmark.report(shop)
            StartBenchmark.reportCheck(shop)
            try ModelBenchmark.report(nil)
            VerifyBenchmark.report()
            if let program = arguments.first { try StartBenchmark.reportStart(program, shop) }
        } catch {
            FileHandle.standardError.write(Data("bench: \(error)\n".utf8))
            exit(2)
        }
    }
}
