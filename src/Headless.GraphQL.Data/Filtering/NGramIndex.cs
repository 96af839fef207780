using System.Linq.Expressions;
using Headless.GraphQL.Data.Execution;
using Headless.GraphQL.Data.InputTypes;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Query;

namespace Headless.GraphQL.Data;

/// <summary>
/// A table that says which rows have which grams (short parts) of a text in it: with it <c>contains</c> looks a gram up and compares the few
/// texts that have it, where it read every text before.
/// </summary>
/// <remarks>
/// It decides nothing: the comparison itself stays in the condition. It must have every gram of every text in the transaction that writes
/// the text, or rows are missed; what it has beyond that costs time only.
/// </remarks>
public sealed class NGramIndex
{
    private NGramIndex(LambdaExpression text, LambdaExpression owner, LambdaExpression gram, LambdaExpression key, LambdaExpression isOfIndex, Func<string, SoughtGrams> sought)
    {
        Text = text;
        (Owner, Gram, Key, IsOfIndex, Sought) = (owner, gram, key, isOfIndex, sought);
    }

    /// <summary>The column whose texts are indexed.</summary>
    internal LambdaExpression Text { get; }

    /// <summary>What of a text to look up.</summary>
    internal Func<string, SoughtGrams> Sought { get; }

    private LambdaExpression Owner { get; }

    private LambdaExpression Gram { get; }

    private LambdaExpression Key { get; }

    private LambdaExpression IsOfIndex { get; }

    /// <param name="text">The column whose texts are indexed.</param>
    /// <param name="owner">The key of its row.</param>
    /// <param name="gram">The gram in a row of the index.</param>
    /// <param name="key">Whose text it is a gram of, in a row of the index.</param>
    /// <param name="isOfIndex">Which rows of that table are the index, where it has others.</param>
    /// <param name="sought">What of a text to look up.</param>
    public static NGramIndex Create<TEntity, TGram>(
        Expression<Func<TEntity, string>> text,
        Expression<Func<TEntity, long>> owner,
        Expression<Func<TGram, string>> gram,
        Expression<Func<TGram, long>> key,
        Expression<Func<TGram, bool>> isOfIndex,
        Func<string, SoughtGrams> sought)
        where TGram : class => new(text, owner, gram, key, isOfIndex, sought);

    /// <summary>Whether a filter's member is the indexed column.</summary>
    internal bool IsOf(LambdaExpression selector) =>
        selector.Body is MemberExpression member && Text.Body is MemberExpression own && member.Member == own.Member;

    /// <summary>Whether the row that a text belongs to is among those that have a gram.</summary>
    /// <param name="model">The context's.</param>
    /// <param name="text">The text, of whatever row.</param>
    /// <param name="holds">The condition on the gram.</param>
    internal Expression HasOwner(IModel model, Expression text, Func<Expression, Expression> holds)
    {
        var row = Key.Parameters[0];
        var condition = Expression.AndAlso(MemberSelector.Apply(IsOfIndex, row), holds(MemberSelector.Apply(Gram, row)));
        var entity = model.FindEntityType(row.Type) ?? throw new InvalidOperationException($"The model of the query has no {row.Type.Name}.");
        var rows = Expression.Call(
            typeof(Queryable), nameof(Queryable.Where), [row.Type], new EntityQueryRootExpression(entity), Expression.Quote(Expression.Lambda(condition, row)));
        var keys = Expression.Call(typeof(Queryable), nameof(Queryable.Select), [row.Type, Key.ReturnType], rows, Expression.Quote(Key));
        return Expression.Call(
            typeof(Queryable), nameof(Queryable.Contains), [Key.ReturnType], keys, MemberSelector.Apply(Owner, ((MemberExpression)text).Expression!));
    }
}

/// <summary>What of a text to look up in an <see cref="NGramIndex"/>.</summary>
/// <param name="Grams">Grams that a text containing it has, all of them; none: the index has no answer.</param>
/// <param name="Prefix">Instead of grams: how one of its grams begins.</param>
public sealed record SoughtGrams(IReadOnlyList<string> Grams, string? Prefix = null)
{
    /// <summary>The index has no answer.</summary>
    public static SoughtGrams None { get; } = new([]);
}
