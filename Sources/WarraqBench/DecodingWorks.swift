import WarraqFormats
import WarraqICU
import WarraqText

extension BenchCase {
  /// ICU's iterator, or its conversion to UTF-16 alone.
  static func icu(_ unit: BreakYardstick.Unit, _ text: SourceText) throws(ICUError) -> BenchCase {
    let yardstick = try BreakYardstick(unit, capacity: text.count)
    let utf8 = text.utf8
    let work =
      switch unit {
      case .nothing: "utf-8 to utf-16"
      case .words: "words"
      case .sentences: "sentences"
      }
    return BenchCase(work, kernel: "icu") { () throws(ICUError) in
      Pass(results: try yardstick.run(utf8))
    }
  }
}

extension Bench {
  /// From bytes to a checked text: validation, reading that repairs, and a line of JSON.
  func decoding(_ sample: BenchSample) throws(ICUError) -> BenchComparison {
    let utf8 = sample.text.utf8
    let documents = sample.documents
    var cases = [
      BenchCase.counting("utf-8") { (try? SourceText(validating: utf8))?.count ?? 0 }
    ]
    if isDetailed {
      let lines = documents.map { document in
        var json = JSONWriter()
        json.beginObject()
        json.key("text")
        json.string(document.utf8[...])
        json.endObject()
        return json.bytes
      }
      cases += [
        .counting("utf-8, repairing") { (try? SourceText.repairing(utf8))?.text.count ?? 0 },
        .counting("json line") {
          lines.reduce(0) { $0 + ((try? JSONLinesReader().read($1))?.text.count ?? 0) }
        },
      ]
    }
    return BenchComparison(
      stage: .decode, text: sample.text, yardstick: try .icu(.nothing, sample.text), cases: cases)
  }
}
