internal import WarraqText

/// What a page declares about itself: `meta`, `title`, JSON-LD, microdata.
struct HTMLMetadata {
  private var linkedData: [LinkedArticle] = []
  private var metaTitles: [String] = []
  private var metaDays: [String] = []
  private var metaAuthors: [String] = []
  private var title: String?
  private var language: String?

  /// Longest title or name that is taken for one, in bytes.
  private static let longestValue = 1000
  /// Longest JSON-LD that is read, in bytes.
  private static let longestScript = 4 << 20

  private static let titleNames: Set<String> = [
    "og:title", "twitter:title", "dc.title", "dcterms.title", "citation_title", "headline",
    "title", "parsely-title", "sailthru.title",
  ]
  private static let dayNames: Set<String> = [
    "article:published_time", "og:article:published_time", "article:published", "dc.date",
    "dc.date.issued", "dc.date.created", "dcterms.date", "dcterms.created", "dcterms.issued",
    "datepublished", "date", "pubdate", "publishdate", "publish-date", "publish_date",
    "publication_date", "publication-date", "citation_publication_date", "citation_date",
    "citation_online_date", "parsely-pub-date", "sailthru.date", "cxenseparse:recs:publishtime",
    "originalpublicationdate", "og:published_time", "article.published",
  ]
  private static let authorNames: Set<String> = [
    "author", "article:author", "dc.creator", "dcterms.creator", "citation_author",
    "parsely-author", "sailthru.author", "byl", "article:author_name",
  ]

  /// Takes an element `meta`.
  mutating func addMeta(_ attributes: HTMLAttributes) {
    guard let content = attributes[.content],
      let value = Self.value(content),
      let name = attributes.folded(.property) ?? attributes.folded(.name)
        ?? attributes.folded(.itemprop)
    else { return }
    if Self.titleNames.contains(name) {
      metaTitles.append(value)
    } else if Self.dayNames.contains(name) {
      if let day = HTMLDay.day(value) { metaDays.append(day) }
    } else if Self.authorNames.contains(name), !value.hasPrefix("http") {
      metaAuthors.append(value)
    } else if name == "og:locale" || name == "dc.language" || name == "language" {
      if language == nil { add(language: value) }
    }
  }

  /// Takes the characters of the element `title`.
  mutating func addTitle(_ characters: [UInt8]) {
    if title == nil { title = Self.value(String(decoding: characters, as: UTF8.self)) }
  }

  /// Takes a language as an attribute gives it.
  mutating func add(language tag: String?) {
    guard let tag, !tag.isEmpty, tag.utf8.count <= 35 else { return }
    let folded = tag.lowercased().map { $0 == "_" ? "-" : $0 }
    guard folded.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") }) else {
      return
    }
    language = String(folded)
  }

  /// Takes a day that an element of the text is marked with as the day of publication.
  mutating func add(publicationDay day: String) { metaDays.append(day) }

  /// Takes the content of a script of JSON-LD. What is no JSON tells nothing.
  mutating func addJSONLD(_ characters: [UInt8]) {
    guard characters.count <= Self.longestScript else { return }
    guard let json = try? JSONValue(Self.withoutControls(characters)) else { return }
    linkedData += LinkedArticle.articles(in: json)
  }

  /// What has been declared, the most trustworthy first, each once.
  var declarations: MarkupEvidence.Declarations {
    var declared = MarkupEvidence.Declarations()
    declared.titles = Self.unique(
      linkedData.compactMap { $0.headline.flatMap(Self.value) } + metaTitles
        + [title].compactMap(\.self))
    declared.days = Self.unique(
      linkedData.compactMap { $0.published.flatMap(HTMLDay.day) } + metaDays)
    declared.authors = Self.unique(
      linkedData.flatMap(\.authors).compactMap(Self.value) + metaAuthors)
    var own = self
    for article in linkedData where own.language == nil { own.add(language: article.language) }
    declared.language = own.language
    return declared
  }

  private static func unique(_ values: [String]) -> [String] {
    var seen: Set<String> = []
    return values.filter { seen.insert($0).inserted }
  }

  /// A value with its white space collapsed; `nil` where it is empty or too long.
  private static func value(_ string: String) -> String? {
    guard string.utf8.count <= longestValue else { return nil }
    let words = string.split(whereSeparator: \.isWhitespace)
    return words.isEmpty ? nil : words.joined(separator: " ")
  }

  /// JSON as scripts hold it: line breaks in strings, which JSON does not allow, are common.
  private static func withoutControls(_ bytes: [UInt8]) -> [UInt8] {
    bytes.map { $0 < 0x20 ? 0x20 : $0 }
  }
}

/// An article as JSON-LD describes it (schema.org).
struct LinkedArticle {
  var headline: String?
  var published: String?
  var authors: [String] = []
  var language: String?

  private static let types: Set<String> = [
    "article", "newsarticle", "blogposting", "report", "scholarlyarticle", "opinionnewsarticle",
    "analysisnewsarticle", "reportagenewsarticle", "techarticle", "socialmediaposting",
    "backgroundnewsarticle", "reviewnewsarticle", "publicationissue", "webpage",
  ]
  /// Objects that are looked at in one script.
  private static let mostObjects = 10_000

  /// The articles of a script; those that are only a page where no article is among them.
  static func articles(in json: JSONValue) -> [LinkedArticle] {
    var articles: [LinkedArticle] = []
    var pages: [LinkedArticle] = []
    // Objects of a list are read one after the other; what stands inside of an article is another
    // thing, such as a page that it links to.
    var pending = [json]
    var read = 0
    while let next = pending.popLast(), read < mostObjects {
      read += 1
      pending += next.elements.reversed()
      pending += (next["@graph"]?.elements ?? []).reversed()
      if let page = next["mainEntity"] { pending.append(page) }
      let names = types(of: next)
      guard !names.isDisjoint(with: types) else { continue }
      let article = LinkedArticle(next)
      if names.contains("webpage") { pages.append(article) } else { articles.append(article) }
    }
    return articles.isEmpty ? pages : articles
  }

  private static func types(of json: JSONValue) -> Set<String> {
    let names = json["@type"].map { $0.text.map { [$0] } ?? $0.elements.compactMap(\.text) } ?? []
    return Set(names.map { $0.lowercased() })
  }

  private init(_ json: JSONValue) {
    headline = json["headline"]?.text ?? json["name"]?.text
    published = json["datePublished"]?.text
    language = json["inLanguage"]?.text ?? json["inLanguage"]?["name"]?.text
    let author = json["author"]
    authors = ([author].compactMap(\.self) + (author?.elements ?? [])).compactMap {
      if let name = $0.text { return name }
      return Self.types(of: $0).contains("organization") ? nil : $0["name"]?.text
    }
  }
}
