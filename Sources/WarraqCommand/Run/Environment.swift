internal import Glibc

/// The environment of the process.
enum Environment {
  /// The value of a variable; `nil` where it is not set.
  static func value(_ name: String) -> String? {
    // SAFETY: nothing of the process changes its environment; the string is copied at once.
    guard let value = unsafe getenv(name) else { return nil }
    return unsafe String(cString: value)
  }

  /// Whether a variable is set to anything.
  static func has(_ name: String) -> Bool { value(name).map { !$0.isEmpty } ?? false }
}
