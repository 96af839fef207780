using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Headless.Server.Timers;
using Headless.Server.Writing;

namespace Headless.Server.Alerts;

/// <summary>Keeps the alerts true: asks each <see cref="IAlertSource"/> in its turn.</summary>
public sealed class AlertWork(IEnumerable<IAlertSource> sources) : ITimedWork
{
    /// <summary>How many alerts one transaction opens, changes or resolves at most; the next one goes on from there.</summary>
    private const int MaxChanges = 500;

    private readonly Dictionary<AlertKind, IAlertSource> _sources = sources.ToDictionary(source => source.Kind);

    public async Task<bool> IsDueAsync(CommunityDbContext db, DateTime now, CancellationToken ct)
    {
        var evaluations = await db.AlertEvaluations.AsNoTracking().ToListAsync(ct);
        return FindDue(evaluations, now) is not null;
    }

    public async Task RunAsync(WriteSession session)
    {
        var evaluations = await session.Db.AlertEvaluations.ToListAsync(session.CancellationToken);
        if (FindDue(evaluations, session.Now) is not { } source || !await ApplyAsync(session, source))
        {
            return;
        }

        if (evaluations.Find(row => row.Kind == source.Kind) is { } evaluation)
        {
            evaluation.EvaluatedAt = session.Now;
        }
        else
        {
            session.Db.AlertEvaluations.Add(new AlertEvaluation { Kind = source.Kind, EvaluatedAt = session.Now });
        }
    }

    /// <summary>The source that has waited longest beyond its interval, or was asked at a time that a clock which has been put back has not reached again; null: none is due.</summary>
    private IAlertSource? FindDue(List<AlertEvaluation> evaluations, DateTime now)
    {
        var last = evaluations.ToDictionary(row => row.Kind, row => row.EvaluatedAt);
        return _sources.Values
            .Where(source => !last.TryGetValue(source.Kind, out var at) || at + source.Interval <= now || at > now)
            .OrderBy(source => last.GetValueOrDefault(source.Kind))
            .ThenBy(source => source.Kind)
            .FirstOrDefault();
    }

    /// <summary>Returns whether everything was done.</summary>
    private static async Task<bool> ApplyAsync(WriteSession session, IAlertSource source)
    {
        var conditions = await source.FindAsync(session.Db, session.Now, session.CancellationToken);
        var open = await session.Db.Alerts.Where(alert => alert.Kind == source.Kind && alert.ResolvedAt == null)
            .ToDictionaryAsync(alert => (alert.RuleId, alert.SubjectKind, alert.SubjectId), session.CancellationToken);
        var ended = await EndedAsync(session, source.Kind, conditions);
        var changes = 0;
        foreach (var condition in conditions)
        {
            if (changes == MaxChanges)
            {
                return false;
            }

            var about = (condition.RuleId, condition.Subject.Kind, condition.Subject.Id);
            if (!open.Remove(about, out var alert))
            {
                if (condition.IsUnknown || (ended.TryGetValue(about, out var at) && at + condition.Quiet > session.Now))
                {
                    continue;
                }

                alert = Alert.Open(source.Kind, condition, session.Now);
                session.Db.Alerts.Add(alert);
                session.RecordAlert(ActivityKind.AlertRaised, alert);
                changes++;
            }
            else if (!condition.IsUnknown && alert.Update(condition))
            {
                session.RecordAlert(ActivityKind.AlertUpdated, alert);
                changes++;
            }
        }

        foreach (var over in open.Values)
        {
            if (changes++ == MaxChanges)
            {
                return false;
            }

            over.Resolve(session.Now);
            session.RecordAlert(ActivityKind.AlertResolved, over);
        }

        return true;
    }

    /// <summary>When the last alerts ended that keep others quiet.</summary>
    private static async Task<Dictionary<(long?, AlertSubjectKind, long), DateTime>> EndedAsync(
        WriteSession session, AlertKind kind, IReadOnlyList<AlertCondition> conditions)
    {
        var quiet = conditions.Select(condition => condition.Quiet).DefaultIfEmpty().Max();
        if (quiet == default)
        {
            return [];
        }

        var since = session.Now - quiet;
        var ended = await session.Db.Alerts.AsNoTracking().Where(alert => alert.Kind == kind && alert.ResolvedAt > since)
            .Select(alert => new { alert.RuleId, alert.SubjectKind, alert.SubjectId, At = alert.ResolvedAt!.Value }).ToListAsync(session.CancellationToken);
        return ended.GroupBy(alert => (alert.RuleId, alert.SubjectKind, alert.SubjectId)).ToDictionary(about => about.Key, about => about.Max(alert => alert.At));
    }
}

/// <summary>How alerts get into the log.</summary>
internal static class AlertActivities
{
    /// <summary>Adds what became of an alert to the log, with its message and its numbers as they are now.</summary>
    public static void RecordAlert(this WriteSession session, ActivityKind kind, Alert alert) => session.Record(
        kind,
        () => new ActivitySubject
        {
            GroupId = alert.GroupId,
            CampaignId = alert.CampaignId,
            Text = alert.Message,
            Data = new JsonObject
            {
                ["alertId"] = NodeIdOf(alert),
                ["kind"] = JsonNamingPolicy.SnakeCaseUpper.ConvertName(alert.Kind.ToString()),
                ["severity"] = JsonNamingPolicy.SnakeCaseUpper.ConvertName(alert.Severity.ToString()),
                ["evidence"] = JsonNode.Parse(alert.Evidence),
            }.ToJsonString(),
        });

    /// <summary>The alert that an activity is about; null where it is about none.</summary>
    public static long? AlertIdOf(Activity activity)
    {
        if (activity.Data is null || JsonNode.Parse(activity.Data)?["alertId"]?.GetValue<string>() is not { } nodeId)
        {
            return null;
        }

        var id = System.Text.Encoding.UTF8.GetString(Convert.FromBase64String(nodeId));
        return long.TryParse(id.AsSpan(id.IndexOf(':', StringComparison.Ordinal) + 1), CultureInfo.InvariantCulture, out var key) ? key : null;
    }

    /// <summary>The alert's global id, as <c>node</c> takes it.</summary>
    private static string NodeIdOf(Alert alert) =>
        Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{nameof(Alert)}:{alert.Id}")));
}
