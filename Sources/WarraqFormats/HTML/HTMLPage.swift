public import WarraqText

/// The text of an HTML page in lines, and what its markup tells about them.
///
/// The page is parsed as HTML5 asks, so that broken markup is read as browsers read it. Blocks become
/// lines, inline text is joined, white space collapses, character references are decoded; scripts,
/// styles, comments, form controls and hidden elements are no text.
public struct HTMLPage: Sendable {
  /// The text; lines end with a line feed, the last one without.
  public let text: SourceText
  /// What the markup tells about the text.
  public let markup: MarkupEvidence
  /// What was wrong with the page.
  public let diagnostics: [Diagnostic]

  /// Reads a page.
  ///
  /// - Parameter source: The page's source, decoded.
  /// - Complexity: O(*n*), whatever the markup.
  public init(_ source: SourceText) {
    var diagnostics: [Diagnostic] = []
    let events: HTMLEvents
    do {
      events = try HTMLEvents(HTMLScripting.enabled(source.utf8))
    } catch {
      diagnostics.append(
        Diagnostic(
          code: "html-limit", range: TextRange(utf8: 0..<0), message: Self.message(error)))
      do {
        events = try HTMLEvents(HTMLFlattening.flattened(source.utf8))
      } catch {
        // What has no tags is within all limits, but for the memory of the machine.
        text = SourceText(valid: HTMLFlattening.flattened(source.utf8))
        (markup, self.diagnostics) = (MarkupEvidence(), diagnostics)
        return
      }
    }
    var reader = HTMLReader(events, showsHidden: false)
    reader.read()
    if reader.isEmpty {
      // Some pages hide all they have until a script shows it.
      var second = HTMLReader(events, showsHidden: true)
      second.read()
      if !second.isEmpty { reader = second }
    }
    let result = reader.result()
    text = result.text
    markup = diagnostics.isEmpty ? result.markup : MarkupEvidence()
    self.diagnostics = diagnostics
  }

  private static func message(_ limit: HTMLEvents.Limit) -> String {
    let reason =
      switch limit {
      case .depth: "elements stand in each other more than 512 deep"
      case .attributes: "a tag has more than 1024 attributes"
      case .size: "the elements outgrow the page"
      }
    return reason + "; read as lines without structure"
  }
}
