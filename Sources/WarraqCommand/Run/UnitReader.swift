import WarraqFormats

/// Some documents of one item of the plan that stand one after the other: what a thread works on at
/// once.
struct WorkUnit: Sendable {
  /// A document, or a fault in its place.
  struct Element: Sendable {
    enum Content: Sendable {
      case document(RawDocument)
      case fault(InputFault)
      /// Something that has been worked on.
      case done
    }

    var content: Content
    /// The place behind it; `nil` where reading cannot begin there.
    var end: ReadingPosition?
    /// Documents read up to its end.
    var ordinal: Int
  }

  /// The number of the item in the plan.
  var item: Int
  /// Whether the item begins, and whether it ends here.
  var isFirst: Bool
  var isLast = false
  /// Whether the item is to be taken in as it is read.
  var isStreamed = false
  var elements: [Element] = []
  /// Records of other kinds that were stepped over.
  var skippedRecords = 0
  var byteCount = 0
  /// Documents read up to its end.
  var ordinal = 0
  /// Bytes of files read up to its end.
  var fileBytes = 0
}

/// Reads the inputs of a plan in units.
final class UnitReader {
  private let plan: InputPlan
  private let options: ReadingOptions
  /// Units of at most one document, for output that a person waits for.
  private let isEager: Bool
  /// Whether texts are handed on unread.
  private let streamsTexts: Bool
  private let limit: Int
  private var selection: Selection?

  private var item: Int
  private var position: ReadingPosition
  private var ordinal: Int
  private var reader: DocumentReader?
  private var isBegun = false
  private var skippedRecords = 0
  private var fileBytesBefore = 0

  private static let unitSize = 64 << 10
  private static let mostElements = 256

  /// A reader that begins at a place of the plan.
  init(
    _ run: BatchRun, from item: Int, _ position: ReadingPosition, ordinal: Int,
    selection: Selection?, isEager: Bool, streamsTexts: Bool
  ) {
    plan = run.plan
    options = run.reading
    limit = run.limit ?? .max
    self.selection = selection
    self.isEager = isEager
    self.streamsTexts = streamsTexts
    (self.item, self.position, self.ordinal) = (item, position, ordinal)
    for _ in 0..<ordinal { _ = self.selection?.takesNext() }
    for case .input(let input) in plan.items.prefix(item) { fileBytesBefore += input.fileSize }
  }

  /// Bytes read of the files as they are on the disk.
  var fileBytes: Int { fileBytesBefore + (reader?.fileBytes ?? 0) }

  /// The next unit; `nil` after the last one.
  ///
  /// - Throws: ``InputFault`` where the user has asked to stop.
  func next() throws(InputFault) -> WorkUnit? {
    guard item < plan.items.count, ordinal < limit else { return lastOfLimit() }
    var unit = WorkUnit(item: item, isFirst: !isBegun)
    isBegun = true
    switch plan.items[item] {
    case .fault(let fault):
      unit.elements = [element(.fault(fault))]
      end(&unit)
    case .input(let input):
      if input.format == .text, streamsTexts {
        unit.isStreamed = true
        if take() {
          unit.ordinal = ordinal
        } else {
          unit.isStreamed = false
        }
        end(&unit)
      } else {
        try fill(&unit, input)
      }
    }
    unit.ordinal = ordinal
    unit.fileBytes = fileBytes
    return unit
  }

  /// The end of an item that the limit has cut off.
  private func lastOfLimit() -> WorkUnit? {
    guard item < plan.items.count, isBegun else { return nil }
    var unit = WorkUnit(item: item, isFirst: false)
    end(&unit)
    unit.ordinal = ordinal
    unit.fileBytes = fileBytes
    return unit
  }

  private func fill(_ unit: inout WorkUnit, _ input: Input) throws(InputFault) {
    if reader == nil {
      do {
        reader = try DocumentReader(input, options: options, from: position)
        skippedRecords = 0
      } catch {
        try add(error, to: &unit)
        return end(&unit)
      }
    }
    while ordinal < limit {
      do {
        guard let document = try reader?.nextRaw() else { return end(&unit) }
        if take() {
          unit.elements.append(element(.document(document)))
          unit.byteCount += document.byteCount
        }
      } catch {
        try add(error, to: &unit)
      }
      noteSkipped(&unit)
      let isFull =
        unit.byteCount >= Self.unitSize || unit.elements.count >= Self.mostElements
      if isFull || isEager && !unit.elements.isEmpty { return }
      if options.interruption.isRequested() { throw stopped(input) }
    }
  }

  private func stopped(_ input: Input) -> InputFault {
    InputFault(kind: .interrupted, path: input.path, line: 1, message: "interrupted")
  }

  private func add(_ fault: InputFault, to unit: inout WorkUnit) throws(InputFault) {
    guard fault.kind != .interrupted else { throw fault }
    unit.elements.append(element(.fault(fault)))
  }

  private func element(_ content: WorkUnit.Element.Content) -> WorkUnit.Element {
    WorkUnit.Element(
      content: content, end: reader.flatMap { $0.isFinished ? nil : $0.position },
      ordinal: ordinal)
  }

  /// Counts a document and tells whether it is wanted.
  private func take() -> Bool {
    ordinal += 1
    guard selection != nil else { return true }
    return selection?.takesNext() ?? true
  }

  private func noteSkipped(_ unit: inout WorkUnit) {
    guard let reader else { return }
    unit.skippedRecords += reader.skippedRecords - skippedRecords
    skippedRecords = reader.skippedRecords
  }

  private func end(_ unit: inout WorkUnit) {
    noteSkipped(&unit)
    unit.isLast = true
    if case .input(let input) = plan.items[item] { fileBytesBefore += input.fileSize }
    reader = nil
    item += 1
    position = ReadingPosition()
    isBegun = false
  }
}

extension Input {
  /// Bytes of the file on the disk; 0 of what is no file.
  var fileSize: Int {
    guard case .file(let path) = source, let status = try? SystemFile.status(path),
      status.kind == .file
    else { return 0 }
    return status.size
  }
}
