using System.Linq.Expressions;
using Headless.GraphQL.Types;

namespace Headless.GraphQL.Data.Filtering;

internal enum FilterFieldKind
{
    /// <summary>All of the listed filters must hold.</summary>
    And,

    /// <summary>One of the listed filters must hold.</summary>
    Or,

    /// <summary>Goes into a member of the element: its value is an operation, entity or list filter.</summary>
    Member,

    /// <summary>Compares the member that was gone into.</summary>
    Operation,
}

/// <summary>What a field of a filter input means: attached to the input field as a feature.</summary>
internal sealed class FilterField
{
    private static int _lastId;

    private FilterField(FilterFieldKind kind)
    {
        Kind = kind;
        Id = Interlocked.Increment(ref _lastId);
    }

    /// <summary>Distinct for each field of the process: what shapes of filters are keyed by.</summary>
    public int Id { get; }

    public FilterFieldKind Kind { get; }

    public FilterOperation Operation { get; private init; }

    /// <summary>From the element to the member's value.</summary>
    public LambdaExpression? Selector { get; private init; }

    /// <summary>Turns a node id into the key that it names; throws <see cref="CoercionException"/> for another type's id.</summary>
    public Func<object, object>? DecodeId { get; private init; }

    public static FilterField And() => new(FilterFieldKind.And);

    public static FilterField Or() => new(FilterFieldKind.Or);

    /// <summary>Finds texts of the member by their parts; null where they are all read.</summary>
    public NGramIndex? NGrams { get; private init; }

    public static FilterField ForMember(LambdaExpression selector, Func<object, object>? decodeId = null, NGramIndex? nGrams = null)
        => new(FilterFieldKind.Member) { Selector = selector, DecodeId = decodeId, NGrams = nGrams };

    public static FilterField ForOperation(FilterOperation operation) => new(FilterFieldKind.Operation) { Operation = operation };
}
