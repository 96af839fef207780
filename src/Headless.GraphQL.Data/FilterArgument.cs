using System.Collections;
using System.Linq.Expressions;
using Headless.GraphQL.Authoring;
using Headless.GraphQL.Data.Execution;
using Headless.GraphQL.Data.Filtering;
using Headless.GraphQL.Data.Paging;
using Headless.GraphQL.Language;
using Headless.GraphQL.Types;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Headless.GraphQL.Data;

/// <summary>
/// A filter argument for resolvers that carry it out themselves: a subscription decides about each event by a query of its own. It means the
/// same as on a list, is limited the same, and the same guard is asked.
/// </summary>
public static class FilterArgument
{
    /// <summary>Reads the argument; what it answers narrows a query. Null where the argument says nothing.</summary>
    /// <param name="context">Of a field that <c>UseFiltering</c> gave the argument.</param>
    /// <param name="name">The argument.</param>
    /// <exception cref="GraphQLException">The filter breaks a limit, says something invalid, or asks what the caller may not read.</exception>
    public static Func<IQueryable<T>, IQueryable<T>>? Read<T>(IResolverContext context, string name = "where")
        where T : class
    {
        if (context.ArgumentValue(name) is not InputObjectValue filter)
        {
            return null;
        }

        var limits = context.Services.GetService<IOptions<DataOptions>>()?.Value ?? new DataOptions();
        var shape = new QueryShape();
        new FilterReader(shape, new FilterLimits(limits.MaxFilterDepth, limits.MaxFilterNodes, limits.MaxFilterListItems)).Read(filter);
        var conditions = ConditionReader.Read(filter, null);
        if (conditions.Count > 0 && context.Services.GetService<IDataConditionGuard>() is { } guard)
        {
            guard.Check(context.Services, conditions);
        }

        var values = shape.Values;
        return query => EntityFrameworkSource.TryCreate(query, out var database)
            && new FilterCompiler(new CapturedParameters(values), DatabaseTraits.Of(database.Context).TextMatching, database.Model).Compile(filter, typeof(T)) is Expression<Func<T, bool>> predicate
                ? query.Where(predicate)
                : query;
    }
}

/// <summary>A filter as text, for a list that is read later.</summary>
public static class FilterText
{
    /// <summary>The GraphQL literal that a filter was given by, or one that means the same.</summary>
    public static string Print(InputObjectValue filter) => SyntaxPrinter.Print(ToLiteral(filter));

    private static ObjectValueNode ToLiteral(InputObjectValue value) => new(
        default, [.. value.Fields.Select(given => new ObjectFieldNode(default, new NameNode(default, given.Field.Name), ToLiteral(given.Value, given.Field.Type)))]);

    private static ValueNode ToLiteral(object? value, GraphQLType type) => (value, type.Nullable) switch
    {
        (null, _) => new NullValueNode(default),
        (InputObjectValue given, _) => ToLiteral(given),
        (IEnumerable items, ListType list) when value is not string => new ListValueNode(default, [.. items.Cast<object?>().Select(item => ToLiteral(item, list.OfType))]),
        (_, ListType list) => ToLiteral(value, list.OfType),
        _ => InputLiterals.ToLiteral(value, type),
    };
}

/// <summary>Values as a lambda captures them, so that EF Core sends them as parameters.</summary>
internal sealed class CapturedParameters(IReadOnlyList<object?> values) : QueryParameters
{
    protected override Expression Create(int index, Type type) =>
        Expression.Property(Expression.Constant(Activator.CreateInstance(typeof(Box<>).MakeGenericType(type), [values[index]])), nameof(Box<object>.Value));

    private sealed class Box<T>(T value)
    {
        public T Value => value;
    }
}
