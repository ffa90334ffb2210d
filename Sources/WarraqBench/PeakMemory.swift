import WarraqFormats

/// The most memory that the process had resident, as Linux counts it under `/proc`.
enum PeakMemory {
  /// Starts counting anew; `false` where the system does not let us.
  static func restart() -> Bool {
    do {
      try SystemFile.writing(FilePath("/proc/self/clear_refs")).write([0x35])
      return true
    } catch {
      return false
    }
  }

  /// Bytes since the last start; `nil` where the system does not tell.
  static var current: Int? {
    guard let file = try? SystemFile.reading(FilePath("/proc/self/status")),
      let bytes = try? file.contents(limit: 1 << 16)
    else { return nil }
    return peak(inStatus: String(decoding: bytes, as: UTF8.self))
  }

  /// The figure of a line such as `VmHWM:     7312 kB`, in bytes.
  static func peak(inStatus text: String) -> Int? {
    for line in text.split(separator: "\n") where line.hasPrefix("VmHWM:") {
      guard let number = line.split(whereSeparator: { $0 == " " || $0 == "\t" }).dropFirst().first
      else { return nil }
      return Int(number).map { $0 * 1024 }
    }
    return nil
  }
}
