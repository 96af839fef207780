using FluentValidation;
using Headless.Server.Writing;

namespace Headless.Server.Features.EntryPoints;

[GraphQLDescription("A group or an account of staff that an entry point leads to: one of the two.")]
public sealed record EntryPointTargetInput(
    [property: ID<Group>] [property: GraphQLDescription("The group.")] long? GroupId,
    [property: ID<Identity>] [property: GraphQLDescription("The account of staff, which people add as a friend and which invites them.")] long? IdentityId,
    [property: GraphQLDescription("How many it takes: accounts in the group, or friends made through it. Unless given, what the platform's policy says of a group.")] int? Limit);

/// <summary>Rules that the inputs about entry points share, and the steps of their mutations.</summary>
internal static class EntryPointRules
{
    /// <summary>One group at least, nothing twice, each either a group or an account.</summary>
    public static void Targets<T>(this IRuleBuilder<T, IReadOnlyList<EntryPointTargetInput>?> rule) => rule
        .Must(targets => targets is null || targets.Count <= EntryPoint.MaxTargets)
        .WithErrorCode("TOO_MANY_ROWS").WithMessage($"An entry point has at most {EntryPoint.MaxTargets} targets.")
        .Must(targets => targets is null || targets.All(t => (t.GroupId is null) != (t.IdentityId is null)))
        .WithErrorCode("INVALID_TARGET").WithMessage("A target is either a group or an account: give groupId or identityId.")
        .Must(targets => targets is null || targets.Any(t => t.GroupId is not null))
        .WithErrorCode("GROUP_REQUIRED").WithMessage("An entry point leads into a group in the end: name one at least.")
        .Must(targets => targets is null || targets.Select(t => (t.GroupId, t.IdentityId)).Distinct().Count() == targets.Count)
        .WithErrorCode("DUPLICATE_ID").WithMessage("Name each target once.")
        .Must(targets => targets is null || targets.All(t => t.Limit is null or > 0))
        .WithErrorCode("GREATER_THAN").WithMessage("A limit is at least 1.");

    /// <summary>Puts the targets in the place of those that are there; one that stays keeps its counts.</summary>
    public static async Task SetTargetsAsync(this WriteSession session, EntryPoint entryPoint, IReadOnlyList<EntryPointTargetInput> inputs)
    {
        var kept = new HashSet<EntryPointTarget>();
        for (var position = 0; position < inputs.Count; position++)
        {
            var input = inputs[position];
            var group = await session.FindAsync<Group>(input.GroupId, $"targets[{position}].groupId");
            await session.RequireAccountOfStaffAsync(input.IdentityId, $"targets[{position}].identityId");
            var target = entryPoint.Targets.Find(t => t.GroupId == input.GroupId && t.IdentityId == input.IdentityId);
            if (target is null)
            {
                entryPoint.Targets.Add(target = new EntryPointTarget { EntryPoint = entryPoint, GroupId = group?.Id, IdentityId = input.IdentityId });
            }

            (target.Position, target.Limit) = (position, input.Limit);
            kept.Add(target);
        }

        entryPoint.Targets.RemoveAll(t => !kept.Contains(t));
        if (session.Db.Entry(entryPoint).State == EntityState.Unchanged)
        {
            // Another order of targets is an edit of the entry point: its version says so. Its counts are left alone.
            session.Db.Entry(entryPoint).Property(e => e.Name).IsModified = true;
        }
    }

    /// <summary>People are sent to an account that staff is known to run, not to a customer's.</summary>
    /// <exception cref="NotFoundException">There is no such account, or the caller may not see it.</exception>
    /// <exception cref="DomainException"><see cref="DomainErrorCodes.NotAnAccountOfStaff"/>.</exception>
    public static async Task RequireAccountOfStaffAsync(this WriteSession session, long? identityId, string path)
    {
        if (await session.FindAsync<Identity>(identityId, path) is { } identity
            && !await session.Db.Memberships.AnyAsync(
                m => m.MemberId == identity.MemberId && m.LeftAt == null
                    && (m.AccountKind == AccountKind.Service || m.AccountKind == AccountKind.Staff || m.AccountKind == AccountKind.Bot),
                session.CancellationToken))
        {
            throw new DomainException(
                DomainErrorCodes.NotAnAccountOfStaff,
                "The account is not known as one of staff: declare it with setAccountKind as SERVICE, STAFF or BOT in a group that it is in.");
        }
    }

    /// <summary>Each group that it leads to sees that it changed.</summary>
    public static void RecordChange(this WriteSession session, EntryPoint entryPoint)
    {
        foreach (var groupId in entryPoint.Targets.Select(t => t.GroupId).OfType<long>())
        {
            session.Record(
                ActivityKind.EntryPointChanged,
                () => new ActivitySubject { GroupId = groupId, CampaignId = entryPoint.CampaignId, Text = $"{entryPoint.Name} ({entryPoint.Code})" });
        }
    }
}
