// swift-tools-version: 6.2
import PackageDescription

let package = Package(
    name: "frontdesk",
    products: [
        .library(name: "Frontdesk", targets: ["Frontdesk"]),
        .library(name: "FrontdeskCompiler", targets: ["FrontdeskCompiler"]),
        .library(name: "FrontdeskBundle", targets: ["FrontdeskBundle"]),
        .library(name: "FrontdeskSQLite", targets: ["FrontdeskSQLite"]),
        .library(name: "FrontdeskHTTPActions", targets: ["FrontdeskHTTPActions"]),
        .library(name: "FrontdeskPipe", targets: ["FrontdeskPipe"]),
        .library(name: "FrontdeskEvaluation", targets: ["FrontdeskEvaluation"]),
        .library(name: "FrontdeskReplay", targets: ["FrontdeskReplay"]),
        .library(name: "FrontdeskReports", targets: ["FrontdeskReports"]),
        .library(name: "FrontdeskTesting", targets: ["FrontdeskTesting"]),
        .library(name: "FrontdeskMutation", targets: ["FrontdeskMutation"]),
        .library(name: "FrontdeskVectors", targets: ["FrontdeskVectors"]),
        .library(name: "FrontdeskVerification", targets: ["FrontdeskVerification"]),
        .library(name: "FrontdeskGraph", targets: ["FrontdeskGraph"]),
        .library(name: "FrontdeskDifferences", targets: ["FrontdeskDifferences"]),
        .library(name: "FrontdeskIdentity", targets: ["FrontdeskIdentity"]),
        .executable(name: "frontdesk", targets: ["FrontdeskCLI"]),
    ],
    traits: [
        .trait(
            name: "LineEditing",
            description: "Line editing in `frontdesk chat` through GNU readline (GPL-3.0-or-later)."
        ),
        .default(enabledTraits: ["LineEditing"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.6.0"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.0.0"),
        .package(url: "https://github.com/apple/swift-log", from: "1.6.0"),
        .package(url: "https://github.com/apple/swift-nio", from: "2.81.0"),
        .package(url: "https://github.com/apple/swift-nio-ssl", from: "2.30.0"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.8.0"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.0"),
        .package(url: "https://github.com/swift-server/async-http-client", from: "1.37.0"),
    ],
    targets: [
        // The pure modules: values in, values out.
        .target(
            name: "FrontdeskMatching",
            exclude: ["Normalization/generate-folding-table.py"]
        ),
        .target(name: "FrontdeskDialogue", dependencies: ["FrontdeskMatching"]),
        .target(
            name: "FrontdeskCompiler",
            dependencies: [
                "FrontdeskDialogue", "FrontdeskMatching", .product(name: "Yams", package: "Yams"),
            ],
            resources: [.embedInCode("Diagnostics/Pages")]
        ),
        .target(name: "FrontdeskBundle", dependencies: ["FrontdeskDialogue", "FrontdeskMatching"]),
        .target(name: "FrontdeskLanguageServer", dependencies: ["FrontdeskCompiler", "FrontdeskMatching"]),
        .target(name: "FrontdeskVerification", dependencies: ["FrontdeskDialogue", "FrontdeskMatching"]),
        .target(
            name: "FrontdeskGraph",
            dependencies: ["FrontdeskDialogue", "FrontdeskPages", "FrontdeskVerification"]
        ),

        // The running desk and its edges.
        .target(
            name: "Frontdesk",
            dependencies: [
                "FrontdeskDialogue", "FrontdeskMatching", .product(name: "Logging", package: "swift-log"),
            ]
        ),
        .target(
            name: "FrontdeskSQLite",
            dependencies: [
                "Frontdesk", "FrontdeskDialogue", "FrontdeskMatching",
                .product(name: "GRDB", package: "GRDB.swift"),
            ]
        ),
        .target(
            name: "FrontdeskIdentity",
            dependencies: ["Frontdesk", .product(name: "Crypto", package: "swift-crypto")]
        ),
        .target(
            name: "FrontdeskHTTPActions",
            dependencies: [
                "Frontdesk", "FrontdeskDialogue", "FrontdeskMatching",
                .product(name: "AsyncHTTPClient", package: "async-http-client"),
                .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOHTTP1", package: "swift-nio"),
                .product(name: "NIOPosix", package: "swift-nio"),
                .product(name: "NIOSSL", package: "swift-nio-ssl"),
            ]
        ),
        .target(
            name: "FrontdeskPipe",
            dependencies: [
                "Frontdesk", "FrontdeskDialogue", "FrontdeskMatching",
                .product(name: "Logging", package: "swift-log"),
            ]
        ),
        .target(name: "FrontdeskPages"),
        .target(name: "FrontdeskEvaluation", dependencies: ["FrontdeskMatching", "FrontdeskPages"]),
        .target(
            name: "FrontdeskReports",
            dependencies: ["FrontdeskDialogue", "FrontdeskMatching", "FrontdeskPages"]
        ),

        // The vector table, in the program's own data.
        .target(name: "CFrontdeskVectors", exclude: ["english.fdv"]),
        .target(
            name: "FrontdeskVectors",
            dependencies: ["CFrontdeskVectors", "FrontdeskMatching"],
            exclude: ["README.md", "make-table"]
        ),
        .target(
            name: "FrontdeskTesting",
            dependencies: [
                "Frontdesk", "FrontdeskCompiler", "FrontdeskDialogue", "FrontdeskMatching", "FrontdeskPages",
                "FrontdeskReports",
            ]
        ),
        .target(
            name: "FrontdeskMutation",
            dependencies: [
                "FrontdeskDialogue", "FrontdeskMatching", "FrontdeskTesting", "FrontdeskVerification",
            ]
        ),
        .target(
            name: "FrontdeskReplay",
            dependencies: [
                "Frontdesk", "FrontdeskCompiler", "FrontdeskDialogue", "FrontdeskMatching",
                "FrontdeskPages", "FrontdeskPipe", "FrontdeskTesting",
                .product(name: "Yams", package: "Yams"),
            ]
        ),
        .target(
            name: "FrontdeskDifferences",
            dependencies: [
                "FrontdeskCompiler", "FrontdeskDialogue", "FrontdeskMatching", "FrontdeskPages",
                "FrontdeskTesting", "FrontdeskVerification",
            ]
        ),
        .systemLibrary(name: "CReadline", providers: [.apt(["libreadline-dev"])]),
        .executableTarget(
            name: "FrontdeskCLI",
            dependencies: [
                "Frontdesk", "FrontdeskBundle", "FrontdeskCompiler", "FrontdeskDialogue",
                "FrontdeskDifferences", "FrontdeskEvaluation", "FrontdeskGraph", "FrontdeskHTTPActions",
                "FrontdeskIdentity", "FrontdeskLanguageServer", "FrontdeskMatching", "FrontdeskMutation",
                "FrontdeskPages", "FrontdeskPipe", "FrontdeskReplay", "FrontdeskReports", "FrontdeskSQLite",
                "FrontdeskTesting",
                "FrontdeskVectors", "FrontdeskVerification",
                .target(name: "CReadline", condition: .when(traits: ["LineEditing"])),
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "Logging", package: "swift-log"),
            ],
            resources: [.embedInCode("Commands/New/Starter")]
        ),

        .executableTarget(
            name: "EmbeddingExample",
            dependencies: ["Frontdesk", "FrontdeskCompiler"],
            path: "Tests/EmbeddingExample"
        ),

        .executableTarget(
            name: "ShopFaults",
            dependencies: [
                "FrontdeskCompiler", "FrontdeskDialogue", "FrontdeskMatching", "FrontdeskTesting",
                "FrontdeskVectors", "FrontdeskVerification",
            ],
            path: "Tests/ShopFaults"
        ),

        .testTarget(name: "FrontdeskPagesTests", dependencies: ["FrontdeskPages"]),
        .testTarget(name: "FrontdeskMatchingTests", dependencies: ["FrontdeskMatching"]),
        .testTarget(
            name: "FrontdeskVectorsTests",
            dependencies: ["FrontdeskMatching", "FrontdeskVectors"]
        ),
        .testTarget(
            name: "FrontdeskDialogueTests",
            dependencies: ["FrontdeskDialogue", "FrontdeskMatching"]
        ),
        .testTarget(
            name: "FrontdeskCompilerTests",
            dependencies: ["FrontdeskCompiler", "FrontdeskDialogue", "FrontdeskMatching"]
        ),
        .testTarget(
            name: "FrontdeskBundleTests",
            dependencies: ["FrontdeskBundle", "FrontdeskCompiler", "FrontdeskDialogue", "FrontdeskMatching"]
        ),
        .testTarget(
            name: "FrontdeskTests",
            dependencies: [
                "Frontdesk", "FrontdeskCompiler", "FrontdeskDialogue", "FrontdeskMatching", "FrontdeskSQLite",
                "FrontdeskTesting",
            ]
        ),
        .testTarget(
            name: "FrontdeskIdentityTests",
            dependencies: [
                "FrontdeskIdentity", "Frontdesk", "FrontdeskCompiler", "FrontdeskDialogue",
                .product(name: "Logging", package: "swift-log"),
            ]
        ),
        .testTarget(
            name: "FrontdeskHTTPActionsTests",
            dependencies: [
                "FrontdeskHTTPActions", "Frontdesk", "FrontdeskCompiler", "FrontdeskDialogue",
                "FrontdeskMatching",
                .product(name: "Logging", package: "swift-log"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOHTTP1", package: "swift-nio"),
                .product(name: "NIOPosix", package: "swift-nio"),
            ]
        ),
        .testTarget(
            name: "FrontdeskPipeTests",
            dependencies: [
                "FrontdeskPipe", "Frontdesk", "FrontdeskCompiler", "FrontdeskDialogue", "FrontdeskMatching",
            ]
        ),
        .testTarget(
            name: "FrontdeskEvaluationTests",
            dependencies: ["FrontdeskEvaluation", "FrontdeskMatching", "FrontdeskPages"],
            resources: [.copy("Data")]
        ),
        .testTarget(
            name: "FrontdeskReportsTests",
            dependencies: ["FrontdeskReports", "FrontdeskDialogue", "FrontdeskMatching"]
        ),
        .testTarget(
            name: "FrontdeskLanguageServerTests",
            dependencies: ["FrontdeskLanguageServer", "FrontdeskCompiler"]
        ),
        .testTarget(
            name: "FrontdeskVerificationTests",
            dependencies: [
                "FrontdeskVerification", "FrontdeskCompiler", "FrontdeskDialogue", "FrontdeskMatching",
                "FrontdeskTesting",
            ]
        ),
        .testTarget(
            name: "FrontdeskGraphTests",
            dependencies: ["FrontdeskGraph", "FrontdeskCompiler", "FrontdeskDialogue"]
        ),
        .testTarget(
            name: "FrontdeskMutationTests",
            dependencies: [
                "FrontdeskMutation", "Frontdesk", "FrontdeskCompiler", "FrontdeskDialogue",
                "FrontdeskMatching", "FrontdeskTesting",
            ]
        ),
        .testTarget(
            name: "FrontdeskDifferencesTests",
            dependencies: [
                "FrontdeskDifferences", "FrontdeskCompiler", "FrontdeskDialogue", "FrontdeskMatching",
                "FrontdeskMutation", "FrontdeskTesting",
            ]
        ),
        .testTarget(
            name: "FrontdeskReplayTests",
            dependencies: [
                "FrontdeskReplay", "Frontdesk", "FrontdeskCompiler", "FrontdeskDialogue", "FrontdeskMatching",
                "FrontdeskPipe", "FrontdeskSQLite", "FrontdeskTesting",
            ]
        ),
        .testTarget(
            name: "FrontdeskTestingTests",
            dependencies: [
                "FrontdeskTesting", "Frontdesk", "FrontdeskCompiler", "FrontdeskDialogue",
                "FrontdeskMatching", "FrontdeskPages", "FrontdeskSQLite",
            ]
        ),
    ],
    swiftLanguageModes: [.v6]
)

let settings: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InferIsolatedConformances"),
    .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
    .enableUpcomingFeature("ImmutableWeakCaptures"),
    .treatAllWarnings(as: .error),
]

for target in package.targets where target.type != .system {
    target.swiftSettings = (target.swiftSettings ?? []) + settings
}
