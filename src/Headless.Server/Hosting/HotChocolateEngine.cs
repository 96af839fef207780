#if !IN_TREE_ENGINE
using Headless.Server.Access;

namespace Headless.Server.Hosting;

/// <summary>
/// What HotChocolate needs besides its common API, with <c>-p:GraphQLEngine=HotChocolate</c>. A key comes in the Authorization header
/// of the upgrade request only: <c>connection_init</c> is read by the in-tree engine's interceptor.
/// </summary>
internal static class HotChocolateEngine
{
    public static IRequestExecutorBuilder AddEngine(this IRequestExecutorBuilder builder, IConfiguration configuration, IHostEnvironment environment)
    {
        var options = GraphQLOptions.From(configuration, environment);
        if (options.TrustedDocumentsOnly)
        {
            throw new NotSupportedException("GraphQL:TrustedDocumentsOnly needs the in-tree engine.");
        }

        if (!options.Introspection)
        {
            builder.DisableIntrospection();
        }

        builder.Services.AddSingleton<Headless.Server.Delivery.IActivityCursors, NumberCursors>();
        builder.Services.AddSingleton<Headless.Server.Delivery.IEventDocuments, NoEventDocuments>();
        builder.Services.AddSingleton<Headless.Server.Delivery.IActivityConditions, NoActivityConditions>();
        builder.Services.AddSingleton<Headless.Server.Transfers.IListReader, NoListReader>();

        // The resolvers of features are static methods of classes that are not.
        builder.ModifyOptions(o =>
        {
            o.DefaultFieldBindingFlags = FieldBindingFlags.InstanceAndStatic;
            o.EnableOneOf = true;
        });
        builder
            .AddProjections(convention => convention.Provider(new WholeRowProjectionProvider()))
            .AddSorting(convention => convention.AddDefaultOperations().BindDefaultTypes().Provider(new StableSortProvider()));
        return builder.ModifyAuthorizationOptions(o => o.ConfigureNodeFields = field => field.Authorize(Policies.Read));
    }

    /// <summary>How the endpoint answers.</summary>
    public static GraphQLServerOptions CreateServerOptions(GraphQLOptions options, IConfiguration configuration)
        => new() { EnableSchemaRequests = options.Introspection, Tool = { Enable = options.Ide } };
}

/// <summary>The documents of webhooks are executed by the in-tree engine.</summary>
internal sealed class NoEventDocuments : Headless.Server.Delivery.IEventDocuments
{
    public Task<IReadOnlyList<string>> CheckAsync(string document, Caller caller, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<string>>(["Webhooks need the in-tree engine."]);

    public Task<ReadOnlyMemory<byte>?> ExecuteAsync(string document, Activity activity, Caller caller, CancellationToken cancellationToken) =>
        throw new NotSupportedException("Webhooks need the in-tree engine.");
}

/// <summary>Exports read their lists by the in-tree engine.</summary>
internal sealed class NoListReader : Headless.Server.Transfers.IListReader
{
    public int PageSize => 50;

    public string? Filter(IResolverContext context) => null;

    public Task<System.Text.Json.JsonDocument> ReadAsync(string document, string? after, Caller caller, bool isLimited, CancellationToken cancellationToken) =>
        throw new NotSupportedException("Exports need the in-tree engine.");
}

/// <summary>Filters of subscriptions are carried out by the in-tree engine. Here they are refused: told too much, a subscriber would take it for what they asked for.</summary>
internal sealed class NoActivityConditions : Headless.Server.Delivery.IActivityConditions
{
    public Func<IQueryable<Activity>, IQueryable<Activity>>? Read(IResolverContext context) => context.ArgumentLiteral<HotChocolate.Language.IValueNode>("where").Kind == HotChocolate.Language.SyntaxKind.NullValue
        ? null
        : throw new GraphQLException(ErrorBuilder.New()
            .SetMessage("'where' of a subscription needs the in-tree engine: select by groupIds, kinds or the other arguments, or ask activities(after:, where:).")
            .SetCode("FILTER_NOT_SUPPORTED")
            .Build());
}

/// <summary>HotChocolate keeps the cursors of its connections to itself: these are the subscription's own.</summary>
internal sealed class NumberCursors : Headless.Server.Delivery.IActivityCursors
{
    public string Encode(long activityId) => activityId.ToString(System.Globalization.CultureInfo.InvariantCulture);

    public long? Decode(string cursor) =>
        long.TryParse(cursor, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var id) ? id : null;
}
#endif
