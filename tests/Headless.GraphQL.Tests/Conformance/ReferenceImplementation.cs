using System.Text.Json;
using Headless.Conformance;

namespace Headless.GraphQL.Tests.Conformance;

/// <summary>Asks graphql-js through <c>tests/conformance/oracle.mjs</c>.</summary>
internal static class ReferenceImplementation
{
    /// <summary>The folder <c>tests/conformance</c> of the repository.</summary>
    public static string Directory => NodePackage.ReferenceImplementation.Folder;

    /// <summary>Starts the oracle once and asks it about every case.</summary>
    /// <param name="mode">The mode of the oracle, as its README lists them.</param>
    /// <param name="cases">The cases; the answers have their order.</param>
    /// <param name="shared">What all cases have in common, such as a schema.</param>
    public static async Task<IReadOnlyList<TAnswer>> AskAsync<TCase, TAnswer>(
        string mode, IReadOnlyList<TCase> cases, object? shared = null)
    {
        var question = JsonSerializer.SerializeToUtf8Bytes(new { shared, cases }, JsonSerializerOptions.Web);
        var answers = await NodePackage.ReferenceImplementation.RunAsync(["oracle.mjs", mode], question);
        var parsed = JsonSerializer.Deserialize<List<TAnswer>>(answers, JsonSerializerOptions.Web);
        parsed.ShouldNotBeNull().Count.ShouldBe(cases.Count);
        return parsed;
    }
}
