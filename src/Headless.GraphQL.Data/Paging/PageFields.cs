using Headless.GraphQL.Types;

namespace Headless.GraphQL.Data.Paging;

/// <summary>Adds what connections and collection segments are made of to the types of a schema.</summary>
internal static class PageFields
{
    public static void Add<T>(this ObjectType type, string name, GraphQLType fieldType, string description, Func<T, object?> read)
        => type.Fields.Add(new OutputField(name, fieldType)
        {
            Description = description,
            DeclaringType = type,
            PureResolver = parent => read((T)parent),
        });

    /// <summary>Adds the number of elements of the whole list, which is counted when it is asked for.</summary>
    public static void AddTotalCount<T>(this ObjectType type, SchemaBuildContext schema, string description, Func<T, object?> read)
    {
        type.Add("totalCount", schema.GetOutputType(typeof(int)), description, read);
        schema.ApplyDefaultCost(type.Fields["totalCount"], schema.CostOptions.DefaultResolverCost);
    }

    public static void AddArgument(this OutputField @field, string name, GraphQLType type, string description)
        => @field.Arguments.Add(new InputField(name, type) { Description = description });

    public static GraphQLType NonNull(this SchemaBuildContext schema, Type type) => new Types.NonNullType(schema.GetOutputType(type).Nullable);
}
