public import WarraqAnalysis
import WarraqLexicon
import WarraqTagger
import WarraqTokenization

/// Finds named entities by the lexicon and by rules, and gives mentions of one thing one identity.
///
/// The order of work: look up every word and phrase; take what the lexicon is sure of, what heads,
/// titles and quotation marks announce; from these take what the document explains (ambiguous
/// names of entities found for sure, family names, repeated quotations); keep the longest of
/// overlapping candidates; where none is, take what the tagger is sure of; link.
public struct EntityAnnotator: Annotator {
  /// What counts as a name.
  public let guideline: EntityGuideline

  private let lexicon: Lexicon

  /// Makes an annotator with the lexicon and the model that the program carries.
  public init(guideline: EntityGuideline = .warraq) {
    self.guideline = guideline
    lexicon = .shared
  }

  /// The entities of a text.
  ///
  /// - Complexity: O(*n* log *n*) in the number of tokens.
  public func annotate(_ text: AnalyzedText) -> EntityAnnotation {
    let view = LexicalView(text, lexicon: lexicon)
    let tagged = TaggerRules(view: view, tagger: .shared)
    if guideline == .anercorp { return EntityLinker(view: view).link(tagged.wholeTokens()) }
    let rules = LexiconRules(view: view)
    let (listed, waiting) = rules.candidates()
    var candidates = listed
    candidates += PersonRules(view).candidates()
    candidates += HeadRules(view: view).candidates()
    candidates += WorkRules(view: view).candidates()
    candidates += RoleRules(view: view).candidates()
    candidates += DecisionRules(view: view).candidates()
    candidates += ReferenceRules(view: view).candidates()
    candidates = candidates.withoutOverlaps(tokenCount: text.tokens.count)

    let known = Set(candidates.compactMap(\.entity))
    let document =
      rules.candidates(waiting, known: known)
      + DocumentRules(view: view).candidates(known: candidates)
      + AliasRules(view: view).candidates(known: candidates)
    candidates = (candidates + document).withoutOverlaps(tokenCount: text.tokens.count)
    candidates = (candidates + tagged.candidates(known: candidates))
      .withoutOverlaps(tokenCount: text.tokens.count)
    return EntityLinker(view: view).link(candidates)
  }
}
