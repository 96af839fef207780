using FluentValidation;
using Headless.Community.Segments;
using Headless.Server.Access;
using Headless.Server.Writing;

namespace Headless.Server.Features.Segments;

[GraphQLDescription("A rule to make: a tag that the members of a segment have by themselves.")]
public sealed record CreateTagRuleInput(
    [property: ID<Tag>] [property: GraphQLDescription("The tag; it has one rule at most.")] long TagId,
    [property: ID<Segment>] [property: GraphQLDescription("The segment whose members have it. It may not depend on the tag itself.")] long SegmentId,
    [property: GraphQLDescription("Whether a member who leaves the segment loses the tag; true unless given. What somebody gave by hand stays.")] bool? RemoveWhenEnds,
    [property: GraphQLDescription("Whether those who are in the segment already are given it, at once; true unless given. false: only who enters from now on.")] bool? Retroactive);

/// <summary>The rules of <see cref="CreateTagRuleInput"/>: none beyond its types.</summary>
public sealed class CreateTagRuleValidator : AbstractValidator<CreateTagRuleInput>;

[GraphQLDescription("A change of a rule. A field that is not given stays as it is.")]
public sealed record UpdateTagRuleInput(
    [property: ID<TagRule>] [property: GraphQLDescription("The rule.")] long Id,
    [property: GraphQLDescription("The version that you read; given, the change is refused when somebody else was faster.")] long? Version,
    [property: GraphQLDescription("Whether a member who leaves the segment loses the tag.")] bool? RemoveWhenEnds,
    [property: GraphQLDescription("Whether it is carried out. Switched on, it is applied to the members as they are then.")] bool? IsActive);

/// <summary>The rules of <see cref="UpdateTagRuleInput"/>: none beyond its types.</summary>
public sealed class UpdateTagRuleValidator : AbstractValidator<UpdateTagRuleInput>;

[GraphQLDescription("A rule to delete.")]
public sealed record DeleteTagRuleInput(
    [property: ID<TagRule>] [property: GraphQLDescription("The rule.")] long Id,
    [property: GraphQLDescription("Whether to take the tag from those to whom the rule gave it; false unless given.")] bool? RemoveTags);

/// <summary>The rules of <see cref="DeleteTagRuleInput"/>: none beyond its types.</summary>
public sealed class DeleteTagRuleValidator : AbstractValidator<DeleteTagRuleInput>;

/// <summary>Makes, changes and deletes rules.</summary>
[ExtendObjectType(OperationTypeNames.Mutation)]
public sealed class TagRuleMutations
{
    [Authorize(Policies.Write)]
    [Error<InvalidInputException>]
    [Error<NotFoundException>]
    [Error<AlreadyExistsException>]
    [Error<DomainException>]
    [GraphQLDescription("Has the members of a segment given a tag by themselves, from now on and, unless you say otherwise, also those who are in it. For callers who see the whole organisation.")]
    public static Task<TagRule> CreateTagRuleAsync(CreateTagRuleInput input, CommunityWriter writer, SegmentClock clock, CancellationToken cancellationToken) =>
        writer.WriteAsync(
            input,
            async session =>
            {
                session.RequireFullSight();
                var tag = await session.FindAsync<Tag>(input.TagId, "tagId");
                var segment = await session.FindAsync<Segment>(input.SegmentId, "segmentId");
                await session.RequireNoneAsync<TagRule>(r => r.TagId == tag.Id, $"The tag '{tag.Name}' has a rule already: change that one.", "tagId");
                if (segment.IsStale)
                {
                    // Whoever is in it at this moment does not enter it afterwards.
                    await new SegmentRefresh(session.Db, clock.At(session.Now)).RefreshAllAsync(segment, session.CancellationToken);
                }

                var rule = new TagRule { TagId = tag.Id, SegmentId = segment.Id, RemoveWhenEnds = input.RemoveWhenEnds ?? true };
                session.Db.TagRules.Add(rule);
                await session.Db.SaveChangesAsync(session.CancellationToken);
                if ((await session.ReadDependenciesAsync()).IsInCycle(new DependencyGraph.Node(typeof(Tag), tag.Id)))
                {
                    throw new DomainException(
                        DomainErrorCodes.SegmentCycle,
                        $"'{segment.Name}' depends on the tag '{tag.Name}' itself, which would be given and taken for ever: use a segment that does not.");
                }

                if (input.Retroactive ?? true)
                {
                    await ApplyAsync(session, rule, tag);
                }

                session.Record(ActivityKind.TagRuleCreated, () => new ActivitySubject { TagId = tag.Id, Text = tag.Name });
                return rule;
            },
            cancellationToken);

    [Authorize(Policies.Write)]
    [Error<InvalidInputException>]
    [Error<NotFoundException>]
    [Error<StaleVersionException>]
    [Error<DomainException>]
    [GraphQLDescription("Changes a rule, or switches it on or off. For callers who see the whole organisation.")]
    public static Task<TagRule> UpdateTagRuleAsync(UpdateTagRuleInput input, CommunityWriter writer, CancellationToken cancellationToken) =>
        writer.WriteAsync(
            input,
            async session =>
            {
                session.RequireFullSight();
                var rule = await session.FindAsync<TagRule>(input.Id, "id", q => q.Include(r => r.Tag));
                session.Expect(rule, input.Version);
                var isSwitchedOn = input.IsActive == true && !rule.IsActive;
                (rule.RemoveWhenEnds, rule.IsActive) = (input.RemoveWhenEnds ?? rule.RemoveWhenEnds, input.IsActive ?? rule.IsActive);
                await session.Db.SaveChangesAsync(session.CancellationToken);
                if (isSwitchedOn)
                {
                    await ApplyAsync(session, rule, rule.Tag);
                }

                session.Record(ActivityKind.TagRuleUpdated, () => new ActivitySubject { TagId = rule.TagId, Text = rule.Tag.Name });
                return rule;
            },
            cancellationToken);

    [Authorize(Policies.Write)]
    [Error<InvalidInputException>]
    [Error<NotFoundException>]
    [Error<DomainException>]
    [GraphQLDescription("Deletes a rule; the tag and, unless you say otherwise, those who have it stay. For callers who see the whole organisation.")]
    public static Task<TagRule> DeleteTagRuleAsync(DeleteTagRuleInput input, CommunityWriter writer, CancellationToken cancellationToken) =>
        writer.WriteAsync(
            input,
            async session =>
            {
                session.RequireFullSight();
                var rule = await session.FindAsync<TagRule>(input.Id, "id", q => q.Include(r => r.Tag));
                if (input.RemoveTags ?? false)
                {
                    session.Audit(
                        nameof(MemberTag),
                        await TagRuleApplication.WithdrawAsync(session.Db, rule.Tag, session.Now, session.Caller.OperatorId, session.CancellationToken));
                }

                session.Db.TagRules.Remove(rule);
                session.Record(ActivityKind.TagRuleDeleted, () => new ActivitySubject { TagId = rule.TagId, Text = rule.Tag.Name });
                return rule;
            },
            cancellationToken);

    private static async Task ApplyAsync(WriteSession session, TagRule rule, Tag tag) => session.Audit(
        nameof(MemberTag), (await TagRuleApplication.ApplyAsync(session.Db, rule, tag, session.Now, session.CancellationToken)).Changed);
}
