using System.Linq.Expressions;
using Headless.Community.Ingestion;
using Headless.Server.Access;

namespace Headless.Server.Writing;

/// <summary>One run of a mutation's work: its context, its time, and what it adds to the activity log and the audit log.</summary>
/// <param name="author">Whose mutation it is, for the audit log; null: what the product does by the clock, which the activity log has.</param>
public sealed class WriteSession(
    CommunityDbContext db, Caller caller, DateTime now, CancellationToken cancellationToken, AuditAuthor? author = null) : IDisposable
{
    private readonly AuditTrail? _trail = author is null ? null : new AuditTrail(db);
    private readonly List<AuditEntry> _bulk = [];
    private readonly List<(ActivityKind Kind, Func<ActivitySubject> Subject)> _activities = [];

    /// <summary>Shows and accepts only what the caller may see.</summary>
    public CommunityDbContext Db { get; } = db;

    public Caller Caller { get; } = caller;

    /// <summary>The time of the whole write, UTC.</summary>
    public DateTime Now { get; } = now;

    public CancellationToken CancellationToken { get; } = cancellationToken;

    /// <summary>Finds a row by its key.</summary>
    /// <param name="id">The key.</param>
    /// <param name="path">The input field that holds it, for the error.</param>
    /// <param name="with">What to load with it.</param>
    /// <exception cref="NotFoundException">It does not exist, or the caller may not see it.</exception>
    public async Task<T> FindAsync<T>(long id, string path, Func<IQueryable<T>, IQueryable<T>>? with = null)
        where T : Entity
    {
        var query = Db.Set<T>().AsQueryable();
        return await (with is null ? query : with(query)).FirstOrDefaultAsync(e => e.Id == id, CancellationToken)
            ?? throw new NotFoundException(typeof(T).Name, path);
    }

    /// <summary>Finds a row by its key where one is named.</summary>
    public async Task<T?> FindAsync<T>(long? id, string path)
        where T : Entity
        => id is null ? null : await FindAsync<T>(id.Value, path);

    /// <summary>The row must still have the version that the caller read, where the caller says which.</summary>
    /// <exception cref="StaleVersionException">It has another.</exception>
    public void Expect(Entity entity, long? version)
    {
        if (version is { } expected && expected != entity.Version)
        {
            throw new StaleVersionException();
        }
    }

    /// <summary>No row may match; otherwise the value named by the path is taken.</summary>
    /// <exception cref="AlreadyExistsException">One does.</exception>
    public async Task RequireNoneAsync<T>(Expression<Func<T, bool>> predicate, string message, string path)
        where T : class
    {
        // Uniqueness holds over all rows, also over those that the caller may not see.
        if (await Db.Set<T>().IgnoreQueryFilters().AnyAsync(predicate, CancellationToken))
        {
            throw new AlreadyExistsException(message, path);
        }
    }

    /// <summary>Adds an activity to the log, in this transaction. It is built after the work has been saved, when new rows have their keys.</summary>
    public void Record(ActivityKind kind, Func<ActivitySubject> subject) => _activities.Add((kind, subject));

    /// <summary>
    /// Adds an entry to the audit log for rows that were changed past EF's change tracker (<c>ExecuteUpdate</c>, SQL, bulk writing).
    /// What goes through the tracker is audited by itself, row by row.
    /// </summary>
    /// <param name="subjectType">The kind of row, by the name of its class.</param>
    /// <param name="count">How many rows; none: there is nothing to say.</param>
    /// <param name="changes">What they have in common.</param>
    public void Audit(string subjectType, int count, params IReadOnlyList<AuditChange> changes)
    {
        if (author is not null && count > 0)
        {
            _bulk.Add(AuditEntry.Of(author, Now, AuditAction.Bulk, subjectType, null, null, count, changes));
        }
    }

    public void Dispose() => _trail?.Dispose();

    internal async Task CompleteAsync()
    {
        await Db.SaveChangesAsync(CancellationToken);
        if (_trail is not null)
        {
            Db.AuditEntries.AddRange([.. _trail.ToEntries(author!, Now), .. _bulk]);
        }

        if (_activities.Count == 0)
        {
            await Db.SaveChangesAsync(CancellationToken);
            return;
        }

        await Db.LockActivityLogAsync(CancellationToken);
        foreach (var (kind, subject) in _activities)
        {
            var s = subject();
            Db.Append(
                kind, Now, Caller.OperatorId, s.GroupId, s.MemberId, s.MembershipId, s.TagId, s.CampaignId, s.ContentItemId, s.OrderId, s.Text, s.Data);
        }

        await Db.SaveChangesAsync(CancellationToken);
    }
}

/// <summary>What an activity is about.</summary>
public sealed record ActivitySubject
{
    public long? GroupId { get; init; }

    public long? MemberId { get; init; }

    public long? MembershipId { get; init; }

    public long? TagId { get; init; }

    public long? CampaignId { get; init; }

    public long? ContentItemId { get; init; }

    public long? OrderId { get; init; }

    public string? Text { get; init; }

    /// <summary>Further details, a JSON object.</summary>
    public string? Data { get; init; }
}
