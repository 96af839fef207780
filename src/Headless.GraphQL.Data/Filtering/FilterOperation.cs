namespace Headless.GraphQL.Data.Filtering;

/// <summary>What a field of an operation filter input compares with.</summary>
internal enum FilterOperation
{
    Equals,
    NotEquals,
    In,
    NotIn,
    GreaterThan,
    NotGreaterThan,
    GreaterThanOrEquals,
    NotGreaterThanOrEquals,
    LowerThan,
    NotLowerThan,
    LowerThanOrEquals,
    NotLowerThanOrEquals,
    Contains,
    NotContains,
    StartsWith,
    NotStartsWith,
    EndsWith,
    NotEndsWith,
    All,
    None,
    Some,
    Any,
}

/// <summary>The operations of each kind of operation input, in the order and with the names that HotChocolate prints.</summary>
internal static class FilterOperations
{
    public static readonly FilterOperation[] Equality =
        [FilterOperation.Equals, FilterOperation.NotEquals];

    public static readonly FilterOperation[] Membership =
        [FilterOperation.Equals, FilterOperation.NotEquals, FilterOperation.In, FilterOperation.NotIn];

    public static readonly FilterOperation[] Comparison =
    [
        FilterOperation.Equals, FilterOperation.NotEquals, FilterOperation.In, FilterOperation.NotIn,
        FilterOperation.GreaterThan, FilterOperation.NotGreaterThan, FilterOperation.GreaterThanOrEquals, FilterOperation.NotGreaterThanOrEquals,
        FilterOperation.LowerThan, FilterOperation.NotLowerThan, FilterOperation.LowerThanOrEquals, FilterOperation.NotLowerThanOrEquals,
    ];

    public static readonly FilterOperation[] Text =
    [
        FilterOperation.Equals, FilterOperation.NotEquals, FilterOperation.Contains, FilterOperation.NotContains,
        FilterOperation.In, FilterOperation.NotIn, FilterOperation.StartsWith, FilterOperation.NotStartsWith,
        FilterOperation.EndsWith, FilterOperation.NotEndsWith,
    ];

    public static readonly FilterOperation[] Quantifiers =
        [FilterOperation.All, FilterOperation.None, FilterOperation.Some];

    /// <summary>Whether the operation searches in texts, for which it reads them all.</summary>
    public static bool IsExpensive(FilterOperation operation) => operation
        is FilterOperation.Contains or FilterOperation.NotContains
        or FilterOperation.StartsWith or FilterOperation.NotStartsWith
        or FilterOperation.EndsWith or FilterOperation.NotEndsWith;

    public static string NameOf(FilterOperation operation) => operation switch
    {
        FilterOperation.Equals => "eq",
        FilterOperation.NotEquals => "neq",
        FilterOperation.In => "in",
        FilterOperation.NotIn => "nin",
        FilterOperation.GreaterThan => "gt",
        FilterOperation.NotGreaterThan => "ngt",
        FilterOperation.GreaterThanOrEquals => "gte",
        FilterOperation.NotGreaterThanOrEquals => "ngte",
        FilterOperation.LowerThan => "lt",
        FilterOperation.NotLowerThan => "nlt",
        FilterOperation.LowerThanOrEquals => "lte",
        FilterOperation.NotLowerThanOrEquals => "nlte",
        FilterOperation.Contains => "contains",
        FilterOperation.NotContains => "ncontains",
        FilterOperation.StartsWith => "startsWith",
        FilterOperation.NotStartsWith => "nstartsWith",
        FilterOperation.EndsWith => "endsWith",
        FilterOperation.NotEndsWith => "nendsWith",
        FilterOperation.All => "all",
        FilterOperation.None => "none",
        FilterOperation.Some => "some",
        _ => "any",
    };
}
