using FluentValidation;
using Headless.Server.Access;
using Headless.Server.Writing;

namespace Headless.Server.Features.RuleSets;

[GraphQLDescription("Groups in which the rules of a set are to hold.")]
public sealed record AttachRuleSetInput(
    [property: ID<RuleSet>] [property: GraphQLDescription("The rule set.")] long RuleSetId,
    [property: ID<Group>] [property: GraphQLDescription("The groups, 1 to 200.")] IReadOnlyList<long> GroupIds);

[GraphQLDescription("Groups in which the rules of a set are to hold no longer.")]
public sealed record DetachRuleSetInput(
    [property: ID<RuleSet>] [property: GraphQLDescription("The rule set.")] long RuleSetId,
    [property: ID<Group>] [property: GraphQLDescription("The groups, 1 to 200.")] IReadOnlyList<long> GroupIds);

/// <summary>The rules of <see cref="AttachRuleSetInput"/>.</summary>
public sealed class AttachRuleSetValidator : AbstractValidator<AttachRuleSetInput>
{
    internal const int MaxGroups = 200;

    public AttachRuleSetValidator() => RuleFor(i => i.GroupIds).Must(ids => ids.Count is > 0 and <= MaxGroups)
        .WithErrorCode("INVALID_COUNT").WithMessage($"'{{PropertyName}}' takes 1 to {MaxGroups} groups.");
}

/// <summary>The rules of <see cref="DetachRuleSetInput"/>.</summary>
public sealed class DetachRuleSetValidator : AbstractValidator<DetachRuleSetInput>
{
    public DetachRuleSetValidator() => RuleFor(i => i.GroupIds).Must(ids => ids.Count is > 0 and <= AttachRuleSetValidator.MaxGroups)
        .WithErrorCode("INVALID_COUNT").WithMessage($"'{{PropertyName}}' takes 1 to {AttachRuleSetValidator.MaxGroups} groups.");
}

/// <summary>Says where rules hold.</summary>
[ExtendObjectType(OperationTypeNames.Mutation)]
public sealed class AttachRuleSetMutations
{
    [Authorize(Policies.Write)]
    [Error<InvalidInputException>]
    [Error<NotFoundException>]
    [GraphQLDescription(
        "Has the rules of a set hold in groups from now on, in whichever version is in force. A group may have several sets. Where they hold already nothing changes.")]
    public static Task<RuleSet> AttachRuleSetAsync(AttachRuleSetInput input, CommunityWriter writer, CancellationToken cancellationToken) =>
        writer.WriteAsync(
            input,
            async session =>
            {
                var ruleSet = await session.FindAsync<RuleSet>(input.RuleSetId, "ruleSetId");
                var (groupIds, attached) = await FindAsync(session, input.RuleSetId, input.GroupIds);
                foreach (var groupId in groupIds.Where(id => attached.TrueForAll(a => a.GroupId != id)))
                {
                    session.Db.RuleSetAttachments.Add(new RuleSetAttachment { RuleSetId = ruleSet.Id, GroupId = groupId, Since = session.Now });
                    session.Record(ActivityKind.RuleSetAttached, () => new ActivitySubject { GroupId = groupId, Text = ruleSet.Name });
                }

                return ruleSet;
            },
            cancellationToken);

    [Authorize(Policies.Write)]
    [Error<InvalidInputException>]
    [Error<NotFoundException>]
    [Error<DomainException>]
    [GraphQLDescription("Ends that the rules of a set hold in groups. Violations so far stay.")]
    public static Task<RuleSet> DetachRuleSetAsync(DetachRuleSetInput input, CommunityWriter writer, CancellationToken cancellationToken) =>
        writer.WriteAsync(
            input,
            async session =>
            {
                var ruleSet = await session.FindAsync<RuleSet>(input.RuleSetId, "ruleSetId");
                var (groupIds, attached) = await FindAsync(session, input.RuleSetId, input.GroupIds);
                foreach (var groupId in groupIds)
                {
                    var attachment = attached.Find(a => a.GroupId == groupId)
                        ?? throw new DomainException(DomainErrorCodes.RuleSetNotAttached, "The rules do not hold in one of the groups: leave it out.");
                    attachment.End(session.Now);
                    session.Record(ActivityKind.RuleSetDetached, () => new ActivitySubject { GroupId = groupId, Text = ruleSet.Name });
                }

                return ruleSet;
            },
            cancellationToken);

    private static async Task<(long[] GroupIds, List<RuleSetAttachment> Attached)> FindAsync(WriteSession session, long ruleSetId, IReadOnlyList<long> ids)
    {
        var groupIds = ids.Distinct().ToArray();
        var found = await session.Db.Groups.Where(g => EF.Parameter(groupIds).Contains(g.Id)).Select(g => g.Id).ToListAsync(session.CancellationToken);
        if (Array.FindIndex([.. ids], id => !found.Contains(id)) is >= 0 and var missing)
        {
            throw new NotFoundException(nameof(Group), $"groupIds[{missing}]");
        }

        return (groupIds, await session.Db.RuleSetAttachments
            .Where(a => a.RuleSetId == ruleSetId && a.Until == null && EF.Parameter(groupIds).Contains(a.GroupId))
            .ToListAsync(session.CancellationToken));
    }
}
