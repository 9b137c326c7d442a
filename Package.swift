// swift-tools-version: 6.1
import PackageDescription

/// Upcoming language features on for every target, so that imports and existentials are spelled out.
let settings: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
]

let package = Package(
    name: "osteon",
    products: [.executable(name: "osteon", targets: ["osteon"])],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
        .package(url: "https://github.com/swiftcsv/SwiftCSV", from: "0.10.0"),
        .package(
            url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1", traits: ["FullFoundation"]),
        // Parts of Hummingbird's own interface.
        .package(url: "https://github.com/apple/swift-http-types.git", from: "1.8.0", traits: []),
        .package(url: "https://github.com/apple/swift-log.git", from: "1.14.0"),
        .package(url: "https://github.com/apple/swift-nio.git", from: "2.101.0"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle.git", from: "2.0.0"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    ],
    targets: [
        .systemLibrary(
            name: "CSundials", pkgConfig: nil,
            providers: [.apt(["libsundials-dev", "libsuitesparse-dev"])]),
        .systemLibrary(name: "CSBML", pkgConfig: nil, providers: [.apt(["libsbml5-dev"])]),
        .systemLibrary(name: "CZip", pkgConfig: "libzip", providers: [.apt(["libzip-dev"])]),
        // Where the library for one process stands beside the one for many, only this name means the first.
        .systemLibrary(name: "CHDF5", pkgConfig: "hdf5-serial", providers: [.apt(["libhdf5-dev"])]),
        .target(name: "CLaneKernels", linkerSettings: [.linkedLibrary("sleef")]),
        .target(
            name: "CLanesAVX2", dependencies: ["CLaneKernels"], cSettings: [.unsafeFlags(["-mavx2", "-mfma"])]),
        .target(
            name: "CLanesAVX512", dependencies: ["CLaneKernels"],
            cSettings: [.unsafeFlags(["-mavx2", "-mfma", "-mavx512f", "-mavx512dq", "-mavx512vl"])]),
        .target(name: "CLanes", dependencies: ["CLaneKernels", "CLanesAVX2", "CLanesAVX512"]),
        .target(name: "Symbolics", swiftSettings: settings),
        .target(name: "Modeling", dependencies: ["Symbolics"], swiftSettings: settings),
        .target(
            name: "Solving", dependencies: ["Symbolics", "Modeling", "CSundials", "CLanes"], swiftSettings: settings),
        .target(
            name: "Exchange",
            dependencies: ["Symbolics", "Modeling", "CSBML", "CZip", .product(name: "Yams", package: "Yams")],
            swiftSettings: settings),
        .target(
            name: "Evidence", dependencies: [.product(name: "SwiftCSV", package: "SwiftCSV")],
            resources: [.copy("Resources")], swiftSettings: settings),
        .target(
            name: "Physiology", dependencies: ["Symbolics", "Modeling", "Solving", "Exchange"],
            swiftSettings: settings),
        .target(
            name: "Populations", dependencies: ["Symbolics", "Modeling", "Exchange", "Evidence", "Physiology"],
            swiftSettings: settings),
        .target(
            name: "Trials",
            dependencies: ["Symbolics", "Modeling", "Solving", "Exchange", "Evidence", "Physiology", "Populations"],
            swiftSettings: settings),
        .target(
            name: "Inference",
            dependencies: [
                "Symbolics", "Modeling", "Solving", "Exchange", "Evidence", "Physiology", "Populations", "Trials",
            ],
            swiftSettings: settings),
        .target(
            name: "Benchmarking", dependencies: ["Symbolics", "Modeling", "Solving"], swiftSettings: settings),
        .target(
            name: "Reporting",
            dependencies: [
                "Symbolics", "Modeling", "Solving", "Exchange", "Evidence", "Physiology", "Populations", "Trials",
                "Inference", "CHDF5",
            ],
            swiftSettings: settings),
        // Tried by the toolchain's fuzzer alone: see Scripts/fuzz.
        .target(name: "Fuzzing", dependencies: ["Exchange", "Physiology", "Trials"], swiftSettings: settings),
        .target(
            name: "WebApp",
            dependencies: [
                "Symbolics", "Modeling", "Solving", "Exchange", "Evidence", "Physiology", "Populations", "Trials",
                "Reporting",
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "HTTPTypes", package: "swift-http-types"), .product(name: "Logging", package: "swift-log"),
                .product(name: "NIOCore", package: "swift-nio"), .product(name: "NIOPosix", package: "swift-nio"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
                .product(name: "GRDB", package: "GRDB.swift"), .product(name: "Yams", package: "Yams"),
            ],
            resources: [.copy("Page"), .copy("Questions"), .copy("Presets/presets.yaml"), .copy("Matrix/matrix.yaml")], swiftSettings: settings),
        .executableTarget(
            name: "osteon",
            dependencies: [
                "Symbolics", "Modeling", "Solving", "Exchange", "Evidence", "Physiology", "Populations", "Trials",
                "Inference", "Reporting", "Benchmarking", "WebApp",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            swiftSettings: settings),
        .testTarget(name: "SymbolicsTests", dependencies: ["Symbolics"], swiftSettings: settings),
        .testTarget(name: "ModelingTests", dependencies: ["Symbolics", "Modeling"], swiftSettings: settings),
        .testTarget(
            name: "SolvingTests", dependencies: ["CLanes", "Symbolics", "Modeling", "Solving"], swiftSettings: settings),
        .testTarget(
            name: "BenchmarkingTests", dependencies: ["Symbolics", "Modeling", "Solving", "Benchmarking"],
            swiftSettings: settings),
        .testTarget(
            name: "ExchangeTests", dependencies: ["Symbolics", "Modeling", "Exchange", "CZip"], swiftSettings: settings),
        .testTarget(name: "EvidenceTests", dependencies: ["Evidence"], swiftSettings: settings),
        .testTarget(
            name: "PhysiologyTests",
            dependencies: ["Symbolics", "Modeling", "Solving", "Exchange", "Physiology", "Evidence"],
            swiftSettings: settings),
        .testTarget(
            name: "PopulationsTests",
            dependencies: ["Symbolics", "Modeling", "Exchange", "Evidence", "Physiology", "Populations"],
            swiftSettings: settings),
        .testTarget(
            name: "InferenceTests",
            dependencies: [
                "Symbolics", "Modeling", "Solving", "Exchange", "Evidence", "Physiology", "Populations", "Trials",
                "Inference",
            ],
            swiftSettings: settings),
        .testTarget(
            name: "TrialsTests",
            dependencies: [
                "Symbolics", "Modeling", "Solving", "Exchange", "Evidence", "Physiology", "Populations", "Trials",
            ],
            swiftSettings: settings),
        .testTarget(
            name: "ReportingTests",
            dependencies: [
                "Symbolics", "Modeling", "Solving", "Exchange", "Evidence", "Physiology", "Populations", "Trials",
                "Inference", "Reporting", "CHDF5",
            ],
            swiftSettings: settings),
        .testTarget(
            name: "WebAppTests",
            dependencies: [
                "Symbolics", "Modeling", "Solving", "Exchange", "Evidence", "Physiology", "Trials", "Reporting", "WebApp",
                "osteon", .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "HTTPTypes", package: "swift-http-types"), .product(name: "GRDB", package: "GRDB.swift"),
            ],
            swiftSettings: settings),
    ]
)
