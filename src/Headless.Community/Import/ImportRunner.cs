using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Headless.Community.Data;
using Headless.Community.Ingestion;
using Microsoft.EntityFrameworkCore;

namespace Headless.Community.Import;

/// <summary>Imports files through <see cref="ActivityIngestion"/>, one transaction after another, and accounts for every line.</summary>
public sealed class ImportRunner(ActivityIngestion ingestion, CommunityDatabase database)
{
    /// <summary>
    /// Imports. Cancelling stops between two transactions and returns with <see cref="ImportResult.StoppedAt"/>; what is there stays,
    /// and the same import again goes on from there.
    /// </summary>
    /// <exception cref="ImportException">It cannot begin: a path, a file, the group or the place for rejected lines is wrong.</exception>
    public async Task<ImportResult> RunAsync(
        ImportRequest request, IProgress<ImportProgress>? progress, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(request.BatchSize, 1, nameof(request));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(request.BatchSize, ActivityIngestion.MaxRowsOfImport, nameof(request));
        var files = FindFiles(request);
        await RequireGroupAsync(request, cancellationToken);
        using var rejects = RejectsFile.At(request.RejectsPath);
        return await new Run(ingestion, database, request, files, rejects, progress).RunAsync(cancellationToken);
    }

    /// <summary>Looks at the files without reading them or touching the database: what has to be right before a group is made for them.</summary>
    /// <exception cref="ImportException">A path or a file is wrong.</exception>
    public static void RequireFiles(ImportRequest request) => FindFiles(request);

    private static IReadOnlyList<FileInfo> FindFiles(ImportRequest request)
    {
        var files = ImportFiles.Find(request.Paths);
        if (request.Format == ImportFormat.Irc)
        {
            foreach (var file in files)
            {
                IrcLineParser.DateOf(file.FullName);
            }
        }

        return files;
    }

    private async Task RequireGroupAsync(ImportRequest request, CancellationToken cancellationToken)
    {
        if (request.GroupId is not { } id)
        {
            if (request.Format == ImportFormat.Irc)
            {
                throw new ImportException(ImportErrorCodes.GroupNeeded, "A log does not say which group it is of: name the group.");
            }

            return;
        }

        await using var context = database.Create(AccessScope.Everything);
        if (!await context.Groups.AnyAsync(group => group.Id == id, cancellationToken))
        {
            throw new ImportException(ImportErrorCodes.UnknownGroup, $"There is no group {id}.");
        }
    }

