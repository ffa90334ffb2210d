/// Makes the parser read a page as browsers do that run scripts: what stands in `noscript` is no text.
///
/// gumbo parses as if scripts did not run, so that text in a `noscript` of the head would end the head.
enum HTMLScripting {
  private static let noscript = Array("noscript".utf8)
  /// As long, and read as browsers read `noscript`: everything to its end tag is characters.
  private static let noframes = Array("noframes".utf8)

  /// The source with `noframes` for each tag `noscript`.
  ///
  /// - Complexity: O(*n*).
  static func enabled(_ source: [UInt8]) -> [UInt8] {
    var places: [Int] = []
    let bytes = source.span
    let length = noscript.count
    var position = 1
    while position + length <= bytes.count {
      let isTag =
        bytes[position - 1] == 0x3C
        || bytes[position - 1] == 0x2F && position > 1 && bytes[position - 2] == 0x3C
      if isTag, bytes[position] | 0x20 == 0x6E {
        var same = 1
        while same < length, bytes[position + same] | 0x20 == noscript[same] { same += 1 }
        if same == length { places.append(position) }
      }
      position += 1
    }
    guard !places.isEmpty else { return source }
    var enabled = source
    for place in places { enabled.replaceSubrange(place..<place + length, with: noframes) }
    return enabled
  }
}
