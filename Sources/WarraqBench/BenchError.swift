public import WarraqFormats
public import WarraqICU

/// Why nothing was measured.
public enum BenchError: Error, Sendable, CustomStringConvertible {
  /// An input could not be read, or is not valid UTF-8.
  case input(InputFault)
  /// The inputs hold no text.
  case noText
  /// The inputs together are longer than a text may be.
  case tooLong
  /// ICU, the yardstick, failed.
  case icu(ICUError)
  /// The user stopped the run.
  case interrupted

  /// The message shown to users.
  public var description: String {
    switch self {
    case .input(let fault): fault.description
    case .noText: "error: there is no text to measure with"
    case .tooLong: "error: the text to measure with is too long"
    case .icu(let error): "error: ICU failed: \(error)"
    case .interrupted: "error: interrupted"
    }
  }
}
