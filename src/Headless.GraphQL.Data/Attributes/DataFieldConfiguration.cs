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
        var (paging, node) = SetPaging(schema, @field, merge);
        var name = connectionName ?? NameOf(@field, node, paging.InferConnectionNameFromField);
        var connection = ConnectionTypes.GetConnection(schema, name, node, paging);
        if (connection.Fields["edges"].Type.Named is ObjectType edge)
        {
            RequireElement(@field, connection, edge.Fields["node"], node, nameof(UsePagingAttribute.ConnectionName));
        }

        ConnectionTypes.AddArguments(schema, @field, paging);
        SetPageType(schema, @field, connection, paging, paging.AllowBackwardPagination ? ["first", "last"] : ["first"], ["edges", "nodes"]);
    }

    public static void UseOffsetPaging(SchemaBuildContext schema, OutputField @field, string? segmentName, Func<PagingOptions, PagingOptions> merge)
    {
        var (paging, item) = SetPaging(schema, @field, merge);
        GetOrAdd(schema, @field).IsPagedByOffset = true;
        var name = segmentName ?? NameOf(@field, item, paging.InferCollectionSegmentNameFromField);
        var segment = CollectionSegmentTypes.GetSegment(schema, name, item, paging);
        RequireElement(@field, segment, segment.Fields["items"], item, nameof(UseOffsetPagingAttribute.CollectionSegmentName));
        CollectionSegmentTypes.AddArguments(schema, @field);
        SetPageType(schema, @field, segment, paging, ["take"], ["items"]);
    }

    /// <summary>Makes a field one whose list is paged; answers how, and the type of the list's elements.</summary>
    private static (PagingOptions Paging, GraphQLType Element) SetPaging(
        SchemaBuildContext schema, OutputField @field, Func<PagingOptions, PagingOptions> merge)
    {
        var options = GetOrAdd(schema, @field);
        var paging = merge(Options<PagingOptions>(schema));
        if (paging.DefaultPageSize < 1 || paging.MaxPageSize < paging.DefaultPageSize || paging.CursorSigningKey is { Length: < 32 })
        {
            throw new SchemaException($"The paging options of {Coordinate(@field)} are not valid: 1 ≤ default page size ≤ maximum, signing keys of 32 bytes or more.");
        }

        options.Paging = paging;
        return (paging, ListItem(@field));
    }

    private static string NameOf(OutputField @field, GraphQLType element, bool isInferredFromField)
        => isInferredFromField ? char.ToUpperInvariant(@field.Name[0]) + @field.Name[1..] : element.Named.Name;

    /// <summary>Two lists that share a type by its name must be lists of the same elements.</summary>
    private static void RequireElement(OutputField @field, ObjectType page, OutputField elements, GraphQLType element, string nameProperty)
    {
        if (elements.Type.Named != element.Named)
        {
            throw new SchemaException($"{Coordinate(@field)} needs another {nameProperty}: {page.Name} is one of {elements.Type.Named}.");
        }
    }

    private static void SetPageType(
        SchemaBuildContext schema, OutputField @field, ObjectType page, PagingOptions paging, string[] slicingArguments, string[] sizedFields)
    {
        schema.ApplyDefaultListSize(@field, new ListSizeDirective(
            paging.MaxPageSize,
            slicingArguments,
            schema.CostOptions.ApplySlicingArgumentDefaultValue ? paging.DefaultPageSize : null,
            sizedFields,
            paging.RequirePagingBoundaries));
        @field.Type = page;
    }

    public static void UseFiltering(SchemaBuildContext schema, OutputField @field, Type? filterType)
    {
        if (filterType is not null && ElementTypes.ListElement(schema.GetResultType(@field)) is null
            && Activator.CreateInstance(filterType) is IEntityFilterInputType { EntityType: { } entity })
        {
            // Not a list: the resolver itself reads the argument, by FilterArgument.
            AddArgument(@field, new InputField("where", new FilterConvention(schema).GetEntityFilter(entity, filterType)), schema.CostOptions.Filtering.DefaultFilterArgumentCost);
            return;
        }

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
