using System.Collections;
using System.Diagnostics.CodeAnalysis;
using Headless.GraphQL.Execution.Planning;
using Headless.GraphQL.Tests.Validation;
using Headless.GraphQL.Types;

namespace Headless.GraphQL.Tests.Fuzzing;

/// <summary>The schema of the validation tests with values behind it: resolvers of every kind, some of which fail, wait or lie about their type.</summary>
internal static class FuzzSchema
{
    public static Schema Create()
    {
        var schema = SchemaBuilder.FromSdl(HarnessSchema.Sdl);
        Resolve(schema.QueryType!, "person", static (c, v) => new(v));
        Resolve(schema.QueryType!, "talkers", static async (c, v) =>
        {
            await Task.Yield();
            return v;
        });
        Resolve(schema.QueryType!, "complex", static (c, v) => throw new GraphQLException("Not today."));
        Resolve(schema.QueryType!, "link", static (c, v) => throw new PlannedFailureException());
        Resolve(Type(schema, "Member"), "friend", static (c, v) => new(v));
        Resolve(Type(schema, "Bot"), "owner", static async (c, v) =>
        {
            await Task.Yield();
            return v is null ? throw new PlannedFailureException() : v;
        });
        Type(schema, "Member").Fields["groups"].Features.Set<IFieldPlanner>(new ListPlanner());
        Type(schema, "Member").Fields["groups"].Directives.Add(CostDirectives.CreateListSize(new ListSizeDirective(50, ["first"], 10, null, false)));
        Type(schema, "Group").Fields["members"].Directives.Add(CostDirectives.CreateListSize(new ListSizeDirective(50, ["first"])));
        foreach (var field in schema.SubscriptionType!.Fields)
        {
            field.Subscribe = static c => new(Events(Parent(c.Parent<object>())));
        }

        return schema;
    }

    private static ObjectType Type(Schema schema, string name) => schema.TryGetType(name, out var type) ? (ObjectType)type : throw new ArgumentException(name, nameof(name));

    private static void Resolve(ObjectType type, string name, Func<IResolverContext, object?, ValueTask<object?>> resolver)
        => type.Fields[name].Resolver = c => resolver(c, Parent(c.Parent<object>()).ValueOf(c.Field));

    /// <summary>The parent, where an object of another kind did not slip in on purpose.</summary>
    private static FuzzObject Parent(object? parent) => parent as FuzzObject ?? throw new PlannedFailureException();

    private static async IAsyncEnumerable<object?> Events(FuzzObject root)
    {
        for (var count = root.Next(4); count > 0; count--)
        {
            await Task.Yield();
            yield return root;
            if (root.Next(20) == 0)
            {
                throw new PlannedFailureException();
            }
        }
    }

    /// <summary>Takes a field over as the data integration does: once for all parents.</summary>
    private sealed class ListPlanner : IFieldPlanner
    {
        public IFieldStep CreateStep(FieldPlan field) => new Step();

        private sealed class Step : IFieldStep
        {
            public async ValueTask ExecuteAsync(FieldStepContext context)
            {
                await Task.Yield();
                for (var index = 0; index < context.Count; index++)
                {
                    var parent = Parent(context.GetParent(index));
                    if (parent.Next(15) == 0)
                    {
                        context.SetError(index, new PlannedFailureException());
                    }
                    else
                    {
                        context.SetResult(index, parent.ValueOf(context.Field.Field));
                    }
                }
            }
        }
    }
}

/// <summary>What a resolver of <see cref="FuzzSchema"/> throws: the one exception that may stand behind a masked error.</summary>
internal sealed class PlannedFailureException() : Exception("As planned.");

/// <summary>An object of a type, whose fields have random values, most of them fitting.</summary>
internal sealed class FuzzObject(Schema schema, ObjectType type, Random random) : IReadOnlyDictionary<string, object?>
{
    private static readonly object?[] s_leaves = [1, -1, int.MaxValue, 2.5, double.NaN, true, "text", "漢字 😀 \"\\\n", "\uD83D", 'c', 12.5m, long.MaxValue, DateTime.UnixEpoch, null, new object()];

    /// <summary>Decided once: an object may lie about its type, but not change it.</summary>
    private readonly string _typeName = random.Next(60) == 0 ? "Nothing" : type.Name;

    public int Count => type.Fields.Count;

    public IEnumerable<string> Keys => type.Fields.Select(static f => f.Name);

    public IEnumerable<object?> Values => type.Fields.Select(ValueOf);

    public object? this[string key] => TryGetValue(key, out var value) ? value : throw new KeyNotFoundException(key);

    public bool ContainsKey(string key) => key == "__typename" || type.Fields.Contains(key);

    public bool TryGetValue(string key, [MaybeNullWhen(false)] out object? value)
    {
        if (key == "__typename")
        {
            value = _typeName;
            return true;
        }

        value = type.Fields.TryGet(key, out var field) ? ValueOf(field) : null;
        return true;
    }

    public int Next(int below)
    {
        // Resolvers of one level may run at the same time.
        lock (random)
        {
            return random.Next(below);
        }
    }

    public object? ValueOf(OutputField field) => ValueOf(field.Type);

    public IEnumerator<KeyValuePair<string, object?>> GetEnumerator() => type.Fields.Select(f => KeyValuePair.Create(f.Name, ValueOf(f))).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private object? ValueOf(GraphQLType of)
    {
        switch (of)
        {
            case NonNullType nonNull:
                return Next(40) == 0 ? null : ValueOf(nonNull.OfType);
            case var _ when Next(12) == 0:
                return null;
            case ListType list when Next(8) > 0:
                var items = Enumerable.Range(0, Next(5)).Select(_ => ValueOf(list.OfType));
                return Next(20) == 0 ? Broken() : Next(3) == 0 ? items : items.ToList();
            case CompositeType composite when Next(60) > 0 && schema.GetPossibleTypes(composite) is { Count: > 0 } possible:
                return new FuzzObject(schema, possible[Next(possible.Count)], random);
            case EnumType enumType when Next(10) > 0:
                return enumType.Values[Next(enumType.Values.Count)].Value;
            default:
                return s_leaves[Next(s_leaves.Length)];
        }
    }

    private static IEnumerable<object?> Broken()
    {
        yield return null;
        throw new PlannedFailureException();
    }
}
