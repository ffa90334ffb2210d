import Testing
import WarraqAnalysis
import WarraqEntities
import WarraqTestSupport
import WarraqText

@Suite("Roles of persons")
struct RoleGoldenTests {
  @Test("Golden cases")
  func golden() throws {
    try GoldenFile("roles.txt").check { golden in
      let plain = GoldenMarkup.plain(golden.expected)
      let annotation = EntityAnnotator().annotate(AnalyzedText(SourceText(plain)))
      var spans: [(range: Range<Int>, label: String)] = []
      var number = 0
      for mention in annotation.mentions where mention.type == .person {
        if let role = mention.role {
          number += 1
          spans.append((role.utf8, "ROLE\(number)"))
          spans.append((mention.range.utf8, "PER\(number)"))
        } else {
          spans.append((mention.range.utf8, "PER"))
        }
      }
      return GoldenMarkup.marked(plain, spans.sorted { $0.range.lowerBound < $1.range.lowerBound })
    }
  }

  @Test("Only persons have roles, and a role is no part of the name")
  func soundness() throws {
    for (name, bytes) in try Corpus.articles() {
      let text = try SourceText(validating: bytes)
      for mention in EntityAnnotator().annotate(AnalyzedText(text)).mentions {
        guard let role = mention.role else { continue }
        #expect(mention.type == .person, "\(name)")
        #expect(!role.isEmpty && !role.overlaps(mention.range), "\(name): \(text[role])")
      }
    }
  }
}
