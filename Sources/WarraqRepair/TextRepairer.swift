public import WarraqNormalization
public import WarraqText

/// A text with its damage repaired, as far as that is certain.
public struct RepairedText: Sendable {
  /// The repaired text.
  public let text: SourceText
  /// Where each scalar of the repaired text came from; `nil` where nothing was repaired, and the text
  /// is the source.
  public let map: OffsetMap?
  /// All damage that was found, repaired or not, in text order. Ranges are of the source.
  public let damage: [Damage]
}

/// Repairs what is certain of a text's damage, and nothing else.
///
/// Never repaired, as no repair is certain: visual order, and a final ی.
public struct TextRepairer: Sendable {
  private let detector = DamageDetector()

  /// Makes a repairer.
  public init() {}

  /// Repairs a text.
  ///
  /// - Complexity: O(*n*).
  public func repair(_ text: SourceText) -> RepairedText {
    let damage = detector.damage(in: text)
    guard damage.contains(where: \.isRepairable) else {
      return RepairedText(text: text, map: nil, damage: damage)
    }
    let edits = damage.flatMap(\.edits).sorted { $0.range.lowerBound < $1.range.lowerBound }
    let (repaired, map) = Self.apply(edits, to: text)
    return RepairedText(text: repaired, map: map, damage: damage)
  }

  /// Makes the replacements; one that overlaps an earlier one is left out.
  private static func apply(_ edits: [Edit], to text: SourceText) -> (SourceText, OffsetMap) {
    let bytes = text.utf8.span
    var output: [UInt8] = []
    output.reserveCapacity(text.count)
    var origins: [Int] = []
    var position = 0
    var index = 0
    var next = edits.startIndex
    while position < bytes.count {
      while next < edits.endIndex, edits[next].range.lowerBound < position { next += 1 }
      if next < edits.endIndex, edits[next].range.lowerBound == position {
        for scalar in edits[next].scalars {
          output.append(utf8: scalar)
          origins.append(index)
        }
        while position < edits[next].range.upperBound {
          position += bytes.scalar(at: position).length
          index += 1
        }
        next += 1
      } else {
        let decoded = bytes.scalar(at: position)
        output.append(utf8: decoded.value)
        origins.append(index)
        position += decoded.length
        index += 1
      }
    }
    return (
      SourceText(String(decoding: output, as: UTF8.self)),
      OffsetMap(origins: origins, sourceCount: index)
    )
  }
}
