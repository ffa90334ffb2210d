import WarraqFormats

/// What a bench of the entity stage found out.
public struct EntityReport: Sendable {
  /// One part of the stage, or all of it.
  public struct Row: Sendable {
    /// What is measured.
    public let name: String
    /// Tokens, sentences or mentions found.
    public let found: Int
    /// Rounds measured.
    public let rounds: Int
    /// The median of the rounds, in 10^6 bytes of UTF-8 a second.
    public let speed: Double
    /// The same in words a second.
    public let wordSpeed: Double
    /// The best of the rounds, in words a second.
    public let bestWordSpeed: Double

    init(name: String, bytes: Int, words: Int, _ times: RoundRobin.Times) {
      self.name = name
      found = times.pass.segments
      rounds = times.rounds.count
      speed = Double(bytes) / median(times.rounds) / 1e6
      wordSpeed = Double(words) / median(times.rounds)
      bestWordSpeed = Double(words) / (times.rounds.min() ?? .infinity)
    }
  }

  /// Bytes of the sample.
  public let bytes: Int
  /// What stands between white space in it.
  public let words: Int
  /// A row for each part.
  public let rows: [Row]

  /// The rows as JSON Lines.
  public var json: [UInt8] {
    var json = JSONWriter()
    for row in rows {
      json.beginObject()
      json.field("stage", BenchStage.entities.rawValue)
      json.field("part", row.name)
      json.field("bytes", bytes)
      json.field("words", words)
      json.field("found", row.found)
      json.field("rounds", row.rounds)
      json.key("mb_per_s")
      json.number(BenchTable.rounded(row.speed, 1))
      json.field("words_per_s", Int(row.wordSpeed.rounded()))
      json.field("best_words_per_s", Int(row.bestWordSpeed.rounded()))
      json.endObject()
      json.endLine()
    }
    return json.bytes
  }

  /// The rows as a table for people.
  public var table: [UInt8] {
    let head = "stage entities: \(bytes) bytes of UTF-8, \(words) words, one core\n\n"
    var lines = [["part", "found", "MB/s", "words/s", "best"]]
    for row in rows {
      lines.append([
        row.name, String(row.found), BenchTable.fixed(row.speed, 1),
        String(Int(row.wordSpeed.rounded())), String(Int(row.bestWordSpeed.rounded())),
      ])
    }
    return Array((head + BenchTable.aligned(lines, namesFirst: 1)).utf8)
  }
}
