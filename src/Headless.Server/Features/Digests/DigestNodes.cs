using Headless.Server.Access;
using Headless.Server.Features.Violations;
using Headless.Server.Reading;

namespace Headless.Server.Features.Digests;

/// <summary>What a digest says and leads to.</summary>
[ExtendObjectType<Digest>]
public sealed class DigestNode
{
    [GraphQLIgnore]
    public static Task<Digest?> GetDigestAsync(long id, ByIdDataLoader<Digest> digests, CancellationToken cancellationToken) => digests.LoadAsync(id, cancellationToken);

    [Cost(1)]
    [GraphQLDescription("The group.")]
    public static Task<Group?> GetGroupAsync([Parent(nameof(Digest.GroupId))] Digest digest, ByIdDataLoader<Group> groups, CancellationToken cancellationToken) =>
        groups.LoadAsync(digest.GroupId, cancellationToken);

    [Cost(1)]
    [GraphQLDescription("What made it; null: somebody did.")]
    public static Task<DigestSchedule?> GetScheduleAsync([Parent(nameof(Digest.ScheduleId))] Digest digest, ByIdDataLoader<DigestSchedule> schedules, CancellationToken cancellationToken) =>
        schedules.LoadAsync(digest.ScheduleId, cancellationToken);

    [Cost(1)]
    [GraphQLDescription("Who approved it; null: nobody yet, or its schedule did.")]
    public static Task<Operator?> GetApprovedByAsync([Parent(nameof(Digest.ApprovedById))] Digest digest, ByIdDataLoader<Operator> operators, CancellationToken cancellationToken) =>
        operators.LoadAsync(digest.ApprovedById, cancellationToken);

    [Authorize(Policies.Read)]
    [Cost(1)]
    [ListSize(AssumedSize = 10)]
    [GraphQLDescription("Its items in their order.")]
    public static async Task<IReadOnlyList<DigestItem>> GetItemsAsync([Parent(nameof(Digest.Id))] Digest digest, DigestItemsDataLoader items, CancellationToken cancellationToken) =>
        await items.LoadAsync(digest.Id, cancellationToken) ?? [];

    [Authorize(Policies.ReadPersonalData)]
    [Cost(1)]
    [GraphQLDescription("What it says, as one text, as it is delivered. Put together when it is read: a message whose text retention has emptied, or whose author was erased, is not in it; nor is content that is not PUBLISHED any more. Null: nothing is left. Needs READ_PERSONAL_DATA.")]
    public static Task<string?> GetTextAsync([Parent(nameof(Digest.Id))] Digest digest, DigestTextDataLoader texts, CancellationToken cancellationToken) =>
        texts.LoadAsync(digest.Id, cancellationToken);

    [Authorize(Policies.Read)]
    [Cost(1)]
    [GraphQLDescription("DELIVERED: the mailing, with how far it is; null before.")]
    public static Task<Mailing?> GetMailingAsync([Parent(nameof(Digest.Id))] Digest digest, DigestMailingDataLoader mailings, CancellationToken cancellationToken) =>
        mailings.LoadAsync(digest.Id, cancellationToken);
}

/// <summary>What an item is about.</summary>
[ExtendObjectType<DigestItem>]
public sealed class DigestItemNode
{
    [Cost(1)]
    [GraphQLDescription("The message in the log; its text is null once retention or an erasure has emptied it.")]
    public static async Task<Activity?> GetMessageAsync([Parent] DigestItem item, ActivityByIdDataLoader activities, CancellationToken cancellationToken) =>
        item.ActivityId is { } id ? await activities.LoadAsync(id, cancellationToken) : null;

    [Cost(1)]
    [GraphQLDescription("Who said it.")]
    public static Task<Member?> GetMemberAsync([Parent] DigestItem item, ByIdDataLoader<Member> members, CancellationToken cancellationToken) =>
        members.LoadAsync(item.MemberId, cancellationToken);

    [Cost(1)]
    [GraphQLDescription("The content item.")]
    public static Task<ContentItem?> GetContentItemAsync([Parent] DigestItem item, ByIdDataLoader<ContentItem> items, CancellationToken cancellationToken) =>
        items.LoadAsync(item.ContentItemId, cancellationToken);

    [GraphQLDescription("What it was proposed with; null: an editor added it.")]
    public static DigestItemScore? GetScore([Parent] DigestItem item) =>
        item.ScoreParts is { } parts ? DigestItemScore.Of(DigestScore.Read(parts), item.ScoreVersion) : null;
}

