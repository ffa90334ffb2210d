public import Warraq
public import WarraqDates

extension Pipeline {
  /// Annotates a document that was read, with what its markup tells.
  ///
  /// - Parameter reference: The day that dates without a year are resolved against, where the
  ///   document's own line gives none.
  public func analyze(_ input: InputDocument, reference: ReferenceDate? = nil) -> Document {
    analyze(input.text, reference: input.reference ?? reference, markup: input.markup)
  }
}
