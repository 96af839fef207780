using System.Text.Json;
using Headless.Community.Segments;

namespace Headless.Server.Features.Segments.Conditions;

/// <summary>Conditions as the API takes them: what it answers can be sent back as it is.</summary>
public sealed class ConditionPrinter(INodeIdSerializer ids)
{
    private readonly JsonSerializerOptions _options = ConditionJson.CreateOptions((entity, key) => ids.Format(entity.Name, key));

    public JsonElement Print(SegmentCondition condition) => JsonSerializer.SerializeToElement(condition, _options);
}
