using System.Text.Json;
using Headless.Server.Tests.Transport;

namespace Headless.Server.Tests.Hostile;

/// <summary>
/// One pipeline stands behind every way in: each hostile request gets the same typed answer by each of them, at most five errors and
/// no long text, and the server answers the next one. Mutations do not come by GET.
/// </summary>
public sealed class HostileRequestTests(ProductionServerFixture server) : IClassFixture<ProductionServerFixture>
{
    private const int MaxErrors = 5;
    private const int MaxErrorText = 1_203;

    public static TheoryData<string, Way> Documents => Cases(HostileCases.Documents);

    public static TheoryData<string, Way> Complexity => Cases(HostileCases.Complexity);

    public static TheoryData<string, Way> Inputs => Cases(HostileCases.Inputs);

    [Theory]
    [MemberData(nameof(Documents))]
    public Task A_hostile_text(string sentence, Way way) => CheckAsync(HostileCases.Documents[sentence], way);

    [Theory]
    [MemberData(nameof(Complexity))]
    public Task A_document_that_makes_work(string sentence, Way way) => CheckAsync(HostileCases.Complexity[sentence], way);

    [Theory]
    [MemberData(nameof(Inputs))]
    public Task Input_that_does_not_fit(string sentence, Way way) => CheckAsync(HostileCases.Inputs[sentence], way);

    private static TheoryData<string, Way> Cases(IReadOnlyDictionary<string, HostileCase> cases) => new(
        from entry in cases
        from way in Enum.GetValues<Way>()
        where way != Way.Get || (HostileDriver.FitsUrl(entry.Value.Query, entry.Value.Variables) && !entry.Value.Query.StartsWith("mutation", StringComparison.Ordinal))
        select (entry.Key, way));

    private async Task CheckAsync(HostileCase hostile, Way way)
    {
        var driver = new HostileDriver(server);
        var answer = await driver.SendAsync(way, hostile.Query, hostile.Variables);

        if (hostile.Codes.Length == 0)
        {
            answer.TryGetProperty("errors", out var unexpected).ShouldBeFalse(unexpected.ToString());
            answer.GetProperty("data").ValueKind.ShouldBe(JsonValueKind.Object);
        }
        else
        {
            answer.EnumerateObject().Select(p => p.Name).ShouldBe(["errors"]);
            var errors = answer.GetProperty("errors").EnumerateArray().ToList();
            errors.Count.ShouldBeInRange(1, MaxErrors);
            errors.Select(e => e.GetProperty("extensions").GetProperty("code").GetString()).Distinct().ShouldBe(hostile.Codes);
            errors.ShouldAllBe(e => e.GetProperty("message").GetString()!.Length <= MaxErrorText);
            answer.GetRawText().ShouldNotContain("Did you mean");
            answer.GetRawText().ShouldNotContain("stackTrace");
        }

        (await driver.SendAsync(way, "{ __typename }")).GetRawText().ShouldBe("""{"data":{"__typename":"Query"}}""");
    }
}
