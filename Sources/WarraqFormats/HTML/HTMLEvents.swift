internal import CGumbo

/// A page as its parser sees it: elements, attributes and text in document order, in one flat list.
///
/// The only place that talks to gumbo. `CGumbo` sets the limits that keep it linear.
struct HTMLEvents: Sendable {
  /// One event.
  struct Event: Sendable {
    enum Kind: Sendable {
      case open, attribute, text, close
    }

    var kind: Kind
    /// The tag or the attribute; 0 of other events.
    var name: Int
    /// The characters of an attribute's value or of text.
    var characters: Range<Int>
  }

  /// Why a page was not parsed.
  enum Limit: Error, Sendable {
    case depth, attributes, size
  }

  /// The events.
  let events: [Event]
  /// The characters of all events, valid UTF-8.
  let pool: [UInt8]

  /// Parses a page.
  ///
  /// - Parameter utf8: Valid UTF-8 of less than 2 GiB.
  /// - Complexity: O(*n*).
  init(_ utf8: [UInt8]) throws(Limit) {
    var page = unsafe warraq_html()
    // SAFETY: the count is the array's; `page` lives through the call. What it points to is freed
    // below, after it has been copied.
    let outcome = unsafe utf8.withUnsafeBytes { bytes in
      unsafe warraq_html_parse(
        bytes.assumingMemoryBound(to: CChar.self).baseAddress, bytes.count, &page)
    }
    defer { unsafe warraq_html_free(&page) }
    switch outcome {
    case WARRAQ_HTML_PARSED: break
    case WARRAQ_HTML_TOO_DEEP: throw .depth
    case WARRAQ_HTML_TOO_MANY_ATTRIBUTES: throw .attributes
    default: throw .size
    }
    // SAFETY: the counts are those that the parser gave for the two buffers.
    events = unsafe UnsafeBufferPointer(start: page.events, count: page.event_count).map {
      let start = Int($0.start)
      return Event(
        kind: Self.kind($0.kind), name: Int($0.name), characters: start..<start + Int($0.count))
    }
    pool = unsafe Array(UnsafeRawBufferPointer(start: page.pool, count: page.pool_count))
  }

  private static func kind(_ number: UInt16) -> Event.Kind {
    switch Int(number) {
    case Int(WARRAQ_HTML_OPEN): .open
    case Int(WARRAQ_HTML_ATTRIBUTE): .attribute
    case Int(WARRAQ_HTML_TEXT): .text
    default: .close
    }
  }

  /// The number of tags; events name tags by numbers below it.
  static var tagCount: Int { Int(warraq_html_tag_count()) }

  /// The number of a tag.
  static func tag(_ name: String) -> Int {
    // SAFETY: the string is NUL-terminated and read during the call only.
    unsafe Int(warraq_html_tag(name))
  }
}

/// The attributes that events tell of.
enum HTMLAttribute: Int, CaseIterable, Sendable {
  // In the order of the header of CGumbo.
  case `class`, id, role, style, hidden, dir, lang, type, datetime, pubdate, itemprop, property
  case name, content, rel, href, open
}
