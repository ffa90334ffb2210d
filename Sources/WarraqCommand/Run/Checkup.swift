import Warraq
import WarraqFormats
import WarraqICU
import WarraqLexicon
import WarraqNormalization
import WarraqTokenization

/// Looks at what the tool runs with.
enum Checkup {
  /// What was found, in a fixed order.
  static func findings() -> [Finding] {
    var findings = versions()
    findings += kernels()
    findings.append(Finding(name: "processors", value: "\(SystemState.processors)"))
    findings.append(locale())
    findings.append(temporaryFolder())
    findings.append(sqlite())
    findings += environment()
    findings.append(sample())
    return findings
  }

  private static func versions() -> [Finding] {
    var findings = [Finding(name: "warraq", value: WarraqVersion.current)]
    findings.append(Finding(name: "unicode", value: ScalarTable.unicodeVersion))
    do {
      let icu = try ICUVersions.current()
      findings.append(
        Finding(name: "icu", value: "\(icu.icu) (Unicode \(icu.unicode), CLDR \(icu.cldr))"))
    } catch {
      findings.append(Finding(name: "icu", state: .bad, value: "\(error)"))
    }
    findings.append(Finding(name: "lexicon", value: Lexicon.shared.fingerprint))
    return findings
  }

  private static func kernels() -> [Finding] {
    let tokenizer = TokenizerKernel.available.map(\.rawValue).joined(separator: ", ")
    let normalizer = NormalizationKernel.available.map(\.rawValue).joined(separator: ", ")
    return [
      Finding(
        name: "tokenizer kernel",
        value: "\(TokenizerKernel.preferred.rawValue) (of \(tokenizer))"),
      Finding(
        name: "normalizer kernel",
        value: "\(NormalizationKernel.preferred.rawValue) (of \(normalizer))"),
    ]
  }

  private static func locale() -> Finding {
    let name = ["LC_ALL", "LC_CTYPE", "LANG"].lazy.compactMap { SystemState.variable($0) }.first
    let value = name ?? "not set"
    let lowered = value.lowercased()
    let isUTF8 = lowered.contains("utf-8") || lowered.contains("utf8")
    return Finding(
      name: "locale", state: isUTF8 ? .good : .notice,
      value: isUTF8 ? value : "\(value): a terminal may not show the UTF-8 that is written")
  }

  private static func temporaryFolder() -> Finding {
    let folder = SystemState.temporaryFolder
    do {
      let made = try SystemState.makeTemporaryFolder(named: "warraq-doctor")
      defer { SystemState.removeFolder(made) }
      let file = try OutputFile.creating(
        made.appending(Array("file".utf8)), replacing: false)
      try file.append([0x0A])
      try file.commit()
      return Finding(name: "temporary files", value: "\(folder) can be written")
    } catch {
      return Finding(name: "temporary files", state: .bad, value: "\(error.path): \(error)")
    }
  }

  private static func sqlite() -> Finding {
    SQLiteStore.hasFullText
      ? Finding(name: "sqlite", value: SQLiteStore.libraryVersion)
      : Finding(
        name: "sqlite", state: .bad, value: "\(SQLiteStore.libraryVersion), without FTS5")
  }

  /// The variables that set options, and those that set nothing.
  private static func environment() -> [Finding] {
    let known = Set(
      OptionTable.all().flatMap(\.entries).map { Settings.variable(of: $0.name) }
        + ["WARRAQ_CONFIG", "WARRAQ_KERNEL"])
    return SystemState.environment(prefix: "WARRAQ_").map { variable in
      let isKnown = known.contains(variable.name)
      return Finding(
        name: variable.name, state: isKnown ? .good : .notice,
        value: isKnown ? variable.value : "\(variable.value): there is no such option")
    }
  }

  /// Annotates a sentence whose annotations are known.
  private static func sample() -> Finding {
    let text = SourceText("زار وزير الخارجية الفرنسي القاهرة ولبنان في 5 مايو 2020.")
    let document = Pipeline().analyze(text)
    let names = document.entities?.entities.map(\.canonical) ?? []
    let dates = document.timexes?.map(\.value) ?? []
    let folded = Normalizer(NormalizationPreset.search.options)
      .normalizedText(SourceText("الأُمَّة")).utf8
    var faults: [String] = []
    if names != ["القاهرة", "لبنان"] { faults.append("entities \(names)") }
    if dates != ["2020-05-05"] { faults.append("dates \(dates)") }
    if folded != Array("الامه".utf8) { faults.append("normalization") }
    if document.sentences?.count != 1 { faults.append("sentences") }
    return faults.isEmpty
      ? Finding(
        name: "self-check", value: "entities, dates, sentences and normalization of a sentence")
      : Finding(name: "self-check", state: .bad, value: faults.joined(separator: "; "))
  }
}
