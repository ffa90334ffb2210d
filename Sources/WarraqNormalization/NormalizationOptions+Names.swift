/// Options by name: as they stand in configuration files and, with hyphens, on the command line.
extension NormalizationOptions {
  /// The names of all options, in the order in which the operations run.
  public static var optionNames: [String] { table.map(\.name) }

  /// The values that an option can have, the one it has by default first; `nil` for an unknown name.
  public static func values(of name: String) -> [String]? {
    option(name)?.values
  }

  /// Sets an option.
  ///
  /// - Parameters:
  ///   - name: One of ``optionNames``.
  ///   - value: One of the option's ``values(of:)``.
  /// - Throws: ``NormalizationOptionError``, which lists what is valid. The options are then as they
  ///   were.
  public mutating func set(
    _ name: String, to value: String
  ) throws(NormalizationOptionError) {
    guard let option = Self.option(name) else { throw .unknownName(name) }
    guard option.set(&self, value) else { throw .unknownValue(value, option: name) }
  }

  /// The name of an option's value now.
  ///
  /// - Precondition: `name` is one of ``optionNames``.
  public func value(of name: String) -> String {
    guard let option = Self.option(name) else {
      preconditionFailure("no normalization option is named \(name)")
    }
    return option.get(self)
  }

  private static func option(_ name: String) -> NamedOption? {
    table.first { $0.name == name }
  }

  private static let table: [NamedOption] = [
    NamedOption("html_entities", \.htmlEntities),
    NamedOption("nfc", \.nfc),
    NamedOption("presentation_forms", \.presentationForms),
    NamedOption("ligatures", \.ligatures),
    NamedOption("controls", \.controls),
    NamedOption("superscript_alef", \.superscriptAlef),
    NamedOption("quranic_marks", \.quranicMarks),
    NamedOption("diacritics", \.diacritics),
    NamedOption("tatweel", \.tatweel),
    NamedOption("letter_variants", \.letterVariants),
    NamedOption("alef", \.alef),
    NamedOption("hamza", \.hamza),
    NamedOption("alef_maksura", \.alefMaksura),
    NamedOption("teh_marbuta", \.tehMarbuta),
    NamedOption("elongation", \.elongation),
    NamedOption("digits", \.digits),
    NamedOption("quotes", \.quotes),
    NamedOption("punctuation", \.punctuation),
    NamedOption("spaces", \.spaces),
  ]
}

/// Why an option could not be set by its name.
public enum NormalizationOptionError: Error, Hashable, Sendable, CustomStringConvertible {
  /// No option has this name.
  case unknownName(String)
  /// The option has no such value.
  case unknownValue(String, option: String)

  /// What would have been valid: the names of the options, or the values of the one.
  public var validChoices: [String] {
    switch self {
    case .unknownName: NormalizationOptions.optionNames
    case .unknownValue(_, let option): NormalizationOptions.values(of: option) ?? []
    }
  }

  /// The message shown to users.
  public var description: String {
    let choices = validChoices.joined(separator: ", ")
    return switch self {
    case .unknownName(let name): "unknown option '\(name)'; options are \(choices)"
    case .unknownValue(let value, let option):
      "unknown value '\(value)' of option '\(option)'; values are \(choices)"
    }
  }
}

/// An option with its values' names.
private struct NamedOption: Sendable {
  let name: String
  let values: [String]
  let get: @Sendable (NormalizationOptions) -> String
  /// Sets a value; `false` where there is none of this name.
  let set: @Sendable (inout NormalizationOptions, String) -> Bool

  /// An option whose values are the cases of an enum.
  init<Value: RawRepresentable<String> & CaseIterable & SendableMetatype>(
    _ name: String, _ path: any WritableKeyPath<NormalizationOptions, Value> & Sendable
  ) {
    self.name = name
    values = Value.allCases.map(\.rawValue)
    get = { $0[keyPath: path].rawValue }
    set = { options, raw in
      guard let value = Value(rawValue: raw) else { return false }
      options[keyPath: path] = value
      return true
    }
  }

  /// An option that is on or off.
  init(_ name: String, _ path: any WritableKeyPath<NormalizationOptions, Bool> & Sendable) {
    self.name = name
    values = ["false", "true"]
    get = { String($0[keyPath: path]) }
    set = { options, raw in
      guard let value = Bool(raw) else { return false }
      options[keyPath: path] = value
      return true
    }
  }
}
