import RandomStreams

extension Organisation {
  /// What an organisation is made of, so that it can be weakened, dismantled and formed anew.
  public struct Structure: Sendable, Equatable {
    /// How many cells it has at full strength. One that has lost some dispatches less in
    /// proportion; one that has lost all is dismantled.
    public var cells: Int
    /// How long it takes until a lost cell is replaced (days).
    public var replacementDays: Distribution
    /// How long it takes until a dismantled organisation forms anew, at full strength (days).
    public var reformingDays: Distribution
    /// Of what it fails to dispatch, the share that others take over, 0 to 1. The rest stays in
    /// stock.
    public var successionShare: Double
    /// What it trades with; `nil` for without limit.
    public var finances: Finances?

    /// A structure.
    public init(
      cells: Int, replacementDays: Distribution, reformingDays: Distribution,
      successionShare: Double = 1, finances: Finances? = nil
    ) {
      self.cells = cells
      self.replacementDays = replacementDays
      self.reformingDays = reformingDays
      self.successionShare = successionShare
      self.finances = finances
    }
  }

  /// What an organisation trades with.
  public struct Finances: Sendable, Equatable {
    /// The capital at the start and after forming anew (USD).
    public var capital: Double
    /// Of the price at the market, what is left over when a delivery is paid for, 0 to 1. The rest
    /// is the outlay, which a seizure costs.
    public var margin: Double
    /// What is spent regardless of trade (USD/year).
    public var spendingPerYear: Double

    /// Finances.
    public init(capital: Double, margin: Double, spendingPerYear: Double = 0) {
      self.capital = capital
      self.margin = margin
      self.spendingPerYear = spendingPerYear
    }
  }
}
