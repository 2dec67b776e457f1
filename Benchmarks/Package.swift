// swift-tools-version: 6.2
import PackageDescription

let package = Package(
    name: "frontdesk-benchmarks",
    dependencies: [.package(name: "frontdesk", path: "..")],
    targets: [
        .target(name: "CMeasure"),
        .executableTarget(
            name: "bench",
            dependencies: [
                "CMeasure",
                .product(name: "Frontdesk", package: "frontdesk"),
                .product(name: "FrontdeskCompiler", package: "frontdesk"),
                .product(name: "FrontdeskEvaluation", package: "frontdesk"),
                .product(name: "FrontdeskPipe", package: "frontdesk"),
                .product(name: "FrontdeskSQLite", package: "frontdesk"),
                .product(name: "FrontdeskVectors", package: "frontdesk"),
                .product(name: "FrontdeskVerification", package: "frontdesk"),
            ]
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

for target in package.targets where target.name == "bench" { target.swiftSettings = settings }
