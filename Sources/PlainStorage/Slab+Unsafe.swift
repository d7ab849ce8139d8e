/// A block of memory for plain values that has one owner.
///
/// An array asks before each change whether anybody shares it, and counts references when it is
/// handed on. A slab is never shared, so it does neither; it cannot be copied, only moved. What the
/// hot loop writes to lives in slabs.
///
/// Every access is checked against the bounds, in every build. Elements begin at a cache line.
///
/// Unsafe inside because it manages its memory itself; safe outside, since no pointer leaves it.
@safe
public struct Slab<Element: BitwiseCopyable & Sendable>: ~Copyable, @unchecked Sendable {
  @usableFromInline var base: UnsafeMutablePointer<Element>

  /// How many elements there are.
  public private(set) var count: Int

  /// The size of a cache line (bytes).
  private static var alignment: Int { 64 }

  /// A slab without elements; it can grow.
  public init() {
    unsafe base = Self.allocate(0)
    count = 0
  }

  /// A slab of `count` elements, all equal.
  ///
  /// In line, since only where the kind of element is known is a megabyte filled in microseconds.
  @inlinable
  public init(repeating element: Element, count: Int) {
    self.init(blank: count)
    unsafe base.initialize(repeating: element, count: count)
  }

  /// A slab whose elements are still to be initialised.
  @usableFromInline
  init(blank count: Int) {
    precondition(count >= 0, "a slab has no negative number of elements")
    unsafe base = Self.allocate(count)
    self.count = count
  }

  /// A slab of the elements of an array, in their order.
  public init(_ elements: [Element]) {
    unsafe base = Self.allocate(elements.count)
    for index in elements.indices { unsafe (base + index).initialize(to: elements[index]) }
    count = elements.count
  }

  deinit { unsafe base.deallocate() }

  private static func allocate(_ count: Int) -> UnsafeMutablePointer<Element> {
    unsafe UnsafeMutableRawPointer.allocate(
      byteCount: max(1, count) * MemoryLayout<Element>.stride,
      alignment: max(alignment, MemoryLayout<Element>.alignment)
    ).bindMemory(to: Element.self, capacity: count)
  }

  /// The element at `index`, from 0 to less than `count`.
  @inlinable
  public subscript(index: Int) -> Element {
    @inline(__always)
    get {
      check(index)
      return unsafe base[index]
    }
    @inline(__always)
    _modify {
      check(index)
      yield unsafe &base[index]
    }
  }

  @inlinable @inline(__always)
  func check(_ index: Int) {
    // One comparison for both ends: a negative index is a very large unsigned one.
    precondition(UInt(bitPattern: index) < UInt(bitPattern: count), "an index is out of bounds")
  }

  /// The positions of all elements.
  @inlinable public var indices: Range<Int> { 0..<count }

  /// Makes all elements equal.
  public mutating func fill(with element: Element) {
    unsafe base.update(repeating: element, count: count)
  }

  /// Makes the slab larger: what there is stays, what is new equals `element`. Allocates.
  public mutating func grow(to newCount: Int, filling element: Element) {
    precondition(newCount >= count, "a slab does not shrink")
    let larger = unsafe Self.allocate(newCount)
    unsafe larger.moveInitialize(from: base, count: count)
    unsafe (larger + count).initialize(repeating: element, count: newCount - count)
    unsafe base.deallocate()
    unsafe base = larger
    count = newCount
  }

  /// Makes the first `count` elements those of another slab, which has as many at least.
  ///
  /// Allocates only when this slab has fewer; then it gets as many as the other, and what lies
  /// beyond `count` equals `element`. A slab that is large enough keeps what lies beyond.
  @inlinable
  public mutating func copy(
    _ count: Int, from other: borrowing Slab, filling element: Element
  ) {
    precondition(count >= 0 && count <= other.count, "elements are copied out of bounds")
    if self.count < count { grow(to: other.count, filling: element) }
    unsafe base.update(from: other.base, count: count)
  }

  /// Makes all elements those of another slab, which has as many. Allocates nothing.
  @inlinable
  public mutating func copy(from other: borrowing Slab) {
    precondition(other.count == count, "slabs are copied that differ in their number of elements")
    unsafe base.update(from: other.base, count: count)
  }

  /// Moves `count` elements from `source` on to `destination` on; the two may overlap.
  @inlinable
  public mutating func move(_ count: Int, from source: Int, to destination: Int) {
    precondition(
      count >= 0 && source >= 0 && destination >= 0 && source <= self.count - count
        && destination <= self.count - count, "elements are moved out of bounds")
    unsafe (base + destination).update(from: base + source, count: count)
  }
}
