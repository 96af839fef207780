using System.Text;
using System.Text.Json;
using Headless.GraphQL.Execution;
using Headless.GraphQL.Types;
using Headless.GraphQL.Validation;

namespace Headless.GraphQL.Tests.Execution;

/// <summary>Schemas from SDL with resolvers by coordinate, and whole answers as text.</summary>
internal static class TestExecution
{
    public static Schema Schema(string sdl, params (string Coordinate, Delegate Resolver)[] resolvers)
    {
        var schema = SchemaBuilder.FromSdl(sdl, ScalarRegistry.BuiltIn);
        foreach (var (coordinate, resolver) in resolvers)
        {
            var field = Field(schema, coordinate);
            switch (resolver)
            {
                case FieldResolver full:
                    field.Resolver = full;
                    break;
                case Func<object, object?> pure:
                    field.PureResolver = pure;
                    break;
                case Func<IResolverContext, Task<object?>> asynchronous:
                    field.Resolver = context => new ValueTask<object?>(asynchronous(context));
                    break;
                case Func<IResolverContext, object?> synchronous:
                    field.Resolver = context => new ValueTask<object?>(synchronous(context));
                    break;
                case SubscriptionResolver subscribe:
                    field.Subscribe = subscribe;
                    break;
                default:
                    throw new ArgumentException($"The resolver of {coordinate} is a {resolver.GetType()}.");
            }
        }

        return schema;
    }

    public static OutputField Field(Schema schema, string coordinate)
    {
        var parts = coordinate.Split('.');
        schema.TryGetType(parts[0], out var type).ShouldBeTrue(coordinate);
        return ((FieldsType)type!).Fields[parts[1]];
    }

    public static RequestExecutor Executor(Schema schema, RequestOptions? options = null, params IErrorFilter[] filters)
        => new(schema, new RequestExecutorServices
        {
            Options = options ?? new RequestOptions(),
            Validator = new DocumentValidator(ValidationOptions.Unlimited),
            ErrorFilters = filters,
        });

    public static Task<string> ExecuteAsync(Schema schema, string document, string? variables = null, object? rootValue = null, RequestOptions? options = null)
        => ExecuteAsync(Executor(schema, options), document, variables, rootValue);

    public static async Task<string> ExecuteAsync(RequestExecutor executor, string document, string? variables = null, object? rootValue = null, IServiceProvider? services = null)
    {
        var request = OperationRequestBuilder.New().SetDocument(document).SetRootValue(rootValue);
        if (variables is not null)
        {
            request.SetVariableValues(JsonDocument.Parse(variables, new JsonDocumentOptions { MaxDepth = 100_000 }).RootElement);
        }

        if (services is not null)
        {
            request.SetServices(services);
        }

        await using var result = await executor.ExecuteAsync(request.Build(), TestContext.Current.CancellationToken);
        return Text((OperationResult)result);
    }

    public static string Text(OperationResult result)
    {
        var text = Encoding.UTF8.GetString(result.Payload.Span);
        JsonDocument.Parse(text).Dispose();
        return text;
    }

    public static Dictionary<string, object?> Obj(params (string Name, object? Value)[] values) => values.ToDictionary(v => v.Name, v => v.Value);
}
