using Headless.Community.Data;
using Headless.Community.Data.Bulk;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Headless.Community.Ingestion;

/// <summary>A member as a batch sees one.</summary>
internal sealed class Person
{
    /// <summary>Its number in the batch, by which it is found in tables.</summary>
    public required int Number { get; init; }

    /// <summary>The key; 0 until a new member is saved.</summary>
    public long Id { get; set; }

    /// <summary>The version of the row that was read.</summary>
    public long Version { get; private init; }

    public required string DisplayName { get; set; }

    /// <summary>Whether the member's name has followed the account's.</summary>
    public bool IsRenamed { get; private set; }

    public DateTime? FirstSeenAt { get; private set; }

    public DateTime? LastActiveAt { get; private set; }

    /// <summary>Whether they did something in the batch that moved one of the two times.</summary>
    public bool WasSeen { get; private set; }

    /// <summary>Whether it moved the first.</summary>
    public bool WasSeenEarlier { get; private set; }

    public static Person Of(int number, long id, long version, string displayName, DateTime? firstSeenAt, DateTime? lastActiveAt) =>
        new() { Number = number, Id = id, Version = version, DisplayName = displayName, FirstSeenAt = firstSeenAt, LastActiveAt = lastActiveAt };

    /// <summary>The member's name follows the account's, unless staff gave the member another.</summary>
    public void Rename(string? from, string to)
    {
        if (DisplayName == from && from != to)
        {
            (DisplayName, IsRenamed) = (to, true);
        }
    }

    public void See(DateTime at)
    {
        if (FirstSeenAt is null || at < FirstSeenAt)
        {
            (FirstSeenAt, WasSeen, WasSeenEarlier) = (at, true, true);
        }

        if (LastActiveAt is null || at > LastActiveAt)
        {
            (LastActiveAt, WasSeen) = (at, true);
        }
    }
}

/// <summary>An identity as a batch sees one.</summary>
internal sealed class Account(Platform platform, string externalId, Person person, long id, long version, string? displayName)
{
    public Platform Platform { get; } = platform;

    public string ExternalId { get; } = externalId;

    /// <summary>The key; 0 for a new one.</summary>
    public long Id { get; } = id;

    /// <summary>The version of the row that was read.</summary>
    public long Version { get; } = version;

    public Person Person { get; private set; } = person;

    public string? DisplayName { get; private set; } = displayName;

    /// <summary>Whether the row in the database is another than this.</summary>
    public bool HasChanged { get; private set; }

    public void GoBy(string? displayName)
    {
        if (displayName is not null && displayName != DisplayName)
        {
            (DisplayName, HasChanged) = (displayName, true);
        }
    }

    public void MoveTo(Person person)
    {
        if (person != Person)
        {
            (Person, HasChanged) = (person, true);
        }
    }
}

/// <summary>The identities that a batch names and the members behind them.</summary>
internal sealed class People(CommunityDbContext context)
{
    private static readonly string[] s_ofIdentity = [nameof(Identity.DisplayName), nameof(Identity.MemberId)];
    private static readonly string[] s_ofMember = [nameof(Member.DisplayName)];

    private readonly Dictionary<(Platform Platform, string ExternalId), Account> _accounts = [];
    private readonly Dictionary<long, Person> _known = [];
    private readonly List<Person> _new = [];
    private int _persons;

    /// <summary>The members who were there before the batch.</summary>
    public Person[] Known => [.. _known.Values];

    /// <summary>The accounts that members have got in the batch.</summary>
    public IEnumerable<Account> New => _accounts.Values.Where(account => account.Id == 0);

    /// <summary>Reads the identities, with one statement for each platform, or for each identity where a statement is a call in this process.</summary>
    public async Task LoadAsync(
        IEnumerable<(Platform Platform, string ExternalId)> identities, CancellationToken cancellationToken)
    {
        foreach (var ofPlatform in identities.Distinct().GroupBy(identity => identity.Platform, identity => identity.ExternalId))
        {
            var (platform, externalIds) = (ofPlatform.Key, ofPlatform.ToArray());
            var rows = context.Database.GetDbConnection() is SqliteConnection sqlite
                ? AccountRow.Read(sqlite, platform, externalIds)
                : await ReadAsync(platform, externalIds, cancellationToken);
            foreach (var row in rows)
            {
                if (!_known.TryGetValue(row.MemberId, out var person))
                {
                    person = Person.Of(_persons++, row.MemberId, row.MemberVersion, row.MemberName, row.FirstSeenAt, row.LastActiveAt);
                    _known.Add(row.MemberId, person);
                }

                _accounts.Add((platform, row.ExternalId), new Account(platform, row.ExternalId, person, row.Id, row.Version, row.DisplayName));
            }
        }
    }

