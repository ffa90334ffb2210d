import Foundation
import Testing

@Suite("entities")
struct EntitiesTests {
  /// Text and type of each entity of a run's only record.
  private func names(_ result: Tool.Result) throws -> [String] {
    let entities = try #require(try result.records()[0]["entities"] as? [[String: Any]])
    return entities.map { "\($0["type"] ?? "") \($0["text"] ?? "")" }
  }

  @Test("Tokens given are taken as they are, one sentence a line")
  func tokenized() throws {
    let text = "سافر الوفد إلى لندن وباريس .\nثم عاد ( إلى بغداد، ) أمس .\n"
    let result = try Tool.run(
      "entities", "--tokenized", "--guideline", "anercorp", input: Data(text.utf8))
    #expect(result.code == 0 && result.errors.isEmpty)
    let found = try names(result)
    #expect(found.prefix(2) == ["LOC لندن", "LOC وباريس"])
    let tokens = Set(text.split { " \n".contains($0) }.map(String.init))
    for name in found {
      for token in name.split(separator: " ").dropFirst() {
        #expect(tokens.contains(String(token)))
      }
    }
  }

  @Test("The default guideline leaves proclitics out, and the tagger adds names that no list has")
  func defaultGuideline() throws {
    let text = "وقال المدير التنفيذي للشركة جيرهارد فانديرمولن في لندن وباريس إن الأرباح ارتفعت."
    let result = try Tool.run("entities", input: Data(text.utf8))
    #expect(try names(result) == ["PER جيرهارد فانديرمولن", "LOC لندن", "LOC باريس"])
  }

  @Test("annotate takes both options too, and sentences are the lines")
  func annotate() throws {
    let text = "وصل د. حسن كمال . ثم عاد .\nنعم .\n"
    let result = try Tool.run(
      "annotate", "--tokenized", "--guideline", "anercorp", input: Data(text.utf8))
    #expect(result.code == 0)
    #expect((try result.records()[0]["sentences"] as? [Any])?.count == 2)
  }

  @Test("Names of the tagger tell it, with a confidence of their own")
  func rules() throws {
    let text = "أعلن حزب الله أمس انسحابه من بيروت .\n"
    let result = try Tool.run(
      "entities", "--tokenized", "--guideline", "anercorp", input: Data(text.utf8))
    let entities = try #require(try result.records()[0]["entities"] as? [[String: Any]])
    #expect(
      entities.map { $0["rule"] as? String } == ["tagger.organization", "tagger.location"])
    for entity in entities {
      let confidence = try #require(entity["confidence"] as? Double)
      #expect(confidence > 0 && confidence < 1)
    }
  }
}
