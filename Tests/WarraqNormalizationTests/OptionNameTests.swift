import Testing
import WarraqNormalization

@Suite("Options by name")
struct OptionNameTests {
  @Test("Every value of every option can be set and read, and changes nothing else")
  func roundTrip() throws {
    #expect(NormalizationOptions.optionNames.count == 19)
    #expect(Set(NormalizationOptions.optionNames).count == 19)
    for name in NormalizationOptions.optionNames {
      let values = try #require(NormalizationOptions.values(of: name))
      #expect(NormalizationOptions().value(of: name) == values[0])
      for value in values {
        var options = NormalizationOptions()
        try options.set(name, to: value)
        #expect(options.value(of: name) == value)
        #expect(options.isEmpty == (value == values[0]))
        for other in NormalizationOptions.optionNames where other != name {
          #expect(options.value(of: other) == NormalizationOptions.values(of: other)?[0])
        }
      }
    }
  }

  @Test("Names and values are those of the contract")
  func names() throws {
    // Each of these says in its name what it sets.
    for (label, expected) in singleOptions {
      let parts = label.split(separator: "=").map(String.init)
      var options = NormalizationOptions()
      try options.set(parts[0], to: parts.count > 1 ? parts[1] : "true")
      #expect(options == expected, "\(label)")
    }
    let count = NormalizationOptions.optionNames.reduce(0) {
      $0 + (NormalizationOptions.values(of: $1)?.count ?? 0) - 1
    }
    #expect(count == singleOptions.count)
  }

  @Test("A preset with options replaced")
  func replaced() throws {
    var options = NormalizationPreset.ner.options
    try options.set("digits", to: "keep")
    try options.set("elongation", to: "1")
    try options.set("nfc", to: "false")
    #expect(options.digits == .keep && options.elongation == .one && !options.nfc)
    #expect(options.quotes == .ascii)
  }

  @Test("Unknown names and values are errors that list the valid ones")
  func errors() {
    var options = NormalizationPreset.search.options
    #expect(throws: NormalizationOptionError.unknownName("diacritic")) {
      try options.set("diacritic", to: "strip")
    }
    #expect(throws: NormalizationOptionError.unknownValue("arabic", option: "digits")) {
      try options.set("digits", to: "arabic")
    }
    #expect(throws: NormalizationOptionError.unknownValue("keep", option: "nfc")) {
      try options.set("nfc", to: "keep")
    }
    #expect(options == NormalizationPreset.search.options)
    #expect(NormalizationOptions.values(of: "diacritic") == nil)
    #expect(
      NormalizationOptionError.unknownValue("arabic", option: "digits").description
        == "unknown value 'arabic' of option 'digits'; values are keep, western, arabic_indic")
    let message = NormalizationOptionError.unknownName("x").description
    #expect(message.hasPrefix("unknown option 'x'; options are html_entities, nfc, "))
    #expect(message.hasSuffix(", punctuation, spaces"))
  }
}
