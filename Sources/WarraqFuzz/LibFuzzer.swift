#if LIBFUZZER
  import WarraqTokenization

  private let differential = Differential(TokenizerKernel.available.filter { $0 != .reference })

  /// What libFuzzer calls with each of its inputs; Scripts/fuzz builds it.
  @c(LLVMFuzzerTestOneInput)
  public func testOneInput(_ bytes: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    // SAFETY: libFuzzer's bytes are read during the call only.
    let input = FuzzInput(unsafe Array(UnsafeBufferPointer(start: bytes, count: count)))
    // Streams take as long again; every fourth input is for them too.
    let cuts = input.shift % 4 == 0 ? input.cuts : nil
    let difference = differential.difference(in: input.text, shift: input.shift, cuts: cuts)
    if let difference { fatalError(difference) }
    return 0
  }
#endif
