/// The straight line from a text to its document.
///
/// A value without state: one pipeline may be used by any number of threads at once, and gives the
/// same document for the same text.
public struct Pipeline: Sendable {
  /// A part of the work that can be left out.
  public enum Stage: String, CaseIterable, Sendable {
    case article, sentences, timexes, entities
    /// Quotations; their speakers are entities, so without these they have none, and are found by
    /// marks and words of speaking alone.
    case quotes
  }

  /// What is done.
  public let stages: Set<Stage>

  /// Whether texts are cut before: tokens by spaces, sentences by line ends.
  public let isTokenized: Bool

  /// Lines that the documents' site prints on many pages.
  public let boilerplate: BoilerplateProfile?

  private let damage = DamageDetector()
  private let dates = DateExtractor()
  private let articles = ArticleReader()
  private let entities: EntityAnnotator
  private let quotations = QuotationAnnotator()

  /// Makes a pipeline that does some stages.
  ///
  /// - Parameters:
  ///   - guideline: What counts as a named entity.
  ///   - tokenized: Whether texts are cut before: their tokens, parted by spaces, are taken as they
  ///     are, and each line is a sentence.
  ///   - gazetteer: Names that are reported before all others.
  ///   - stopList: Names that are never reported.
  ///   - boilerplate: Lines that the documents' site prints on many pages.
  public init(
    stages: Set<Stage> = Set(Stage.allCases), guideline: EntityGuideline = .warraq,
    tokenized: Bool = false, gazetteer: Gazetteer? = nil, stopList: StopList? = nil,
    boilerplate: BoilerplateProfile? = nil
  ) {
    self.boilerplate = boilerplate
    self.stages = stages
    isTokenized = tokenized
    entities = EntityAnnotator(
      guideline: guideline, gazetteer: gazetteer, stopList: stopList)
  }

  /// Annotates a text.
  ///
  /// - Parameters:
  ///   - text: Any text; every text can be annotated.
  ///   - reference: The day that dates without a year are resolved against. Without it, the
  ///     publication date found in the text serves, if there is one.
  ///   - markup: What the markup of the page tells that the text was taken from.
  /// - Complexity: O(*n*) in the length of the text.
  public func analyze(
    _ text: SourceText, reference: ReferenceDate? = nil, markup: MarkupEvidence? = nil
  ) -> Document {
    let found = damage.damage(in: text)
    let analyzed =
      isTokenized ? AnalyzedText(tokenized: text) : AnalyzedText(text, repairing: found)
    var document = Document(
      text: text, tokens: analyzed.tokens, language: LanguageProfile(analyzed))
    document.diagnostics = diagnostics(of: text, document.language, found)
    if stages.contains(.sentences) { document.sentences = analyzed.sentences }

    // The publication date, which the article stage finds among the dates, anchors the others.
    let needsArticle = stages.contains(.article) || stages.contains(.quotes)
    let needsDates = stages.contains(.timexes) || needsArticle
    let times = needsDates ? dates.annotate(analyzed) : []
    var published: ReferenceDate?
    var foreign: [TextRange] = []
    var unspoken: [TextRange] = []
    if needsArticle || stages.contains(.timexes) && reference == nil {
      let article = articles.read(
        analyzed, timexes: times, markup: markup, boilerplate: boilerplate)
      // What the page declares is no part of its text, but times are told from it.
      published = (article.published?.value ?? markup?.declared.day).flatMap { ReferenceDate($0) }
      // The site's news and interface name other articles' times.
      foreign = article.regions.filter { $0.kind == .siteNews || $0.kind == .interface }.map(
        \.range)
      // Titles in notes and in the site's news stand behind names and colons, too.
      unspoken = article.regions.filter {
        $0.kind == .siteNews || $0.kind == .interface || $0.kind == .notes
      }.map(\.range)
      if stages.contains(.article) { document.article = article }
    }
    if stages.contains(.entities) { document.entities = entities.annotate(analyzed) }
    if stages.contains(.quotes) {
      document.quotations = quotations.annotate(
        analyzed, entities: document.entities ?? EntityAnnotation(), outside: unspoken)
    }
    if stages.contains(.timexes) {
      let resolved = DateResolver.resolve(
        times, reference: reference ?? published, foreign: foreign)
      let timexes = OverlapResolution.timexes(resolved, beside: document.entities)
      document.timexes = timexes
      document.diagnostics += DateConsistency.diagnostics(of: timexes, in: analyzed)
    }
    return document
  }

  private func diagnostics(
    of text: SourceText, _ language: LanguageProfile, _ damage: [Damage]
  ) -> [Diagnostic] {
    let found = damage.map(\.diagnostic)
    guard language.arabicLetters == 0, language.letters > 0 else { return found }
    return [
      Diagnostic(
        code: "no-arabic", range: text.range, message: "the text has no letter of Arabic script")
    ] + found
  }
}

extension AnalyzedText {
  /// Analyzes a text, reading words that damage changed as they were.
  fileprivate init(_ text: SourceText, repairing damage: [Damage]) {
    self.init(
      text,
      respellings: damage.compactMap { damage in
        damage.originalWord(in: text).map {
          Respelling(
            range: damage.range, spelling: SourceText(String(decoding: $0, as: UTF8.self)))
        }
      })
  }
}
