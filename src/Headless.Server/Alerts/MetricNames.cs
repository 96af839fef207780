using System.Text.Json;

namespace Headless.Server.Alerts;

/// <summary>Metrics by their names, as rows keep them and the API writes them: INTERACTION_RATE.</summary>
internal static class MetricNames
{
    public static MetricKey Read(string name) => Enum.Parse<MetricKey>(name.Replace("_", string.Empty), ignoreCase: true);

    public static string Write(MetricKey key) => JsonNamingPolicy.SnakeCaseUpper.ConvertName(key.ToString());
}
