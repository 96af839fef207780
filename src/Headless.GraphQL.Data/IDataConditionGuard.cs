using System.Reflection;

namespace Headless.GraphQL.Data;

/// <summary>
/// Asked before a filter or an order is carried out, where one is registered as a service: whoever may not read a value must not learn
/// it by filtering or sorting either.
/// </summary>
public interface IDataConditionGuard
{
    /// <summary>Lets the conditions of one field pass, or refuses them: the exception becomes the error of the field.</summary>
    /// <exception cref="GraphQLException">The request may not ask that.</exception>
    void Check(IServiceProvider services, IReadOnlyList<DataCondition> conditions);
}

/// <summary>A property that a filter or an order names.</summary>
/// <param name="Property">The property of the element, or of what a relation leads to.</param>
/// <param name="Value">What is said of it: operations, the filter of a relation, a direction.</param>
public readonly record struct DataCondition(PropertyInfo Property, object? Value);
