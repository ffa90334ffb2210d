/// Bytes as a fuzzer makes them, and as `Corpus/fuzz/tokenizer` keeps them: a first byte that says
/// where the text is put, and the text.
///
/// The lowest six bits of the first byte are a number *n*, the two above a layout:
///
/// - 0 (first byte a digit, say): the text alone, *n* bytes behind the start of its array
/// - 1 (`@` and letters): behind spaces, so that the first window ends *n* bytes into it
/// - 2: the same with so many short words that the first batch is nearly full
/// - 3: the same behind letters, without a space
package struct FuzzInput {
  package let text: [UInt8]
  /// Line feeds in front that are not cut.
  package let shift: Int
  /// Where the pieces for a stream end.
  package let cuts: [Int]

  /// Bytes that a vector kernel looks at together.
  private static let window = 512
  /// Two tokens.
  private static let shortWord: [UInt8] = Array("ا ".utf8)

  package init(_ input: some Collection<UInt8>) {
    let header = Int(input.first ?? 0)
    let number = header & 63
    let content = Array(input.dropFirst())
    shift = number
    switch header >> 6 {
    case 1: text = [UInt8](repeating: 0x20, count: Self.window - number) + content
    case 2: text = Self.words(11 * Self.window - number) + content
    case 3: text = [UInt8](repeating: 0x61, count: Self.window - number) + content
    default: text = content
    }
    var generator = Xorshift(seed: UInt64(number))
    cuts = Self.cuts(of: text.count, using: &generator)
  }

  /// Short words of so many bytes together.
  private static func words(_ count: Int) -> [UInt8] {
    var words: [UInt8] = []
    while words.count + shortWord.count <= count { words += shortWord }
    return words + [UInt8](repeating: 0x20, count: count - words.count)
  }

  /// Where pieces of random lengths end: most of them short in some texts, long in others.
  package static func cuts(of count: Int, using generator: inout Xorshift) -> [Int] {
    let longest: UInt64 = 1 << (1 + generator.next() % 10)
    var cuts: [Int] = []
    var position = 0
    while true {
      position += Int(1 + generator.next() % longest)
      if position >= count { return cuts }
      cuts.append(position)
    }
  }
}
