#if LIBFUZZER
  import WarraqText

  private let properties = DateProperties()

  /// What libFuzzer calls with each of its inputs; Scripts/fuzz builds it.
  @c(LLVMFuzzerTestOneInput)
  public func testOneInput(_ bytes: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    // SAFETY: libFuzzer's bytes are read during the call only.
    let input = unsafe Array(UnsafeBufferPointer(start: bytes, count: count))
    let text = SourceText(String(decoding: input, as: UTF8.self))
    if let problem = properties.broken(by: text) { fatalError(problem) }
    return 0
  }
#endif
