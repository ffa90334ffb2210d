public import WarraqFormats
public import WarraqICU

/// Why nothing was measured, or nothing compared.
public enum BenchError: Error, Sendable, CustomStringConvertible {
  /// An input could not be read, or is not valid UTF-8.
  case input(InputFault)
  /// The inputs hold no text.
  case noText
  /// The inputs together are longer than a text may be.
  case tooLong
  /// ICU, the yardstick, failed.
  case icu(ICUError)
  /// A file is no baseline, or one of another text; the line is `nil` where it is about all of it.
  case baseline(path: String, line: Int?, message: String)
  /// The user stopped the run.
  case interrupted

  /// The message shown to users.
  public var description: String {
    switch self {
    case .input(let fault): fault.description
    case .noText: "error: there is no text to measure with"
    case .tooLong: "error: the text to measure with is too long"
    case .icu(let error): "error: ICU failed: \(error)"
    case .baseline(let path, let line, let message):
      "\(path):\(line.map { "\($0):" } ?? "") error: \(message)"
    case .interrupted: "error: interrupted"
    }
  }
}
