using System.Text.Json;
using Headless.Community;
using Headless.Community.Data;
using Headless.Community.Tests.Data;
using Headless.GraphQL.Execution;
using Headless.Server.Access;
using Headless.Server.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Headless.Server.Tests.Providers;

/// <summary>Every shape of query that the API offers has to translate to T-SQL, also where no SQL Server is at hand.</summary>
public sealed class SqlServerTranslationTests
{
    private static readonly string[] s_types =
    [
        "Group", "Member", "Membership", "Tag", "TagGroup", "AccountControl", "Activity", "Alert", "Announcement", "ApiKey", "Asset", "AttributeDefinition",
        "AuditEntry", "Ban", "CallAttempt", "CallEntry", "CallList", "Campaign", "CampaignOccurrence", "CampaignTask", "ChannelCost", "ContentItem", "ContentUse", "Digest", "DigestSchedule", "EntryPoint", "Feedback",
        "GroupAssignment", "GroupHandover", "GroupSeries", "GroupTypeTemplate", "Identity", "JoinChannel", "JoinPath", "JoinRequest", "JoinTerms", "LaunchCheck",
        "MemberMerge", "MemberTier", "Offer", "OfferItem", "Operator", "Order", "Penalty", "PlatformCapability", "PlatformPolicy", "Question", "Answer", "RoutingRule", "Rule", "RuleSet",
        "RuleSetVersion", "Segment", "SensitiveWordList", "StockReservation", "StrikePolicy", "Survey", "SurveyOption", "SurveyQuestion", "SurveyResponse", "TagRule",
        "TitleTemplate", "Violation", "WelcomeMessage", "Wish",
        "PointProgram", "PointEntry", "EarningRule", "CheckInProgram", "CheckIn",
        "CouponTemplate", "Coupon", "IncentiveBudget", "RedPacketDrop", "Gift",
        "Product", "Consultation", "SalesTarget", "CostEntry",
    ];

    private static readonly string[] s_lists =
    [
        "groups", "members", "memberships", "tags", "tagGroups", "contentItems", "titleTemplates", "assets", "campaigns", "campaignOccurrences", "campaignTasks", "digests", "digestSchedules", "questions", "offerItems", "segments", "orders", "activities", "operators",
        "joinChannels", "entryPoints", "joinPaths", "joinRequests", "routingRules", "groupHandovers", "accountControls", "controlledAccounts",
        "groupSeries", "announcements", "alerts", "platformPolicies", "platformCapabilities", "attributeDefinitions", "auditEntries", "bans",
        "callLists", "callEntries", "callsDue", "feedback", "memberTiers", "apiKeys", "ruleSets", "sensitiveWordLists", "strikePolicies", "surveys",
        "violations", "penalties", "wishes",
        "pointPrograms", "pointEntries", "checkInPrograms", "checkIns",
        "couponTemplates", "coupons", "incentiveBudgets", "redPacketDrops", "gifts",
        "products", "consultations", "salesTargets", "costEntries",
    ];

    [Theory]
    [InlineData(OperatorRole.Lead, 37)]
    [InlineData(OperatorRole.Owner, 113)]
    public async Task Every_filter_and_every_order_of_every_list_translates(OperatorRole role, int every)
    {
        var (services, server) = Start(role);
        await using var _ = services;
        var executor = services.GetRequiredService<IRequestExecutor>();
        foreach (var list in s_lists)
        {
            var schema = executor.Schema;
            var @field = schema.QueryType!.Fields[list];
            var count = ((Headless.GraphQL.Types.ObjectType)@field.Type.Named).Fields.Contains("totalCount") ? "totalCount" : string.Empty;
            foreach (var filter in Filters((Headless.GraphQL.Types.InputObjectType)@field.Arguments["where"].Type.Named, depth: 2).Where((_, i) => i % every == 0))
            {
                await RunAsync(services, executor, $"{{ {list}(first: 2, where: {filter}) {{ nodes {{ __typename id }} {count} }} }}");
            }

            var sort = (Headless.GraphQL.Types.InputObjectType)@field.Arguments["order"].Type.Named;
            foreach (var key in sort.Fields.Where(f => f.Type.Named is Headless.GraphQL.Types.EnumType))
            {
                await RunAsync(services, executor, $"{{ {list}(first: 2, order: [{{ {key.Name}: DESC }}]) {{ nodes {{ id }} }} }}");
                await RunAsync(services, executor, $"{{ {list}(last: 2, order: [{{ {key.Name}: ASC }}]) {{ nodes {{ id }} }} }}");
            }
        }

        server.Commands.Count.ShouldBeGreaterThan(600 / every);
        server.Commands.ShouldAllBe(command => !command.Contains("MERGE ", StringComparison.Ordinal) && !command.Contains("json_each", StringComparison.Ordinal));
        server.Commands.SelectMany(TransactSql.ErrorsOf).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(OperatorRole.Lead)]
    [InlineData(OperatorRole.Owner)]
    public async Task Metrics_translate(OperatorRole role)
    {
        var (services, server) = Start(role);
        await using var _ = services;
        var executor = services.GetRequiredService<IRequestExecutor>();
        foreach (var key in Enum.GetNames<Headless.Metrics.MetricKey>().Select(n => JsonNamingPolicy.SnakeCaseUpper.ConvertName(n)))
        {
            await RunAsync(services, executor, $"{{ metric(key: {key}, window: {{ lastDays: 30 }}) {{ nullReason }} }}");
            foreach (var interval in new[] { "HOUR", "DAY", "WEEK", "MONTH" })
            {
                await RunAsync(services, executor, $"{{ metricSeries(key: {key}, window: {{ lastDays: 30 }}, interval: {interval}) {{ start }} }}");
            }
        }

        await RunAsync(services, executor, "{ activityHeatmap(window: { lastDays: 30 }) { hour } mostActiveMembers(window: { lastDays: 30 }) { rank } }");
        server.Commands.Count.ShouldBeGreaterThan(60);
        server.Commands.SelectMany(TransactSql.ErrorsOf).ShouldBeEmpty();
    }

