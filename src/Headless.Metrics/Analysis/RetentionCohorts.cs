namespace Headless.Metrics.Analysis;

/// <summary>People who joined in the same period, and what became of them (A-224, A.12 #4).</summary>
/// <param name="From">The first day of the period in which they joined.</param>
/// <param name="To">The day after its last.</param>
/// <param name="Size">How many; a person counts once in each group, by their first join there that was seen.</param>
/// <param name="Cells">Period 0 is the one in which they joined.</param>
public sealed record RetentionCohort(DateOnly From, DateOnly To, long Size, IReadOnlyList<RetentionCell> Cells);

/// <summary>A cohort in one period.</summary>
/// <param name="Period">How many periods after the joining.</param>
/// <param name="Staying">Members when the period ended; null while it has not.</param>
/// <param name="Active">Members with an effective message in the period; null while it has not ended.</param>
/// <param name="StayingRate">Staying ÷ size; null with it, and for a cohort of nobody.</param>
/// <param name="ActiveRate">Active ÷ size.</param>
public sealed record RetentionCell(int Period, long? Staying, long? Active, double? StayingRate, double? ActiveRate);

/// <summary>People who first bought in the same month .</summary>
/// <param name="From">The first day of the period of their first order.</param>
/// <param name="To">The day after its last.</param>
/// <param name="Size">How many.</param>
/// <param name="Cells">Period 0 is the one of their first order.</param>
public sealed record PurchaseCohort(DateOnly From, DateOnly To, long Size, IReadOnlyList<PurchaseCell> Cells);

/// <summary>What a cohort of buyers bought in one period; everything null while it has not ended.</summary>
/// <param name="Period">How many periods after the first order.</param>
/// <param name="Buyers">Those with an order in the period.</param>
/// <param name="Orders">Their orders.</param>
/// <param name="Revenue">What they come to.</param>
/// <param name="BuyerRate">Buyers ÷ size; null for a cohort of nobody.</param>
public sealed record PurchaseCell(int Period, long? Buyers, long? Orders, decimal? Revenue, double? BuyerRate);
