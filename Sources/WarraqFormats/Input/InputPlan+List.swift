extension InputPlan {
  /// Adds the arguments that stand in a file, one a line; blank lines are left out.
  public mutating func add(listed list: FilePath) {
    var isEmpty = true
    do {
      let file: SystemFile = list.bytes == [0x2D] ? .standardInput : try .reading(list)
      var lines = ByteReader(file, bufferSize: 1 << 16, interruption: .never)
      while case .bytes(var line) = try lines.line(limit: 1 << 20) {
        if line.last == 0x0D { line.removeLast() }
        guard !line.isEmpty else { continue }
        isEmpty = false
        add(FilePath(line))
      }
      guard isEmpty else { return }
      add(
        InputFault(
          kind: .unreadable, path: list.description, line: nil, message: "names no inputs"))
    } catch {
      add(
        InputFault(
          kind: .unreadable, path: list.description, line: 1, message: error.description))
    }
  }
}
