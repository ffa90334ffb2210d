public import WarraqDates
public import WarraqText

/// The parts of a scraped article. What the text does not have is `nil` or empty, never guessed.
public struct Article: Sendable, Hashable {
  /// The title's line, white space and marks around it left out.
  public var title: TextRange?
  /// A short line above the title, ending with a colon or naming a series.
  public var kicker: TextRange?
  /// The author's name alone.
  public var author: TextRange?
  /// The date of publication.
  public var published: Timex?
  /// The regions, in text order; they never overlap.
  public var regions: [Region]
  /// The sections of the body, in text order.
  public var sections: [Section]
  /// The closing paragraphs.
  public var conclusion: TextRange?

  /// An article of which nothing is known.
  public init(regions: [Region] = [], sections: [Section] = []) {
    self.regions = regions
    self.sections = sections
  }

  /// What part of the page a region is.
  public enum RegionKind: String, Sendable, CaseIterable {
    case siteNews = "site_news"
    case kicker, title, byline, date, abstract, caption, body, notes, interface
  }

  /// One region of the text.
  public struct Region: Sendable, Hashable {
    /// What the region is.
    public var kind: RegionKind
    /// Where it stands.
    public var range: TextRange

    /// A region of a kind.
    public init(kind: RegionKind, range: TextRange) {
      self.kind = kind
      self.range = range
    }
  }

  /// A section: its heading, and everything to the next heading.
  public struct Section: Sendable, Hashable {
    /// Its heading; `nil` for points above the first heading.
    public var heading: TextRange?
    /// From the heading to the end of its last paragraph.
    public var range: TextRange
    /// Its numbered points.
    public var points: [Point]
  }

  /// A numbered point of a section.
  public struct Point: Sendable, Hashable {
    /// Its number as written, without its mark; digits are Western.
    public var number: String
    /// Its title, where one stands before a colon.
    public var title: TextRange?
    /// From its number to the end of its last paragraph.
    public var range: TextRange
  }

  /// The region that a place belongs to.
  ///
  /// - Complexity: O(log *n*) in the number of regions.
  public func region(at offset: UTF8Offset) -> RegionKind? {
    var low = 0
    var high = regions.count
    while low < high {
      let middle = (low + high) / 2
      if regions[middle].range.upperBound <= offset { low = middle + 1 } else { high = middle }
    }
    guard low < regions.count, regions[low].range.contains(offset) else { return nil }
    return regions[low].kind
  }
}
