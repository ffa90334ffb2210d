import Foundation
import WarraqICU

/// Arabic names of countries and cities: CLDR through ICU, and Debian's iso-codes.
enum PlaceNames {
  static let folder = "Corpus/lexicon/generated"
  /// The versions that the committed files were made with.
  private static let cldrVersion = "42.0"

  static func files(root: URL) throws -> [(String, Data)] {
    let versions = try ICUVersions.current()
    guard versions.cldr.hasPrefix("42") else {
      throw DataError(
        "CLDR \(versions.cldr) (ICU \(versions.icu)): the files are made from CLDR \(cldrVersion), "
          + "as in ICU 72")
    }
    return [
      ("\(folder)/cldr-countries.tsv", try countries()),
      ("\(folder)/cldr-cities.tsv", try cities()),
      ("\(folder)/iso-codes-countries.tsv", try isoCodes()),
    ]
  }

  private static func countries() throws -> Data {
    var rows: [String] = []
    for region in try LocaleNames.regions().sorted() {
      guard let name = try LocaleNames.name(ofRegion: region, in: "ar"), name != region else {
        continue
      }
      rows.append("\(plain(name))\tLOC\tiso:\(region)\tsure")
    }
    return table(
      "Arabic names of countries and territories: CLDR \(cldrVersion) through ICU. "
        + "Licence Unicode-DFS-2016.", rows)
  }

  private static func cities() throws -> Data {
    var rows: Set<String> = []
    for region in try LocaleNames.regions() {
      let country = try LocaleNames.name(ofRegion: region, in: "ar").map(plain)
      for zone in try LocaleNames.zones(ofRegion: region) {
        guard let city = try LocaleNames.city(ofZone: zone, in: "ar").map(plain),
          city != country, city.unicodeScalars.allSatisfy({ $0.value > 0x7F || $0 == " " }),
          let place = zone.split(separator: "/").last
        else { continue }
        let key = place.lowercased().replacing("_", with: "-")
        rows.insert("\(city)\tLOC\tloc/\(key)\tsure")
      }
    }
    return table(
      "Arabic names of the time zones' exemplar cities: CLDR \(cldrVersion) through ICU. "
        + "Licence Unicode-DFS-2016.", rows.sorted())
  }

  private static func isoCodes() throws -> Data {
    let json = URL(filePath: "/usr/share/iso-codes/json/iso_3166-1.json")
    let catalogue = URL(filePath: "/usr/share/locale/ar/LC_MESSAGES/iso_3166-1.mo")
    guard let data = try? Data(contentsOf: json), let messages = try? Data(contentsOf: catalogue)
    else { throw DataError("\(json.path) or \(catalogue.path) is missing: install iso-codes") }
    struct File: Decodable {
      struct Country: Decodable {
        var alpha_2: String
        var name: String
        var official_name: String?
        var common_name: String?
      }
      var countries: [Country]
      enum CodingKeys: String, CodingKey { case countries = "3166-1" }
    }
    let translations = try MessageCatalogue.translations(messages)
    var rows: [String] = []
    for country in try JSONDecoder().decode(File.self, from: data).countries {
      let names = [country.name, country.common_name, country.official_name]
        .compactMap { $0.flatMap { translations[$0] } }
        // «كوريا، جمهورية»: an index entry, not a name as it is written.
        .filter { !$0.contains("،") && !$0.contains(",") && !$0.contains("-") }
        .map(plain)
      for name in names where !rows.contains("\(name)\tLOC\tiso:\(country.alpha_2)\tsure") {
        rows.append("\(name)\tLOC\tiso:\(country.alpha_2)\tsure")
      }
    }
    return table(
      "Arabic names of countries: Debian iso-codes 4.15.0, iso_3166-1. Licence LGPL-2.1-or-later.",
      rows.sorted())
  }

  /// A name without bracketed qualifiers, marks, tatweel and controls.
  private static func plain(_ name: String) -> String {
    var depth = 0
    var scalars = String.UnicodeScalarView()
    for scalar in name.precomposedStringWithCanonicalMapping.unicodeScalars {
      switch scalar.value {
      case 0x28: depth += 1
      case 0x29: depth -= 1
      case 0x0640, 0x064B...0x0652, 0x0670, 0x200B...0x200F: break
      case 0x00A0: if depth == 0 { scalars.append(" ") }
      default: if depth == 0 { scalars.append(scalar) }
      }
    }
    return String(scalars).split(separator: " ").joined(separator: " ")
  }

  private static func table(_ title: String, _ rows: [String]) -> Data {
    let header = [
      "# \(title)", "# Made by Scripts/generate; do not edit.",
      "# Columns: surface, type, key, evidence.",
    ]
    return Data(((header + rows).joined(separator: "\n") + "\n").utf8)
  }
}

/// GNU gettext's compiled message catalogues.
enum MessageCatalogue {
  /// The translations of a little-endian `.mo` file.
  static func translations(_ data: Data) throws -> [String: String] {
    let bytes = [UInt8](data)
    func word(_ at: Int) throws -> Int {
      guard at + 4 <= bytes.count else { throw DataError("truncated message catalogue") }
      return Int(bytes[at]) | Int(bytes[at + 1]) << 8 | Int(bytes[at + 2]) << 16
        | Int(bytes[at + 3]) << 24
    }
    func string(_ table: Int, _ index: Int) throws -> String {
      let length = try word(table + index * 8)
      let start = try word(table + index * 8 + 4)
      guard start + length <= bytes.count else { throw DataError("truncated message catalogue") }
      return String(decoding: bytes[start..<(start + length)], as: UTF8.self)
    }
    guard try word(0) == 0x9504_12DE else { throw DataError("not a message catalogue") }
    let count = try word(8)
    let originals = try word(12)
    let translated = try word(16)
    var result: [String: String] = [:]
    for index in 0..<count {
      result[try string(originals, index)] = try string(translated, index)
    }
    return result
  }
}
