import WarraqTokenization

/// Folded words in UTF-8, one space between two of them.
///
/// Lists of words are asked about every line of a page, and strings compare by canonical equivalence,
/// which folded words, having one form only, do not need: these compare by their bytes.
struct FoldedText: Hashable, Sendable, ExpressibleByStringLiteral {
  /// The bytes.
  var utf8: [UInt8]

  /// Words that are folded already.
  init(_ utf8: some Sequence<UInt8>) { self.utf8 = Array(utf8) }

  init(stringLiteral words: String) { utf8 = Array(words.utf8) }

  /// Words with a space between them.
  init(joining words: some Sequence<FoldedText>) {
    utf8 = Array(words.map(\.utf8).joined(separator: [0x20]))
  }

  var isEmpty: Bool { utf8.isEmpty }

  /// The words as a string, for output.
  var string: String { String(decoding: utf8, as: UTF8.self) }

  /// Whether these words begin with others, or with a part of them.
  func hasPrefix(_ prefix: FoldedText) -> Bool { utf8.starts(with: prefix.utf8) }

  /// The words apart.
  var words: [FoldedText] { utf8.split(separator: 0x20).map { FoldedText($0) } }

  static func == (left: FoldedText, right: FoldedText) -> Bool { left.utf8 == right.utf8 }

  func hash(into hasher: inout Hasher) {
    hasher.combine(FoldedKey.hash(utf8.span, 0..<utf8.count))
  }
}

extension TokenList {
  /// A token's folded key.
  func folded(at index: Int) -> FoldedText { FoldedText(keyPool[keyRange(at: index)]) }
}
