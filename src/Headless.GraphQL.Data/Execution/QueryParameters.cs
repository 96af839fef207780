using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Query;

namespace Headless.GraphQL.Data.Execution;

/// <summary>
/// Hands out the parameters of a statement while it is built, in the order in which the values stand in its <see cref="QueryShape"/>.
/// A list is one parameter however long it is (JSON or an array on the wire), so no provider's limit on parameters is met and the
/// statement's text does not depend on its length; see <see cref="CompiledParameters.ListMode"/> for the exception.
/// </summary>
internal abstract class QueryParameters
{
    public int Count { get; private set; }

    public Expression Next(Type type) => Create(Count++, type);

    protected abstract Expression Create(int index, Type type);

    public static string NameOf(int index) => "v_" + index.ToString(System.Globalization.CultureInfo.InvariantCulture);
}

/// <summary>Parameters of a compiled EF Core statement.</summary>
internal sealed class CompiledParameters(DatabaseTraits traits) : QueryParameters
{
    /// <summary>How a list of values of a type is sent: as one parameter, unless the database cannot compare texts out of one.</summary>
    public static ParameterTranslationMode ListMode(DatabaseTraits traits, Type elementType) =>
        elementType == typeof(string) && traits.TextListsLoseCollation ? ParameterTranslationMode.MultipleParameters : ParameterTranslationMode.Parameter;

    protected override Expression Create(int index, Type type)
        => type != typeof(string) && type.IsGenericType && type.GetGenericTypeDefinition() == typeof(List<>)
            ? new QueryParameterExpression(NameOf(index), type, ListMode(traits, type.GetGenericArguments()[0]))
            : new QueryParameterExpression(NameOf(index), type);
}

/// <summary>The values themselves, for LINQ over objects in memory.</summary>
internal sealed class InMemoryParameters(IReadOnlyList<object?> values) : QueryParameters
{
    protected override Expression Create(int index, Type type) => Expression.Constant(values[index], type);
}
