public import Warraq
import WarraqAnalysis
import WarraqArticles
import WarraqDates
import WarraqEntities
import WarraqText
import WarraqTokenization

/// Writes TEI P5: one `teiCorpus`, a `TEI` element for each document.
///
/// A line of the text is a `p`, a `head` or a `note`, a sentence an `s`. The text is kept whole: what
/// `body` holds without its tags is the text, but for characters that XML does not have (see
/// ``XMLText``). Where spans overlap, the one that begins later is written in two elements.
public struct TEIEncoder: DocumentEncoder {
  private let versions: DataVersions

  /// An encoder; the header tells the versions.
  public init(versions: DataVersions) {
    self.versions = versions
  }

  /// What stands around the documents of a file.
  public var frame: OutputFrame {
    var frame = OutputFrame(fileExtension: "xml")
    var xml = XMLText()
    xml.raw(
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <teiCorpus xmlns="http://www.tei-c.org/ns/1.0">
      <teiHeader>
      <fileDesc><titleStmt><title>Annotated documents</title></titleStmt>
      <publicationStmt><p>Made by a program; not published.</p></publicationStmt>
      <sourceDesc><p>See the headers of the documents.</p></sourceDesc></fileDesc>
      <encodingDesc><appInfo><application ident="warraq"
      """)
    xml.attribute("version", versions.warraq)
    xml.raw("><label>Warraq, Unicode ")
    xml.text("\(versions.unicode), ICU \(versions.icu), lexicon \(versions.data)")
    xml.raw(
      """
      </label></application></appInfo></encodingDesc>
      <profileDesc><calendarDesc><calendar xml:id="islamic"><p>Umm al-Qura</p></calendar></calendarDesc></profileDesc>
      </teiHeader>

      """)
    frame.header = xml.bytes
    frame.footer = Array("</teiCorpus>\n".utf8)
    return frame
  }

  /// The bytes of one document.
  public func encode(_ document: Document, of input: InputDocument) -> [UInt8] {
    var xml = XMLText(reservingCapacity: document.text.count * 2 + 1024)
    header(document, input, &xml)
    xml.raw("<text xml:lang=\"ar\" xml:space=\"preserve\"><body>")
    TEIBody(document).write(&xml)
    xml.raw("</body></text>\n</TEI>\n")
    return xml.bytes
  }

  private func header(_ document: Document, _ input: InputDocument, _ xml: inout XMLText) {
    let article = document.article
    xml.raw("<TEI>\n<teiHeader>\n<fileDesc><titleStmt><title>")
    xml.text(article?.title.map { document.text[$0] } ?? input.id)
    xml.raw("</title>")
    if let author = article?.author {
      xml.raw("<author>")
      xml.text(document.text.utf8[author.utf8])
      xml.raw("</author>")
    }
    xml.raw("</titleStmt>\n<publicationStmt><p>")
    if let published = article?.published {
      xml.raw("<date")
      for (name, value) in TEIDates.attributes(of: published) { xml.attribute(name, value) }
      xml.raw(">")
      xml.text(document.text.utf8[published.range.utf8])
      xml.raw("</date>")
    } else {
      xml.raw("Date of publication unknown.")
    }
    xml.raw("</p></publicationStmt>\n<sourceDesc><bibl><idno type=\"id\">")
    xml.text(input.id)
    xml.raw("</idno><idno type=\"path\">")
    xml.text(input.path)
    xml.raw(
      "</idno><idno type=\"sha256\">\(Digest.sha256(of: input.bytes))</idno></bibl></sourceDesc>")
    xml.raw("</fileDesc>\n</teiHeader>\n")
  }
}
