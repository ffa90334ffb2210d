internal import WarraqAnalysis
internal import WarraqArticles
internal import WarraqDates
internal import WarraqEntities
internal import WarraqLexicon
internal import WarraqQuotations
internal import WarraqText
internal import WarraqTokenization

extension RecordEncoder {
  /// Writes the member `article`.
  mutating func article(_ article: Article) {
    json.key("article")
    json.beginObject()
    spanObject("title", article.title)
    spanObject("kicker", article.kicker)
    spanObject("author", article.author)
    published(article.published)
    array("regions", article.regions) { encoder, region in
      encoder.json.field("kind", region.kind.rawValue)
      encoder.range(region.range)
    }
    array("sections", article.sections) { encoder, section in
      encoder.spanObject("heading", section.heading)
      encoder.range(section.range)
      encoder.array("points", section.points) { encoder, point in
        encoder.json.field("number", point.number)
        encoder.spanObject("title", point.title)
        encoder.range(point.range)
      }
    }
    rangeObject("conclusion", article.conclusion)
    json.endObject()
  }

  private mutating func published(_ date: Timex?) {
    json.key("published")
    guard let date else { return json.null() }
    json.beginObject()
    span(date.range)
    json.field("value", date.value)
    json.endObject()
  }

  /// Writes the member `sentences`.
  mutating func sentences(_ sentences: [Sentence]) {
    array("sentences", sentences) { encoder, sentence in encoder.range(sentence.range) }
  }

  /// Writes the members `entities` and `entity_index`.
  ///
  /// - Parameter article: Tells the region of each mention.
  mutating func entities(_ annotation: EntityAnnotation, article: Article?) {
    array("entities", annotation.mentions) { encoder, mention in
      encoder.span(mention.range)
      encoder.json.field("type", mention.type.rawValue)
      encoder.json.field("entity", Self.entityID(mention.entity))
      encoder.json.field("region", article?.region(at: mention.range.lowerBound)?.rawValue)
      encoder.json.key("confidence")
      encoder.json.number(mention.confidence)
      encoder.json.field("rule", mention.rule.id)
      if let role = mention.role { encoder.spanObject("role", role) }
    }
    array("entity_index", annotation.entities.enumerated()) { encoder, element in
      let (number, entity) = element
      encoder.json.field("entity", Self.entityID(number))
      encoder.json.field("type", entity.type.rawValue)
      encoder.json.field("key", entity.key)
      encoder.json.field("canonical", entity.canonical)
      encoder.json.field("mentions", entity.mentions)
      encoder.json.key("links")
      encoder.json.beginObject()
      encoder.json.field("iso3166", entity.region)
      encoder.json.field("wikidata", entity.wikidata)
      encoder.json.field("gazetteer", entity.gazetteer)
      encoder.json.endObject()
    }
  }

  /// The id of an entity inside of its document.
  static func entityID(_ number: Int) -> String { "e\(number + 1)" }

  /// Writes the member `timexes`.
  mutating func timexes(_ timexes: [Timex]) {
    array("timexes", timexes) { encoder, timex in
      encoder.span(timex.range)
      encoder.json.field("type", timex.kind.rawValue)
      encoder.json.field("value", timex.value)
      if let modifier = timex.modifier { encoder.json.field("mod", modifier.rawValue) }
      if let hijri = timex.hijri {
        encoder.json.field("calendar", "islamic")
        encoder.json.field("orig", hijri)
      }
      encoder.json.field("anchor", timex.anchor.rawValue)
      encoder.json.field("rule", timex.rule.id)
    }
  }

  /// Writes the member `quotes`.
  ///
  /// - Parameter hasEntities: Whether the record has the entities that the speakers are.
  mutating func quotations(_ quotations: [Quotation], hasEntities: Bool) {
    array("quotes", quotations) { encoder, quotation in
      encoder.range(quotation.range)
      encoder.json.field(
        "speaker", hasEntities ? quotation.speaker.map { Self.entityID($0) } : nil)
      encoder.spanObject("verb", quotation.verb)
    }
  }

  /// Writes the member `language`: the share of Arabic script, `null` where the text has no letters,
  /// and the passages in other scripts and languages.
  mutating func language(_ profile: LanguageProfile) {
    json.key("language")
    json.beginObject()
    json.key("arabic")
    if let share = profile.arabicShare {
      json.number((share * 1000).rounded() / 1000)
    } else {
      json.null()
    }
    array("passages", profile.passages) { encoder, passage in
      encoder.range(passage.range)
      encoder.json.field("script", passage.script)
      encoder.json.field("language", passage.language)
    }
    json.endObject()
  }

  /// Writes the member `declared`: what an HTML page says of itself outside of its text.
  mutating func declared(_ declared: MarkupEvidence.Declarations) {
    json.key("declared")
    json.beginObject()
    json.field("title", declared.titles.first)
    json.field("author", declared.authors.first)
    json.field("published", declared.day)
    json.field("language", declared.language)
    json.endObject()
  }

  /// Writes the member `diagnostics`.
  mutating func diagnostics(_ diagnostics: [Diagnostic]) {
    array("diagnostics", diagnostics) { encoder, diagnostic in
      encoder.json.field("code", diagnostic.code)
      encoder.range(diagnostic.range)
      encoder.json.field("message", diagnostic.message)
    }
  }

  /// Writes the member `tokens` of a document record.
  mutating func tokens(_ tokens: TokenList) {
    array("tokens", tokens.indices) { encoder, token in
      encoder.range(tokens.range(at: token))
      encoder.json.field("kind", tokens.kind(at: token).name)
      encoder.json.key("norm")
      encoder.json.string(tokens.keyPool[tokens.keyRange(at: token)])
    }
  }
}
