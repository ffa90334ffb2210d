public import ArgumentParser
public import Warraq
public import WarraqBench
public import WarraqDates
public import WarraqFormats
public import WarraqNormalization
public import WarraqText
public import WarraqTokenization
public import WarraqTransliteration

extension BenchFormat: ExpressibleByArgument {}
extension BenchStage: ExpressibleByArgument {}
extension EncodingChoice: ExpressibleByArgument {}
extension EntityGuideline: ExpressibleByArgument {}
extension InputFormat: ExpressibleByArgument {}
extension InvalidBytesPolicy: ExpressibleByArgument {}
extension RecordWriter.Extra: ExpressibleByArgument {}
extension NormalizationPreset: ExpressibleByArgument {}
extension OutputFormat: ExpressibleByArgument {}
extension OffsetUnit: ExpressibleByArgument {}
extension Pipeline.Stage: ExpressibleByArgument {}
extension TableRows: ExpressibleByArgument {}
extension TokenizationProfile: ExpressibleByArgument {}
extension TransliterationScheme: ExpressibleByArgument {}
extension TransliterationTarget: ExpressibleByArgument {}

extension ReferenceDate: ExpressibleByArgument {
  /// The day that an argument names, as `YYYY-MM-DD`.
  public init?(argument: String) {
    self.init(argument)
  }
}

/// Names of a set, parted by commas; the option may stand more than once.
struct NameList<Name: ExpressibleByArgument & Sendable>: ExpressibleByArgument, Sendable {
  let names: [Name]

  init?(argument: String) {
    var names: [Name] = []
    for part in argument.split(separator: ",", omittingEmptySubsequences: false) {
      guard let name = Name(argument: String(part)) else { return nil }
      names.append(name)
    }
    self.names = names
  }

  static var allValueStrings: [String] { Name.allValueStrings }
}
