using Headless.Server.Writing;

namespace Headless.Server.Transfers;

/// <summary>What rows of an import become. Each class that implements it is found by itself; it enters rows by what the mutation of one row does.</summary>
internal interface IImportSubject
{
    ImportSubject Subject { get; }

    /// <summary>What rows may have.</summary>
    IReadOnlyList<ImportColumn> Columns { get; }

    /// <summary>What the caller must be allowed to do.</summary>
    string Policy { get; }

    /// <summary>How many batches go into one transaction: more of them cost less where rows are written in bulk, and keep other writers waiting longer.</summary>
    int BatchesAtOnce => 1;

    /// <summary>What a row is about: a second row of a file about the same is rejected. Null: rows stand for themselves.</summary>
    string? KeyOf(ImportRow row, ImportJob job);

    /// <summary>Does what has a transaction of its own and can be repeated; on a dry run it takes it back.</summary>
    Task BeginAsync(ImportBatch batch, CancellationToken ct) => Task.CompletedTask;

    /// <summary>Enters the rows that nothing has become of.</summary>
    Task EnterAsync(WriteSession session, ImportBatch batch);
}
