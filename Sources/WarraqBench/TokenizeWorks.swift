import WarraqICU
import WarraqText
import WarraqTokenization

/// ICU's way: conversion, then every segment's end and rule status.
final class ICUWork: Work {
  private let text: [UInt8]
  private let yardstick: WordBreakYardstick

  init(_ text: [UInt8], _ yardstick: WordBreakYardstick) {
    self.text = text
    self.yardstick = yardstick
  }

  func run() throws(ICUError) -> Pass {
    Pass(segments: try yardstick.run(text))
  }
}

/// The naive way.
final class ByteTableWork: Work {
  private let text: [UInt8]
  private let table: ByteTable

  init(_ text: [UInt8]) {
    self.text = text
    table = ByteTable(capacity: text.count)
  }

  func run() throws(ICUError) -> Pass {
    Pass(segments: table.run(text))
  }
}

/// Scans the text; of each batch the columns' ends are read, the work being to write them.
final class ScanWork: Work {
  private let scanner: TokenScanner

  init(_ scanner: TokenScanner) {
    self.scanner = scanner
  }

  func run() throws(ICUError) -> Pass {
    scanner.restart()
    var pass = Pass(segments: 0)
    while scanner.nextBatch() {
      pass.segments &+= scanner.batch.count
      pass.checksum &+= scanner.batch.withColumns { starts, kinds in
        Int(starts[0]) &+ Int(starts[kinds.count]) &+ Int(kinds[kinds.count - 1])
      }
    }
    return pass
  }
}

/// Iterates over the tokens and reads all of each.
final class SequenceWork: Work {
  private let tokens: TokenSequence

  init(_ tokens: TokenSequence) {
    self.tokens = tokens
  }

  func run() throws(ICUError) -> Pass {
    consume()
  }

  /// Apart and with plain variables: they stay in registers.
  @inline(never)
  private func consume() -> Pass {
    var segments = 0
    var checksum = 0
    for token in tokens {
      segments &+= 1
      checksum &+= token.range.lowerBound.value ^ token.range.upperBound.value
      checksum &+= Int(token.kind.rawValue)
    }
    return Pass(segments: segments, checksum: checksum)
  }
}
