internal import CGumbo

/// A page as its parser sees it: elements, attributes and text in document order, in one flat list.
///
/// The only place that talks to gumbo. `CGumbo` sets the limits that keep it linear.
struct HTMLEvents: Sendable {
  /// One event, in 12 bytes: pages have many.
  struct Event: Sendable {
    enum Kind: UInt8, Sendable {
      case open, attribute, text, close
    }

    let kind: Kind
    private let number: UInt16
    private let start: UInt32
    private let count: UInt32

    fileprivate init(_ event: warraq_html_event) {
      kind = Kind(rawValue: UInt8(truncatingIfNeeded: event.kind)) ?? .close
      (number, start, count) = (event.name, event.start, event.count)
    }

    /// The tag or the attribute; 0 of other events.
    var name: Int { Int(number) }

    /// The characters of an attribute's value or of text.
    var characters: Range<Int> { Int(start)..<Int(start) + Int(count) }
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
    events = unsafe UnsafeBufferPointer(start: page.events, count: page.event_count)
      .map(Event.init)
    pool = unsafe Array(UnsafeRawBufferPointer(start: page.pool, count: page.pool_count))
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
