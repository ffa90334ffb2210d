#if !LIBFUZZER
  @main
#endif
/// Reads random pages, and pages that are given, changed at random, and checks what holds for all.
///
/// usage: WarraqPageFuzz [--cases N] [--seed S] [--longest PIECES] [--last FILE] [--as-is] [FILE]...
///
/// With files every second page is one of them, changed; with `--as-is` only they are read.
struct PageFuzz {
  static func main() {
    var cases = 20_000
    var seed: UInt64 = 1
    var longest = 60
    var isAsIs = false
    var last: CInt?
    var files: [String] = []
    var arguments = CommandLine.arguments.dropFirst()
    while let argument = arguments.popFirst() {
      switch argument {
      case "--cases": cases = Int(number(arguments.popFirst(), of: argument))
      case "--seed": seed = number(arguments.popFirst(), of: argument)
      case "--longest": longest = Int(number(arguments.popFirst(), of: argument))
      case "--last":
        last = arguments.popFirst().flatMap(File.create)
        if last == nil { fail("--last takes a file that can be written") }
      case "--as-is": isAsIs = true
      case _ where argument.hasPrefix("--"): fail("there is no option \(argument)")
      default: files.append(argument)
      }
    }
    let pages = files.map { file in
      guard let bytes = File.read(file) else { fail("\(file): cannot be read") }
      return bytes
    }
    let properties = PageProperties()
    if isAsIs {
      for (file, page) in zip(files, pages) {
        if let last { File.replaceLine("--as-is \(file)", in: last) }
        if let problem = properties.broken(by: page) { fail("\(file): \(problem)") }
      }
      return print("\(files.count) files: all holds")
    }
    let random = RandomPage()
    var bytes = 0
    for index in 0..<cases {
      let own = seed &+ UInt64(index)
      if let last { File.replaceLine("--seed \(own) --cases 1 --longest \(longest)", in: last) }
      var generator = PageRandom(seed: own)
      let page =
        pages.isEmpty || own % 2 == 0
        ? random.make(longest: longest, using: &generator)
        : random.mutated(pages[Int(own / 2 % UInt64(pages.count))], using: &generator)
      bytes += page.count
      if let problem = properties.broken(by: page) {
        fail(
          """
          --seed \(own) --cases 1 --longest \(longest): \(problem)
          \(String(decoding: page, as: UTF8.self).debugDescription)
          """)
      }
    }
    print("seed \(seed), \(cases) pages, \(bytes) bytes: all holds")
  }

  private static func number(_ argument: String?, of option: String) -> UInt64 {
    guard let number = argument.flatMap({ UInt64($0) }) else { fail("\(option) takes a number") }
    return number
  }

  private static func fail(_ message: String) -> Never {
    print(message)
    File.exit(1)
  }
}
