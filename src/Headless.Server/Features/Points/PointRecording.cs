using System.Text.Json;
using Headless.Server.Writing;

namespace Headless.Server.Features.Points;

/// <summary>What writing about points has in common.</summary>
internal static class PointRecording
{
    public static void RecordPoints(this WriteSession session, ActivityKind kind, PointProgram program, string? data = null) => session.Record(
        kind, () => new ActivitySubject { Text = program.Name, Data = data });

    /// <summary>Adds an activity about a line of a ledger to the log.</summary>
    public static void RecordEntry(this WriteSession session, ActivityKind kind, PointEntry entry) => session.Record(
        kind,
        () => new ActivitySubject
        {
            MemberId = entry.MemberId, GroupId = entry.GroupId, OrderId = entry.OrderId, Text = entry.Note,
            Data = JsonSerializer.Serialize(new { entryId = entry.Id, programId = entry.ProgramId, points = entry.Points, balance = entry.BalanceAfter }),
        });
}