/// <summary>What is proposed for a digest.</summary>
[ExtendObjectType<ProposedDigestItem>]
public sealed class ProposedDigestItemNode
{
    [Cost(1)]
    [GraphQLDescription("The message in the log.")]
    public static async Task<Activity?> GetMessageAsync([Parent] ProposedDigestItem item, ActivityByIdDataLoader activities, CancellationToken cancellationToken) =>
        item.ActivityId is { } id ? await activities.LoadAsync(id, cancellationToken) : null;

    [Cost(1)]
    [GraphQLDescription("The content item.")]
    public static Task<ContentItem?> GetContentItemAsync([Parent] ProposedDigestItem item, ByIdDataLoader<ContentItem> items, CancellationToken cancellationToken) =>
        items.LoadAsync(item.ContentItemId, cancellationToken);
}

/// <summary>What a mailing says.</summary>
[ExtendObjectType<Mailing>]
public sealed class MailingDigest
{
    [Cost(1)]
    [GraphQLDescription("What is said; null: the content item says it. Of a digest: put together when it is read, so that what was erased or emptied since is not sent; needs READ_PERSONAL_DATA and is null without it.")]
    public static async Task<string?> GetTextAsync(
        [Parent($"{nameof(Mailing.Text)} {nameof(Mailing.DigestId)}")] Mailing mailing, Caller caller, DigestTextDataLoader texts, CancellationToken cancellationToken) =>
        mailing.DigestId is not { } digest ? mailing.Text : caller.May(Policies.ReadPersonalData) ? await texts.LoadAsync(digest, cancellationToken) : null;

    [Cost(1)]
    [GraphQLDescription("The digest that it delivers.")]
    public static Task<Digest?> GetDigestAsync([Parent(nameof(Mailing.DigestId))] Mailing mailing, ByIdDataLoader<Digest> digests, CancellationToken cancellationToken) =>
        digests.LoadAsync(mailing.DigestId, cancellationToken);
}

/// <summary>The digests of a group.</summary>
[ExtendObjectType<Group>]
public sealed class GroupDigests
{
    [Authorize(Policies.Read)]
    [Cost(1)]
    [UsePaging(IncludeTotalCount = true)]
    [UseFiltering<DigestFilterInput>]
    [UseSorting<DigestSortInput>]
    [GraphQLDescription("Its digests and morning issues.")]
    public static IQueryable<Digest> GetDigests([Parent(nameof(Group.Id))] Group group, CommunityDbContext db) => db.Digests.Where(d => d.GroupId == group.Id);
}

/// <summary>The items of digests: one statement for a level.</summary>
public sealed class DigestItemsDataLoader(CommunityDatabase database, Caller caller, IBatchScheduler batchScheduler, DataLoaderOptions options)
    : BatchDataLoader<long, IReadOnlyList<DigestItem>>(batchScheduler, options)
{
    protected override async Task<IReadOnlyDictionary<long, IReadOnlyList<DigestItem>>> LoadBatchAsync(IReadOnlyList<long> keys, CancellationToken cancellationToken)
    {
        await using var db = database.Create(caller.Scope);
        var items = await db.DigestItems.AsNoTracking().Where(i => keys.Contains(i.DigestId)).OrderBy(i => i.DigestId).ThenBy(i => i.Position).ToListAsync(cancellationToken);
        return items.GroupBy(i => i.DigestId).ToDictionary(of => of.Key, of => (IReadOnlyList<DigestItem>)[.. of]);
    }
}

/// <summary>What digests say now: two statements for a level.</summary>
public sealed class DigestTextDataLoader(CommunityDatabase database, Caller caller, IBatchScheduler batchScheduler, DataLoaderOptions options)
    : BatchDataLoader<long, string?>(batchScheduler, options)
{
    protected override async Task<IReadOnlyDictionary<long, string?>> LoadBatchAsync(IReadOnlyList<long> keys, CancellationToken cancellationToken)
    {
        await using var db = database.Create(caller.Scope);
        return await DigestMaking.TextsAsync(db, keys, cancellationToken);
    }
}

/// <summary>The mailings that deliver digests: one statement for a level.</summary>
public sealed class DigestMailingDataLoader(CommunityDatabase database, Caller caller, IBatchScheduler batchScheduler, DataLoaderOptions options)
    : BatchDataLoader<long, Mailing>(batchScheduler, options)
{
    protected override async Task<IReadOnlyDictionary<long, Mailing>> LoadBatchAsync(IReadOnlyList<long> keys, CancellationToken cancellationToken)
    {
        await using var db = database.Create(caller.Scope);
        return await db.Mailings.AsNoTracking().Where(m => m.DigestId != null && keys.Contains(m.DigestId.Value)).ToDictionaryAsync(m => m.DigestId!.Value, cancellationToken);
    }
}
