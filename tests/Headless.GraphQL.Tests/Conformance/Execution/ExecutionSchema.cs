using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Headless.GraphQL.Language;
using Headless.GraphQL.Types;

namespace Headless.GraphQL.Tests.Conformance.Execution;

/// <summary>How fields without arguments are resolved; those with arguments always have a resolver.</summary>
internal enum ResolverKind
{
    /// <summary>Read from the parent while the answer is written.</summary>
    Pure,

    /// <summary>Resolvers that have their value at once.</summary>
    Synchronous,

    /// <summary>Resolvers that wait.</summary>
    Asynchronous,

    /// <summary>One field in three of each kind.</summary>
    Mixed,
}

/// <summary>Our schema over the data that graphql-js has, too.</summary>
internal static class ExecutionSchema
{
    public static Schema Create(string sdl, ExecutionData data, ResolverKind kind)
    {
        var schema = SchemaBuilder.FromSdl(sdl, new ScalarRegistry([new EvenType()]));
        var number = 0;
        foreach (var field in schema.Types.OfType<ObjectType>().Where(static t => !t.Name.StartsWith("__", StringComparison.Ordinal)).SelectMany(static t => t.Fields))
        {
            // An event is the root value of its own execution.
            var root = field.DeclaringType == schema.QueryType || field.DeclaringType == schema.MutationType ? data.Root(field.DeclaringType!.Name) : null;
            SetResolver(field, data, root, kind == ResolverKind.Mixed ? (ResolverKind)(number++ % 3) : kind);
        }

        foreach (var field in schema.SubscriptionType!.Fields)
        {
            field.Subscribe = context => new(data.Subscribe(context)!);
        }

        return schema;
    }

    private static void SetResolver(OutputField field, ExecutionData data, object? root, ResolverKind kind)
    {
        var name = field.Name;
        if (kind == ResolverKind.Asynchronous)
        {
            field.Resolver = async context =>
            {
                await Task.Yield();
                return data.Resolve(root ?? context.Parent<object?>(), name, context);
            };
        }
        else if (kind == ResolverKind.Synchronous || field.Arguments.Count > 0)
        {
            field.Resolver = context => new(data.Resolve(root ?? context.Parent<object?>(), name, context));
        }
        else
        {
            field.PureResolver = parent => data.Resolve(root ?? parent, name);
        }
    }

    /// <summary>Takes even whole numbers only.</summary>
    private sealed class EvenType() : ScalarType("Even")
    {
        public override object? CoerceLiteral(ValueNode literal)
            => literal is IntValueNode number ? Check(int.Parse(number.Value, CultureInfo.InvariantCulture), number.Value) : throw NotEven("null");

        public override object? CoerceVariable(JsonElement value)
            => value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number) ? Check(number, value.GetRawText()) : throw NotEven(value.GetRawText());

        public override void WriteResult(object value, IBufferWriter<byte> output)
            => output.Write(Encoding.UTF8.GetBytes(Check((int)value, value.ToString()!).ToString(CultureInfo.InvariantCulture)));

        public override ValueNode ToLiteral(object value) => new IntValueNode(default, value.ToString()!);

        private static int Check(int number, string text) => number % 2 == 0 ? number : throw NotEven(text);

        private static CoercionException NotEven(string text) => new($"{text} is not even");
    }
}
