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
/// go up this list, never down; `Tests/WarraqTests/ArchitectureTests.swift` checks it.
let package = Package(
  name: "warraq",
  products: [
    .library(name: "Warraq", targets: ["Warraq"]),
    .library(name: "WarraqFormats", targets: ["WarraqFormats"]),
    .executable(name: "warraq", targets: ["WarraqCommand"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
  ],
  targets: [
    .target(
      name: "CICU", linkerSettings: [.linkedLibrary("icui18n"), .linkedLibrary("icuuc")]),
    .target(name: "WarraqICU", dependencies: ["CICU"], swiftSettings: strict),
    .target(name: "WarraqText", swiftSettings: strict),
    .target(name: "CWarraqNormalization"),
    .target(
      name: "WarraqNormalization",
      dependencies: ["WarraqText", "WarraqICU", "CWarraqNormalization"],
      swiftSettings: strict),
    .target(
      name: "WarraqTransliteration", dependencies: ["WarraqText", "WarraqICU"],
      swiftSettings: strict),
    .target(
      name: "WarraqRepair", dependencies: ["WarraqText", "WarraqNormalization"],
      swiftSettings: strict),
    .target(name: "CWarraqKernels"),
    .target(
      name: "WarraqTokenization", dependencies: ["WarraqText", "CWarraqKernels"],
      swiftSettings: strict),
    .target(
      name: "WarraqAnalysis", dependencies: ["WarraqText", "WarraqTokenization"],
      swiftSettings: strict),
    .target(
      name: "WarraqDates",
      dependencies: ["WarraqText", "WarraqTokenization", "WarraqAnalysis"],
      swiftSettings: strict),
    .target(name: "CWarraqLexicon", exclude: ["lexicon.bin"]),
    .target(
      name: "WarraqLexicon", dependencies: ["CWarraqLexicon", "WarraqTokenization"],
      swiftSettings: strict),
    .target(name: "CWarraqTagger", exclude: ["tagger.bin"]),
    .target(
      name: "WarraqTagger", dependencies: ["CWarraqTagger", "WarraqTokenization"],
      swiftSettings: strict),
    .target(
      name: "WarraqEntities",
      dependencies: [
        "WarraqText", "WarraqTokenization", "WarraqAnalysis", "WarraqLexicon", "WarraqTagger",
      ],
      swiftSettings: strict),
    .target(
      name: "WarraqArticles",
      dependencies: [
        "WarraqText", "WarraqTokenization", "WarraqAnalysis", "WarraqDates", "WarraqLexicon",
      ],
      swiftSettings: strict),
    .target(
      name: "WarraqQuotations",
      dependencies: [
        "WarraqText", "WarraqTokenization", "WarraqAnalysis", "WarraqLexicon", "WarraqEntities",
      ],
      swiftSettings: strict),
    .target(
      name: "Warraq",
      dependencies: [
        "WarraqText", "WarraqNormalization", "WarraqTransliteration", "WarraqRepair",
        "WarraqTokenization", "WarraqAnalysis", "WarraqDates", "WarraqLexicon", "WarraqEntities",
        "WarraqArticles", "WarraqQuotations",
      ],
      swiftSettings: strict),
    .target(name: "CGumbo", linkerSettings: [.linkedLibrary("gumbo")]),
    .target(name: "CSQLite", linkerSettings: [.linkedLibrary("sqlite3")]),
    .target(
      name: "CCompression", linkerSettings: [.linkedLibrary("z"), .linkedLibrary("zstd")]),
    .target(name: "CSystem"),
    .target(
      name: "WarraqFormats",
      dependencies: [
        "CGumbo", "CSQLite", "CCompression", "CSystem", "WarraqICU",
        "WarraqText", "WarraqNormalization", "WarraqTransliteration", "WarraqRepair",
        "WarraqTokenization", "WarraqAnalysis", "WarraqDates", "WarraqLexicon", "WarraqEntities",
        "WarraqArticles", "WarraqQuotations", "Warraq",
        .product(name: "Crypto", package: "swift-crypto"),
      ],
      swiftSettings: strict),
    .target(
      name: "WarraqEvaluation", dependencies: ["WarraqFormats"], swiftSettings: strict),
    .target(
      name: "WarraqBench",
      dependencies: [
        "WarraqICU", "WarraqText", "WarraqNormalization", "WarraqRepair", "WarraqTokenization",
        "WarraqAnalysis", "WarraqDates", "WarraqEntities", "WarraqArticles", "WarraqQuotations",
        "Warraq", "WarraqFormats",
      ],
      swiftSettings: strict),
    .executableTarget(
      name: "WarraqCommand",
      dependencies: [
        "WarraqICU", "WarraqText", "WarraqNormalization", "WarraqTransliteration", "WarraqRepair",
        "WarraqTokenization", "WarraqDates", "WarraqLexicon", "Warraq", "WarraqFormats",
        "WarraqEvaluation", "WarraqBench",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict),
    .executableTarget(
      name: "WarraqDatagen",
      dependencies: ["WarraqICU", "WarraqText", "WarraqTokenization", "WarraqLexicon"]),
    .executableTarget(
      name: "WarraqTraining",
      dependencies: ["WarraqText", "WarraqTokenization", "WarraqLexicon", "WarraqTagger"]),
    .executableTarget(
      name: "WarraqFuzz", dependencies: ["WarraqText", "WarraqTokenization"],
      swiftSettings: strict),
    .executableTarget(
      name: "WarraqNormalizationFuzz", dependencies: ["WarraqText", "WarraqNormalization"],
      swiftSettings: strict),
    .executableTarget(
      name: "WarraqDatesFuzz", dependencies: ["WarraqText", "WarraqAnalysis", "WarraqDates"],
      swiftSettings: strict),
    .executableTarget(
      name: "WarraqPageFuzz", dependencies: ["Warraq", "WarraqFormats"],
      swiftSettings: strict),

    .target(name: "WarraqTestSupport", path: "Tests/WarraqTestSupport"),
    .target(name: "CAllocationCount", path: "Tests/CAllocationCount"),
    .testTarget(
      name: "WarraqDatesTests",
      dependencies: [
        "WarraqDates", "WarraqAnalysis", "WarraqText", "WarraqICU", "WarraqDatesFuzz",
        "WarraqTestSupport",
      ]),
    .testTarget(
      name: "WarraqNormalizationTests",
      dependencies: [
        "WarraqNormalization", "WarraqText", "WarraqNormalizationFuzz", "WarraqTestSupport",
      ]),
    .testTarget(
      name: "WarraqTransliterationTests",
      dependencies: ["WarraqTransliteration", "WarraqText", "WarraqTestSupport"]),
    .testTarget(
      name: "WarraqRepairTests",
      dependencies: ["WarraqRepair", "WarraqNormalization", "WarraqText", "WarraqTestSupport"]),
    .testTarget(
      name: "WarraqTextTests", dependencies: ["WarraqText", "WarraqTestSupport"]),
    .testTarget(
      name: "WarraqICUTests",
      dependencies: [
        "WarraqICU", "WarraqText", "WarraqTokenization", "WarraqFuzz", "WarraqTestSupport",
      ]),
    .testTarget(
      name: "WarraqLexiconTests",
      dependencies: ["WarraqLexicon", "WarraqText", "WarraqTokenization"]),
    .testTarget(
      name: "WarraqTaggerTests",
      dependencies: ["WarraqTagger", "WarraqText", "WarraqTokenization", "WarraqTestSupport"]),
    .testTarget(
      name: "WarraqEntitiesTests",
      dependencies: ["WarraqEntities", "WarraqAnalysis", "WarraqText", "WarraqTestSupport"]),
    .testTarget(
      name: "WarraqArticlesTests",
      dependencies: [
        "WarraqArticles", "WarraqDates", "WarraqAnalysis", "WarraqText", "WarraqTestSupport",
      ]),
    .testTarget(
      name: "WarraqQuotationsTests",
      dependencies: [
        "WarraqQuotations", "WarraqEntities", "WarraqAnalysis", "WarraqText", "WarraqTestSupport",
      ]),
    .testTarget(
      name: "WarraqTests",
      dependencies: [
        "WarraqText", "WarraqTokenization", "WarraqDates", "WarraqEntities", "WarraqArticles",
        "Warraq", "WarraqTestSupport",
      ]),
    .testTarget(
      name: "WarraqFormatsTests",
      dependencies: [
        "WarraqText", "WarraqTokenization", "WarraqDates", "WarraqEntities", "WarraqArticles",
        "Warraq", "WarraqFormats", "WarraqPageFuzz", "WarraqTestSupport",
      ]),
    .testTarget(
      name: "WarraqEvaluationTests",
      dependencies: ["WarraqEvaluation", "WarraqFormats", "WarraqTestSupport"]),
    .testTarget(
      name: "WarraqBenchTests",
      dependencies: [
        "WarraqBench", "WarraqText", "WarraqNormalization", "WarraqTokenization",
        "WarraqTestSupport",
      ]),
    .testTarget(
      name: "WarraqCommandTests", dependencies: ["WarraqCommand", "Warraq", "WarraqTestSupport"]),
    .testTarget(
      name: "WarraqTokenizationTests",
      dependencies: [
        "WarraqTokenization", "WarraqText", "WarraqFuzz", "WarraqTestSupport", "CAllocationCount",
      ]),
  ],
  swiftLanguageModes: [.v6]
)
