using Headless.Server.Features.Metrics;
using Headless.Server.Features.Segments;
using Headless.Server.Features.Segments.Conditions;
using Headless.Server.Writing;

namespace Headless.Server.Hosting;

/// <summary>The schema and what executes it. This folder alone knows which engine it is.</summary>
internal static class GraphQLSetup
{
    public static IServiceCollection AddCommunityGraphQL(this IServiceCollection services, IConfiguration configuration, IHostEnvironment environment)
    {
        services.AddValidators();
        services.AddScoped<CommunityWriter>();
        services.AddSingleton(IdempotencyOptions.From(configuration));
        services.AddSingleton<MutationReceipts>();
        services.AddScoped<MetricReader>();
        services.AddScoped<AnalysisReader>();
        services.AddSingleton<ConditionPrinter>();
        services.AddSingleton<SegmentClock>();
        services.AddSingleton<Features.Webhooks.WebhookDryRuns>();
        services.AddScoped<Features.Transfers.ExportStart>();
        services.AddGraphQLServer()
            .AddQueryType()
            .AddMutationType()
            .AddSubscriptionType()
            .AddType(typeof(UploadType))
            .AddFeatures()
            .AddEntityLoaders()
            .AddGlobalObjectIdentification()
            .AddMutationConventions(applyToAllMutations: true)
            .AddErrorInterfaceType<ICodedError>()
            .AddFiltering()
            .AddAuthorization()
            .AddErrorFilter<StorageErrorFilter>()
            .AddEngine(configuration, environment);
        return services;
    }
}
