using System.Text.Json;

namespace Headless.Community;

/// <summary>A group was to open before its positioning is complete. Nothing has been changed.</summary>
public sealed class PositioningIncompleteException(IReadOnlyList<PositioningQuestion> missing) : DomainException(
    DomainErrorCodes.PositioningIncomplete,
    "A group opens once its positioning says why, what, who, where, when and how. Missing: "
    + $"{string.Join(", ", missing.Select(question => JsonNamingPolicy.SnakeCaseLower.ConvertName(question.ToString())))}. Answer with updateGroup.")
{
    /// <summary>The questions without an answer.</summary>
    public IReadOnlyList<PositioningQuestion> Missing { get; } = missing;
}
