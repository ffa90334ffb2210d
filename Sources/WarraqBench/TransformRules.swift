import WarraqNormalization
import WarraqText

/// ICU transform rules that do what some options do, for the characters of one text.
///
/// Characters that the text does not have get no rule, so that ICU is not slowed down by them. What a
/// character becomes alone is asked of the normalizer's reference; tatweel, joiners, number
/// separators and spaces get rules with contexts where the text has them. Composition gets none:
/// where the text needs it the outputs differ, which the bench tells.
struct TransformRules {
  /// The rules, as ICU compiles them.
  let text: String

  /// The rules for a text.
  ///
  /// - Complexity: O(*n*).
  init(_ options: NormalizationOptions, for text: SourceText) {
    let scalars = Self.scalars(of: text)
    var rules: [String] = []
    if options.spaces == .collapse, Self.hasSpacesToCollapse(text, scalars) {
      rules += Self.spaceRules
    }
    if options.tatweel == .strip, scalars.contains(0x0640) { rules += Self.tatweelRules }
    if options.controls == .strip, scalars.contains(0x200C) || scalars.contains(0x200D) {
      rules += Self.joinerRules
    }
    if options.digits == .western {
      if scalars.contains(0x066B) {
        rules.append("\(Self.digits) { \\u066B } \(Self.digits) > '.' ;")
      }
      if scalars.contains(0x066C) {
        rules.append("\(Self.digits) { \\u066C } \(Self.digits) > ',' ;")
      }
    }
    rules += Self.replacements(options, scalars)
    self.text = rules.joined(separator: "\n")
  }

  private static let digits = "[0-9\\u0660-\\u0669\\u06F0-\\u06F9]"
  private static let letters = "[[:Arabic:]&[:L:]]"
  private static let spaces = "[\\u0009\\u0020\\u00A0\\u1680\\u2000-\\u200A\\u202F\\u205F\\u3000]"
  private static let tatweelRules = [
    "\\u0640 } [\\u0640[:M:]]* \(letters) > ;",
    "\(letters) [:M:]* \(letters) [\\u0640[:M:]]* { \\u0640 > ;",
    "\\u0640 [:M:]* { \\u0640 > ;",
  ]
  private static let joinerRules = [
    "[[:Arabic:]\\u0640\\u064B-\\u0655\\u0670] { [\\u200C\\u200D]+ > ;",
    "[\\u200C\\u200D]+ } [[:Arabic:]\\u0640\\u064B-\\u0655\\u0670] > ;",
  ]
  private static let spaceRules = [
    "^ \(spaces)+ > ;", "\\u000A { \(spaces)+ > ;", "\(spaces)+ } \\u000A > ;",
    "\(spaces) \(spaces)+ > ' ' ;",
  ]

  private static func scalars(of text: SourceText) -> Set<UInt32> {
    var isThere = [Bool](repeating: false, count: 0x110000)
    let utf8 = text.utf8
    let bytes = utf8.span
    var position = 0
    while position < bytes.count {
      let decoded = bytes.scalar(at: position)
      isThere[Int(decoded.value)] = true
      position += decoded.length
    }
    return Set(isThere.indices.filter { isThere[$0] }.map(UInt32.init))
  }

  private static func hasSpacesToCollapse(_ text: SourceText, _ scalars: Set<UInt32>) -> Bool {
    var options = NormalizationOptions()
    options.spaces = .collapse
    return Normalizer(options).normalizedText(text) != text
  }

  /// Rules for what characters become alone, one for each thing that they become.
  private static func replacements(
    _ options: NormalizationOptions, _ scalars: Set<UInt32>
  ) -> [String] {
    var sources: [String: [UInt32]] = [:]
    let normalizer = Normalizer(options, kernel: .reference)
    // An ideograph has no part in any operation.
    let guardian = "\u{4E00}"
    for value in scalars.sorted() where value != 0x20 && value != 0x0A {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let text = SourceText(guardian + String(scalar) + guardian)
      let output = normalizer.normalize(text).text
      guard output != text else { continue }
      let string = output[output.range]
      sources[String(string.unicodeScalars.dropFirst().dropLast()), default: []].append(value)
    }
    return sources.sorted { $0.value[0] < $1.value[0] }.map { output, values in
      let set = values.map(escaped).joined()
      let target = output.unicodeScalars.map { escaped($0.value) }.joined()
      return "\(values.count == 1 ? set : "[\(set)]") > \(target) ;"
    }
  }

  private static func escaped(_ scalar: UInt32) -> String {
    let digits = String(scalar, radix: 16)
    let width = scalar < 0x10000 ? 4 : 8
    return (width == 4 ? "\\u" : "\\U") + String(repeating: "0", count: width - digits.count)
      + digits
  }
}
