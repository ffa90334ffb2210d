/// The version of Warraq itself, as `warraq --version` and records tell it.
public enum WarraqVersion {
  /// The version of this source tree, by semantic versioning.
  public static let current = "0.1.0"
}