    private Task<List<AccountRow>> ReadAsync(Platform platform, string[] externalIds, CancellationToken cancellationToken) =>
        context.Identities.AsNoTracking()
            .Where(identity => identity.Platform == platform)
            .WhereIn(context, identity => identity.ExternalId, externalIds)
            .Select(identity => new AccountRow
            {
                Id = identity.Id,
                ExternalId = identity.ExternalId,
                DisplayName = identity.DisplayName,
                Version = identity.Version,
                MemberId = identity.MemberId,
                MemberName = identity.Member.DisplayName,
                MemberVersion = identity.Member.Version,
                FirstSeenAt = identity.Member.FirstSeenAt,
                LastActiveAt = identity.Member.LastActiveAt,
            })
            .ToListAsync(cancellationToken);

    public Account? Find(Platform platform, string externalId) => _accounts.GetValueOrDefault((platform, externalId));

    public Account? Find(IdentityReference identity) => Find(identity.Platform, identity.ExternalId);

    /// <summary>The account, with a new member where nobody has it, going by the name that was given.</summary>
    public Account FindOrAdd(IdentityReference identity)
    {
        if (Find(identity) is { } account)
        {
            account.GoBy(identity.DisplayName);
            return account;
        }

        var person = new Person { Number = _persons++, DisplayName = identity.DisplayName ?? identity.ExternalId };
        _new.Add(person);
        return Add(identity.Platform, identity.ExternalId, person, identity.DisplayName);
    }

    /// <summary>Gives a member another account.</summary>
    public Account Add(Platform platform, string externalId, Person person, string? displayName)
    {
        var account = new Account(platform, externalId, person, 0, 0, displayName);
        _accounts.Add((platform, externalId), account);
        return account;
    }

    /// <summary>Writes new members and identities, and what has changed about the others.</summary>
    public async Task SaveAsync(DateTime now, CancellationToken cancellationToken)
    {
        var members = _new.ConvertAll(person => new Member
        {
            DisplayName = person.DisplayName, FirstSeenAt = person.FirstSeenAt, LastActiveAt = person.LastActiveAt, CreatedAt = now, UpdatedAt = now, Version = 1,
        });
        await context.BulkInsertAsync(members, cancellationToken);
        for (var index = 0; index < members.Count; index++)
        {
            _new[index].Id = members[index].Id;
        }

        var identities = New
            .Select(account => new Identity
            {
                MemberId = account.Person.Id,
                Platform = account.Platform,
                ExternalId = account.ExternalId,
                DisplayName = account.DisplayName,
                CreatedAt = now,
                UpdatedAt = now,
                Version = 1,
            })
            .ToList();
        await context.BulkInsertAsync(identities, cancellationToken);
        await SaveChangedNamesAsync(now, cancellationToken);
        await context.BulkUpdateAsync(
            [.. _known.Values.Where(person => person.WasSeen).Select(person => new MemberSeen(person.Id, person.FirstSeenAt!.Value, person.LastActiveAt!.Value, person.WasSeenEarlier))],
            cancellationToken);
    }

    private async Task SaveChangedNamesAsync(DateTime now, CancellationToken cancellationToken)
    {
        var identities = _accounts.Values.Where(account => account is { HasChanged: true, Id: not 0 })
            .Select(account => new Identity
            {
                Id = account.Id,
                ExternalId = account.ExternalId,
                DisplayName = account.DisplayName,
                MemberId = account.Person.Id,
                Version = account.Version,
            })
            .ToList();
        await context.BulkUpdateAsync(identities, s_ofIdentity, now, cancellationToken);
        var members = _known.Values.Where(person => person.IsRenamed)
            .Select(person => new Member { Id = person.Id, DisplayName = person.DisplayName, Version = person.Version })
            .ToList();
        await context.BulkUpdateAsync(members, s_ofMember, now, cancellationToken);
    }
}
