import WarraqAnalysis
import WarraqText
import WarraqTokenization

/// The folded form that identifies a name, and the form that is shown.
struct NameForms {
  let view: LexicalView

  init(_ view: LexicalView) {
    self.view = view
  }

  /// Parts the words of a name.
  static let space = UInt8(ascii: " ")
  private static let fatherForms: KeySet = ["أبا", "أبي"]
  private static let father: [UInt8] = FoldTable.shared.fold("أبو")
  private static let servant: KeySet = ["عبد"]
  private static let alef: [UInt8] = [0xD8, 0xA7]

  /// The folded form of a mention, as UTF-8 bytes: hashing these is far cheaper than hashing strings.
  /// أبا and أبي become أبو, عبد is joined, the article that ل swallowed is written.
  func name(_ candidate: Candidate) -> [UInt8] {
    var name: [UInt8] = []
    var joins = true
    for token in candidate.tokens where view.tokens.kind(at: token) != .punctuation {
      let range = view.tokens.keyRange(at: token)
      var dropped = 0
      if token == candidate.tokens.lowerBound {
        dropped = foldedLength(
          from: view.tokens.range(at: token).lowerBound, to: candidate.start)
      }
      if !joins { name.append(Self.space) }
      let hash = view.tokens.keyHash(at: token, dropping: dropped)
      if Self.fatherForms.contains(hash) {
        name += Self.father
      } else {
        if view.tokens.kind(at: token) == .hashtag {
          name += HashtagRules.words(of: token, view)
          continue
        }
        if dropped > 0, losesArticle(token, dropped) { name += Self.alef }
        name += view.tokens.keyPool[(range.lowerBound + dropped)..<range.upperBound]
      }
      joins = Self.servant.contains(hash)
    }
    return name
  }

  /// The folded form of a name that stands in no text.
  func name(_ string: String) -> [UInt8] {
    let text = SourceText(string)
    let tokens = Tokenizer(profile: .arabic).tokenize(text)
    var name: [UInt8] = []
    var joins = true
    for token in tokens.indices where tokens.kind(at: token) != .punctuation {
      if !joins { name.append(Self.space) }
      let hash = tokens.keyHash(at: token)
      name +=
        Self.fatherForms.contains(hash)
        ? Self.father : Array(tokens.keyPool[tokens.keyRange(at: token)])
      joins = Self.servant.contains(hash)
    }
    return name
  }

  private func foldedLength(from start: UTF8Offset, to end: UTF8Offset) -> Int {
    guard start < end else { return 0 }
    var pool: [UInt8] = []
    FoldTable.shared.fold(
      view.text.text.utf8.span, start.value..<end.value, into: &pool)
    return pool.count
  }

  /// Whether what is left of a word begins with the lam of an article: «للمقريزي».
  private func losesArticle(_ token: Int, _ dropped: Int) -> Bool {
    let range = view.tokens.keyRange(at: token)
    let pool = view.tokens.keyPool
    let cut = range.lowerBound + dropped
    guard cut + 2 <= range.upperBound, dropped >= 2 else { return false }
    return pool[cut - 2] == 0xD9 && pool[cut - 1] == 0x84 && pool[cut] == 0xD9
      && pool[cut + 1] == 0x84
  }

  /// The name to show for an entity that no list knows: the text itself, without marks, tatweel and
  /// controls; أبا and أبي become أبو.
  func canonical(_ candidate: Candidate) -> String {
    let bytes = view.text.text.utf8.span
    var output: [UInt8] = []
    let token = candidate.tokens.lowerBound
    let dropped = foldedLength(from: view.tokens.range(at: token).lowerBound, to: candidate.start)
    if dropped > 0, losesArticle(token, dropped) { output.append(utf8: 0x0627) }
    var position = candidate.start.value
    if Self.fatherForms.contains(view.tokens.keyHash(at: token, dropping: dropped)) {
      output += Array("أبو".utf8)
      position = view.tokens.range(at: token).upperBound.value
    }
    while position < candidate.end.value {
      let decoded = bytes.scalar(at: position)
      position += decoded.length
      if !FoldTable.shared.fold(decoded.value).isEmpty { output.append(utf8: decoded.value) }
    }
    return String(decoding: output, as: UTF8.self)
  }
}
