#if IN_TREE_ENGINE
using System.Reflection;
using Headless.GraphQL;
using Headless.GraphQL.AspNetCore;
using Headless.GraphQL.Data;
using Headless.GraphQL.Execution;
using Headless.GraphQL.Language;
using Headless.GraphQL.Validation;

namespace Headless.Server.Hosting;

/// <summary>
/// The section <c>GraphQL:Limits</c> of the configuration: every number and every time of the engine's options under its own name,
/// such as <c>GraphQL:Limits:MaxAliases</c>. What is not set keeps the engine's default.
/// </summary>
internal sealed class GraphQLLimits
{
    public const string SectionName = GraphQLOptions.SectionName + ":Limits";

    private readonly IConfigurationSection _section;

    /// <exception cref="InvalidOperationException">A setting names no limit, or its value is none.</exception>
    public GraphQLLimits(IConfiguration configuration)
    {
        _section = configuration.GetSection(SectionName);
        foreach (var setting in _section.GetChildren())
        {
            if (!Known.ContainsKey(setting.Key))
            {
                throw new InvalidOperationException($"{setting.Path} is no limit. Limits are {string.Join(", ", Known.Keys.Order(StringComparer.Ordinal))}.");
            }
        }
    }

    /// <summary>Every limit by its name.</summary>
    public static IReadOnlyDictionary<string, PropertyInfo> Known { get; } = new[]
        {
            typeof(ParserOptions), typeof(ValidationOptions), typeof(RequestOptions), typeof(CostOptions), typeof(GraphQLServerOptions),
            typeof(GraphQLSocketOptions), typeof(PagingOptions), typeof(DataOptions), typeof(SchemaOptions),
        }
        .SelectMany(options => options.GetProperties(BindingFlags.Public | BindingFlags.Instance))
        .Where(property => property.CanWrite && IsLimit(Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType))
        .ToDictionary(property => property.Name, StringComparer.OrdinalIgnoreCase);

    /// <summary>Sets those of the object's limits that are configured; also where they can only be initialised otherwise.</summary>
    /// <exception cref="InvalidOperationException">A value is no number or time above zero, or not one that the limit can have.</exception>
    public T ApplyTo<T>(T options)
        where T : class
    {
        foreach (var setting in _section.GetChildren())
        {
            var property = Known[setting.Key];
            if (property.DeclaringType != typeof(T))
            {
                continue;
            }

            try
            {
                property.SetValue(options, Positive(setting.Get(property.PropertyType)));
            }
            catch (Exception exception) when (exception is InvalidOperationException or TargetInvocationException or ArgumentOutOfRangeException)
            {
                throw new InvalidOperationException($"{setting.Path} cannot be '{setting.Value}': {(exception.InnerException ?? exception).Message}", exception);
            }
        }

        return options;
    }

    private static bool IsLimit(Type type) => type == typeof(int) || type == typeof(long) || type == typeof(double) || type == typeof(TimeSpan);

    private static object Positive(object? value) => value switch
    {
        int and > 0 or long and > 0 or double and > 0 => value,
        TimeSpan time when time > TimeSpan.Zero => value,
        _ => throw new InvalidOperationException("it must be above zero."),
    };
}
#endif
