using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Headless.Community.Data;
using Microsoft.EntityFrameworkCore;

namespace Headless.Community.Import;

/// <summary>Reads the files of an import, one after another, into batches that may reach over several of them.</summary>
internal sealed class ImportReader(CommunityDatabase database, ImportRequest request, string source, IReadOnlyList<FileInfo> files)
{
    private readonly HashSet<string> _completed = new(StringComparer.Ordinal);

    /// <summary>The lines of a log depend on those before them; rows of the other formats stand for themselves.</summary>
    public bool IsSequence => request.Format == ImportFormat.Irc;

    /// <summary>Reads on as far as batches are asked for.</summary>
    public async IAsyncEnumerable<ImportBatch> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var bytesOfFilesDone = 0L;
        var batch = new ImportBatch(new ImportPosition(files[0].FullName, 1), files[0]);
        foreach (var file in files)
        {
            var completion = IsSequence ? await CompletionOfAsync(file, cancellationToken) : null;
            var isDone = completion is not null && await IsDoneAsync(completion, cancellationToken);
            var parser = await OpenAsync(file, cancellationToken);
            batch.BeginFile();
            await foreach (var line in TextLines.ReadAsync(file.FullName, cancellationToken))
            {
                if (batch.IsFull(request.BatchSize))
                {
                    yield return batch;
                    batch = new ImportBatch(new ImportPosition(file.FullName, line.Number), file);
                    batch.BeginFile();
                }

                if (!string.IsNullOrWhiteSpace(line.Text) || line.IsTooLong)
                {
                    batch.Add(file, line, Parse(parser, line), isDone);
                }

                (batch.File, batch.BytesRead) = (file, bytesOfFilesDone + line.End);
            }

            bytesOfFilesDone += file.Length;
            (batch.File, batch.BytesRead) = (file, bytesOfFilesDone);
            batch.EndFile(isDone ? null : completion, (parser as IrcLineParser)?.ClockStepsBack ?? 0);
        }

        yield return batch;
    }

    private static ParsedLine Parse(ILineParser parser, TextLine line) => line.IsTooLong
        ? ParsedLine.Rejected(ImportErrorCodes.LineTooLong, $"The line has more than {TextLines.MaxLineBytes} bytes.")
        : parser.Parse(line);

    private async Task<ILineParser> OpenAsync(FileInfo file, CancellationToken cancellationToken) => request.Format switch
    {
        ImportFormat.Irc => await IrcLineParser.OpenAsync(
            file.FullName, request.GroupId!.Value, request.Platform ?? Platform.Irc, request.TimeZone, cancellationToken),
        ImportFormat.Orders => new OrderLineParser(request.Orders, request.GroupId, request.Platform ?? Platform.Other, request.TimeZone),
        _ => new JsonLineParser(request.GroupId),
    };

    /// <summary>The record that a log went in to its end: its lines that changed nothing are not in the activity log to tell.</summary>
    private async Task<IdempotencyRecord> CompletionOfAsync(FileInfo file, CancellationToken cancellationToken)
    {
        await using var content = file.OpenRead();
        var hash = await SHA256.HashDataAsync(content, cancellationToken);
        var key = SHA256.HashData([.. Encoding.UTF8.GetBytes($"{source}\n{file.Name}\n"), .. hash]);
        return new IdempotencyRecord
        {
            Key = $"import:{Convert.ToHexStringLower(key)}",
            Operation = "import",
            RequestHash = hash,
            Response = JsonSerializer.Serialize(new { source, file = file.Name }),
        };
    }

    /// <summary>Whether a log went in before, or is on its way: the same under the same name in another folder.</summary>
    private async Task<bool> IsDoneAsync(IdempotencyRecord completion, CancellationToken cancellationToken)
    {
        if (!_completed.Add(completion.Key))
        {
            return true;
        }

        await using var context = database.Create(AccessScope.Everything);
        return await context.IdempotencyRecords.AnyAsync(record => record.Key == completion.Key, cancellationToken);
    }
}