    /// <summary>One import: what is counted, and what waits for the next transaction.</summary>
    private sealed class Run(
        ActivityIngestion ingestion,
        CommunityDatabase database,
        ImportRequest request,
        IReadOnlyList<FileInfo> files,
        RejectsFile rejects,
        IProgress<ImportProgress>? progress)
    {
        private readonly SortedDictionary<string, long> _accepted = new(StringComparer.Ordinal);
        private readonly SortedDictionary<string, long> _ignored = new(StringComparer.Ordinal);
        private readonly SortedDictionary<string, long> _rejected = new(StringComparer.Ordinal);
        private readonly List<(TextLine Line, string Kind)> _pending = [];
        private readonly List<ActivityInput> _rows = [];
        private readonly Stopwatch _clock = Stopwatch.StartNew();
        private readonly string _source = request.Source ?? request.Format switch
        {
            ImportFormat.Irc => $"irc:{request.GroupId}",
            ImportFormat.Orders => "orders",
            _ => "jsonl",
        };

        /// <summary>The lines of a log depend on those before them; rows of the other formats stand for themselves.</summary>
        private readonly bool _isSequence = request.Format == ImportFormat.Irc;

        private readonly long _bytesTotal = files.Sum(file => file.Length);
        private long _bytesOfFilesDone;
        private long _lines;
        private long _duplicates;
        private int _filesDone;
        private int _clockStepsBack;

        public async Task<ImportResult> RunAsync(CancellationToken cancellationToken)
        {
            ImportPosition? stoppedAt = null;
            foreach (var file in files)
            {
                stoppedAt = await ReadAsync(file, cancellationToken);
                if (stoppedAt is not null)
                {
                    break;
                }

                _filesDone++;
                _bytesOfFilesDone += file.Length;
                Report(file, 0);
            }

            return new ImportResult
            {
                Files = _filesDone,
                Lines = _lines,
                Accepted = _accepted,
                Ignored = _ignored,
                Duplicates = _duplicates,
                Rejected = _rejected,
                ClockStepsBack = _clockStepsBack,
                Elapsed = _clock.Elapsed,
                StoppedAt = stoppedAt,
                RejectsPath = rejects.Path,
            };
        }

        /// <summary>Imports a file; returns where it was stopped.</summary>
        private async Task<ImportPosition?> ReadAsync(FileInfo file, CancellationToken cancellationToken)
        {
            if (cancellationToken.IsCancellationRequested)
            {
                return new ImportPosition(file.FullName, 1);
            }

            var completion = _isSequence ? await CompletionOf(file) : null;
            var isDone = completion is not null && await IsDoneAsync(completion);
            var parser = await OpenAsync(file);
            var end = 0L;
            await foreach (var line in TextLines.ReadAsync(file.FullName, CancellationToken.None))
            {
                if (_pending.Count == 0 && cancellationToken.IsCancellationRequested)
                {
                    return new ImportPosition(file.FullName, line.Number);
                }

                end = line.End;
                if (!string.IsNullOrWhiteSpace(line.Text) || line.IsTooLong)
                {
                    Take(file, line, parser, isDone);
                }

                if (_pending.Count >= request.BatchSize)
                {
                    await RecordAsync(file, null);
                    Report(file, end);
                }
            }

            await RecordAsync(file, isDone ? null : completion);
            _clockStepsBack += (parser as IrcLineParser)?.ClockStepsBack ?? 0;
            return null;
        }

        private async Task<ILineParser> OpenAsync(FileInfo file) => request.Format switch
        {
            ImportFormat.Irc => await IrcLineParser.OpenAsync(
                file.FullName, request.GroupId!.Value, request.Platform ?? Platform.Irc, request.TimeZone, CancellationToken.None),
            ImportFormat.Orders => new OrderLineParser(request.Orders, request.GroupId, request.Platform ?? Platform.Other, request.TimeZone),
            _ => new JsonLineParser(request.GroupId),
        };

        private void Take(FileInfo file, TextLine line, ILineParser parser, bool isDone)
        {
            _lines++;
            var parsed = line.IsTooLong
                ? ParsedLine.Rejected(ImportErrorCodes.LineTooLong, $"The line has more than {TextLines.MaxLineBytes} bytes.")
                : parser.Parse(line);
            if (parsed.Row is { } row)
            {
                if (isDone)
                {
                    _duplicates++;
                    return;
                }

                _pending.Add((line, parsed.Kind));
                _rows.Add(row);
            }
            else if (parsed.Reason is { } reason)
            {
                Reject(file, line, parsed.Kind, reason);
            }
            else
            {
                Count(_ignored, parsed.Kind);
            }
        }

        private async Task RecordAsync(FileInfo file, IdempotencyRecord? completion)
        {
            if (_rows.Count == 0 && completion is null)
            {
                return;
            }

            // Not to be cancelled: a transaction goes through or never begins.
            var options = new RecordingOptions
            {
                IsSequence = _isSequence,
                Completion = completion is null ? null : () => new IdempotencyRecord
                {
                    Key = completion.Key, Operation = completion.Operation, RequestHash = completion.RequestHash, Response = completion.Response,
                },
            };
            var result = await ingestion.RecordAsync(_source, _rows, AccessScope.Everything, null, options, CancellationToken.None);
            foreach (var row in result.Accepted)
            {
                Count(_accepted, _pending[row.Index].Kind);
            }

            foreach (var row in result.Rejected)
            {
                var (line, kind) = _pending[row.Index];
                switch (row.Code)
                {
                    case IngestionErrorCodes.AlreadyMember when _isSequence:
                        Count(_ignored, "join of somebody present");
                        break;
                    case IngestionErrorCodes.LeaveWithoutJoin when _isSequence:
                        Count(_ignored, $"{kind} of somebody absent");
                        break;
                    default:
                        Reject(file, line, row.Code, row.Field is null ? row.Message : $"{row.Field}: {row.Message}");
                        break;
                }
            }

            _duplicates += result.Duplicates.Count;
            _pending.Clear();
            _rows.Clear();
        }

        private void Reject(FileInfo file, TextLine line, string code, string reason)
        {
            Count(_rejected, code);
            rejects.Write(file.FullName, line.Number, $"{code}: {reason}", line.Text);
        }

        private static void Count(SortedDictionary<string, long> counts, string kind) =>
            counts[kind] = counts.GetValueOrDefault(kind) + 1;

        private void Report(FileInfo file, long bytesOfFile) => progress?.Report(new ImportProgress
        {
            File = file.FullName,
            FilesDone = _filesDone,
            FilesTotal = files.Count,
            BytesRead = _bytesOfFilesDone + bytesOfFile,
            BytesTotal = _bytesTotal,
            Lines = _lines - _pending.Count,
            Activities = _accepted.Values.Sum(),
            Elapsed = _clock.Elapsed,
        });

        /// <summary>The record that a log went in to its end: its lines that changed nothing are not in the activity log to tell.</summary>
        private async Task<IdempotencyRecord> CompletionOf(FileInfo file)
        {
            await using var content = file.OpenRead();
            var hash = await SHA256.HashDataAsync(content);
            var key = SHA256.HashData([.. Encoding.UTF8.GetBytes($"{_source}\n{file.Name}\n"), .. hash]);
            return new IdempotencyRecord
            {
                Key = $"import:{Convert.ToHexStringLower(key)}",
                Operation = "import",
                RequestHash = hash,
                Response = JsonSerializer.Serialize(new { source = _source, file = file.Name }),
            };
        }

        private async Task<bool> IsDoneAsync(IdempotencyRecord completion)
        {
            await using var context = database.Create(AccessScope.Everything);
            return await context.IdempotencyRecords.AnyAsync(record => record.Key == completion.Key);
        }
    }
}
