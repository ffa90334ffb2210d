/// What a page's markup tells about the text that was taken from it: which lines are headings, list
/// items, navigation, and what the page declares about itself.
///
/// Ranges are those of the text; none is empty, and none begins or ends with white space. All lists
/// are in text order. It is evidence, not a finding: markup may be wrong.
public struct MarkupEvidence: Sendable, Hashable {
  /// An element `h1` to `h6`, or one with the role of a heading.
  public struct Heading: Sendable, Hashable {
    /// Its text.
    public var range: TextRange
    /// 1 to 6.
    public var level: Int
    /// Whether it is marked as the title of an article (`itemprop=headline`, `class=entry-title`).
    public var isTitle: Bool

    /// A heading of a level.
    public init(range: TextRange, level: Int, isTitle: Bool = false) {
      (self.range, self.level, self.isTitle) = (range, level, isTitle)
    }
  }

  /// An element `time`.
  public struct Time: Sendable, Hashable {
    /// Its text.
    public var range: TextRange
    /// Its day by the attribute `datetime`, `YYYY-MM-DD`.
    public var day: String
    /// Whether it is marked as the date of publication (`pubdate`, `itemprop=datePublished`).
    public var isPublication: Bool

    /// An element with a day.
    public init(range: TextRange, day: String, isPublication: Bool) {
      (self.range, self.day, self.isPublication) = (range, day, isPublication)
    }
  }

  /// What an area of a page is for.
  public enum AreaKind: String, Sendable, CaseIterable {
    /// Menus and breadcrumbs.
    case navigation
    /// The head of the site, not that of an article.
    case header
    /// The foot of the site, not that of an article.
    case footer
    /// `aside`: side bars, boxes.
    case aside
    /// Titles of other pages.
    case related
    /// Buttons to share the page with.
    case share
    /// Comments of readers, and the form for them.
    case comments
    /// Notices about cookies, calls to subscribe.
    case notice
    /// Tags and categories of the page.
    case tags
    /// Buttons.
    case control
  }

  /// A part of the page that is not the article's text.
  public struct Area: Sendable, Hashable {
    /// Its text.
    public var range: TextRange
    /// What it is for.
    public var kind: AreaKind

    /// An area of a kind.
    public init(range: TextRange, kind: AreaKind) {
      (self.range, self.kind) = (range, kind)
    }
  }

  /// What the page says of itself outside of its text.
  public struct Declarations: Sendable, Hashable {
    /// Titles, the most trustworthy first: JSON-LD, `meta`, the element `title`.
    public var titles: [String] = []
    /// Days of publication, `YYYY-MM-DD`, the most trustworthy first.
    public var days: [String] = []
    /// Names of authors, the most trustworthy first.
    public var authors: [String] = []
    /// The language, as a BCP 47 tag in lower case.
    public var language: String?

    /// A page that says nothing.
    public init() {}

    /// The day of publication, where all declarations of it agree, or differ by the day that a time
    /// zone may make; `nil` otherwise.
    public var day: String? {
      guard let first = days.first, let number = Self.dayNumber(first),
        days.allSatisfy({ Self.dayNumber($0).map { abs($0 - number) <= 1 } ?? false })
      else { return nil }
      return first
    }

    /// Days from a fixed day; `nil` where it is none.
    ///
    /// - Parameter day: `YYYY-MM-DD`.
    public static func dayNumber(_ day: String) -> Int? {
      let parts = day.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
      guard day.utf8.count == 10, parts.count == 3, let year = parts[0], let month = parts[1],
        let date = parts[2], (1...12).contains(month), (1...31).contains(date)
      else { return nil }
      // Days since 1 March of year 0, by the civil calendar.
      let years = month > 2 ? year : year - 1
      let months = (month + 9) % 12
      return years * 365 + years / 4 - years / 100 + years / 400 + (months * 306 + 5) / 10 + date
    }
  }

  /// Headings.
  public var headings: [Heading] = []
  /// Items of lists, and terms and descriptions of definition lists.
  public var listItems: [TextRange] = []
  /// Captions of figures and tables.
  public var captions: [TextRange] = []
  /// Cells of tables that are one line.
  public var cells: [TextRange] = []
  /// Texts whose white space counts: code, poems.
  public var preformatted: [TextRange] = []
  /// Elements `time` with a day.
  public var times: [Time] = []
  /// Elements that are marked as an author's name.
  public var bylines: [TextRange] = []
  /// Parts that are not the article's text; one may stand in another, and comes behind it then.
  public var areas: [Area] = []
  /// The element `article` or `main` that holds most text.
  public var article: TextRange?
  /// What the page declares.
  public var declared = Declarations()

  /// No evidence.
  public init() {}
}
