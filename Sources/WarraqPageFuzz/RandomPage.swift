/// Random pages: tags that fit together and tags that do not, and pages of others, changed.
package struct RandomPage: Sendable {
  private static let tags = [
    "p", "div", "span", "b", "i", "a", "font", "h1", "h2", "h3", "ul", "ol", "li", "dl", "dt", "dd",
    "table", "caption", "tr", "td", "th", "tbody", "thead", "colgroup", "col", "br", "hr", "img",
    "pre", "blockquote", "figure", "figcaption", "nav", "header", "footer", "aside", "article",
    "main", "section", "time", "button", "form", "input", "select", "option", "textarea", "script",
    "style", "title", "head", "body", "html", "meta", "noscript", "template", "iframe", "svg",
    "math", "foreignObject", "mi", "object", "dialog", "details", "summary", "xmp", "plaintext",
    "frameset", "noframes", "ruby", "rt", "rp", "nobr", "em", "strong", "x-y", "o:p",
  ]
  private static let attributes = [
    "class=related", "class='entry-title post'", "id=\"comments\"", "hidden", "style=display:none",
    "dir=rtl", "lang=ar", "datetime=2021-03-03", "datetime=x pubdate", "itemprop=datePublished",
    "rel=author", "property=og:title content='عنوان | موقع'", "name=date content=2020-02-30",
    "type=application/ld+json", "role=navigation", "href=#x", "href='", "=", "\"", "class=\"a'b",
    "open", "a=1 a=2", "حقل=قيمة",
  ]
  private static let texts = [
    "قال الوزير ", "إن المحادثات مستمرة. ", "3 مارس، 2021", " ", "\n", "\t ", "\r\n", "&nbsp;",
    "&amp;",
    "&laquo;", "&#1575;", "&#x110000;", "&#0;", "&nosuch;", "&", "<", ">", "</", "<!--", "-->",
    "--",
    "<!doctype html>", "<![CDATA[", "]]>", "<?xml ?>", "\u{0}", "\u{FEFF}", "\u{2028}", "\u{85}",
    "English text ",
    "1- نقطة: نص", "الهوامش", "ملخص", "بقلم: سامي العواد",
    "{\"@type\":\"Article\",\"headline\":\"عنوان\"",
    ",\"datePublished\":\"2021-03-03\"}", "[", "\u{1F469}\u{200D}\u{1F52C}", "<" + "/script>", "'",
    "\"",
  ]

  package init() {}

  /// A page of random pieces.
  package func make(longest: Int, using random: inout PageRandom) -> [UInt8] {
    var page = ""
    for _ in 0..<Int(random.next() % UInt64(max(longest, 1))) {
      switch random.next() % 8 {
      case 0...2: page += "<" + pick(Self.tags, &random) + attributes(&random) + ">"
      case 3, 4: page += "</" + pick(Self.tags, &random) + ">"
      case 5: page += "<" + pick(Self.tags, &random).uppercased()
      default: page += pick(Self.texts, &random)
      }
    }
    return Array(page.utf8)
  }

  /// A page with some of its bytes changed, left out, doubled and moved.
  package func mutated(_ page: [UInt8], using random: inout PageRandom) -> [UInt8] {
    var page = page
    for _ in 0...random.next() % 12 where !page.isEmpty {
      let start = Int(random.next() % UInt64(page.count))
      let end = min(page.count, start + Int(random.next() % 40))
      switch random.next() % 6 {
      case 0: page[start] = UInt8(truncatingIfNeeded: random.next())
      case 1: page.removeSubrange(start..<end)
      case 2: page.insert(contentsOf: page[start..<end], at: start)
      case 3:
        let piece = Array(page[start..<end])
        page.insert(contentsOf: piece, at: Int(random.next() % UInt64(page.count)))
      case 4: page.insert(contentsOf: make(longest: 4, using: &random), at: start)
      default: page.removeSubrange(end...)
      }
    }
    return page
  }

  private func attributes(_ random: inout PageRandom) -> String {
    var attributes = ""
    for _ in 0..<random.next() % 3 { attributes += " " + pick(Self.attributes, &random) }
    return attributes
  }

  private func pick(_ list: [String], _ random: inout PageRandom) -> String {
    list[Int(random.next() % UInt64(list.count))]
  }
}

/// SplitMix64 (Steele, Lea and Flood 2014), so that a run can be repeated from its seed.
package struct PageRandom: RandomNumberGenerator {
  private var state: UInt64

  package init(seed: UInt64) {
    state = seed
  }

  package mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
