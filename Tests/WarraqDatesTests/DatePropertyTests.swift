import Testing
import WarraqDatesFuzz
import WarraqText

@Suite("Dates, properties of any text")
struct DatePropertyTests {
  @Test("Ranges tile no text twice, values have the forms of the contract", arguments: 0..<8)
  func random(batch: UInt64) {
    let times = RandomTimes()
    let properties = DateProperties()
    for index in 0..<150 {
      let seed = batch * 1_000_003 + UInt64(index)
      var generator = SplitMix(state: seed)
      let text = times.make(pieces: 40, using: &generator)
      let problem = properties.broken(by: SourceText(text))
      #expect(problem == nil, "seed \(seed): \(text.debugDescription)")
    }
  }
}
