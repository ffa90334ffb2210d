/// What counts as a name, and where it begins and ends.
public enum EntityGuideline: String, CaseIterable, Sendable {
  /// The project's own: proclitics, titles and generic heads are left out of names; six types.
  case warraq
  /// That of ANERcorp (Benajiba et al. 2007), as the tagger has learned it from the corpus: names
  /// are whole tokens, proclitics included; persons, locations, organizations and a few others.
  case anercorp
}
