import Foundation
import Testing

/// A file of golden cases under `Corpus/golden`: one case a line, `#` for comments.
///
/// A line that begins with `! ` is a known failure: the case is right, the product is not there
/// yet. Such a case must go on failing; one that passes has to lose its mark.
///
/// A line `@name value` is a setting of the cases below it, until the next of its name.
///
/// With `UPDATE_GOLDENS=1` in the environment the file is rewritten with what the product says,
/// and the test still fails: review the difference like code, and never keep a line that reading
/// the text does not bear out.
public struct GoldenFile {
  /// Path below `Corpus/golden`.
  public let name: String
  private let lines: [String]

  /// One case.
  public struct Case: Sendable {
    /// Line number, from 1.
    public let line: Int
    /// What the product should give.
    public let expected: String
    /// Whether it is known not to.
    public let isKnownFailure: Bool
    /// The settings above it.
    public let settings: [String: String]
  }

  /// Reads a file.
  public init(_ name: String) throws {
    self.name = name
    lines = try Corpus.text("golden/" + name)
      .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }

  /// The cases of the file.
  public var cases: [Case] {
    var settings: [String: String] = [:]
    return lines.enumerated().compactMap { index, line in
      guard !line.isEmpty, !line.hasPrefix("#") else { return nil }
      if line.hasPrefix("@") {
        let parts = line.dropFirst().split(separator: " ", maxSplits: 1).map(String.init)
        if parts.count == 2 { settings[parts[0]] = parts[1] }
        return nil
      }
      let isKnown = line.hasPrefix("! ")
      return Case(
        line: index + 1, expected: isKnown ? String(line.dropFirst(2)) : line,
        isKnownFailure: isKnown, settings: settings)
    }
  }

  /// Runs every case: `actual` makes of a case what the product gives.
  public func check(_ actual: (Case) throws -> String) throws {
    var updated = lines
    for golden in cases {
      let result = try actual(golden)
      let mark = golden.isKnownFailure ? "! " : ""
      // By bytes: strings that only differ in the order or composition of marks are equal.
      let isSame = result.utf8.elementsEqual(golden.expected.utf8)
      if golden.isKnownFailure {
        #expect(
          !isSame,
          "\(name):\(golden.line): passes now; take away the mark of a known failure")
      } else {
        #expect(
          isSame,
          "\(name):\(golden.line):\n  expected \(golden.expected)\n  found    \(result)")
      }
      if !golden.isKnownFailure { updated[golden.line - 1] = mark + result }
    }
    guard ProcessInfo.processInfo.environment["UPDATE_GOLDENS"] == "1" else { return }
    let url = Corpus.folder.appending(path: "golden/" + name)
    try updated.joined(separator: "\n").write(to: url, atomically: true, encoding: .utf8)
    Issue.record("\(name) was rewritten: review it, then run again without UPDATE_GOLDENS")
  }
}

/// Spans marked in a text: `التقى [PER سامي] أمس`.
public enum GoldenMarkup {
  /// The text without its marks.
  public static func plain(_ marked: String) -> String {
    var output = String.UnicodeScalarView()
    var isLabel = false
    for scalar in marked.unicodeScalars {
      switch scalar {
      case "[": isLabel = true
      case " " where isLabel: isLabel = false
      case "]": break
      default: if !isLabel { output.append(scalar) }
      }
    }
    return String(output)
  }

  /// The text with marks around spans.
  ///
  /// - Parameter spans: UTF-8 ranges in text order, each with its label.
  public static func marked(
    _ text: String, _ spans: [(range: Range<Int>, label: String)]
  ) -> String {
    let bytes = Array(text.utf8)
    var output: [UInt8] = []
    var position = 0
    for span in spans {
      output += bytes[position..<span.range.lowerBound]
      output += Array("[\(span.label) ".utf8) + bytes[span.range] + Array("]".utf8)
      position = span.range.upperBound
    }
    return String(decoding: output + bytes[position...], as: UTF8.self)
  }
}
