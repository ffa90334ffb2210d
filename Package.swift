// swift-tools-version: 6.2

import PackageDescription

/// Settings of every Swift target: language mode 6 (set for the package below), no warnings,
/// every unsafe expression marked, imports internal unless said otherwise.
let strict: [SwiftSetting] = [
  .strictMemorySafety(),
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("ExistentialAny"),
]

/// Targets stand in the order of the one straight line, bytes to records. Dependencies only
/// go up this list, never down; `Tests/ArchitectureTests` checks it.
let package = Package(
  name: "warraq",
  products: [],
  dependencies: [],
  targets: [
    .target(
      name: "CICU", linkerSettings: [.linkedLibrary("icui18n"), .linkedLibrary("icuuc")]),
    .target(name: "WarraqICU", dependencies: ["CICU"], swiftSettings: strict),
    .target(name: "WarraqText", swiftSettings: strict),
    .target(name: "WarraqTokenization", dependencies: ["WarraqText"], swiftSettings: strict),

    .target(name: "WarraqTestSupport", path: "Tests/WarraqTestSupport"),
    .testTarget(
      name: "WarraqTokenizationTests",
      dependencies: ["WarraqTokenization", "WarraqText", "WarraqTestSupport"]),
  ],
  swiftLanguageModes: [.v6]
)
