#if IN_TREE_ENGINE
using Headless.Community.Search;
using Headless.GraphQL.Execution;
using Headless.Server.Access;
using Headless.Server.Delivery;

namespace Headless.Server.Hosting;

/// <summary>What the in-tree engine needs besides HotChocolate's API.</summary>
internal static class InTreeEngine
{
    public static IRequestExecutorBuilder AddEngine(this IRequestExecutorBuilder builder, IConfiguration configuration, IHostEnvironment environment)
    {
        var options = GraphQLOptions.From(configuration, environment);
        var limits = new GraphQLLimits(configuration);
        builder.ModifyRequestOptions(o =>
        {
            o.Parser = limits.ApplyTo(o.Parser with { });
            o.Validation = limits.ApplyTo(o.Validation with { AllowIntrospection = options.Introspection, ShowSuggestions = environment.IsDevelopment() });
            o.Limits = limits.ApplyTo(o.Limits with { });
            o.ExecutionTimeout = o.Limits.ExecutionTimeout;
            o.PersistedOperations = new PersistedOperationOptions
            {
                OnlyAllowPersistedDocuments = options.TrustedDocumentsOnly,
                AllowAutomaticPersistedQueries = options.AutomaticPersistedQueries,
            };
        });
        builder.AddProjections().AddSorting();
        builder.ModifyCostOptions(o => limits.ApplyTo(o));
        builder.ModifyPagingOptions(o => limits.ApplyTo(o));
        builder.ModifyDataOptions(o =>
        {
            limits.ApplyTo(o);
            o.NGramIndexes.Add(NGramIndex.Create<Member, SearchTerm>(
                m => m.DisplayName, m => m.Id, t => t.Term, t => t.OwnerId, t => t.Scope == SearchScope.MemberName, SoughtInNames));
        });
        builder.ModifyOptions(o => limits.ApplyTo(o));
        builder.Services.AddSingleton<IOperationDocumentStorage>(_ => TrustedDocumentManifests.Load(options, environment));
        builder.Services.AddSingleton<Headless.GraphQL.IAuthorizationHandler, ClaimAuthorizationHandler>();
        builder.Services.AddSingleton<IDataConditionGuard, PersonalConditionGuard>();
        builder.Services.AddSingleton<IRequestLimiter, CostLimiter>();
        builder.Services.AddSingleton<IMutationJournal, IdempotencyJournal>();
        builder.Services.AddSingleton<IEventAudience, CallerAudience>();
        builder.Services.AddSingleton<IEventDocuments, EventDocuments>();
        builder.Services.AddSingleton<IActivityConditions, ActivityConditions>();
        var paging = new PagingOptions();
        limits.ApplyTo(paging);
        builder.Services.AddSingleton<IActivityCursors>(_ => new ConnectionCursors(paging));
        builder.Services.AddSingleton<Transfers.IListReader>(services =>
            new ListReader(services.GetRequiredService<IRequestExecutorResolver>(), services.GetRequiredService<IServiceScopeFactory>(), paging));
        builder.AddInstrumentation(o => configuration.GetSection($"{GraphQLOptions.SectionName}:Instrumentation").Bind(o));
        builder.AddSocketSessionInterceptor<BearerSocketInterceptor>();
        builder.AuthorizeNodeFields(Policies.Read);
        builder.CompleteSchema(SchemaDescriptions.Complete);
        return builder;
    }

    private static SoughtGrams SoughtInNames(string text)
    {
        var (grams, prefix) = NameGrams.Sought(text);
        return new SoughtGrams(grams, prefix);
    }

    /// <summary>How the endpoint answers, and what it limits.</summary>
    public static GraphQLServerOptions CreateServerOptions(GraphQLOptions options, IConfiguration configuration)
    {
        var server = new GraphQLServerOptions
        {
            EnableSchemaRequests = options.Introspection,
            Tool = { Enable = options.Ide },
            StatusCodes = options.DraftStatusCodes ? HttpStatusCodeProfile.Draft : HttpStatusCodeProfile.Audited,
        };
        foreach (var origin in options.AllowedOrigins)
        {
            server.Sockets.AllowedOrigins.Add(origin);
        }

        var limits = new GraphQLLimits(configuration);
        limits.ApplyTo(server.Sockets);
        return limits.ApplyTo(server);
    }
}

/// <summary>
/// A policy is a claim of its name, as <see cref="Policies"/> registers them with ASP.NET Core. Asked here directly: a field is
/// checked for each of its parents, and a list of a thousand would evaluate a thousand policies.
/// </summary>
internal sealed class ClaimAuthorizationHandler : Headless.GraphQL.IAuthorizationHandler
{
    public ValueTask<AuthorizeResult> AuthorizeAsync(IResolverContext context, AuthorizeDirective directive, CancellationToken cancellationToken = default)
    {
        var caller = context.Services.GetRequiredService<Caller>();
        return new ValueTask<AuthorizeResult>(
            caller.OperatorId is null ? AuthorizeResult.NotAuthenticated
            : directive.Roles is { Count: > 0 } roles && !roles.Any(caller.Principal.IsInRole) ? AuthorizeResult.NotAllowed
            : directive.Policy is { } policy && !caller.May(policy) ? AuthorizeResult.NotAllowed
            : AuthorizeResult.Allowed);
    }
}

/// <summary>The cursors that <c>activities</c> has on its edges.</summary>
internal sealed class ConnectionCursors(PagingOptions paging) : IActivityCursors
{
    private readonly Headless.GraphQL.Data.Paging.KeyCursors<Activity> _cursors = new(activity => activity.Id, id => new Activity { Id = id }, paging);

    public string Encode(long activityId) => _cursors.Encode(activityId);

    public long? Decode(string cursor) => _cursors.TryDecode(cursor, out var id) ? id : null;
}
#endif
