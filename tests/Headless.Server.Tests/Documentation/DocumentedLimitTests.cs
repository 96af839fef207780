using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;
using Headless.GraphQL.Language;
using Headless.Server.Hosting;
using Headless.Server.Tests.Architecture;
using Microsoft.Extensions.Configuration;

namespace Headless.Server.Tests.Documentation;

/// <summary>The table of limits in docs/hosting.md says what the code does, and the settings that it names are read.</summary>
public sealed partial class DocumentedLimitTests
{
    /// <summary>Numbers of the options that are no limits of requests: weights, and what caches and buffers hold.</summary>
    private static readonly string[] s_undocumented =
    [
        "DefaultResolverCost", "DocumentCacheEntries", "DocumentCacheBytes", "PlanCacheEntries", "PlanCacheBytes", "MaxStatementsPerField",
        "EventStreamHeartbeat", "KeepAliveInterval", "SendQueueCapacity", "SendTimeout", "CloseTimeout",
    ];

    [Fact]
    public void Every_limit_is_in_the_table_with_its_default()
    {
        var documented = Row().Matches(File.ReadAllText(Path.Combine(Repository.Root, "docs", "hosting.md")))
            .Select(row => $"{row.Groups["name"].Value}: {row.Groups["value"].Value}");

        documented.Order(StringComparer.Ordinal).ShouldBe(
            GraphQLLimits.Known.Where(limit => !s_undocumented.Contains(limit.Key)).Select(limit => $"{limit.Key}: {Default(limit.Value)}").Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_limit_can_be_set_by_its_name()
    {
        var limits = Read(("MaxTokens", "20"), ("maxdepth", "5"), ("ExecutionTimeout", "00:00:07"));

        var parser = limits.ApplyTo(new ParserOptions());
        (parser.MaxTokens, parser.MaxDepth, parser.MaxCharacters).ShouldBe((20, 5, 100_000));
        limits.ApplyTo(new Headless.GraphQL.Execution.RequestOptions()).ExecutionTimeout.ShouldBe(TimeSpan.FromSeconds(7));
    }

    [Theory]
    [InlineData("MaxAlias", "5", "GraphQL:Limits:MaxAlias is no limit. Limits are ")]
    [InlineData("MaxTokens", "many", "GraphQL:Limits:MaxTokens cannot be 'many': ")]
    [InlineData("MaxTokens", "0", "GraphQL:Limits:MaxTokens cannot be '0': it must be above zero.")]
    [InlineData("MaxDepth", "5000", "GraphQL:Limits:MaxDepth cannot be '5000': The depth limit is from 1 to 512.")]
    public void A_setting_that_is_no_limit_is_refused_at_start(string name, string value, string message)
        => Should.Throw<InvalidOperationException>(() => Read((name, value)).ApplyTo(new ParserOptions())).Message.ShouldStartWith(message);

    private static GraphQLLimits Read(params (string Name, string Value)[] settings)
        => new(new ConfigurationBuilder().AddInMemoryCollection(settings.Select(s => KeyValuePair.Create($"GraphQL:Limits:{s.Name}", (string?)s.Value))).Build());

    private static string Default(PropertyInfo limit) => limit.GetValue(Activator.CreateInstance(limit.DeclaringType!)) switch
    {
        TimeSpan time => $"{time.TotalSeconds.ToString(CultureInfo.InvariantCulture)} s",
        IFormattable number => number.ToString("#,0", CultureInfo.InvariantCulture).Replace(',', ' '),
        _ => throw new ArgumentException($"{limit.Name} has no default.", nameof(limit)),
    };

    [GeneratedRegex(@"^\| `(?<name>\w+)` \| (?<value>[\d ]+(?: s)?) \|", RegexOptions.Multiline)]
    private static partial Regex Row();
}
