using System.Reflection;
using Headless.GraphQL.Execution.Planning;
using Headless.GraphQL.Types;

namespace Headless.GraphQL.Data.Attributes;

/// <summary>
/// Plans fields that answer an <see cref="IQueryable{T}"/> without any data attribute: they, too, are read once for all parents, without
/// tracking, and bounded. Done once for a schema, as soon as one of its fields has a data attribute.
/// </summary>
internal static class PlainQueries
{
    private const string Key = "Headless.GraphQL.Data.PlainQueries";

    public static void PlanOnce(SchemaBuildContext schema)
    {
        if (schema.ContextData.TryAdd(Key, true))
        {
            schema.OnTypesCompleted(() => Plan(schema));
        }
    }

    private static void Plan(SchemaBuildContext schema)
    {
        string[] roots = [OperationTypeNames.Query, OperationTypeNames.Mutation, OperationTypeNames.Subscription];
        var seen = new HashSet<NamedType>();
        var pending = new Queue<NamedType>(roots.Select(schema.FindType).OfType<NamedType>());
        while (pending.TryDequeue(out var type))
        {
            if (!seen.Add(type))
            {
                continue;
            }

            foreach (var member in (type as UnionType)?.Types ?? [])
            {
                pending.Enqueue(member);
            }

            foreach (var @field in (type as FieldsType)?.Fields.ToList() ?? [])
            {
                pending.Enqueue(@field.Type.Named);
                if (AnswersQuery(schema, @field))
                {
                    DataFieldConfiguration.GetOrAdd(schema, @field);
                }
            }
        }
    }

    private static bool AnswersQuery(SchemaBuildContext schema, OutputField @field)
        => @field is { Member: MethodInfo or PropertyInfo, Subscribe: null }
            && @field.Features.Get<IFieldPlanner>() is null
            && @field.Type.Nullable is Types.ListType
            && typeof(IQueryable).IsAssignableFrom(schema.GetResultType(@field));
}
