using System.Collections;
using System.Linq.Expressions;
using System.Reflection;
using Headless.GraphQL.Data.Execution;
using Headless.GraphQL.Data.InputTypes;
using Headless.GraphQL.Types;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Headless.GraphQL.Data.Filtering;

/// <summary>How the database compares texts, where providers differ.</summary>
internal enum TextMatching
{
    /// <summary><c>LIKE</c> as the provider translates it, by the column's collation.</summary>
    Like,

    /// <summary>By code point: SQLite's <c>LIKE</c> ignores the case of ASCII letters where its <c>=</c>, <c>&lt;</c> and <c>instr</c> do not.</summary>
    Ordinal,
}

/// <summary>
/// Compiles a filter to a predicate. Negations include nulls, as in C#: <c>neq</c>, <c>nin</c>, <c>ncontains</c>, <c>ngt</c> … hold for
/// a null. Walks as <see cref="FilterReader"/> does, so that the parameters are asked for in the order of the values.
/// </summary>
/// <param name="parameters">Hands out the parameters.</param>
/// <param name="textMatching">How the database compares texts.</param>
/// <param name="model">The model of the database; null in memory, where there is no index to look into.</param>
internal sealed class FilterCompiler(QueryParameters parameters, TextMatching textMatching, IModel? model)
{
    private static readonly MethodInfo StringContains = typeof(string).GetMethod(nameof(string.Contains), [typeof(string)])!;
    private static readonly MethodInfo StringStartsWith = typeof(string).GetMethod(nameof(string.StartsWith), [typeof(string)])!;
    private static readonly MethodInfo StringEndsWith = typeof(string).GetMethod(nameof(string.EndsWith), [typeof(string)])!;
    private static readonly MethodInfo StringSubstring = typeof(string).GetMethod(nameof(string.Substring), [typeof(int)])!;
    private static readonly MethodInfo StringSubstringLength = typeof(string).GetMethod(nameof(string.Substring), [typeof(int), typeof(int)])!;
    private static readonly PropertyInfo StringLength = typeof(string).GetProperty(nameof(string.Length))!;

    /// <summary>The predicate over elements of the type; null where the filter says nothing.</summary>
    public LambdaExpression? Compile(InputObjectValue filter, Type elementType)
    {
        var element = Expression.Parameter(elementType, "e");
        return CompileObject(filter, element, null) is { } body ? Expression.Lambda(body, element) : null;
    }

    private Expression? CompileObject(InputObjectValue filter, Expression target, FilterField? member)
    {
        Expression? all = null;
        foreach (var (input, value) in filter.Fields)
        {
            var @field = input.Features.Get<FilterField>()!;
            var part = @field.Kind switch
            {
                FilterFieldKind.And => CompileAlternatives((IList?)value, target, member, ExpressionType.AndAlso),
                FilterFieldKind.Or => CompileAlternatives((IList?)value, target, member, ExpressionType.OrElse),
                FilterFieldKind.Member => CompileObject((InputObjectValue)value!, MemberSelector.Apply(@field.Selector!, target), @field),
                _ => CompileOperation(@field.Operation, target, value, member),
            };
            all = Combine(ExpressionType.AndAlso, all, part);
        }

        return all;
    }

    private Expression? CompileAlternatives(IList? alternatives, Expression target, FilterField? member, ExpressionType combinator)
    {
        Expression? combined = null;
        foreach (InputObjectValue alternative in alternatives ?? Array.Empty<object>())
        {
            combined = Combine(combinator, combined, CompileObject(alternative, target, member));
        }

        return combined;
    }

    private Expression CompileOperation(FilterOperation operation, Expression target, object? value, FilterField? member) => operation switch
    {
        FilterOperation.Equals => CompileEquals(target, value),
        FilterOperation.NotEquals => Expression.Not(CompileEquals(target, value)),
        FilterOperation.In => CompileIn(target),
        FilterOperation.NotIn => Expression.Not(CompileIn(target)),
        FilterOperation.GreaterThan => CompileComparison(ExpressionType.GreaterThan, target),
        FilterOperation.NotGreaterThan => NotOrNull(target, CompileComparison(ExpressionType.GreaterThan, target)),
        FilterOperation.GreaterThanOrEquals => CompileComparison(ExpressionType.GreaterThanOrEqual, target),
        FilterOperation.NotGreaterThanOrEquals => NotOrNull(target, CompileComparison(ExpressionType.GreaterThanOrEqual, target)),
        FilterOperation.LowerThan => CompileComparison(ExpressionType.LessThan, target),
        FilterOperation.NotLowerThan => NotOrNull(target, CompileComparison(ExpressionType.LessThan, target)),
        FilterOperation.LowerThanOrEquals => CompileComparison(ExpressionType.LessThanOrEqual, target),
        FilterOperation.NotLowerThanOrEquals => NotOrNull(target, CompileComparison(ExpressionType.LessThanOrEqual, target)),
        FilterOperation.Contains => CompileContains(target, (string)value!, member?.NGrams),
        FilterOperation.NotContains => NotOrNull(target, CompileMatch(StringContains, target)),
        FilterOperation.StartsWith => CompilePrefix((string)value!)(target),
        FilterOperation.NotStartsWith => NotOrNull(target, CompilePrefix((string)value!)(target)),
        FilterOperation.EndsWith => CompileMatch(StringEndsWith, target),
        FilterOperation.NotEndsWith => NotOrNull(target, CompileMatch(StringEndsWith, target)),
        FilterOperation.Any => CompileAny(target, (bool)value!),
        FilterOperation.Some => CompileQuantifier(nameof(Enumerable.Any), target, (InputObjectValue)value!),
        FilterOperation.None => Expression.Not(CompileQuantifier(nameof(Enumerable.Any), target, (InputObjectValue)value!)),
        _ => CompileQuantifier(nameof(Enumerable.All), target, (InputObjectValue)value!),
    };

