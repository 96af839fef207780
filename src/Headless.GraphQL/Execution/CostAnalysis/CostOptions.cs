namespace Headless.GraphQL;

/// <summary>What operations may cost, and the weights that conventions give (IBM GraphQL cost directives specification; names and numbers are HotChocolate's).</summary>
public sealed class CostOptions
{
    /// <summary>The field cost that an operation may have: what its resolvers, arguments and filters add up to. Above it is <see cref="ErrorCodes.CostExceeded"/>. Default 1 000.</summary>
    public double MaxFieldCost { get; set; } = 1_000;

    /// <summary>The type cost that an operation may have: how many objects it may answer. Above it is <see cref="ErrorCodes.CostExceeded"/>. Default 1 000.</summary>
    public double MaxTypeCost { get; set; } = 1_000;

    /// <summary>Whether operations above the limits are refused; otherwise the cost is only reported, where a request asks for it. Default true.</summary>
    public bool EnforceCostLimits { get; set; } = true;

    /// <summary>Whether members that state no weight get the weights below and connections their <c>@listSize</c>. Default true.</summary>
    public bool ApplyCostDefaults { get; set; } = true;

    /// <summary>Whether the <c>@listSize</c> of connections says which page size is used where none is given. Default true.</summary>
    public bool ApplySlicingArgumentDefaultValue { get; set; } = true;

    /// <summary>The weight of a field whose resolver is asynchronous; null: that of its type. Default 10.</summary>
    public double? DefaultResolverCost { get; set; } = 10;

    /// <summary>The weights of filters.</summary>
    public FilterCostOptions Filtering { get; } = new();

    /// <summary>The weights of orders.</summary>
    public SortCostOptions Sorting { get; } = new();
}

/// <summary>The weights that filters have by convention; null: none.</summary>
public sealed class FilterCostOptions
{
    /// <summary>Of the argument <c>where</c>. Default 10.</summary>
    public double? DefaultFilterArgumentCost { get; set; } = 10;

    /// <summary>Of an operation such as <c>eq</c>. Default 10.</summary>
    public double? DefaultFilterOperationCost { get; set; } = 10;

    /// <summary>Of an operation that no index serves: <c>contains</c>, <c>startsWith</c>, <c>endsWith</c> and their negations. Default 20.</summary>
    public double? DefaultExpensiveFilterOperationCost { get; set; } = 20;
}

/// <summary>The weights that orders have by convention; null: none.</summary>
public sealed class SortCostOptions
{
    /// <summary>Of the argument <c>order</c>. Default 10.</summary>
    public double? DefaultSortArgumentCost { get; set; } = 10;

    /// <summary>Of a member to sort by. Default 10.</summary>
    public double? DefaultSortOperationCost { get; set; } = 10;
}
