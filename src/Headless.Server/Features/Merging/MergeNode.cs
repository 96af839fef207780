using Headless.Community.Merging;
using Headless.Server.Access;
using Headless.Server.Reading;

namespace Headless.Server.Features.Merging;

[GraphQLDescription("What a merge of two records would have to decide.")]
public sealed record MemberMergePreview(
    [property: GraphQLIgnore] long WinnerId,
    [property: GraphQLIgnore] long LoserId,
    [property: GraphQLDescription("What they disagree about, with a proposal for each. Empty: mergeMembers needs no resolutions.")] IReadOnlyList<MergeConflict> Conflicts)
{
    [GraphQLDescription("The record that would stay.")]
    public Task<Member?> GetWinnerAsync(ByIdDataLoader<Member> members, CancellationToken cancellationToken) => members.LoadAsync(WinnerId, cancellationToken);

    [GraphQLDescription("The record that would be merged into the other.")]
    public Task<Member?> GetLoserAsync(ByIdDataLoader<Member> members, CancellationToken cancellationToken) => members.LoadAsync(LoserId, cancellationToken);
}

/// <summary>What a merge would be, and those that were.</summary>
[ExtendObjectType(OperationTypeNames.Query)]
public sealed class MergeQueries
{
    [Authorize(Policies.ReadPersonalData)]
    [GraphQLDescription("What two records disagree about, with a proposal for each; null where one of them is not there or the caller may not see it.")]
    public static async Task<MemberMergePreview?> GetPreviewMemberMergeAsync(
        [ID<Member>] [GraphQLDescription("The record that is to stay.")] long winnerId,
        [ID<Member>] [GraphQLDescription("The record that is to be merged into it.")] long loserId,
        CommunityDbContext db,
        CancellationToken cancellationToken)
    {
        var members = await db.Members.AsTracking().Where(m => m.Id == winnerId || m.Id == loserId).ToDictionaryAsync(m => m.Id, cancellationToken);
        if (!members.TryGetValue(winnerId, out var winner) || !members.TryGetValue(loserId, out var loser))
        {
            return null;
        }

        try
        {
            return new MemberMergePreview(winnerId, loserId, await MemberMerger.PreviewAsync(db, winner, loser, cancellationToken));
        }
        catch (DomainException refusal)
        {
            throw new GraphQLException(ErrorBuilder.New().SetMessage(refusal.Message).SetCode(refusal.Code).Build());
        }
    }

    [Authorize(Policies.Read)]
    [UsePaging(IncludeTotalCount = true)]
    [UseProjection]
    [UseSorting<MemberMergeSortInput>]
    [GraphQLDescription("Merges of members that the caller may see, those that were undone included.")]
    public static IQueryable<MemberMerge> GetMemberMerges(CommunityDbContext db) => db.MemberMerges;
}

/// <summary><c>input MemberMergeSortInput</c>.</summary>
public sealed class MemberMergeSortInput : SortInputType<MemberMerge>
{
    protected override void Configure(ISortInputTypeDescriptor<MemberMerge> descriptor)
    {
        descriptor.Description("The order of merges; the oldest first among equals.");
        descriptor.BindFieldsExplicitly();
        descriptor.Field(m => m.MergedAt).Description("By time.");
    }
}

/// <summary>What a merge leads to.</summary>
[ExtendObjectType<MemberMerge>]
public sealed class MemberMergeNode
{
    [GraphQLIgnore]
    public static Task<MemberMerge?> GetMemberMergeAsync(long id, ByIdDataLoader<MemberMerge> merges, CancellationToken cancellationToken) =>
        merges.LoadAsync(id, cancellationToken);

    [Cost(1)]
    [GraphQLDescription("The record that stayed.")]
    public static Task<Member?> GetWinnerAsync(
        [Parent(nameof(MemberMerge.WinnerId))] MemberMerge merge, ByIdDataLoader<Member> members, CancellationToken cancellationToken) =>
        members.LoadAsync(merge.WinnerId, cancellationToken);

    [Cost(1)]
    [GraphQLDescription("The record that was merged into it.")]
    public static Task<Member?> GetLoserAsync(
        [Parent(nameof(MemberMerge.LoserId))] MemberMerge merge, ByIdDataLoader<Member> members, CancellationToken cancellationToken) =>
        members.LoadAsync(merge.LoserId, cancellationToken);

    [Cost(1)]
    [GraphQLDescription("Who merged them.")]
    public static Task<Operator?> GetMergedByAsync(
        [Parent(nameof(MemberMerge.MergedById))] MemberMerge merge, ByIdDataLoader<Operator> operators, CancellationToken cancellationToken) =>
        operators.LoadAsync(merge.MergedById, cancellationToken);
}

/// <summary>What became of a member's record.</summary>
[ExtendObjectType<Member>]
public sealed class MergesOfMember
{
    [Cost(1)]
    [GraphQLDescription("The record that this one was merged into, where everything of theirs is; null: it stands by itself.")]
    public static Task<Member?> GetMergedIntoAsync(
        [Parent(nameof(Member.MergedIntoId))] Member member, ByIdDataLoader<Member> members, CancellationToken cancellationToken) =>
        members.LoadAsync(member.MergedIntoId, cancellationToken);

    [Authorize(Policies.Read)]
    [Cost(1)]
    [UsePaging(IncludeTotalCount = true)]
    [UseSorting<MemberMergeSortInput>]
    [GraphQLDescription("The merges of other records into this one, those that were undone included.")]
    public static IQueryable<MemberMerge> GetMerges([Parent(nameof(Member.Id))] Member member, CommunityDbContext db) =>
        db.MemberMerges.Where(m => m.WinnerId == member.Id);
}