    private Expression CompileEquals(Expression target, object? value)
    {
        if (value is not null)
        {
            return Expression.Equal(target, parameters.Next(target.Type));
        }

        return Comparisons.CanBeNull(target.Type) ? Comparisons.IsNull(target) : Expression.Constant(false);
    }

    private MethodCallExpression CompileIn(Expression target)
        => Expression.Call(
            typeof(Enumerable), nameof(Enumerable.Contains), [target.Type], parameters.Next(typeof(List<>).MakeGenericType(target.Type)), target);

    private Expression CompileComparison(ExpressionType comparison, Expression target)
    {
        var compared = Comparisons.Build(comparison, target, parameters.Next(target.Type));
        return target.Type == typeof(string) || Nullable.GetUnderlyingType(target.Type) == typeof(Guid)
            ? Expression.AndAlso(Comparisons.IsNotNull(target), compared)
            : compared;
    }

    private Expression CompileMatch(MethodInfo method, Expression target) => CompileMatch(method, target, parameters.Next(typeof(string)));

    private Expression CompileMatch(MethodInfo method, Expression target, Expression text)
    {
        var matches = textMatching == TextMatching.Like || method == StringContains
            ? Expression.Call(target, method, text)
            : CompileOrdinalMatch(method, target, text);
        return Expression.AndAlso(Comparisons.IsNotNull(target), matches);
    }

    /// <summary>Whether the text is in it; first, where there is an index, whether its grams are.</summary>
    private Expression CompileContains(Expression target, string text, NGramIndex? index)
    {
        var matches = CompileMatch(StringContains, target);
        if (index?.Sought(text) is not { } sought)
        {
            return matches;
        }

        foreach (var _ in sought.Grams)
        {
            var gram = parameters.Next(typeof(string));
            matches = model is null ? matches : Expression.AndAlso(index.HasOwner(model, target, has => Expression.Equal(has, gram)), matches);
        }

        if (sought.Prefix is { } prefix)
        {
            var begins = CompilePrefix(prefix);
            matches = model is null ? matches : Expression.AndAlso(index.HasOwner(model, target, begins), matches);
        }

        return matches;
    }

    /// <remarks>
    /// By code point a prefix is a range, which SQLite answers from an index. PostgreSQL and SQL Server make one of <c>LIKE</c> themselves,
    /// and know better: SQL Server takes texts for equal that differ in blanks at their end.
    /// </remarks>
    private Func<Expression, Expression> CompilePrefix(string prefix)
    {
        var text = parameters.Next(typeof(string));
        if (PrefixRange.EndOf(prefix) is null)
        {
            return target => CompileMatch(StringStartsWith, target, text);
        }

        var end = parameters.Next(typeof(string));
        return target => Expression.AndAlso(
            Comparisons.IsNotNull(target),
            textMatching == TextMatching.Like
                ? Expression.Call(target, StringStartsWith, text)
                : Expression.AndAlso(
                    Comparisons.Build(ExpressionType.GreaterThanOrEqual, target, text), Comparisons.Build(ExpressionType.LessThan, target, end)));
    }

    private static Expression CompileOrdinalMatch(MethodInfo method, Expression target, Expression text)
    {
        var textLength = Expression.Property(text, StringLength);
        var targetLength = Expression.Property(target, StringLength);
        var part = method == StringStartsWith
            ? Expression.Call(target, StringSubstringLength, Expression.Constant(0), textLength)
            : Expression.Call(target, StringSubstring, Expression.Subtract(targetLength, textLength));
        return Expression.AndAlso(Expression.GreaterThanOrEqual(targetLength, textLength), Expression.Equal(part, text));
    }

    private static Expression CompileAny(Expression target, bool any)
    {
        var element = ElementTypes.ListElement(target.Type)!;
        Expression call = Expression.Call(typeof(Enumerable), nameof(Enumerable.Any), [element], target);
        return any ? call : Expression.Not(call);
    }

    private Expression CompileQuantifier(string method, Expression target, InputObjectValue filter)
    {
        var elementType = ElementTypes.ListElement(target.Type)!;
        var element = Expression.Parameter(elementType, "e");
        var predicate = CompileObject(filter, element, null) ?? Expression.Constant(true);
        return Expression.Call(typeof(Enumerable), method, [elementType], target, Expression.Lambda(predicate, element));
    }

    private static Expression NotOrNull(Expression target, Expression predicate)
        => Comparisons.CanBeNull(target.Type)
            ? Expression.OrElse(Comparisons.IsNull(target), Expression.Not(predicate))
            : Expression.Not(predicate);

    private static Expression? Combine(ExpressionType combinator, Expression? left, Expression? right)
        => left is null ? right : right is null ? left : Expression.MakeBinary(combinator, left, right);
}