    [Fact]
    public async Task Text_lists_are_compared_in_the_columns_collation()
    {
        var (services, server) = Start(OperatorRole.Lead);
        await using var _ = services;

        await RunAsync(services, services.GetRequiredService<IRequestExecutor>(), """{ groups(where: { name: { in: ["a", "b"] } }) { nodes { id } } }""");

        // OPENJSON's text has the database's collation, which a column with its own refuses to be compared with (dotnet/efcore#32147).
        server.Commands.Last().ShouldNotContain("OPENJSON");
    }

    /// <summary>A condition for each field and operation of a filter input, nested ones included.</summary>
    private static IEnumerable<string> Filters(Headless.GraphQL.Types.InputObjectType input, int depth)
    {
        foreach (var @field in input.Fields)
        {
            switch (@field.Type.Named)
            {
                case Headless.GraphQL.Types.InputObjectType nested when @field.Type.Nullable is not Headless.GraphQL.Types.ListType:
                    if (depth > 0)
                    {
                        foreach (var inner in Filters(nested, depth - 1))
                        {
                            yield return $"{{ {@field.Name}: {inner} }}";
                        }
                    }

                    break;
                case Headless.GraphQL.Types.InputObjectType:
                    break;
                default:
                    var literal = Literal(@field.Type.Named, input);
                    yield return $"{{ {@field.Name}: {(@field.Type.Nullable is Headless.GraphQL.Types.ListType ? $"[{literal}, {literal}]" : literal)} }}";
                    break;
            }
        }
    }

    private static string Literal(Headless.GraphQL.Types.NamedType type, Headless.GraphQL.Types.InputObjectType owner) => type switch
    {
        Headless.GraphQL.Types.EnumType values => values.Values[0].Name,
        { Name: "String" } => "\"a%_[b\"",
        { Name: "Boolean" } => "true",
        { Name: "DateTime" } => "\"2026-01-01T00:00:00Z\"",
        { Name: "LocalDate" } => "\"2026-01-01\"",
        { Name: "ID" } => "\"@id\"",
        _ => "1",
    };

    private static async Task RunAsync(ServiceProvider services, IRequestExecutor executor, string document)
    {
        // An id has to be of the list's own type; the type's name is that of the list without its plural.
        foreach (var type in s_types)
        {
            var text = document.Replace("@id", Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes($"{type}:1")));
            await using var scope = services.CreateAsyncScope();
            var request = OperationRequestBuilder.New().SetDocument(text).SetServices(scope.ServiceProvider).Build();
            using var result = (OperationResult)await executor.ExecuteAsync(request, TestContext.Current.CancellationToken);
            var answer = System.Text.Encoding.UTF8.GetString(result.Payload.Span);
            if (answer.Contains("is not one of the type", StringComparison.Ordinal))
            {
                continue;
            }

            // What is a LEAD's has no statement for others.
            answer.Replace("\"code\":\"FORBIDDEN\"", string.Empty, StringComparison.Ordinal).Contains("\"code\"", StringComparison.Ordinal).ShouldBeFalse($"{text}\n{answer}");
            return;
        }

        throw new InvalidOperationException($"No type's id fits {document}.");
    }

    private static (ServiceProvider Services, OfflineSqlServer Server) Start(OperatorRole role)
    {
        var server = new OfflineSqlServer();
        var builder = ServerApplication.CreateBuilder(["--Database:Provider=SqlServer", "--Database:ConnectionString=Server=offline.invalid;Database=x;User Id=x;Password=x"]);
        builder.Services.AddSingleton(_ => new CommunityDatabase(
            new DatabaseOptions { Provider = DatabaseProvider.SqlServer, ConnectionString = "Server=offline.invalid;Database=x;User Id=x;Password=x" },
            TimeProvider.System,
            [server]));
        builder.Services.AddSingleton<IHttpContextAccessor>(new HttpContextAccessor
        {
            HttpContext = new DefaultHttpContext { User = Caller.CreatePrincipal(1, "test", role, DevelopmentCaller.AllScopes, "test") },
        });
        return (builder.Services.BuildServiceProvider(), server);
    }
}
