using System.Diagnostics;
using System.Threading.Channels;
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

    /// <summary>One import: what is counted.</summary>
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
        private readonly Stopwatch _clock = Stopwatch.StartNew();
        private readonly string _source = request.Source ?? request.Format switch
        {
            ImportFormat.Irc => $"irc:{request.GroupId}",
            ImportFormat.Orders => "orders",
            _ => "jsonl",
        };

        private readonly Dictionary<FileInfo, int> _places = files.Select((file, place) => (file, place)).ToDictionary();
        private readonly long _bytesTotal = files.Sum(file => file.Length);
        private long _lines;
        private long _duplicates;
        private int _filesDone;
        private int _clockStepsBack;

        public async Task<ImportResult> RunAsync(CancellationToken cancellationToken)
        {
            var reader = new ImportReader(database, request, _source, files);
            ImportPosition? stoppedAt = null;
            using var reading = new CancellationTokenSource();

            // The next batch is read and parsed while the database writes the one before it.
            var batches = Channel.CreateBounded<ImportBatch>(1);
            var read = Task.Run(() => ReadAsync(reader, batches.Writer, reading.Token), CancellationToken.None);
            try
            {
                await foreach (var batch in batches.Reader.ReadAllAsync(CancellationToken.None))
                {
                    if (cancellationToken.IsCancellationRequested)
                    {
                        stoppedAt = batch.Start;
                        break;
                    }

                    await RecordAsync(batch, reader.IsSequence);
                    Report(batch);
                }
            }
            finally
            {
                await reading.CancelAsync();
                await read;
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

        private static async Task ReadAsync(ImportReader reader, ChannelWriter<ImportBatch> batches, CancellationToken cancellationToken)
        {
            try
            {
                await foreach (var batch in reader.ReadAsync(cancellationToken))
                {
                    await batches.WriteAsync(batch, cancellationToken);
                }

                batches.Complete();
            }
            catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
            {
                batches.Complete();
            }
            catch (Exception exception)
            {
                batches.Complete(exception);
            }
        }

        private async Task RecordAsync(ImportBatch batch, bool isSequence)
        {
            var rejected = batch.Rejected.ToList();
            if (batch.Rows.Count > 0 || batch.Completions.Count > 0)
            {
                // Not to be cancelled: a transaction goes through or never begins.
                var options = new RecordingOptions
                {
                    Sequences = isSequence ? batch.Sequences : null,
                    Completions = batch.Completions.Count == 0 ? null : () => batch.Completions.Select(Copy),
                };
                var result = await ingestion.RecordAsync(_source, batch.Rows, AccessScope.Everything, null, options, CancellationToken.None);
                foreach (var row in result.Accepted)
                {
                    Count(_accepted, batch.OriginOf(row.Index).Kind);
                }

                foreach (var row in result.Rejected)
                {
                    var (file, line, kind) = batch.OriginOf(row.Index);
                    switch (row.Code)
                    {
                        case IngestionErrorCodes.AlreadyMember when isSequence:
                            Count(_ignored, "join of somebody present");
                            break;
                        case IngestionErrorCodes.LeaveWithoutJoin when isSequence:
                            Count(_ignored, $"{kind} of somebody absent");
                            break;
                        default:
                            rejected.Add(new ImportBatch.RejectedLine(
                                file, line, row.Code, row.Field is null ? row.Message : $"{row.Field}: {row.Message}"));
                            break;
                    }
                }

                _duplicates += result.Duplicates.Count;
            }

            foreach (var (kind, count) in batch.Ignored)
            {
                Count(_ignored, kind, count);
            }

            foreach (var (file, line, code, reason) in rejected.OrderBy(line => _places[line.File]).ThenBy(line => line.Line.Number))
            {
                Count(_rejected, code);
                rejects.Write(file.FullName, line.Number, $"{code}: {reason}", line.Text);
            }

            _lines += batch.Lines;
            _duplicates += batch.Duplicates;
            _filesDone += batch.FilesDone;
            _clockStepsBack += batch.ClockStepsBack;

            // A write that is tried again does so with another context, which needs records of its own.
            static IdempotencyRecord Copy(IdempotencyRecord record) => new()
            {
                Key = record.Key, Operation = record.Operation, RequestHash = record.RequestHash, Response = record.Response,
            };
        }

        private static void Count(SortedDictionary<string, long> counts, string kind, long lines = 1) =>
            counts[kind] = counts.GetValueOrDefault(kind) + lines;

        private void Report(ImportBatch batch) => progress?.Report(new ImportProgress
        {
            File = batch.File.FullName,
            FilesDone = _filesDone,
            FilesTotal = files.Count,
            BytesRead = batch.BytesRead,
            BytesTotal = _bytesTotal,
            Lines = _lines,
            Activities = _accepted.Values.Sum(),
            Elapsed = _clock.Elapsed,
        });
    }
}
