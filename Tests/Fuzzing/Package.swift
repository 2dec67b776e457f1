// swift-tools-version: 6.2
import PackageDescription

// Fuzz targets for libFuzzer, for intent files, bundles and utterances; CONTRIBUTING.md says how to run them.
let package = Package(
    name: "frontdesk-fuzzing",
    dependencies: [.package(name: "frontdesk", path: "../..")],
    targets: [
        .target(name: "FuzzingLimits"),
        .executableTarget(
            name: "fuzz-compiler",
            dependencies: ["FuzzingLimits", .product(name: "FrontdeskCompiler", package: "frontdesk")]
        ),
        .executableTarget(
            name: "fuzz-bundle",
            dependencies: ["FuzzingLimits", .product(name: "FrontdeskBundle", package: "frontdesk")]
        ),
        .executableTarget(
            name: "fuzz-matcher",
            dependencies: ["FuzzingLimits", .product(name: "FrontdeskVectors", package: "frontdesk")]
        ),
    ],
    swiftLanguageModes: [.v6]
)

let settings: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
    .treatAllWarnings(as: .error),
]

for target in package.targets { target.swiftSettings = settings }
