internal import WarraqDates
internal import WarraqText

/// What an element is by its attributes.
struct HTMLMarks: Sendable {
  /// An area by its class, its id or its role; weaker than an area by its tag.
  var area: MarkupEvidence.AreaKind?
  /// The level of a heading by role.
  var headingLevel: Int?
  var isByline = false
  var isCaption = false
  var isTitle = false
  /// The day of `datetime`.
  var day: String?
  var isPublication = false
  var isJSONLD = false
  /// Whether a link leads to a place of the same page.
  var isLocalLink = false

  /// The day of publication, where the element tells it.
  var publicationDay: String? { isPublication ? day : nil }

  /// The marks of an element whose text counts.
  init(_ element: HTMLElement, _ attributes: HTMLAttributes) {
    guard !attributes.isEmpty else { return }
    let itemprop = attributes.folded(.itemprop)
    let words = HTMLClassWords(attributes.folded(.class), attributes.folded(.id))
    switch element.role {
    case .html, .body, .article, .heading: break
    default: area = Self.area(role: attributes.folded(.role)) ?? words.area
    }
    if attributes.folded(.role) == "heading" { headingLevel = 2 }
    isByline =
      itemprop == "author" || attributes.folded(.rel) == "author" || words.isByline
    isCaption = words.isCaption
    isTitle = itemprop == "headline" || itemprop == "name" || words.isTitle
    isLocalLink = attributes.folded(.href)?.hasPrefix("#") ?? false
    if case .time = element.role {
      day = (attributes[.datetime] ?? attributes[.content]).flatMap(HTMLDay.day)
    } else if itemprop == "datepublished" {
      day = (attributes[.content] ?? attributes[.datetime]).flatMap(HTMLDay.day)
    }
    isPublication = attributes.has(.pubdate) || itemprop == "datepublished"
  }

  /// The marks of an element that is no text.
  init(script element: HTMLElement, _ attributes: HTMLAttributes) {
    guard case .script = element.role else { return }
    isJSONLD = attributes.folded(.type)?.hasPrefix("application/ld+json") ?? false
  }

  /// Whether the page does not show an element. The whole page, and the article, are never hidden:
  /// some are until a script has run.
  static func isHidden(_ element: HTMLElement, _ attributes: HTMLAttributes) -> Bool {
    if case .dialog = element.role { return !attributes.has(.open) }
    guard !attributes.isEmpty else { return false }
    switch element.role {
    case .html, .body, .article: return false
    default: break
    }
    if let hidden = attributes.folded(.hidden), hidden != "until-found" { return true }
    guard let style = attributes.folded(.style) else { return false }
    let declarations = style.utf8.filter { !HTMLTextBuilder.isSpace($0) }
    return String(decoding: declarations, as: UTF8.self).split(separator: ";").contains {
      $0.hasPrefix("display:none") || $0.hasPrefix("visibility:hidden")
    }
  }

  private static func area(role: String?) -> MarkupEvidence.AreaKind? {
    switch role {
    case "navigation", "menu", "menubar", "tablist", "search": .navigation
    case "banner": .header
    case "contentinfo": .footer
    case "complementary": .aside
    case "dialog", "alertdialog", "alert": .notice
    case "button", "toolbar": .control
    default: nil
    }
  }
}

