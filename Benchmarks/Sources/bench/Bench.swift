import Foundation
import Glibc

/// Measures speed: `bench [FRONTDESK] [INTENTS]`, the built program and the folder of the example shop.
@main
enum Bench {
    static func main() async {
        signal(SIGPIPE, SIG_IGN)
        let arguments = CommandLine.arguments.dropFirst()
        do {
            let shop = try Shop(arguments.dropFirst().first ?? "Intents/shop")
            try await TurnBenchmark.report(shop)
            try await PipeBenchmark.report(shop)
            StartBenchmark.reportCheck(shop)
            if let program = arguments.first { try StartBenchmark.reportStart(program, shop) }
        } catch {
            FileHandle.standardError.write(Data("bench: \(error)\n".utf8))
            exit(2)
        }
    }
}
