import Testing

@testable import WarraqFormats

@Suite("Records read back")
struct RecordTests {
  private func bytes(_ text: String) -> [UInt8] { Array(text.utf8) }

  @Test("A record's parts; null and absent parts are nil")
  func record() throws {
    let record = try DocumentRecord(
      bytes(
        #"{"id":"a","offsets":"scalar","text":"\u0642\ud83d\ude00","article":{"title":null,"author":{"start":3,"end":5},"published":{"start":1,"end":2,"value":"2020-01-02"},"regions":[{"kind":"body","start":0,"end":9}],"sections":[{"heading":{"start":1,"end":2},"points":[{"number":"1","title":null,"start":4,"end":6}]},{"heading":null,"points":[]}],"conclusion":null},"sentences":[{"start":0,"end":2}],"entities":[{"start":0,"end":1,"type":"PER","entity":"e1"}],"timexes":[{"start":0,"end":1,"type":"DATE","value":"2020"}]}"#
      ))
    #expect(record.text == [0x642, 0x1F600])
    let structure = try #require(record.structure)
    #expect(structure.title == nil && structure.author == 3..<5)
    #expect(structure.published?.value == "2020-01-02" && structure.headings == [1..<2])
    #expect(structure.points == [.init(start: 4, number: "1", title: nil)])
    #expect(record.sentences == [0..<2] && record.quotes == nil)
    #expect(record.mentions == [.init(range: 0..<1, type: "PER", entity: "e1")])
    #expect(record.timexes == [.init(range: 0..<1, type: "DATE", value: "2020")])
  }

  @Test("Quotations; a record without verbs tells none")
  func quotes() throws {
    let record = try DocumentRecord(
      bytes(
        #"{"id":"a","quotes":[{"start":8,"end":9,"speaker":"e1","verb":{"start":1,"end":4}},{"start":12,"end":19,"speaker":null,"verb":null}]}"#
      ))
    #expect(
      record.quotes == [
        .init(range: 8..<9, speaker: "e1", verb: 1..<4), .init(range: 12..<19),
      ])
    #expect(record.tellsVerbs)
    let bare = try DocumentRecord(
      bytes(#"{"id":"a","quotes":[{"start":8,"end":9,"speaker":"e1"}]}"#))
    #expect(!bare.tellsVerbs)
  }

  @Test(
    "Lines that are no records",
    arguments: [
      "", "{", "[]", #"{"id":1}"#, #"{"id":"a","offsets":"utf8"}"#,
      #"{"id":"a","entities":[{"start":2,"end":1,"type":"PER"}]}"#,
      #"{"id":"a","entities":[{"start":0,"end":1}]}"#, #"{"id":"a","sentences":{}}"#,
      #"{"id":"a","timexes":[{"start":0.5,"end":1,"type":"DATE","value":"1"}]}"#,
      #"{"id":"a"} x"#,
    ])
  func faults(line: String) {
    #expect(throws: RecordError.self) { try DocumentRecord(bytes(line)) }
  }

  @Test("CoNLL columns: IOB1, IOB2 and IOBES, tabs, documents")
  func columns() throws {
    let records = try CoNLLReader(name: "f").read(
      bytes(
        """
        -DOCSTART- O

        قال\tO
        أحمد\tB-PERS
        حسن\tI-PERS
        مصر\tB-PERS

        سوريا I-LOC
        العراق I-LOC
        في O
        -DOCSTART- O
        بنك x S-ORG
        البنك x B-ORG
        الدولي x E-ORG
        """))
    #expect(records.map(\.id) == ["f#1", "f#2"])
    let text = try #require(records[0].text).compactMap(Unicode.Scalar.init)
    #expect(String(String.UnicodeScalarView(text)) == "قال أحمد حسن مصر\nسوريا العراق في\n")
    #expect(
      records[0].mentions == [
        .init(range: 4..<12, type: "PER"), .init(range: 13..<16, type: "PER"),
        .init(range: 17..<29, type: "LOC"),
      ])
    #expect(records[0].sentences == [0..<16, 17..<32])
    #expect(
      records[1].mentions == [
        .init(range: 0..<3, type: "ORG"), .init(range: 4..<16, type: "ORG"),
      ])
    #expect(throws: CoNLLReader.Fault(line: 2)) {
      try CoNLLReader(name: "f").read(bytes("a O\nb\n"))
    }
  }
}
