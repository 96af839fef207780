namespace Headless.Community.Ingestion;

/// <summary>What became of each row of a batch. Every row is in exactly one of the three lists, and each list is in the order of the rows.</summary>
/// <param name="Accepted">Rows that are in the log now.</param>
/// <param name="Duplicates">Indices of rows whose (source, external id) was in the log already, or came earlier in the batch.</param>
/// <param name="Rejected">Rows that changed nothing, and why.</param>
public sealed record IngestionResult(
    IReadOnlyList<AcceptedRow> Accepted, IReadOnlyList<int> Duplicates, IReadOnlyList<RejectedRow> Rejected);

/// <summary>A row that is in the log now.</summary>
/// <param name="Index">Its place in the batch, from 0.</param>
/// <param name="ActivityId">Its id in the log.</param>
public readonly record struct AcceptedRow(int Index, long ActivityId);

/// <summary>A row that changed nothing.</summary>
/// <param name="Index">Its place in the batch, from 0.</param>
/// <param name="Code">One of <see cref="IngestionErrorCodes"/>.</param>
/// <param name="Message">What is wrong and what to do about it, for a person.</param>
/// <param name="Field">The field at fault, as the API spells it; null where it is the row as a whole.</param>
public sealed record RejectedRow(int Index, string Code, string Message, string? Field);
