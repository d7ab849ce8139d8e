/// The numbers by which entities are named in random streams.
///
/// They come from an entity's stable identifier, not from its position in a list, so adding an
/// organisation or a corridor to a scenario leaves everybody else's luck untouched.
public enum EntityName {
  /// The name of what a scenario calls `identifier`: the 64-bit FNV-1a hash of its UTF-8 bytes.
  ///
  /// The same on every machine and in every run, unlike Swift's `hashValue`. Source: Fowler, Noll
  /// and Vo; constants as in RFC 9923.
  public static func hash(_ identifier: String) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in identifier.utf8 {
      hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3
    }
    return hash
  }

  /// The name of member `ordinal`, counted from 0, of what is named `parent`.
  ///
  /// Used for the n-th consignment of a supply and the n-th part of a split consignment. It is
  /// output number `ordinal` of the generator SplitMix64 seeded with `parent`: an increment of the
  /// parent by the golden ratio and a mixing that no two arguments share, so the members of one
  /// parent never collide, and those of two parents only by chance (Steele, Lea and Flood, "Fast
  /// Splittable Pseudorandom Number Generators", OOPSLA 2014; the finaliser is Stafford's
  /// thirteenth variant).
  @inlinable
  public static func member(_ ordinal: UInt64, of parent: UInt64) -> UInt64 {
    var mixed = parent &+ (ordinal &+ 1) &* 0x9E37_79B9_7F4A_7C15
    mixed = (mixed ^ (mixed &>> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed &>> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed &>> 31)
  }
}
