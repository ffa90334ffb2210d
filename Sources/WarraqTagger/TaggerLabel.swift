/// The types of names that the tagger tells apart.
public enum TaggedType: UInt8, CaseIterable, Sendable {
  case person, location, organization, miscellaneous

  /// The name of the type in corpora.
  public var name: String {
    switch self {
    case .person: "PER"
    case .location: "LOC"
    case .organization: "ORG"
    case .miscellaneous: "MISC"
    }
  }

  /// The type that corpora give a name.
  public init?(name: some StringProtocol) {
    guard let type = Self.allCases.first(where: { $0.name == name }) else { return nil }
    self = type
  }
}

/// The labels of tokens: outside, and for each type the first token of a name and those behind it.
///
/// Label 0 is outside; type *t* has 1 + 2*t* for its first token and 2 + 2*t* for others.
package enum TaggerLabel {
  /// How many labels there are.
  package static let count = 1 + 2 * TaggedType.allCases.count
  /// Outside of names.
  package static let outside = 0

  package static func first(_ type: TaggedType) -> Int { 1 + 2 * Int(type.rawValue) }
  package static func inside(_ type: TaggedType) -> Int { 2 + 2 * Int(type.rawValue) }

  /// Whether a label is that of a name's second or later token.
  package static func isInside(_ label: Int) -> Bool { label > 0 && label & 1 == 0 }

  /// The type of a label; `nil` outside.
  package static func type(_ label: Int) -> TaggedType? {
    label == 0 ? nil : TaggedType(rawValue: UInt8((label - 1) / 2))
  }

  /// Whether a label may follow another one, or begin a sentence (`nil`).
  package static func mayFollow(_ previous: Int?, _ label: Int) -> Bool {
    guard isInside(label) else { return true }
    guard let previous else { return false }
    return previous == label || previous == label - 1
  }
}