/// The words that classes and ids are made of: `related-posts` is `related` and `posts`.
struct HTMLClassWords: Sendable {
  private static let areas: [String: MarkupEvidence.AreaKind] = [
    "nav": .navigation, "navbar": .navigation, "navigation": .navigation, "menu": .navigation,
    "menubar": .navigation, "topmenu": .navigation, "breadcrumb": .navigation,
    "breadcrumbs": .navigation, "pagination": .navigation, "pager": .navigation,
    "sitenav": .navigation, "skip": .navigation, "topbar": .header,
    "sidebar": .aside,
    "related": .related, "recommended": .related, "ticker": .related, "trending": .related,
    "popular": .related, "latest": .related, "mostread": .related, "readmore": .related,
    "share": .share, "sharing": .share, "social": .share, "addtoany": .share, "sharethis": .share,
    "sharedaddy": .share, "addthis": .share, "socials": .share,
    "comments": .comments, "comment": .comments, "disqus": .comments, "respond": .comments,
    "cookie": .notice, "cookies": .notice, "consent": .notice, "gdpr": .notice,
    "newsletter": .notice, "subscribe": .notice, "subscription": .notice, "popup": .notice,
    "modal": .notice, "advertisement": .notice, "ads": .notice, "banner": .notice,
    "promo": .notice,
    "tags": .tags, "tagcloud": .tags, "taglinks": .tags, "keywords": .tags,
    "copyright": .footer, "footer": .footer, "siteinfo": .footer,
  ]
  /// Words that make a class tell something about its page rather than about itself.
  private static let aboutPages: Set<String> = [
    "has", "with", "no", "without", "is", "not", "col", "category", "cat", "tag", "term", "type",
    "format", "layout", "theme",
  ]
  private static let articles: Set<String> = ["entry", "post", "article", "story", "single"]
  private static let bylines: Set<String> = ["author", "byline", "writer"]
  /// Words beside those that do not take away that an author's name is marked.
  private static let besideBylines: Set<String> = [
    "name", "author", "byline", "writer", "post", "entry", "article", "by", "p", "fn", "vcard",
    "url", "meta", "link",
  ]
  /// More words than classes of one thing have.
  private static let mostClasses = 12

  private(set) var area: MarkupEvidence.AreaKind?
  private(set) var isByline = false
  private(set) var isCaption = false
  private(set) var isTitle = false

  /// The words of a class list and an id, both in lower case.
  init(_ classes: String?, _ id: String?) {
    let names = (classes ?? "").split(whereSeparator: \.isWhitespace) + (id.map { [$0[...]] } ?? [])
    guard names.count <= Self.mostClasses else { return }
    for name in names {
      let words = name.split { $0 == "-" || $0 == "_" || $0 == ":" }.map(String.init)
      guard let first = words.first, !Self.aboutPages.contains(first), words.count <= 5 else {
        continue
      }
      if area == nil { area = words.lazy.compactMap { Self.areas[$0] }.first }
      // Page builders call everything a widget of theirs: `elementor-widget-container`.
      if area == nil, first == "widget" || first == "widgets" { area = .aside }
      if words.contains("caption") { isCaption = true }
      if words.last == "title", Self.articles.contains(first) { isTitle = true }
      if words.contains(where: Self.bylines.contains),
        words.allSatisfy(Self.besideBylines.contains)
      {
        isByline = true
      }
    }
  }
}

/// Days in the attributes and declarations of pages.
enum HTMLDay {
  private static let months = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
  ]

  /// The day that a value gives as `2021-03-03`, with or without a time, `2021/03/03`, `20210303` or
  /// `Wed, 03 Mar 2021 …`; `nil` for all others, such as `3/4/2021`, which may be two days.
  static func day(_ value: String) -> String? {
    let words = value.split { $0 == " " || $0 == "T" || $0 == "t" || $0 == "," || $0 == "\n" }
    guard let first = words.first.map(Array.init) else { return nil }
    if first.count >= 10, first[4] == first[7], first[4] == "-" || first[4] == "/" {
      // A time may follow without a mark, as in `2021-03-03+03:00`.
      guard first.count == 10 || "+-Zz".contains(first[10]) else { return nil }
      return valid(String(first[..<4]), String(first[5..<7]), String(first[8..<10]))
    }
    if first.count == 8, first.allSatisfy(\.isNumber) {
      return valid(String(first[..<4]), String(first[4..<6]), String(first[6..<8]))
    }
    let rest = Int(String(first)) == nil ? words.dropFirst() : words[...]
    guard rest.count >= 3 else { return nil }
    let parts = rest.prefix(3).map(String.init)
    guard let month = months.firstIndex(of: String(parts[1].lowercased().prefix(3))),
      parts[0].utf8.count <= 2, parts[1].utf8.allSatisfy({ 0x61...0x7A ~= $0 | 0x20 })
    else { return nil }
    return valid(parts[2], padded(String(month + 1)), padded(parts[0]))
  }

  private static func padded(_ number: String) -> String {
    number.utf8.count == 1 ? "0" + number : number
  }

  private static func valid(_ year: String, _ month: String, _ day: String) -> String? {
    let whole = "\(year)-\(month)-\(day)"
    return year > "1900" && ReferenceDate(whole) != nil ? whole : nil
  }
}
