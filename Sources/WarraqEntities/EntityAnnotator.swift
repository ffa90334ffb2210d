public import WarraqAnalysis
import WarraqLexicon
import WarraqTagger
import WarraqTokenization

/// Finds named entities by the lexicon and by rules, and gives mentions of one thing one identity.
///
/// The order of work: take what the user lists; look up every word and phrase; take what the lexicon is sure of, what heads,
/// titles and quotation marks announce; from these take what the document explains (ambiguous
/// names of entities found for sure, family names, repeated quotations); keep the longest of
/// overlapping candidates; where none is, take what the tagger is sure of; link.
public struct EntityAnnotator: Annotator {
  /// What counts as a name.
  public let guideline: EntityGuideline

  private let lexicon: Lexicon
  private let gazetteer: Gazetteer?
  private let stopList: StopList?

  /// Makes an annotator with the lexicon and the model that the program carries.
  ///
  /// - Parameters:
  ///   - gazetteer: Names that are reported before all that lexicon, rules and model find; mentions
  ///     that overlap them are not reported.
  ///   - stopList: Names that are never reported, not even those of the gazetteer.
  public init(
    guideline: EntityGuideline = .warraq, gazetteer: Gazetteer? = nil, stopList: StopList? = nil
  ) {
    self.guideline = guideline
    self.gazetteer = gazetteer
    self.stopList = stopList
    lexicon = .shared
  }

  /// The entities of a text.
  ///
  /// - Complexity: O(*n* log *n*) in the number of tokens.
  public func annotate(_ text: AnalyzedText) -> EntityAnnotation {
    let view = LexicalView(text, lexicon: lexicon)
    let tagged = TaggerRules(view: view, tagger: .shared)
    let user = GazetteerRules(
      view: view, gazetteer: gazetteer, stopList: stopList, wholeTokens: guideline == .anercorp)
    let linker = EntityLinker(view: view, gazetteer: gazetteer)
    if guideline == .anercorp {
      return linker.link(
        user.allowed(user.candidates() + tagged.wholeTokens())
          .withoutOverlaps(tokenCount: text.tokens.count))
    }
    let rules = LexiconRules(view: view)
    let (listed, waiting) = rules.candidates()
    var candidates = user.candidates() + listed
    candidates += PersonRules(view).candidates()
    candidates += HeadRules(view: view).candidates()
    candidates += WorkRules(view: view).candidates()
    candidates += RoleRules(view: view).candidates()
    candidates += DecisionRules(view: view).candidates()
    candidates += MediaRules(view: view).candidates()
    candidates += ReferenceRules(view: view).candidates()
    candidates = user.allowed(candidates).withoutOverlaps(tokenCount: text.tokens.count)

    let known = Set(candidates.compactMap(\.entity))
    let document =
      rules.candidates(waiting, known: known)
      + DocumentRules(view: view).candidates(known: candidates)
      + AliasRules(view: view).candidates(known: candidates)
    candidates = user.allowed(candidates + document).withoutOverlaps(tokenCount: text.tokens.count)
    candidates = user.allowed(candidates + tagged.candidates(known: candidates))
      .withoutOverlaps(tokenCount: text.tokens.count)
    let tags = user.allowed(HashtagRules(view: view).candidates(known: candidates))
    if !tags.isEmpty {
      candidates = (candidates + tags).withoutOverlaps(tokenCount: text.tokens.count)
    }
    let again = user.allowed(DocumentRules(view: view).shortForms(known: candidates))
    if !again.isEmpty {
      candidates = (candidates + again).withoutOverlaps(tokenCount: text.tokens.count)
    }
    return linker.link(candidates)
  }
}
