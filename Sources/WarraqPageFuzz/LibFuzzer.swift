#if LIBFUZZER
  private let properties = PageProperties()

  /// What libFuzzer calls with each of its pages; Scripts/fuzz builds it.
  @c(LLVMFuzzerTestOneInput)
  public func testOneInput(_ bytes: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    // SAFETY: libFuzzer's bytes are read during the call only.
    let page = unsafe Array(UnsafeBufferPointer(start: bytes, count: count))
    if let problem = properties.broken(by: page) { fatalError(problem) }
    return 0
  }
#endif
