using Headless.Server.Access;
using Headless.Server.Reading;

namespace Headless.Server.Features.CallLists;

/// <summary>What a call list leads to.</summary>
[ExtendObjectType<CallList>]
public sealed class CallListNode
{
    [GraphQLIgnore]
    public static Task<CallList?> GetCallListAsync(long id, ByIdDataLoader<CallList> lists, CancellationToken cancellationToken) =>
        lists.LoadAsync(id, cancellationToken);

    [Cost(1)]
    [GraphQLDescription("The campaign that it is for; null: none, or the caller may not see it.")]
    public static Task<Campaign?> GetCampaignAsync(
        [Parent(nameof(CallList.CampaignId))] CallList list, ByIdDataLoader<Campaign> campaigns, CancellationToken cancellationToken) =>
        campaigns.LoadAsync(list.CampaignId, cancellationToken);

    [Cost(1)]
    [GraphQLDescription("Who made it and is in charge of it, besides every LEAD.")]
    public static Task<Operator?> GetCreatedByAsync(
        [Parent(nameof(CallList.CreatedById))] CallList list, ByIdDataLoader<Operator> operators, CancellationToken cancellationToken) =>
        operators.LoadAsync(list.CreatedById, cancellationToken);

    [Authorize(Policies.Read)]
    [Cost(1)]
    [UsePaging(IncludeTotalCount = true)]
    [UseFiltering<CallEntryFilterInput>]
    [UseSorting<CallEntrySortInput>]
    [GraphQLDescription("Its members with what came of the calls, once for each round: filter by round. A caller who is not in charge sees their own.")]
    public static IQueryable<CallEntry> GetEntries([Parent(nameof(CallList.Id))] CallList list, CommunityDbContext db) =>
        db.CallEntries.Where(e => e.CallListId == list.Id);

    [Authorize(Policies.Read)]
    [Cost(1)]
    [UsePaging]
    [GraphQLDescription("Who calls which region.")]
    public static IQueryable<CallRule> GetPartition([Parent(nameof(CallList.Id))] CallList list, CommunityDbContext db) =>
        db.CallRules.Where(r => r.CallListId == list.Id);
}

/// <summary>What a line of the partition leads to.</summary>
[ExtendObjectType<CallRule>]
public sealed class CallRuleNode
{
    [Cost(1)]
    [GraphQLDescription("Who calls the region; null: nobody, the region is left out.")]
    public static Task<Operator?> GetOperatorAsync(
        [Parent(nameof(CallRule.OperatorId))] CallRule rule, ByIdDataLoader<Operator> operators, CancellationToken cancellationToken) =>
        operators.LoadAsync(rule.OperatorId, cancellationToken);
}

/// <summary>What an entry leads to.</summary>
[ExtendObjectType<CallEntry>]
public sealed class CallEntryNode
{
    [GraphQLIgnore]
    public static Task<CallEntry?> GetCallEntryAsync(long id, ByIdDataLoader<CallEntry> entries, CancellationToken cancellationToken) =>
        entries.LoadAsync(id, cancellationToken);

    [Cost(1)]
    [GraphQLDescription("The list.")]
    public static Task<CallList?> GetCallListAsync(
        [Parent(nameof(CallEntry.CallListId))] CallEntry entry, ByIdDataLoader<CallList> lists, CancellationToken cancellationToken) =>
        lists.LoadAsync(entry.CallListId, cancellationToken);

    [Cost(1)]
    [GraphQLDescription("The member; null where they are in none of the caller's groups: contact has what a call needs.")]
    public static Task<Member?> GetMemberAsync(
        [Parent(nameof(CallEntry.MemberId))] CallEntry entry, ByIdDataLoader<Member> members, CancellationToken cancellationToken) =>
        members.LoadAsync(entry.MemberId, cancellationToken);

    [Cost(1)]
    [GraphQLDescription("Who is to call; null for who is left out.")]
    public static Task<Operator?> GetOperatorAsync(
        [Parent(nameof(CallEntry.OperatorId))] CallEntry entry, ByIdDataLoader<Operator> operators, CancellationToken cancellationToken) =>
        operators.LoadAsync(entry.OperatorId, cancellationToken);

    [Authorize(Policies.ReadPersonalData)]
    [Cost(1)]
    [GraphQLDescription("Whom to ask for and the number to dial, also where the member is in none of the caller's groups. Personal data: needs READ_PERSONAL_DATA.")]
    public static async Task<CallContact?> GetContactAsync(
        [Parent($"{nameof(CallEntry.MemberId)} {nameof(CallEntry.Status)} {nameof(CallEntry.SkipReason)}")] CallEntry entry,
        CallContactByMemberIdDataLoader contacts,
        CancellationToken cancellationToken) =>
        (await contacts.LoadAsync(entry.MemberId, cancellationToken))?.For(entry);

    [Authorize(Policies.Read)]
    [Cost(1)]
    [UsePaging(IncludeTotalCount = true)]
    [UseFiltering<CallAttemptFilterInput>]
    [UseSorting<CallAttemptSortInput>]
    [GraphQLDescription("The calls of this round.")]
    public static IQueryable<CallAttempt> GetAttempts([Parent(nameof(CallEntry.Id))] CallEntry entry, CommunityDbContext db) =>
        db.CallAttempts.Where(a => a.CallEntryId == entry.Id);
}

/// <summary>What a call leads to.</summary>
[ExtendObjectType<CallAttempt>]
public sealed class CallAttemptNode
{
    [GraphQLIgnore]
    public static Task<CallAttempt?> GetCallAttemptAsync(long id, ByIdDataLoader<CallAttempt> attempts, CancellationToken cancellationToken) =>
        attempts.LoadAsync(id, cancellationToken);

    [Cost(1)]
    [GraphQLDescription("The entry that it was made for.")]
    public static Task<CallEntry?> GetCallEntryAsync(
        [Parent(nameof(CallAttempt.CallEntryId))] CallAttempt attempt, ByIdDataLoader<CallEntry> entries, CancellationToken cancellationToken) =>
        entries.LoadAsync(attempt.CallEntryId, cancellationToken);

    [Cost(1)]
    [GraphQLDescription("Who called.")]
    public static Task<Operator?> GetOperatorAsync(
        [Parent(nameof(CallAttempt.OperatorId))] CallAttempt attempt, ByIdDataLoader<Operator> operators, CancellationToken cancellationToken) =>
        operators.LoadAsync(attempt.OperatorId, cancellationToken);
}

/// <summary>The calls to a member.</summary>
[ExtendObjectType<Member>]
public sealed class MemberCalls
{
    [Authorize(Policies.Read)]
    [Cost(1)]
    [UsePaging(IncludeTotalCount = true)]
    [UseFiltering<CallEntryFilterInput>]
    [UseSorting<CallEntrySortInput>]
    [GraphQLDescription("The call lists that they are or were on, as far as the caller may see those.")]
    public static IQueryable<CallEntry> GetCallEntries([Parent(nameof(Member.Id))] Member member, CommunityDbContext db) =>
        db.CallEntries.Where(e => e.MemberId == member.Id);
}
