using Headless.Conformance;
using Headless.GraphQL;
using Headless.GraphQL.Data;
using Headless.GraphQL.Execution;
using Headless.GraphQL.Printing;
using Microsoft.Extensions.DependencyInjection;

namespace Headless.Server.Tests.Conformance.Conference;

/// <summary>The model of HotChocolate's workshop gets from our conventions the names and types that HotChocolate gives it.</summary>
public sealed class ConferenceSchemaTests
{
    [Fact]
    public async Task The_schema_is_HotChocolates_but_for_listed_differences()
    {
        var path = Path.GetTempFileName();
        try
        {
            await File.WriteAllTextAsync(path, await PrintAsync());
            (await NodePackage.Tools.RunAsync(["conference.mjs"], input: [], ("CONFERENCE_SDL", path))).ShouldEndWith("the conference schema: ok\n");
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static async Task<string> PrintAsync()
    {
        var services = new ServiceCollection();
        services.AddSingleton<ConferenceData>();
        services.AddGraphQL()
            .AddQueryType()
            .AddMutationType()
            .AddSubscriptionType()
            .AddGlobalObjectIdentification()
            .AddMutationConventions(applyToAllMutations: true)
            .AddFiltering()
            .AddSorting()
            .AddTypeExtension(typeof(AttendeeQueries))
            .AddTypeExtension(typeof(SessionQueries))
            .AddTypeExtension(typeof(SpeakerQueries))
            .AddTypeExtension(typeof(TrackQueries))
            .AddTypeExtension(typeof(AttendeeExtensions))
            .AddTypeExtension(typeof(SessionExtensions))
            .AddTypeExtension(typeof(SpeakerExtensions))
            .AddTypeExtension(typeof(TrackExtensions))
            .AddTypeExtension(typeof(SessionAttendeeCheckInExtensions))
            .AddTypeExtension(typeof(ConferenceMutations))
            .AddTypeExtension(typeof(ConferenceSubscriptions));
        await using var provider = services.BuildServiceProvider(validateScopes: true);
        return SchemaPrinter.Print((await provider.GetRequestExecutorAsync()).Schema);
    }
}
