import ArgumentParser
import Warraq
import WarraqFormats

/// The user's own names, read from the files that options name.
struct NameLists {
  let gazetteer: Gazetteer?
  let stopList: StopList?

  /// Faults that are told one by one; the others are counted.
  private static let mostFaults = 20
  private static let largestFile = 1 << 30

  /// Reads the lists of some options.
  ///
  /// - Parameter outputs: Files that the run writes, none of which may be a list.
  /// - Throws: The exit code of wrong usage, after all faults have been told.
  init(_ options: EntityOptions, outputs: [String?]) throws {
    let console = Console(isQuiet: false)
    for path in options.gazetteer + options.stopList where outputs.contains(path) {
      console.report("\(path): error: is written and read at once")
      throw ExitCode(Outcome.usage.rawValue)
    }
    do {
      gazetteer =
        options.gazetteer.isEmpty
        ? nil : try Gazetteer(files: try options.gazetteer.map(Self.file))
      stopList =
        options.stopList.isEmpty ? nil : try StopList(files: try options.stopList.map(Self.file))
    } catch let error as ListError {
      console.report(lines: error.faults.prefix(Self.mostFaults).map(\.description))
      let more = error.faults.count - Self.mostFaults
      if more > 0 { console.report("warraq: \(more) more faults in lists of names") }
      throw ExitCode(Outcome.usage.rawValue)
    } catch let error as FileError {
      console.report("\(error.path):1: error: \(error)")
      throw ExitCode(Outcome.usage.rawValue)
    }
  }

  private static func file(_ path: String) throws -> ListFile {
    let bytes = try SystemFile.reading(FilePath(path)).contents(limit: largestFile)
    return ListFile(path: path, bytes: bytes)
  }
}
