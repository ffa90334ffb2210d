/// What a word tells of speaking.
struct SpeechWord: Sendable {
  /// How a quotation follows the word.
  enum Kind: Sendable {
    /// قال, أضاف, كتب: the words said may follow right away.
    case says
    /// رأى, أشار, حذّر: behind a colon or «أن».
    case tells
    /// وصف, سمّى: what is quoted may be no more than a label.
    case calls
    /// قائلًا, قوله: who says it stands before.
    case saying
  }

  enum Gender: Sendable {
    case masculine, feminine
  }

  var kind: Kind
  /// `nil` where the form does not tell it.
  var gender: Gender?
}
