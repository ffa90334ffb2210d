// swift-tools-version: 6.2

import PackageDescription

/// Micro benchmarks, a package of its own: users of Warraq never fetch what it needs.
let package = Package(
  name: "benchmarks",
  dependencies: [
    .package(name: "warraq", path: ".."),
    .package(url: "https://github.com/ordo-one/benchmark", from: "1.38.1", traits: []),
  ],
  targets: [
    .executableTarget(
      name: "HotPaths",
      dependencies: [
        .product(name: "Warraq", package: "warraq"),
        .product(name: "WarraqFormats", package: "warraq"),
        .product(name: "Benchmark", package: "benchmark"),
      ],
      path: "HotPaths",
      plugins: [.plugin(name: "BenchmarkPlugin", package: "benchmark")])
  ],
  swiftLanguageModes: [.v6]
)
