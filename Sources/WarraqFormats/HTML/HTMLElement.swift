internal import WarraqText

/// What an element does to the text in it.
struct HTMLElement: Sendable {
  /// How the element's text is laid out.
  enum Layout: Sendable {
    /// In the line that it stands in.
    case inline
    /// In lines of its own.
    case block
    /// In lines of its own, white space kept.
    case preformatted
    /// It ends the line.
    case lineBreak
    /// It is no text: script, style, form controls, embedded things.
    case none
  }

  /// What else is known of the element.
  enum Role: Sendable {
    case none, heading(Int), listItem, list, caption, cell, preformatted, time, article, body,
      title, meta, script
    case area(MarkupEvidence.AreaKind), html, dialog, link
  }

  var layout: Layout
  var role: Role

  /// The elements by the numbers of their tags. Those that HTML does not have are inline, as in
  /// browsers.
  static let table: [HTMLElement] = {
    var table = [HTMLElement](
      repeating: HTMLElement(layout: .inline, role: .none), count: HTMLEvents.tagCount)
    let unknown = HTMLEvents.tag("unknown")
    func set(_ layout: Layout, _ names: String, _ role: Role = .none) {
      for tag in names.split(separator: " ").map({ HTMLEvents.tag(String($0)) })
      where tag != unknown {
        table[tag] = HTMLElement(layout: layout, role: role)
      }
    }
    set(
      .block,
      """
      address blockquote center details div fieldset figure form hgroup legend optgroup p section \
      summary table tbody tfoot thead tr hr dir menu search
      """)
    set(.block, "html", .html)
    set(.block, "body", .body)
    set(.block, "article main", .article)
    set(.block, "ul ol dl", .list)
    set(.block, "li dt dd", .listItem)
    set(.block, "figcaption caption", .caption)
    set(.block, "td th", .cell)
    set(.block, "dialog", .dialog)
    set(.block, "nav", .area(.navigation))
    set(.block, "header", .area(.header))
    set(.block, "footer", .area(.footer))
    set(.block, "aside", .area(.aside))
    set(.block, "button", .area(.control))
    for level in 1...6 { set(.block, "h\(level)", .heading(level)) }
    set(.preformatted, "pre listing xmp plaintext", .preformatted)
    set(.lineBreak, "br")
    set(.inline, "time", .time)
    set(.inline, "a", .link)
    set(
      .none,
      """
      head style noscript template iframe noembed noframes object embed applet canvas audio video \
      svg select option datalist textarea map area rp frameset frame
      """)
    set(.none, "title", .title)
    set(.none, "meta", .meta)
    set(.none, "script", .script)
    return table
  }()
}
