import Foundation
import FoundationXML

/// Reads TEI with the system's XML parser.
final class TEIReader: NSObject, XMLParserDelegate {
  /// An element in a body, with its place in the body's text, in scalars.
  struct Element {
    var name: String
    var attributes: [String: String]
    var start: Int
    var end: Int
  }

  /// The text of each body.
  private(set) var bodies: [String] = []
  /// The elements of each body, in the order of their starts.
  private(set) var elements: [[Element]] = []
  private(set) var titles: [String] = []
  private var path: [String] = []
  private var open: [Int] = []
  private var fault: String?

  init(_ bytes: [UInt8]) throws {
    super.init()
    let parser = XMLParser(data: Data(bytes))
    parser.delegate = self
    guard parser.parse(), fault == nil else {
      throw FormatFault(
        fault ?? "line \(parser.lineNumber): \(String(describing: parser.parserError))")
    }
  }

  /// Elements that may hold each element, as far as this product writes them.
  private static let parents: [String: Set<String>] = [
    "teiCorpus": [""], "TEI": ["teiCorpus"], "body": ["text"], "div": ["body"],
    "head": ["div"], "note": ["div"],
    "p": [
      "div", "body", "publicationStmt", "sourceDesc", "calendar",
    ], "s": ["p", "head", "note"],
  ]

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
    qualifiedName: String?, attributes: [String: String]
  ) {
    if let allowed = Self.parents[name], !allowed.contains(path.last ?? "") {
      fault = "\(name) in \(path.last ?? "nothing")"
    }
    if name == "head",
      elements[elements.count - 1].contains(where: {
        $0.name == "p"
          && $0.start >= (open.last.map { elements[elements.count - 1][$0].start } ?? 0)
      })
    {
      fault = "a head behind a paragraph"
    }
    path.append(name)
    if name == "body" {
      bodies.append("")
      elements.append([])
    } else if path.contains("body") {
      open.append(elements[elements.count - 1].count)
      elements[elements.count - 1].append(
        Element(name: name, attributes: attributes, start: length, end: -1))
    } else if path == ["teiCorpus", "TEI", "teiHeader", "fileDesc", "titleStmt", "title"] {
      titles.append("")
    }
  }

  func parser(
    _ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?
  ) {
    path.removeLast()
    if path.contains("body"), let index = open.popLast() {
      elements[elements.count - 1][index].end = length
    }
  }

  func parser(_ parser: XMLParser, foundCharacters string: String) {
    if path.contains("body") {
      bodies[bodies.count - 1].unicodeScalars.append(contentsOf: string.unicodeScalars)
      let isBetween = path.last == "div" || path.last == "body"
      if isBetween,
        string.unicodeScalars.contains(where: { !" \t\r\n".unicodeScalars.contains($0) })
      {
        fault = "characters between blocks"
      }
    } else if path == ["teiCorpus", "TEI", "teiHeader", "fileDesc", "titleStmt", "title"] {
      titles[titles.count - 1] += string
    }
  }

  private var length: Int { bodies[bodies.count - 1].unicodeScalars.count }
}

/// Reads standoff annotations of brat, and holds them against the text.
struct StrictBrat {
  private(set) var spans: [FoundSpan] = []
  /// Fragments of spans, which leave out line breaks.
  private(set) var fragments: [[Range<Int>]] = []
  private(set) var notes: [String: String] = [:]
  private(set) var references: [(target: String, id: String, name: String)] = []

  init(_ annotations: String, text: String) throws {
    let scalars = Array(text.unicodeScalars)
    var ids: Set<String> = []
    // As Python reads lines: all of its line breaks end one.
    let breaks = "\n\r\u{B}\u{C}\u{1C}\u{1D}\u{1E}\u{85}\u{2028}\u{2029}".unicodeScalars
    let lines = annotations.unicodeScalars.split(omittingEmptySubsequences: true) {
      breaks.contains($0)
    }.map { String($0) }
    for line in lines {
      let columns = line.unicodeScalars.split(
        separator: "\t", maxSplits: 2, omittingEmptySubsequences: false
      ).map { String($0) }
      guard columns.count >= 2, ids.insert(columns[0]).inserted else { throw FormatFault(line) }
      let words = columns[1].components(separatedBy: " ")
      switch columns[0].first {
      case "T":
        let places = columns[1].dropFirst(words[0].count + 1).components(separatedBy: ";").map {
          $0.components(separatedBy: " ").compactMap { Int($0) }
        }
        var found: [String] = []
        for place in places {
          guard place.count == 2, 0 <= place[0], place[0] < place[1], place[1] <= scalars.count
          else {
            throw FormatFault("place of \(line)")
          }
          var view = String.UnicodeScalarView()
          view.append(contentsOf: scalars[place[0]..<place[1]])
          found.append(String(view))
        }
        guard columns[2].utf8.elementsEqual(found.joined(separator: " ").utf8) else {
          throw FormatFault("text of \(line)")
        }
        spans.append(
          FoundSpan(start: places[0][0], end: places[places.count - 1][1], label: words[0]))
        fragments.append(places.map { $0[0]..<$0[1] })
      case "A":
        guard words.count == 3, ids.contains(words[1]) else { throw FormatFault(line) }
      case "N":
        guard words.count == 3, words[0] == "Reference", ids.contains(words[1]),
          words[2].contains(":"), columns.count == 3
        else { throw FormatFault(line) }
        references.append((words[1], words[2], columns[2]))
      case "#":
        guard words.count == 2, words[0] == "AnnotatorNotes", ids.contains(words[1]),
          columns.count == 3
        else { throw FormatFault(line) }
        notes[words[1]] = columns[2]
      default: throw FormatFault(line)
      }
    }
  }
}
