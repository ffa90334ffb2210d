import CWarraqKernels

/// The cores that a tokenizer can run on. All give the same tokens.
public enum TokenizerKernel: String, CaseIterable, Sendable {
  /// 512-bit vectors of x86-64: AVX-512 with VBMI2 and GFNI.
  case avx512
  /// 256-bit vectors of x86-64.
  case avx2
  /// 128-bit vectors of AArch64.
  case neon
  /// Plain Swift on 64-bit words.
  case portable
  /// Plain Swift, a scalar at a time, one line a rule: what the others are held against.
  case reference

  /// The kernels that this machine can run, fastest first.
  public static let available: [TokenizerKernel] = {
    var kernels: [TokenizerKernel] = []
    while let found = unsafe warraq_kernels(kernels.count),
      let kernel = TokenizerKernel(rawValue: unsafe String(cString: found.pointee.name))
    {
      kernels.append(kernel)
    }
    return kernels + [.portable, .reference]
  }()

  /// The name in the environment variable `WARRAQ_KERNEL`, if it is set.
  public static var forcedName: String? {
    unsafe warraq_forced_kernel().map { unsafe String(cString: $0) }
  }

  /// The kernel that is used where none is asked for: the one that `WARRAQ_KERNEL` names where the
  /// machine can run it, else the fastest.
  public static let preferred: TokenizerKernel = {
    let forced = forcedName.flatMap(TokenizerKernel.init(rawValue:))
    return available.first { $0 == forced } ?? available[0]
  }()

  /// The C function of a vector kernel; `nil` for those in Swift and those not to be had here.
  func function(_ profile: TokenizationProfile, withKeys: Bool) -> wk_kernel? {
    guard let index = Self.available.firstIndex(of: self), let found = unsafe warraq_kernels(index)
    else { return nil }
    return switch (profile, withKeys) {
    case (.uax29, false): unsafe found.pointee.uax29
    case (.uax29, true): unsafe found.pointee.uax29_fused
    case (.arabic, false): unsafe found.pointee.arabic
    case (.arabic, true): unsafe found.pointee.arabic_fused
    }
  }

  /// The C function of a vector kernel that counts.
  func countingFunction(_ profile: TokenizationProfile) -> wk_kernel? {
    guard let index = Self.available.firstIndex(of: self), let found = unsafe warraq_kernels(index)
    else { return nil }
    return switch profile {
    case .uax29: unsafe found.pointee.uax29_count
    case .arabic: unsafe found.pointee.arabic_count
    }
  }
}
