using System.Reflection;
using Headless.GraphQL;

namespace Headless.Server.Tests.Architecture;

/// <summary>
/// Inside the server: features stand beside each other on what all share (Access, Reading, Writing, Delivery), and Hosting and
/// Commands put everything together.
/// </summary>
public sealed class FeatureTests
{
    private const string Server = "Headless.Server.";

    /// <summary>What happened outside comes in through this feature: joins, leaves and orders are reports with a mutation of their own.</summary>
    private const string Ingestion = "Features.Ingestion";

    private static readonly string[] s_shared = ["Access", "Reading", "Writing", "Delivery"];

    private static readonly Assembly s_assembly = Assembly.Load("Headless.Server");

    private static readonly List<(string From, string To)> s_references = [.. TypeReferenceReader.Read(s_assembly).Where(r => r.From.StartsWith(Server, StringComparison.Ordinal))];

    /// <summary>A feature may filter by another's filter input, load through its loader and take its values; it never calls its use cases.</summary>
    [Fact]
    public void A_feature_uses_no_resolver_type_or_private_step_of_another() =>
        WrongArrows((from, to) => from.StartsWith("Features.", StringComparison.Ordinal) && to.StartsWith("Features.", StringComparison.Ordinal) && from != to)
            .Where(r => IsInternal(r.To))
            .Select(r => $"{r.From} uses {r.To}")
            .ShouldBeEmpty();

    [Fact]
    public void What_features_share_does_not_know_them_or_the_host() =>
        WrongArrows((from, to) => s_shared.Contains(from) && !s_shared.Contains(to)).Select(r => $"{r.From} uses {r.To}").ShouldBeEmpty();

    [Fact]
    public void A_feature_does_not_know_the_host_or_the_commands() =>
        WrongArrows((from, to) => from.StartsWith("Features.", StringComparison.Ordinal) && to is "Hosting" or "Commands").Select(r => $"{r.From} uses {r.To}").ShouldBeEmpty();

    /// <summary>Everything but Hosting is written against the names that HotChocolate has too.</summary>
    [Fact]
    public void Only_the_host_knows_which_engine_it_is()
    {
        string[] both = ["Headless.GraphQL", "Headless.GraphQL.Data", "Headless.GraphQL.Types"];
        s_references
            .Where(r => r.To.StartsWith("Headless.GraphQL", StringComparison.Ordinal) && !both.Contains(SpaceOf(r.To)) && !PartOf(r.From).StartsWith("Hosting", StringComparison.Ordinal))
            .Select(r => $"{r.From} uses {r.To}")
            .ShouldBeEmpty();
    }

    /// <summary>The reader of references sees what there is: the tests above would pass on nothing.</summary>
    [Fact]
    public void The_arrows_that_are_allowed_are_there()
    {
        s_references.ShouldContain((Server + "Features.Orders.OrderFilterInput", Server + "Features.Members.MemberFilterInput"));
        s_references.ShouldContain((Server + "Features.Groups.UpdateGroupMutation", Server + "Writing.CommunityWriter"));
        s_references.ShouldContain((Server + "Hosting.GraphQLSetup", Server + "Features.Metrics.MetricReader"));
        IsInternal(Server + "Features.Groups.UpdateGroupMutation").ShouldBeTrue();
        IsInternal(Server + "Features.Groups.GroupObjectType").ShouldBeTrue();
        IsInternal(Server + "Features.Memberships.StayRecording").ShouldBeTrue();
        IsInternal(Server + "Features.Groups.GroupFilterInput").ShouldBeFalse();
    }

    private static IEnumerable<(string From, string To)> WrongArrows(Func<string, string, bool> isArrow) =>
        s_references.Where(r => r.To.StartsWith(Server, StringComparison.Ordinal) && isArrow(PartOf(r.From), PartOf(r.To)));

    /// <summary>Resolvers, the configuration of types, and static classes, which are steps of a feature's own use cases.</summary>
    private static bool IsInternal(string name)
    {
        var type = s_assembly.GetType(name, throwOnError: true)!;
        return type.IsDefined(typeof(ExtendObjectTypeAttribute), inherit: true)
            || type.BaseType is { IsGenericType: true, Name: "ObjectType`1" or "EnumType`1" }
            || (type is { IsAbstract: true, IsSealed: true } && PartOf(name) != Ingestion);
    }

    /// <summary><c>Features.Groups</c>, <c>Writing</c>.</summary>
    private static string PartOf(string name) => SpaceOf(name) is var space && space.Length > Server.Length ? space[Server.Length..] : string.Empty;

    private static string SpaceOf(string name) => name[..name.LastIndexOf('.')];
}
