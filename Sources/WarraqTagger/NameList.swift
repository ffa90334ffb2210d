/// The lists that a model is trained with; raw values are bits of ``PhraseFlags``.
package enum NameList: UInt8, CaseIterable, Sendable {
  // Of public sources.
  case places, widePlaces, townPlaces, organizations, clubs, people
  case given, family, namePart, foreignName, foreignPart, male, female, genderedFamily
  case nationality, personCue, organizationCue, placeCue
  // Of Corpus/lexicon.
  case ownPlaces, ownOrganizations, ownPersons, ownOthers, ownGiven, ownFamily
  case function, verb, noun, honorific, office, organizationHead, otherHead

  package var flag: PhraseFlags { PhraseFlags(rawValue: 1 << UInt32(rawValue)) }
}

/// Lists whose phrases of several words are told apart as runs of tokens.
enum RunGroup: Int, CaseIterable {
  case places, widePlaces, organizations, clubs, people, others, titles

  var flags: PhraseFlags {
    switch self {
    case .places: [NameList.places.flag, NameList.ownPlaces.flag]
    case .widePlaces: [NameList.widePlaces.flag, NameList.townPlaces.flag]
    case .organizations: [NameList.organizations.flag, NameList.ownOrganizations.flag]
    case .clubs: NameList.clubs.flag
    case .people: [NameList.people.flag, NameList.ownPersons.flag]
    case .others: NameList.ownOthers.flag
    case .titles: [NameList.honorific.flag, NameList.office.flag, NameList.personCue.flag]
    }
  }

  static let all = allCases.map(\.flags)
}
