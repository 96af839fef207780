using System.Text.Encodings.Web;
using System.Text.Json;

namespace Headless.Server.Tests.Fixtures;

/// <summary>Compares whole answers.</summary>
public static class JsonAssertions
{
    private static readonly JsonSerializerOptions s_indented = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The answer has exactly these members and values, in this order of members.</summary>
    public static void ShouldBeJson(this JsonElement actual, string expected)
    {
        using var document = JsonDocument.Parse(expected);
        JsonSerializer.Serialize(actual, s_indented).ShouldBe(JsonSerializer.Serialize(document.RootElement, s_indented));
    }
}
