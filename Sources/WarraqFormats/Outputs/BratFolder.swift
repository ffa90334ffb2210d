internal import WarraqText

/// One document between encoder and folder: name, text and annotations in one array of bytes.
struct BratRecord {
  var name: [UInt8]
  var text: [UInt8]
  var annotations: [UInt8]

  init(name: [UInt8], text: [UInt8], annotations: [UInt8]) {
    (self.name, self.text, self.annotations) = (name, text, annotations)
  }

  /// Name and text, each with its length in four bytes before it, then the annotations.
  var bytes: [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(8 + name.count + text.count + annotations.count)
    for part in [name, text] {
      for shift in [0, 8, 16, 24] { bytes.append(UInt8(truncatingIfNeeded: part.count >> shift)) }
      bytes += part
    }
    return bytes + annotations
  }

  init(_ bytes: [UInt8]) {
    var position = 0
    func part() -> [UInt8] {
      var count = 0
      for shift in [0, 8, 16, 24] {
        count |= Int(bytes[position]) << shift
        position += 1
      }
      defer { position += count }
      return Array(bytes[position..<position + count])
    }
    name = part()
    text = part()
    annotations = Array(bytes[position...])
  }
}

/// Names of files made of ids.
enum BratName {
  /// Bytes that a name has at most, without its extension and what tells names apart.
  static let longest = 180

  /// The name without extension of the files of a document.
  ///
  /// Letters, digits, `-`, `_` and `.` stay, everything else (slashes, white space, control and format
  /// characters among it) becomes `_`, and so does a dot at the start. `.txt`, `.html` and `.htm` at the end
  /// are left out. A name that is too long is cut, with the start of its digest behind it.
  static func stem(of id: String) -> [UInt8] {
    var name: [UInt8] = []
    for scalar in id.unicodeScalars { name.append(utf8: isPlain(scalar) ? scalar.value : 0x5F) }
    for ending in [".txt", ".html", ".htm"] where name.count > ending.utf8.count {
      if name.suffix(ending.utf8.count).elementsEqual(ending.utf8) {
        name.removeLast(ending.utf8.count)
        break
      }
    }
    if name.first == 0x2E { name[0] = 0x5F }
    if name.isEmpty { name = [0x5F] }
    guard name.count > longest else { return name }
    var end = longest
    while name[end] & 0xC0 == 0x80 { end -= 1 }
    let digest = Digest.sha256(of: Array(id.utf8)).utf8.prefix(12)
    return name[..<end] + [0x2D] + digest
  }

  private static func isPlain(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "a"..."z", "A"..."Z", "0"..."9", "-", "_", ".": return true
    case _ where scalar.isASCII: return false
    default:
      switch scalar.properties.generalCategory {
      case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
        .nonspacingMark, .spacingMark, .decimalNumber:
        return true
      default: return false
      }
    }
  }
}

/// A folder of pairs of files for the tool brat, with an `annotation.conf` that declares what is in
/// them.
public final class BratFolder: DocumentStore {
  private let folder: FilePath
  private let replacing: Bool
  private let interruption: Interruption
  /// Names in use, ASCII letters in lower case, as some systems do not tell them apart.
  private var names: Set<[UInt8]> = []

  /// The files that have been written.
  public private(set) var files: [FilePath] = []

  /// A folder, which is made where it does not exist.
  ///
  /// - Parameter replacing: Whether files that are there may be replaced.
  public init(_ folder: FilePath, replacing: Bool, interruption: Interruption = .never) {
    (self.folder, self.replacing, self.interruption) = (folder, replacing, interruption)
  }

  /// Makes the files that come before any document.
  public func open() throws(FileError) {
    try SystemFile.makeFolder(folder)
    try write(BratEncoder.configuration, "annotation.conf")
  }

  /// Puts in what the encoder made of the next document.
  public func append(_ record: [UInt8]) throws(FileError) {
    let record = BratRecord(record)
    let name = String(decoding: unused(record.name), as: UTF8.self)
    try write(record.text, name + ".txt")
    try write(record.annotations, name + ".ann")
  }

  /// Ends the work; gives a database its name.
  public func commit() throws(FileError) {}

  private func write(_ bytes: [UInt8], _ name: String) throws(FileError) {
    let path = folder.appending(Array(name.utf8))
    let file = try OutputFile.creating(path, replacing: replacing, interruption: interruption)
    try file.append(bytes)
    try file.commit()
    files.append(path)
  }

  /// A name that no document before had: itself, or with `-2`, `-3` … behind it.
  private func unused(_ name: [UInt8]) -> [UInt8] {
    func lowered(_ name: [UInt8]) -> [UInt8] { name.map { 0x41...0x5A ~= $0 ? $0 | 0x20 : $0 } }
    var candidate = name
    var number = 1
    while !names.insert(lowered(candidate)).inserted {
      number += 1
      candidate = name + Array("-\(number)".utf8)
    }
    return candidate
  }
}
