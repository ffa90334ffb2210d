/// Takes the structure out of a page's source: what is left is one `pre` of text and character
/// references, with line feeds in place of the tags of blocks. For pages that pass the limits of the
/// parser.
enum HTMLFlattening {
  /// Elements whose content is no text.
  private static let dropped: Set<String> = [
    "script", "style", "title", "textarea", "xmp", "iframe", "noembed", "noframes", "noscript",
    "template", "select", "svg", "object", "head",
  ]
  /// Elements that do not end a line.
  private static let inline: Set<String> = [
    "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "del", "dfn", "em", "font",
    "i", "img", "ins", "kbd", "label", "mark", "nobr", "q", "s", "samp", "small", "span", "strike",
    "strong", "sub", "sup", "time", "tt", "u", "var", "wbr",
  ]
  /// Longest name of those.
  private static let longestName = 10

  /// The flattened source.
  ///
  /// - Parameter source: Valid UTF-8.
  /// - Returns: Valid UTF-8.
  /// - Complexity: O(*n*).
  static func flattened(_ source: [UInt8]) -> [UInt8] {
    var scanner = Scanner(source)
    scanner.run()
    return scanner.output
  }

  private struct Scanner {
    let source: [UInt8]
    var output: [UInt8] = []
    var position = 0
    /// Content is left out only where its end is in sight.
    var missingEnds: Set<String> = []

    /// What stands before the next character: nothing, a space, or a line feed.
    var gap: UInt8?

    init(_ source: [UInt8]) {
      self.source = source
      output.reserveCapacity(source.count / 2)
      output.append(contentsOf: "<pre>\n".utf8)
    }

    private mutating func write(_ bytes: some Collection<UInt8>) {
      if let gap { output.append(gap) }
      gap = nil
      output.append(contentsOf: bytes)
    }

    mutating func run() {
      while position < source.count {
        let byte = source[position]
        if HTMLTextBuilder.isSpace(byte) {
          if gap == nil { gap = 0x20 }
          position += 1
          continue
        }
        guard byte == 0x3C, position + 1 < source.count else {
          write(CollectionOfOne(byte))
          position += 1
          continue
        }
        let next = source[position + 1]
        if next == 0x21 || next == 0x3F {
          skipComment()
        } else if Self.isLetter(next) || next == 0x2F {
          tag()
        } else {
          write("&lt;".utf8)
          position += 1
        }
      }
    }

    private static func isLetter(_ byte: UInt8) -> Bool { 0x61...0x7A ~= byte | 0x20 }

    /// Steps over `<!--…-->`, `<!doctype …>`, `<?…>`.
    private mutating func skipComment() {
      let isComment = source[position...].starts(with: "<!--".utf8)
      let start = position
      position += isComment ? 4 : 2
      while position < source.count {
        if source[position] == 0x3E,
          !isComment || source[position - 1] == 0x2D && source[position - 2] == 0x2D
        {
          position += 1
          return
        }
        position += 1
      }
      // A comment without an end: only its mark is left out.
      position = isComment ? source.count : start + 1
    }

    private mutating func tag() {
      let isEnd = source[position + 1] == 0x2F
      position += isEnd ? 2 : 1
      let name = readName()
      skipToEndOfTag()
      if !isEnd, HTMLFlattening.dropped.contains(name) { skipContent(of: name) }
      if !HTMLFlattening.inline.contains(name) { gap = 0x0A }
    }

    private mutating func readName() -> String {
      let start = position
      while position < source.count, Self.isNameByte(source[position]) { position += 1 }
      guard position - start <= HTMLFlattening.longestName else { return "" }
      return String(decoding: source[start..<position].map { $0 | 0x20 }, as: UTF8.self)
    }

    private static func isNameByte(_ byte: UInt8) -> Bool {
      isLetter(byte) || 0x30...0x39 ~= byte
    }

    /// Steps over attributes, a `>` in quotes with them.
    private mutating func skipToEndOfTag() {
      var quote: UInt8?
      var last: UInt8 = 0
      while position < source.count {
        let byte = source[position]
        position += 1
        if let open = quote {
          if byte == open { quote = nil }
        } else if byte == 0x3E {
          return
        } else if last == 0x3D, byte == 0x22 || byte == 0x27 {
          quote = byte
        }
        if !HTMLTextBuilder.isSpace(byte) { last = byte }
      }
    }

    /// Steps over the content of an element, to the first tag that ends it.
    private mutating func skipContent(of name: String) {
      guard !missingEnds.contains(name) else { return }
      let end = Array("</\(name)".utf8)
      var found = position
      while found + end.count <= source.count {
        if source[found] == 0x3C, source[found + 1] == 0x2F,
          source[found..<found + end.count].elementsEqual(end, by: { $0 == $1 || $0 | 0x20 == $1 })
        {
          position = found
          return
        }
        found += 1
      }
      missingEnds.insert(name)
    }
  }
}
