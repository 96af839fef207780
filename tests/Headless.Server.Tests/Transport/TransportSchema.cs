using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Headless.GraphQL;
using Headless.GraphQL.Types;
using Microsoft.Extensions.DependencyInjection;

namespace Headless.Server.Tests.Transport;

/// <summary>A schema whose fields do what a transport must cope with: wait, fail, flood, never end.</summary>
internal static class TransportSchema
{
    public static Schema Create()
    {
        var book = new ObjectType("Book") { RuntimeType = typeof(Book) };
        book.Fields.Add(new OutputField("id", NonNull(BuiltInScalars.ID)) { PureResolver = b => ((Book)b).Id });
        book.Fields.Add(new OutputField("title", NonNull(BuiltInScalars.String)) { PureResolver = b => ((Book)b).Title });

        var query = new ObjectType("Query");
        query.Fields.Add(Field("hello", BuiltInScalars.String, c => new($"Hello {c.ArgumentValue("name") ?? "World"}"), ("name", BuiltInScalars.String)));
        query.Fields.Add(Field(
            "add",
            NonNull(BuiltInScalars.Int),
            c => new((int)c.ArgumentValue("a")! + (int)c.ArgumentValue("b")!),
            ("a", NonNull(BuiltInScalars.Int)),
            ("b", NonNull(BuiltInScalars.Int))));
        query.Fields.Add(Field("fail", BuiltInScalars.String, _ => throw new GraphQLException(ErrorBuilder.New().SetMessage("Sorry").SetCode("SORRY").Build())));
        query.Fields.Add(Field("wait", BuiltInScalars.String, WaitAsync));
        query.Fields.Add(Field("stubborn", BuiltInScalars.String, StubbornAsync));
        query.Fields.Add(Field("caller", BuiltInScalars.String, c => new(c.ContextData.TryGetValue("caller", out var caller) ? caller : null)));
        query.Fields.Add(Field("books", NonNull(new ListType(NonNull(book))), c => new(Books(c).Values.OrderBy(b => b.Id, StringComparer.Ordinal).ToList())));

        var mutation = new ObjectType("Mutation");
        mutation.Fields.Add(Field("increment", NonNull(BuiltInScalars.Int), c => new(Probe(c).Increment())));
        mutation.Fields.Add(Field(
            "renameBook",
            book,
            c =>
            {
                var renamed = new Book((string)c.ArgumentValue("id")!, (string)c.ArgumentValue("title")!);
                Books(c)[renamed.Id] = renamed;
                return new(renamed);
            },
            ("id", NonNull(BuiltInScalars.ID)),
            ("title", NonNull(BuiltInScalars.String))));

        var subscription = new ObjectType("Subscription");
        subscription.Fields.Add(Stream("count", NonNull(BuiltInScalars.Int), c => CountAsync((int)c.ArgumentValue("to")!), ("to", NonNull(BuiltInScalars.Int))));
        subscription.Fields.Add(Stream("never", NonNull(BuiltInScalars.Int), c => NeverAsync(Probe(c))));
        subscription.Fields.Add(Stream("broken", NonNull(BuiltInScalars.Int), _ => BreakAsync()));
        subscription.Fields.Add(Stream("flood", NonNull(BuiltInScalars.String), c => FloodAsync(Probe(c))));

        return new Schema(
            null,
            query,
            mutation,
            subscription,
            [query, mutation, subscription, book, BuiltInScalars.String, BuiltInScalars.Int, BuiltInScalars.ID, BuiltInScalars.Boolean],
            []);
    }

    private static OutputField Field(string name, GraphQLType type, FieldResolver resolver, params (string Name, GraphQLType Type)[] arguments)
    {
        var field = new OutputField(name, type) { Resolver = resolver };
        foreach (var argument in arguments)
        {
            field.Arguments.Add(new InputField(argument.Name, argument.Type));
        }

        return field;
    }

    private static OutputField Stream(
        string name,
        GraphQLType type,
        Func<IResolverContext, IAsyncEnumerable<object?>> source,
        params (string Name, GraphQLType Type)[] arguments)
    {
        var field = Field(name, type, c => new(c.EventMessage<object?>()), arguments);
        field.Subscribe = c => new(source(c));
        return field;
    }

    private static NonNullType NonNull(GraphQLType type) => new(type);

    private static TransportProbe Probe(IResolverContext context) => context.Services.GetRequiredService<TransportProbe>();

    private static ConcurrentDictionary<string, Book> Books(IResolverContext context)
        => context.Services.GetRequiredService<ConcurrentDictionary<string, Book>>();

    private static async ValueTask<object?> WaitAsync(IResolverContext context)
    {
        var probe = Probe(context);
        probe.WaitStarted.TrySetResult();
        try
        {
            await Task.Delay(Timeout.Infinite, context.RequestAborted);
            return null;
        }
        finally
        {
            probe.WaitCancelled.TrySetResult();
        }
    }

    /// <summary>Takes no notice of cancellation.</summary>
    private static async ValueTask<object?> StubbornAsync(IResolverContext context)
    {
        var probe = Probe(context);
        probe.Increment();
        await probe.Release.Task;
        return "done";
    }

    private static async IAsyncEnumerable<object?> CountAsync(int to)
    {
        for (var i = 1; i <= to; i++)
        {
            await Task.Yield();
            yield return i;
        }
    }

    private static async IAsyncEnumerable<object?> NeverAsync(TransportProbe probe, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        probe.OpenStream();
        try
        {
            await Task.Delay(Timeout.Infinite, cancellationToken);
            yield break;
        }
        finally
        {
            probe.CloseStream();
        }
    }

    private static async IAsyncEnumerable<object?> BreakAsync()
    {
        await Task.Yield();
        yield return 1;
        throw new InvalidOperationException("secret");
    }

    private static async IAsyncEnumerable<object?> FloodAsync(TransportProbe probe, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var text = new string('x', 50_000);
        probe.OpenStream();
        try
        {
            while (true)
            {
                await Task.Yield();
                cancellationToken.ThrowIfCancellationRequested();
                probe.CountEvent();
                yield return text;
            }
        }
        finally
        {
            probe.CloseStream();
        }
    }
}

public sealed record Book(string Id, string Title);
