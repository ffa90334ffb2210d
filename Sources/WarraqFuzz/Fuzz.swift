import WarraqTokenization

/// Compares the tokenizer's kernels with its reference on random strings or on files.
///
/// usage: WarraqFuzz [--cases N] [--seed S] [--kernel NAME]... [--longest BYTES] [FILE]...
@main
struct Fuzz {
  static func main() {
    var cases = 100_000
    var seed: UInt64 = 1
    var longest = 700
    var kernels: [TokenizerKernel] = []
    var files: [String] = []
    var arguments = CommandLine.arguments.dropFirst()
    while let argument = arguments.popFirst() {
      switch argument {
      case "--cases": cases = arguments.popFirst().flatMap { Int($0) } ?? cases
      case "--seed": seed = arguments.popFirst().flatMap { UInt64($0) } ?? seed
      case "--longest": longest = arguments.popFirst().flatMap { Int($0) } ?? longest
      case "--kernel":
        guard let name = arguments.popFirst(), let kernel = TokenizerKernel(rawValue: name),
          TokenizerKernel.available.contains(kernel)
        else { fail("--kernel takes one of: \(names(TokenizerKernel.available))") }
        kernels.append(kernel)
      default: files.append(argument)
      }
    }
    if kernels.isEmpty { kernels = TokenizerKernel.available.filter { $0 != .reference } }
    let differential = Differential(kernels)
    if files.isEmpty {
      random(differential, cases: cases, seed: seed, longest: longest)
    } else {
      for file in files { compare(differential, file) }
    }
  }

  private static func random(
    _ differential: Differential, cases: Int, seed: UInt64, longest: Int
  ) {
    let text = RandomText()
    var bytes = 0
    for number in 0..<cases {
      // Each string has a seed of its own, so that one can be looked at alone.
      var generator = Xorshift(seed: seed &+ UInt64(number))
      let string = text.make(longest: longest, using: &generator)
      bytes += string.count
      let shift = Int(truncatingIfNeeded: (seed &+ UInt64(number)) % 64)
      if let difference = differential.difference(in: string, shift: shift) {
        fail("--seed \(seed &+ UInt64(number)) --cases 1 (shift \(shift)): \(difference)\n\(string)")
      }
    }
    print("\(names(differential.kernels)): \(cases) strings, \(bytes) bytes, no difference")
  }

  private static func compare(_ differential: Differential, _ path: String) {
    guard let bytes = File.read(path) else { fail("\(path): cannot be read") }
    if let difference = differential.difference(in: bytes, shift: 0) {
      fail("\(path): \(difference)")
    }
    print("\(names(differential.kernels)): \(path), \(bytes.count) bytes, no difference")
  }

  private static func names(_ kernels: [TokenizerKernel]) -> String {
    kernels.map(\.rawValue).joined(separator: ", ")
  }

  private static func fail(_ message: String) -> Never {
    print(message)
    File.exit(1)
  }
}
