/// Decides between annotations of stages that do not know of each other.
enum OverlapResolution {
  /// The expressions of time that names leave: «رمضان» in the name of a person is no month.
  ///
  /// A date with digits stays, since a name may hold one: «حركة 20 فبراير».
  ///
  /// - Complexity: O(*n* + *m*): both are in text order.
  static func timexes(_ timexes: [Timex], beside entities: EntityAnnotation?) -> [Timex] {
    guard let mentions = entities?.mentions, !mentions.isEmpty else { return timexes }
    var next = 0
    return timexes.filter { timex in
      while next < mentions.count, mentions[next].range.upperBound <= timex.range.lowerBound {
        next += 1
      }
      guard next < mentions.count, rests(onAWord: timex) else { return true }
      let mention = mentions[next]
      guard mention.range.lowerBound <= timex.range.lowerBound,
        timex.range.upperBound <= mention.range.upperBound
      else { return true }
      switch mention.type {
      case .person: return false
      case .organization, .work: return mention.range == timex.range
      default: return true
      }
    }
  }

  /// Whether nothing but the name of a month or weekday makes the expression.
  private static func rests(onAWord timex: Timex) -> Bool {
    switch timex.rule {
    case .month, .weekday: true
    case .hijri: timex.hijri?.utf8.count == 7 && timex.anchor != .text
    default: false
    }
  }
}
