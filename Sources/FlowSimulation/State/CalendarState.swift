/// How far the calendar of a network has been turned: months and stages, and seasons.
///
/// The calendar is known beforehand, so it lies in the network and not among the scheduled events:
/// a replication can go on under another network from any day before which both have had the same
/// calendar. At equal times it comes before all events, and a span before a season: what leaves as
/// a pass opens on 1 May is counted for May.
struct CalendarState: Sendable, BitwiseCopyable {
  /// The span that begins next, as an index of the network's.
  private(set) var nextSpan = 0
  /// The season that begins next, as an index of the network's.
  private(set) var nextSeason = 0
  /// When the next of them begins (days); infinite after the last.
  private(set) var nextDay = 0.0
  /// When the last of them began (days); minus infinity before the first.
  private(set) var lastDay = -Double.infinity

  /// What begins.
  enum Turn {
    case span(Int)
    case season(Int)
  }

  /// Turns to what begins next; there must be something.
  mutating func turn(in network: CompiledNetwork) -> Turn {
    lastDay = nextDay
    defer { find(in: network) }
    if nextSpan < network.spans.count, network.spans[nextSpan].startDay == nextDay {
      nextSpan += 1
      return .span(nextSpan - 1)
    }
    nextSeason += 1
    return .season(nextSeason - 1)
  }

  /// Finds when the next turn is; also after a change to another network whose calendar was the
  /// same so far.
  mutating func find(in network: CompiledNetwork) {
    let span =
      nextSpan < network.spans.count ? network.spans[nextSpan].startDay : .infinity
    let season =
      nextSeason < network.seasons.count ? network.seasons[nextSeason].startDay : .infinity
    nextDay = min(span, season)
  }
}
