/// The word rules as algebra on bit planes, one bit a byte, 64 bytes at once.
///
/// The same lines as in Sources/CWarraqKernels/rules.h, on one word in place of eight;
/// docs/TOKENIZER.md derives them from UAX #29.
struct WordPlanes {
  /// Planes of the eight bits of the codes.
  var k0: UInt64 = 0
  var k1: UInt64 = 0
  var k2: UInt64 = 0
  var e: UInt64 = 0
  var m2: UInt64 = 0
  var m3: UInt64 = 0
  var q: UInt64 = 0
  var lead: UInt64 = 0
  /// Lead bytes of three.
  var three: UInt64 = 0

  /// What the rules say.
  struct Verdict {
    /// A segment begins here.
    var boundary: UInt64
    /// Only the reference can tell what happens here.
    var stop: UInt64
    /// A segment goes on here with another kind than before.
    var mixed: UInt64
  }

  /// Planes that reach from one block into the next.
  struct Carry {
    var through: UInt64 = 0
    var word: UInt64 = 0
    var first: UInt64 = 0
    var second: UInt64 = 0
    var blank: UInt64 = 0
    /// Nothing joins what stands before the first block.
    var line: UInt64 = ~0
    var cr: UInt64 = 0
    var middleLetter: UInt64 = 0
    var middleNumber: UInt64 = 0
    var loose: UInt64 = 0
    var dots: UInt64 = 0
    var shortWord: UInt64 = 0
    var three: UInt64 = 0
    var lead: UInt64 = 0
    var mixed: UInt64 = 0
  }

  @inline(__always)
  private func later(_ x: UInt64, _ last: UInt64, _ bytes: UInt64) -> UInt64 {
    x &<< bytes | last &>> (64 &- bytes)
  }

  @inline(__always)
  func verdict(_ carry: inout Carry, isArabicProfile: Bool) -> Verdict {
    let continuation = k2 & k1 & ~q
    let alphabetic = ~(k2 | k1 | q)
    let arabic = alphabetic & ~k0
    let number = ~k2 & k1 & ~k0
    let punctuation = ~k2 & k1 & k0
    let connector = punctuation & e & ~q
    let isWord = alphabetic | number | connector
    let space = k2 & k0
    let blank = space & m2
    let line = space & m3
    let cr = line & e
    let mark = k2 & ~k0 & e
    let through = continuation | mark
    var stop = k2 & k1 & q

    // WB4: what stands before a byte, marks skipped.
    let isFirst = isWord & k1
    let isSecond = arabic | connector
    var word = isWord
    var first = isFirst
    var second = isSecond
    word |= later(word, carry.word, 1) & through
    first |= later(first, carry.first, 1) & through
    second |= later(second, carry.second, 1) & through
    var run = through & later(through, carry.through, 1)
    if run != 0 {
      word |= later(word, carry.word, 2) & run
      first |= later(first, carry.first, 2) & run
      second |= later(second, carry.second, 2) & run
      run &= run &<< 2
      word |= later(word, carry.word, 4) & run
      first |= later(first, carry.first, 4) & run
      second |= later(second, carry.second, 4) & run
      stop |= run & run &<< 4
    }
    let wordBefore = later(word, carry.word, 1)
    let firstBefore = later(first, carry.first, 1)
    let secondBefore = later(second, carry.second, 1)
    let letterBefore = wordBefore & ~firstBefore
    let numberBefore = firstBefore & ~secondBefore
    let arabicBefore = secondBefore & ~firstBefore
    let latinBefore = letterBefore & ~arabicBefore

    // WB5, WB8, WB9, WB10, WB13a, WB13b; profile `arabic` cuts where the script changes.
    let words =
      isWord & wordBefore & (isArabicProfile ? ~(arabic ^ arabicBefore) : ~0)
    // WB4, WB3a, WB3d, WB3
    var joined =
      mark & ~later(line, carry.line, 1) | blank & later(blank, carry.blank, 1) | words
      | line & ~e & later(cr, carry.cr, 1)
    var mixed = words & ((isFirst ^ firstBefore) | (isSecond ^ secondBefore))

    // WB6, WB7, WB11, WB12
    let middleLetter = punctuation & m3 & (isArabicProfile ? latinBefore : letterBefore)
    let middleNumber = punctuation & m2 & numberBefore
    let middle = middleLetter | middleNumber
    let one = ~lead
    let loose = middle & ~(one & space &>> 1)
    var dots: UInt64 = 0
    if loose | carry.loose != 0 {
      let two = lead & ~three
      let lastOne = ~carry.lead
      let lastTwo = carry.lead & ~carry.three
      let afterLetter =
        later(middleLetter & one, carry.middleLetter & lastOne, 1)
        | later(middleLetter & two, carry.middleLetter & lastTwo, 2)
        | later(middleLetter & three, carry.middleLetter & carry.three, 3)
      let afterNumber =
        later(middleNumber & one, carry.middleNumber & lastOne, 1)
        | later(middleNumber & two, carry.middleNumber & lastTwo, 2)
        | later(middleNumber & three, carry.middleNumber & carry.three, 3)
      let letter = isArabicProfile ? alphabetic & k0 : alphabetic
      let isThrough = letter & afterLetter | number & afterNumber
      let joinedMiddle =
        middle
        & (one & isThrough &>> 1 | two & isThrough &>> 2 | three & isThrough &>> 3)
      joined |= isThrough | joinedMiddle
      mixed |= letter & isThrough
      stop |= mark & (afterLetter | afterNumber) | isThrough & 7
      if isArabicProfile {
        dots = joinedMiddle & numberBefore & m3 & ~q
        let near =
          later(dots, carry.dots, 2) | later(dots, carry.dots, 3) | later(dots, carry.dots, 4)
          | later(dots, carry.dots, 5)
        stop |= joinedMiddle & numberBefore & q
        stop |= middleLetter & ~q & ~(space &>> 1)
        stop |= dots & near
      }
    }

    var shortWord: UInt64 = 0
    if isArabicProfile {
      let rare = q & ~(m2 | m3) & (~k2 & k1 | mark) | connector
      if rare != 0 {
        let percent = punctuation & e & q & numberBefore
        joined |= percent
        if mixed | carry.mixed != 0 { stop |= percent }
        stop |= connector | mark & q | punctuation & q & ~(e | m2 | m3)
        stop |= number & q & ~(numberBefore & (number & ~q) &>> 2)
      }
      shortWord = arabic & ~(continuation | joined)
      stop |=
        punctuation & m2 & m3 & ~q & arabicBefore
        & (later(shortWord, carry.shortWord, 2) | later(shortWord, carry.shortWord, 4))
    }
    let boundary = ~(continuation | joined)
    // U+066B without digits is no number.
    stop |= number & q & (boundary | firstBefore & secondBefore)
    // UTF-8: the bytes that must follow lead bytes are those that do.
    stop |=
      (later(lead, carry.lead, 1) | later(three, carry.three, 1) | later(three, carry.three, 2))
      ^ continuation

    let isMixed = mixed | (boundary == 0 ? carry.mixed : 0)
    carry = Carry(
      through: through, word: word, first: first, second: second, blank: blank, line: line, cr: cr,
      middleLetter: middleLetter, middleNumber: middleNumber, loose: loose & 7 << 61, dots: dots,
      shortWord: shortWord, three: three, lead: lead, mixed: isMixed)
    return Verdict(boundary: boundary, stop: stop, mixed: mixed)
  }
}
