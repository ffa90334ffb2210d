import WarraqTokenization

#if !LIBFUZZER
  @main
#endif
/// Compares the tokenizer's kernels with its reference on random strings or on files.
///
/// usage: WarraqFuzz [--cases N] [--seed S] [--kernel NAME]... [--longest BYTES] [FILE]...
///                   [--last FILE]            where the seed stands that a crash was at
///        WarraqFuzz --inputs FILE...        files with the first byte that FuzzInput describes
///        WarraqFuzz --scalars               every scalar of the first plane in many surroundings
struct Fuzz {
  static func main() {
    var cases = 100_000
    var seed: UInt64 = 1
    var longest = 700
    var kernels: [TokenizerKernel] = []
    var files: [String] = []
    var last: CInt?
    var areInputs = false
    var areScalars = false
    var arguments = CommandLine.arguments.dropFirst()
    while let argument = arguments.popFirst() {
      switch argument {
      case "--cases": cases = number(arguments.popFirst(), of: argument)
      case "--seed": seed = UInt64(number(arguments.popFirst(), of: argument))
      case "--longest": longest = number(arguments.popFirst(), of: argument)
      case "--last":
        last = arguments.popFirst().flatMap(File.create)
        if last == nil { fail("--last takes a file that can be written") }
      case "--inputs": areInputs = true
      case "--scalars": areScalars = true
      case "--kernel":
        guard let name = arguments.popFirst(), let kernel = TokenizerKernel(rawValue: name),
          TokenizerKernel.available.contains(kernel)
        else { fail("--kernel takes one of: \(names(TokenizerKernel.available))") }
        kernels.append(kernel)
      case _ where argument.hasPrefix("--"): fail("there is no option \(argument)")
      default: files.append(argument)
      }
    }
    if kernels.isEmpty { kernels = TokenizerKernel.available.filter { $0 != .reference } }
    let differential = Differential(kernels)
    if areScalars {
      scalars(differential)
    } else if files.isEmpty {
      random(differential, cases: cases, seed: seed, longest: longest, last: last)
    } else {
      for file in files {
        if let last { File.replaceLine("\(areInputs ? "--inputs " : "")\(file)", in: last) }
        compare(differential, file, isInput: areInputs)
      }
      print("\(names(differential.kernels)): \(files.count) files, no difference")
    }
  }

  private static func number(_ argument: String?, of option: String) -> Int {
    guard let number = argument.flatMap({ Int($0) }), number >= 0 else {
      fail("\(option) takes a number")
    }
    return number
  }

  private static func random(
    _ differential: Differential, cases: Int, seed: UInt64, longest: Int, last: CInt?
  ) {
    let text = RandomText()
    var bytes = 0
    for number in 0..<cases {
      // Each string has a seed of its own, so that one can be looked at alone.
      let own = seed &+ UInt64(number)
      if let last { File.replaceLine("--seed \(own) --cases 1 --longest \(longest)", in: last) }
      var generator = Xorshift(seed: own)
      let string = text.make(longest: longest, using: &generator)
      bytes += string.count
      let shift = Int(truncatingIfNeeded: own % 64)
      let cuts = own % 4 == 0 ? FuzzInput.cuts(of: string.count, using: &generator) : nil
      if let difference = differential.difference(in: string, shift: shift, cuts: cuts) {
        let short = differential.shortened(string, shift: shift, cuts: cuts)
        let shortCuts = cuts?.filter { $0 <= short.count }
        fail(
          """
          --seed \(own) --cases 1 --longest \(longest) (shift \(shift)): \(difference)
          shortened: \(differential.difference(in: short, shift: shift, cuts: shortCuts) ?? "")
          \(String(decoding: short, as: UTF8.self).debugDescription)
          \(hexadecimal(short))
          """)
      }
    }
    print("\(names(differential.kernels)): \(cases) strings, \(bytes) bytes, no difference")
  }

  /// Bytes in hexadecimal digits, runs of one byte as `20*400`.
  private static func hexadecimal(_ bytes: [UInt8]) -> String {
    var parts: [String] = []
    var position = 0
    while position < bytes.count {
      var end = position
      while end < bytes.count, bytes[end] == bytes[position] { end += 1 }
      let byte = String(bytes[position], radix: 16)
      parts.append(end - position > 1 ? "\(byte)*\(end - position)" : byte)
      position = end
    }
    return parts.joined(separator: " ")
  }

  private static func compare(_ differential: Differential, _ path: String, isInput: Bool) {
    guard let bytes = File.read(path) else { fail("\(path): cannot be read") }
    let input = FuzzInput(isInput ? bytes : [0] + bytes)
    let difference = differential.difference(in: input.text, shift: input.shift, cuts: input.cuts)
    if let difference { fail("\(path): \(difference)") }
  }

  /// Each scalar alone, so that no other one stops the kernel before it.
  private static func scalars(_ differential: Differential) {
    for value in UInt32(0)..<0x10000 {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let text = "ا\(scalar)ب a\(scalar)b 1\(scalar)2 \(scalar) \(scalar)\(scalar).\(scalar)"
      if let difference = differential.difference(in: Array(text.utf8)) {
        fail("U+\(String(value, radix: 16)): \(difference)\n\(text.debugDescription)")
      }
    }
    print("\(names(differential.kernels)): every scalar below U+10000, no difference")
  }

  private static func names(_ kernels: [TokenizerKernel]) -> String {
    kernels.map(\.rawValue).joined(separator: ", ")
  }

  private static func fail(_ message: String) -> Never {
    print(message)
    File.exit(1)
  }
}
