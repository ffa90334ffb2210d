// Builds the data that the product carries. Not a product itself; no target depends on it.
//
//   WarraqDatagen places ROOT     names of countries and cities from CLDR (through ICU) and
//                                 iso-codes, into ROOT/Corpus/lexicon/generated
//   WarraqDatagen lexicon ROOT    compiles ROOT/Corpus/lexicon into the binary lexicon
//   WarraqDatagen calendar ROOT   the table of the Umm al-Qura calendar, from ICU
//
// Either takes --verify: write nothing, fail where the committed files differ.

import Foundation

@main
struct Datagen {
  static func main() {
    var arguments = Array(CommandLine.arguments.dropFirst())
    let verify = arguments.contains("--verify")
    arguments.removeAll { $0 == "--verify" }
    guard arguments.count == 2 else {
      fail("usage: WarraqDatagen places|lexicon|calendar ROOT [--verify]")
    }
    let root = URL(filePath: arguments[1])
    do {
      let files =
        switch arguments[0] {
        case "places": try PlaceNames.files(root: root)
        case "calendar": try UmmAlQuraTable.files()
        case "lexicon": try LexiconCompiler.files(root: root)
        default: fail("unknown data set: \(arguments[0])")
        }
      var stale: [String] = []
      for (path, data) in files {
        let url = root.appending(path: path)
        if verify {
          if (try? Data(contentsOf: url)) != data { stale.append(path) }
        } else {
          try FileManager.default.createDirectory(
            at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
          try data.write(to: url)
        }
      }
      if !stale.isEmpty {
        fail("not what Scripts/generate makes: \(stale.joined(separator: ", "))")
      }
    } catch {
      fail("\(error)")
    }
  }

  static func fail(_ message: String) -> Never {
    FileHandle.standardError.write(Data("WarraqDatagen: \(message)\n".utf8))
    exit(1)
  }
}

/// A fault in the data, with its place.
struct DataError: Error, CustomStringConvertible {
  var description: String

  init(_ description: String) {
    self.description = description
  }
}
