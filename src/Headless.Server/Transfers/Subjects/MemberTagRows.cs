using Headless.Server.Access;
using Headless.Server.Features.Tags;
using Headless.Server.Writing;

namespace Headless.Server.Transfers.Subjects;

/// <summary>Tags on members: addMemberTags, with tags by their names.</summary>
internal sealed class MemberTagRows(RowReferences references, TimeProvider clock) : IImportSubject
{
    public ImportSubject Subject => ImportSubject.MemberTags;

    public string Policy => Policies.Write;

    public IReadOnlyList<ImportColumn> Columns { get; } =
    [
        new("memberId", false, "The member, by the global id; the account says who it is unless given."),
        .. RowReferences.AccountColumns,
        new("tag", true, "The tag's name; it has to be there."),
        new("tagGroup", false, "The name of the tag's group, where several tags have the name."),
        new("expiresAt", false, "Until when it is meant to hold; for good unless given."),
    ];

    public string? KeyOf(ImportRow row, ImportJob job) =>
        $"{row.Text("memberId")} {(row.Text("memberId") is null ? RowReferences.AccountOf(row, job) : null)} {row.Text("tagGroup")} {row.Text("tag")}";

    public async Task EnterAsync(WriteSession session, ImportBatch batch)
    {
        var ct = session.CancellationToken;
        var tags = await FindTagsAsync(session, batch);
        var accounts = new Dictionary<int, (Platform Platform, string ExternalId)>();
        var members = new Dictionary<int, long>();
        batch.ForEachOpen((row, index) =>
        {
            if (references.Id<Member>(row, "memberId") is { } id)
            {
                members[index] = id;
            }
            else
            {
                accounts[index] = RowReferences.AccountOf(row, batch.Job) ?? throw new RowException("MISSING_VALUE", "Name the member by memberId, or by platform and account.", "account");
            }
        });
        var known = await RowReferences.FindAccountsAsync(session.Db, accounts.Values, ct);
        var plans = new List<(int Index, long MemberId, long TagId, DateTimeOffset? ExpiresAt)>();
        batch.ForEachOpen((row, index) =>
        {
            var memberId = members.TryGetValue(index, out var id) || known.TryGetValue(accounts[index], out id)
                ? id
                : throw new RowException("UNKNOWN_MEMBER", $"Nobody is known as {accounts[index].ExternalId}: enter the member first.", "account");
            var expiresAt = row.Time("expiresAt", batch.Zone);
            if (expiresAt is { } at && at <= clock.GetUtcNow())
            {
                throw new RowException("EXPIRES_IN_PAST", "'expiresAt' must lie ahead.", "expiresAt");
            }

            plans.Add((index, memberId, TagOf(tags, row), expiresAt));
        });
        foreach (var same in plans.GroupBy(plan => (plan.TagId, plan.ExpiresAt)))
        {
            var rows = same.DistinctBy(plan => plan.MemberId).ToList();
            long[] memberIds = [.. rows.Select(plan => plan.MemberId)];
            var until = await session.Db.MemberTags.Where(t => t.TagId == same.Key.TagId && EF.Parameter(memberIds).Contains(t.MemberId)).ToDictionaryAsync(t => t.MemberId, t => t.ExpiresAt, ct);
            var result = await AddMemberTagsMutation.AddAsync(session, new AddMemberTagsInput(memberIds, [same.Key.TagId], same.Key.ExpiresAt, null), TagSource.Import);
            foreach (var (plan, row) in rows.Zip(result.Rows))
            {
                var tag = row.Tags[0];
                if (tag.Outcome == TagOutcome.Rejected)
                {
                    batch.Reject(plan.Index, tag.Code!, tag.Message!, tag.Code == "NOT_FOUND" ? "account" : "tag");
                }
                else
                {
                    batch.Set(plan.Index, tag.Outcome == TagOutcome.Added ? RowOutcome.Created
                        : IsSame(until.GetValueOrDefault(plan.MemberId), plan.ExpiresAt?.UtcDateTime) ? RowOutcome.Unchanged : RowOutcome.Updated);
                }
            }

            // The same member by another name of theirs.
            foreach (var twice in same.Where(plan => rows.TrueForAll(row => row.Index != plan.Index)))
            {
                batch.Set(twice.Index, RowOutcome.Unchanged);
            }
        }
    }

    /// <summary>As exact as a file of an export says it: to the millisecond.</summary>
    private static bool IsSame(DateTime? one, DateTime? other) => one == other || (one is { } a && other is { } b && (a - b).Duration() < TimeSpan.FromMilliseconds(1));

    private static async Task<ILookup<string, (long Id, string? Group)>> FindTagsAsync(WriteSession session, ImportBatch batch)
    {
        string[] names = [.. batch.Open.Select(index => batch.Rows[index].Text("tag")).OfType<string>().Distinct()];
        var tags = await session.Db.Tags.AsNoTracking().WhereIn(session.Db, t => t.Name, names)
            .Select(t => new { t.Id, t.Name, Group = t.TagGroup == null ? null : t.TagGroup.Name }).ToListAsync(session.CancellationToken);
        return tags.ToLookup(t => t.Name, t => (t.Id, t.Group));
    }

    private static long TagOf(ILookup<string, (long Id, string? Group)> tags, ImportRow row)
    {
        var (name, group) = (row.Required("tag"), row.Text("tagGroup"));
        var found = tags[name].Where(tag => group is null || tag.Group == group).ToList();
        return found.Count switch
        {
            1 => found[0].Id,
            0 => throw new RowException("UNKNOWN_TAG", $"There is no tag '{name}'{(group is null ? null : $" in '{group}'")}: enter it first.", "tag"),
            _ => throw new RowException("AMBIGUOUS_TAG", $"Several groups have a tag '{name}': say in 'tagGroup' which one is meant.", "tagGroup"),
        };
    }
}
