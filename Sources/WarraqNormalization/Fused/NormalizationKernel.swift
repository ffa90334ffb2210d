import CWarraqNormalization

/// The cores that a normalizer can run on. All give the same texts and maps.
public enum NormalizationKernel: String, CaseIterable, Sendable {
  /// 512-bit vectors of x86-64: AVX-512 with VBMI2.
  case avx512
  /// 256-bit vectors of x86-64.
  case avx2
  /// Plain Swift, a scalar at a time, all operations in one pass.
  case portable
  /// Plain Swift, one operation after the other: what the others are held against.
  case reference

  /// The kernels that this machine can run, fastest first.
  public static let available: [NormalizationKernel] = {
    var kernels: [NormalizationKernel] = []
    while let found = unsafe warraq_normalization_kernels(kernels.count),
      let kernel = NormalizationKernel(rawValue: unsafe String(cString: found.pointee.name))
    {
      kernels.append(kernel)
    }
    return kernels + [.portable, .reference]
  }()

  /// The kernel that is used where none is asked for: the one that the environment variable
  /// `WARRAQ_KERNEL` names where the machine can run it, else the fastest.
  public static let preferred: NormalizationKernel = {
    let forced = unsafe warraq_normalization_forced_kernel().flatMap {
      unsafe NormalizationKernel(rawValue: String(cString: $0))
    }
    return available.first { $0 == forced } ?? available[0]
  }()

  /// The C functions of a vector kernel; `nil` for those in Swift and those not to be had here.
  var functions: UnsafePointer<wn_kernel>? {
    guard let index = Self.available.firstIndex(of: self) else { return nil }
    return unsafe warraq_normalization_kernels(index)
  }
}
