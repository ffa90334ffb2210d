/// Tells whether the user has asked a run to stop.
///
/// System calls that a signal breaks off ask it; they go on where it says no.
public struct Interruption: Sendable {
  /// Whether to stop now.
  public let isRequested: @Sendable () -> Bool

  /// An interruption that some function knows of.
  public init(isRequested: @escaping @Sendable () -> Bool) {
    self.isRequested = isRequested
  }

  /// No interruption: every call goes on.
  public static let never = Interruption { false }
}
