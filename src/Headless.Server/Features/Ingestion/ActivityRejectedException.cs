namespace Headless.Server.Features.Ingestion;

/// <summary>A single report that ingestion rejected.</summary>
/// <param name="code">One of the codes of rejected rows, or one of the mutation's own.</param>
/// <param name="message">What is wrong and what to do about it, for a person.</param>
/// <param name="path">The field at fault; null where it is the report as a whole.</param>
[GraphQLDescription("What was reported cannot have happened, or may not be recorded. Nothing has been changed.")]
public sealed class ActivityRejectedException(string code, string message, string? path) : Exception(message)
{
    [GraphQLDescription("What is wrong and what to do about it, for a person.")]
    public override string Message => base.Message;

    [GraphQLDescription("A stable name of what is wrong: the same as for rows that recordActivities rejects.")]
    public string Code { get; } = code;

    [GraphQLDescription("The field at fault; null where it is the report as a whole.")]
    public string? Path { get; } = path;
}
