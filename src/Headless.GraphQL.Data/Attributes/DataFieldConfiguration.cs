using Headless.GraphQL.Data.Execution;
using Headless.GraphQL.Data.Filtering;
using Headless.GraphQL.Data.InputTypes;
using Headless.GraphQL.Data.Paging;
using Headless.GraphQL.Data.Sorting;
using Headless.GraphQL.Execution.Planning;
using Headless.GraphQL.Types;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Headless.GraphQL.Data.Attributes;

/// <summary>What the data attributes do to a field of the schema.</summary>
internal static class DataFieldConfiguration
{
    public static FieldDataOptions GetOrAdd(SchemaBuildContext schema, OutputField @field)
    {
        if (@field.Features.Get<FieldDataOptions>() is { } options)
        {
            return options;
        }

        PlainQueries.PlanOnce(schema);
        options = new FieldDataOptions { Resolver = schema.GetResolver(@field), Limits = Options<DataOptions>(schema) };
        @field.Features.Set(options);
        @field.Features.Set<IFieldPlanner>(new QueryablePlanner(options));
        @field.PureResolver = null;
        @field.Resolver = options.Resolver;
        return options;
    }

    public static void UsePaging(SchemaBuildContext schema, OutputField @field, string? connectionName, Func<PagingOptions, PagingOptions> merge)
    {
        var options = GetOrAdd(schema, @field);
        var paging = merge(Options<PagingOptions>(schema));
        if (paging.DefaultPageSize < 1 || paging.MaxPageSize < paging.DefaultPageSize || paging.CursorSigningKey is { Length: < 32 })
        {
            throw new SchemaException($"The paging options of {Coordinate(@field)} are not valid: 1 ≤ default page size ≤ maximum, signing keys of 32 bytes or more.");
        }

        options.Paging = paging;
        var node = ListItem(@field);
        var name = connectionName ?? (paging.InferConnectionNameFromField ? char.ToUpperInvariant(@field.Name[0]) + @field.Name[1..] : node.Named.Name);
        var connection = ConnectionTypes.GetConnection(schema, name, node, paging);
        if (connection.Fields["edges"].Type.Named is ObjectType edge && edge.Fields["node"].Type.Named != node.Named)
        {
            throw new SchemaException($"{Coordinate(@field)} needs another ConnectionName: {connection.Name} is one of {edge.Fields["node"].Type.Named}.");
        }

        ConnectionTypes.AddArguments(schema, @field, paging);
        schema.ApplyDefaultListSize(@field, new ListSizeDirective(
            paging.MaxPageSize,
            paging.AllowBackwardPagination ? ["first", "last"] : ["first"],
            schema.CostOptions.ApplySlicingArgumentDefaultValue ? paging.DefaultPageSize : null,
            ["edges", "nodes"],
            paging.RequirePagingBoundaries));
        @field.Type = connection;
    }

    public static void UseFiltering(SchemaBuildContext schema, OutputField @field, Type? filterType)
    {
        GetOrAdd(schema, @field).IsFiltered = true;
        var input = new FilterConvention(schema).GetEntityFilter(ElementType(schema, @field), filterType);
        AddArgument(@field, new InputField("where", input), schema.CostOptions.Filtering.DefaultFilterArgumentCost);
    }

    public static void UseSorting(SchemaBuildContext schema, OutputField @field, Type? sortType)
    {
        GetOrAdd(schema, @field).IsSorted = true;
        var input = new SortConvention(schema).GetEntitySort(ElementType(schema, @field), sortType);
        AddArgument(@field, new InputField("order", new Types.ListType(new Types.NonNullType(input))), schema.CostOptions.Sorting.DefaultSortArgumentCost);
    }

    private static void AddArgument(OutputField @field, InputField argument, double? weight)
    {
        if (weight is { } given)
        {
            argument.Features.Set(new ConventionalCost(given));
        }

        @field.Arguments.Add(argument);
    }

    public static void UseOne(SchemaBuildContext schema, OutputField @field, ResultCardinality cardinality)
    {
        GetOrAdd(schema, @field).Cardinality = cardinality;
        @field.Type = ListItem(@field).Nullable;
    }

    private static Type ElementType(SchemaBuildContext schema, OutputField @field)
        => ElementTypes.ListElement(schema.GetResultType(@field))
            ?? throw new SchemaException($"{Coordinate(@field)} must answer a query or a list to be filtered or sorted.");

    private static GraphQLType ListItem(OutputField @field)
        => @field.Type.Nullable is Types.ListType list
            ? list.OfType
            : throw new SchemaException($"{Coordinate(@field)} must answer a query or a list to be paged.");

    internal static T Options<T>(SchemaBuildContext schema)
        where T : class, new()
        => schema.Services.GetService<IOptions<T>>()?.Value ?? new T();

    private static string Coordinate(OutputField @field) => $"{@field.DeclaringType?.Name}.{@field.Name}";
}
