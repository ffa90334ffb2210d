import CICU

/// CLDR's names of regions and cities, through ICU.
public enum LocaleNames {
  /// The regions of ISO 3166-1 as alpha-2 codes, in ICU's order.
  public static func regions() throws(ICUError) -> [String] {
    try unsafe strings(capacity: 4096) { (output, capacity) in
      unsafe warraq_icu_regions(output, capacity)
    }
  }

  /// The name of a region in a locale's language, `nil` where CLDR has none.
  public static func name(ofRegion region: String, in locale: String) throws(ICUError) -> String? {
    try unsafe text { (output, capacity) in
      unsafe warraq_icu_region_name(region, locale, output, capacity)
    }
  }

  /// The time zone identifiers that stand for places of a region, for example `Africa/Cairo`.
  public static func zones(ofRegion region: String) throws(ICUError) -> [String] {
    try unsafe strings(capacity: 16384) { (output, capacity) in
      unsafe warraq_icu_location_zones(region, output, capacity)
    }
  }

  /// The exemplar city of a time zone in a locale's language, for example القاهرة.
  public static func city(ofZone zone: String, in locale: String) throws(ICUError) -> String? {
    try unsafe text { (output, capacity) in
      unsafe warraq_icu_zone_city(zone, locale, output, capacity)
    }
  }

  // SAFETY: `body` gets the buffer's address and its true capacity; every C function called
  // through here checks the capacity and returns the number of bytes written.
  private static func bytes(
    capacity: Int, _ body: (UnsafeMutablePointer<CChar>, Int32) -> Int32
  ) throws(ICUError) -> [UInt8] {
    var buffer = [CChar](repeating: 0, count: capacity)
    let result = unsafe buffer.withUnsafeMutableBufferPointer { buffer in
      guard let base = buffer.baseAddress else { return Int32(0) }
      return unsafe body(base, Int32(capacity))
    }
    return buffer.prefix(try ICUError.checked(result)).map { UInt8(bitPattern: $0) }
  }

  private static func text(
    _ body: (UnsafeMutablePointer<CChar>, Int32) -> Int32
  ) throws(ICUError) -> String? {
    let bytes = try unsafe bytes(capacity: 1024, body)
    return bytes.isEmpty ? nil : String(decoding: bytes, as: UTF8.self)
  }

  private static func strings(
    capacity: Int, _ body: (UnsafeMutablePointer<CChar>, Int32) -> Int32
  ) throws(ICUError) -> [String] {
    try unsafe bytes(capacity: capacity, body).split(separator: 0).map {
      String(decoding: $0, as: UTF8.self)
    }
  }
}
