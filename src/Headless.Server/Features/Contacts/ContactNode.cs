using Headless.Server.Access;
using Headless.Server.Reading;

namespace Headless.Server.Features.Contacts;

/// <summary>Whether a member can be contacted, and when they were.</summary>
[ExtendObjectType<Member>]
public sealed class ContactOfMember
{
    [Cost(1)]
    [ListSize(AssumedSize = 6)]
    [GraphQLDescription("What they have said about being contacted, by channel and purpose.")]
    public static async Task<IReadOnlyList<ContactPreference>> GetContactPreferencesAsync(
        [Parent(nameof(Member.Id))] Member member, ContactPreferencesByMemberIdDataLoader preferences, CancellationToken cancellationToken) =>
        await preferences.LoadAsync(member.Id, cancellationToken) ?? [];

    [Cost(1)]
    [ListSize(AssumedSize = 4)]
    [GraphQLDescription("Every channel on which they might be contacted, the preferred one first, and why not where they cannot be reached.")]
    public static async Task<IReadOnlyList<ChannelReachability>> GetReachabilityAsync(
        [Parent($"{nameof(Member.Id)} {nameof(Member.Phone)} {nameof(Member.Email)} {nameof(Member.PreferredContactChannel)}")] Member member,
        [GraphQLDescription("What for; MARKETING unless given.")] ContactPurpose? purpose,
        ContactPreferencesByMemberIdDataLoader preferences,
        ContactFactsByMemberIdDataLoader facts,
        ContactOptions contact,
        CancellationToken cancellationToken)
    {
        var said = preferences.LoadAsync(member.Id, cancellationToken);
        var known = await facts.LoadAsync(member.Id, cancellationToken) ?? new ContactFacts(false, false, 0);
        return ChannelReachability.Of(
            member, purpose ?? ContactPurpose.Marketing, known.HasAccount, known.IsBanned, await said ?? [], known.MarketingTouches >= contact.MaxMarketingTouches);
    }

    [Authorize(Policies.Read)]
    [Cost(1)]
    [UsePaging(IncludeTotalCount = true)]
    [UseFiltering<MemberTouchFilterInput>]
    [UseSorting<MemberTouchSortInput>]
    [GraphQLDescription("When and where somebody turned to them.")]
    public static IQueryable<MemberTouch> GetTouches([Parent(nameof(Member.Id))] Member member, CommunityDbContext db) =>
        db.MemberTouches.Where(t => t.MemberId == member.Id);
}

/// <summary>What a contact preference leads to.</summary>
[ExtendObjectType<ContactPreference>]
public sealed class ContactPreferenceNode
{
    [Cost(1)]
    [GraphQLDescription("Who wrote it down; null where it was no person.")]
    public static Task<Operator?> GetRecordedByAsync(
        [Parent(nameof(ContactPreference.RecordedById))] ContactPreference preference, ByIdDataLoader<Operator> operators, CancellationToken cancellationToken) =>
        operators.LoadAsync(preference.RecordedById, cancellationToken);
}

/// <summary>What a touch leads to.</summary>
[ExtendObjectType<MemberTouch>]
public sealed class MemberTouchNode
{
    [Cost(1)]
    [GraphQLDescription("The operator; null where a machine did it.")]
    public static Task<Operator?> GetTouchedByAsync(
        [Parent(nameof(MemberTouch.TouchedById))] MemberTouch touch, ByIdDataLoader<Operator> operators, CancellationToken cancellationToken) =>
        operators.LoadAsync(touch.TouchedById, cancellationToken);

    [Cost(1)]
    [GraphQLDescription("The campaign that it was for; null: none.")]
    public static Task<Campaign?> GetCampaignAsync(
        [Parent(nameof(MemberTouch.CampaignId))] MemberTouch touch, ByIdDataLoader<Campaign> campaigns, CancellationToken cancellationToken) =>
        campaigns.LoadAsync(touch.CampaignId, cancellationToken);
}
