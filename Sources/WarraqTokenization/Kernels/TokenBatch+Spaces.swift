extension TokenBatch {
  /// How many of the tokens are white space.
  public var spaceCount: Int {
    withColumns { (_, kinds) in Self.spaceCount(of: kinds) }
  }

  /// How many of some kinds are white space.
  ///
  /// Adds bytes, which a vector holds many of, over stretches too short for the sum to overflow;
  /// without a comparison, since the compiler makes a branch of one.
  public static func spaceCount(of kinds: Span<UInt8>) -> Int {
    let space = TokenKind.space.rawValue
    var total = 0
    var rest = kinds
    while !rest.isEmpty {
      let part = rest.extracting(first: 128)
      var sum: UInt8 = 0
      // Kinds are less than 128, so only a zero less one has the highest bit.
      for index in part.indices { sum &+= ((part[index] ^ space) &- 1) >> 7 }
      total += Int(sum)
      rest = rest.extracting(droppingFirst: part.count)
    }
    return total
  }
}
