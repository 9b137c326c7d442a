// swift-tools-version: 6.1
import PackageDescription

let package = Package(
    name: "Fuzzing",
    dependencies: [.package(name: "osteon", path: "..")],
    targets: [
        .executableTarget(
            name: "Fuzzing", dependencies: [.product(name: "OsteonReaders", package: "osteon")],
            swiftSettings: [.swiftLanguageMode(.v6)])
    ]
)
