// swift-tools-version: 6.2
import PackageDescription

// Fuzz targets for libFuzzer: swift build -c release --sanitize fuzzer; see CONTRIBUTING.md.
let package = Package(
    name: "frontdesk-fuzzing",
    dependencies: [.package(name: "frontdesk", path: "../..")],
    targets: [
        .executableTarget(
            name: "fuzz-compiler",
            dependencies: [.product(name: "FrontdeskCompiler", package: "frontdesk")]
        )
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
