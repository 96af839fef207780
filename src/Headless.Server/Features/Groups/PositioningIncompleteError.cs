using Headless.Server.Writing;

namespace Headless.Server.Features.Groups;

/// <summary>What a client is told when a group is to open before its positioning is complete.</summary>
[GraphQLDescription("A group was to open before its positioning is complete. Nothing has been changed.")]
public sealed class PositioningIncompleteError(PositioningIncompleteException exception) : ICodedError
{
    public string Message { get; } = exception.Message;

    public string Code { get; } = exception.Code;

    [GraphQLDescription("The questions that have no answer yet: answer them with updateGroup.")]
    public IReadOnlyList<PositioningQuestion> Missing { get; } = exception.Missing;
}
