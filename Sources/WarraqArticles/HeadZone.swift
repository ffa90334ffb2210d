import WarraqAnalysis
import WarraqDates
import WarraqText
import WarraqTokenization

extension Page {
  /// Lines of content that a head zone may have.
  private static let longestHead = 14

  /// Reads the lines above the first paragraph.
  mutating func readHead() {
    let end = headEnd()
    var unclaimed: [Int] = []
    var line = next
    // Dates, authors, captions first: what stands beside them tells which line is the title.
    while line < end {
      if isCrawlerPrefix(line) || isInterface(line) {
        kinds[line] = .interface
      } else if isTicker(line) {
        kinds[line] = .siteNews
      } else if isSeries(line), LineWords.numberedLabels.contains(lines[line].keyWords.first ?? ""),
        let date = publicationDate(line)
      {
        // «العدد 147 - 1 يونيو 2012»
        if published == nil { published = date }
        unclaimed.append(line)
      } else if let date = publicationDate(line) {
        kinds[line] = .date
        if published == nil { published = date }
      } else if isCaption(line) || isPictured(line) {
        kinds[line] = .caption
      } else if let name = authorName(line, end: end) {
        line = name
      } else {
        if published == nil, let date = dateOfLabel(line) { published = date }
        unclaimed.append(line)
      }
      line += 1
    }
    nameTitleAndKicker(unclaimed, end: end)
    if published == nil, end < lines.count, let date = dateline(end) ?? dayOfWriting(end) {
      published = date
    }
    if published == nil { readDateAtEnd(below: end) }
    next = end
  }

  /// The first line that is a paragraph, or a heading of the body.
  private func headEnd() -> Int {
    var line = next
    var content = 0
    while line < lines.count, content < Self.longestHead {
      let shape = lines[line]
      if isCrawlerPrefix(line) || isInterface(line) || isTicker(line) {
        line += 1
        continue
      }
      let isParagraph =
        shape.words > 30 || shape.words > 9 && shape.endsWithStop
        || shape.words > 12 && hasSentences(shape)
      if isParagraph && !isCaption(line) || LineWords.abstracts.contains(shape.key)
        || LineWords.headings.contains(shape.key) || LineWords.notes.contains(shape.key)
      {
        return line
      }
      if shape.numbering != nil || shape.bullet != nil && !isRoleNote(line), line > next {
        return line
      }
      content += 1
      line += 1
    }
    guard line == lines.count, content > 1 else { return line }
    // Only short lines: the first full sentence below the first line begins the body. A poem, a
    // list or a table has none; its first line may be a title, no more.
    let first = (next..<line).first { !isInterface($0) } ?? next
    return (first + 1..<line).first { lines[$0].endsWithStop && lines[$0].words >= 4 }
      ?? min(first + 1, line)
  }

  /// Whether a full stop parts sentences inside of a line.
  private func hasSentences(_ shape: LineShape) -> Bool {
    shape.tokens.dropFirst(3).dropLast(3).contains {
      text.firstScalar(of: $0) == 0x2E && text.tokens.kind(at: $0) == .punctuation
        && text.tokens.range(at: $0).utf8.count == 1 && !text.tokens.isGlued(at: $0 + 1)
        && text.firstScalar(of: $0 - 1) != 0x2E
    }
  }

  /// Headlines of other pages in one line, far apart: a ticker.
  private func isTicker(_ line: Int) -> Bool {
    let shape = lines[line]
    guard shape.tokens.count <= 300, shape.words >= 9 else { return false }
    let segments = segments(of: shape)
    guard segments.count >= 3 else { return false }
    let words = segments.reduce(0) { $0 + $1.count }
    return words >= segments.count * 3 && segments.allSatisfy { $0.count <= 20 }
  }
}
