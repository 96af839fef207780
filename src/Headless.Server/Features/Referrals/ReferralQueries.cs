using Headless.Server.Access;
using Headless.Server.Reading;

namespace Headless.Server.Features.Referrals;

/// <summary>Referral programmes, invitations, whom they brought, and the tree of it.</summary>
[ExtendObjectType(OperationTypeNames.Query)]
public sealed class ReferralQueries
{
    private const int DefaultDepth = 3;

    [Authorize(Policies.Read)]
    [UsePaging(IncludeTotalCount = true)]
    [UseProjection]
    [UseFiltering<ReferralProgramFilterInput>]
    [UseSorting<ReferralProgramSortInput>]
    [GraphQLDescription("The referral programmes of groups that the caller may see. Ask for their results to compare what a qualified join costs.")]
    public static IQueryable<ReferralProgram> GetReferralPrograms(CommunityDbContext db) => db.ReferralPrograms;

    [Authorize(Policies.Read)]
    [GraphQLDescription("One referral programme; null where there is none or the caller sees none of its groups.")]
    public static Task<ReferralProgram?> GetReferralProgramByIdAsync(
        [ID<ReferralProgram>] [GraphQLDescription("The programme's global id.")] long id, ByIdDataLoader<ReferralProgram> programs, CancellationToken cancellationToken) =>
        programs.LoadAsync(id, cancellationToken);

    [Authorize(Policies.Read)]
    [UsePaging(IncludeTotalCount = true)]
    [UseProjection]
    [UseFiltering<ReferralInvitationFilterInput>]
    [UseSorting<ReferralInvitationSortInput>]
    [GraphQLDescription("The invitations of members whom the caller may see.")]
    public static IQueryable<ReferralInvitation> GetReferralInvitations(CommunityDbContext db) => db.ReferralInvitations;

    [Authorize(Policies.Read)]
    [GraphQLDescription("One invitation; null where there is none or the caller may not see the member.")]
    public static Task<ReferralInvitation?> GetReferralInvitationByIdAsync(
        [ID<ReferralInvitation>] [GraphQLDescription("The invitation's global id.")] long id, ByIdDataLoader<ReferralInvitation> invitations, CancellationToken cancellationToken) =>
        invitations.LoadAsync(id, cancellationToken);

    [Authorize(Policies.Read)]
    [GraphQLDescription("The invitation with a code; null where there is none or the caller may not see the member.")]
    public static Task<ReferralInvitation?> GetReferralInvitationByCodeAsync(
        [GraphQLDescription("The code; spaces, hyphens and small letters do not matter.")] string code, CommunityDbContext db, CancellationToken cancellationToken)
    {
        var stored = ReferralInvitation.Normalize(code);
        return db.ReferralInvitations.AsNoTracking().FirstOrDefaultAsync(i => i.Code == stored, cancellationToken);
    }

    [Authorize(Policies.Read)]
    [UsePaging(IncludeTotalCount = true)]
    [UseProjection]
    [UseFiltering<ReferralFilterInput>]
    [UseSorting<ReferralSortInput>]
    [GraphQLDescription("Whom members brought. What somebody has to look at: where status is HELD.")]
    public static IQueryable<Referral> GetReferrals(CommunityDbContext db) => db.Referrals;

    [Authorize(Policies.Read)]
    [GraphQLDescription("One referral; null where there is none or the caller may not see it.")]
    public static Task<Referral?> GetReferralByIdAsync(
        [ID<Referral>] [GraphQLDescription("The referral's global id.")] long id, ByIdDataLoader<Referral> referrals, CancellationToken cancellationToken) =>
        referrals.LoadAsync(id, cancellationToken);

    [Authorize(Policies.Read)]
    [UsePaging(IncludeTotalCount = true)]
    [UseProjection]
    [UseFiltering<ReferralFilterInput>]
    [UseSorting<ReferralSortInput>]
    [GraphQLDescription("Everybody below an invitation: its member's friends, whom these brought, and so on, down to a depth. One level more or less costs the same. Each row's invitation is its parent.")]
    public static async Task<IQueryable<Referral>> GetReferralTreeAsync(
        CommunityDbContext db,
        [ID<ReferralInvitation>] [GraphQLDescription("The invitation at the top. One that does not exist, or whose member the caller may not see, has nobody below.")] long invitationId,
        [GraphQLDescription("How many levels, 1 to 20; 3 unless given.")] int? maxDepth,
        CancellationToken cancellationToken)
    {
        var levels = Math.Clamp(maxDepth ?? DefaultDepth, 1, ReferralInvitation.MaxDepth);
        if (await db.ReferralInvitations.AsNoTracking().FirstOrDefaultAsync(i => i.Id == invitationId, cancellationToken) is not { } top)
        {
            return db.Referrals.Where(r => r.InvitationId == invitationId && r.Depth < 0);
        }

        // A range of the index over the paths: '0' comes after '/'.
        var (from, until, deepest) = (top.Path, top.Path[..^1] + "0", top.Depth + levels);
        return db.Referrals.Where(r => string.Compare(r.Path, from) >= 0 && string.Compare(r.Path, until) < 0 && r.Depth <= deepest);
    }

    [Authorize(Policies.Read)]
    [Cost(5)]
    [GraphQLDescription("Whether a member may be asked to invite now; nothing is noted. Null where the caller may not see the programme or the member.")]
    public static async Task<ReferralPromptCheck?> GetReferralPromptCheckAsync(
        [ID<ReferralProgram>] [GraphQLDescription("The programme.")] long programId,
        [ID<Member>] [GraphQLDescription("The member.")] long memberId,
        CommunityDbContext db,
        TimeProvider clock,
        CancellationToken cancellationToken) =>
        await db.ReferralPrograms.AsNoTracking().FirstOrDefaultAsync(p => p.Id == programId, cancellationToken) is { } program && await db.Members.AnyAsync(m => m.Id == memberId, cancellationToken)
            ? await ReferralPromptCheck.OfAsync(db, program, memberId, clock.GetUtcNow().UtcDateTime, cancellationToken)
            : null;
}
