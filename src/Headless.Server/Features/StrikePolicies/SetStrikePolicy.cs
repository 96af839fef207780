using System.Text.RegularExpressions;
using FluentValidation;
using Headless.Community.Ingestion;
using Headless.Server.Access;
using Headless.Server.Writing;
using Group = Headless.Community.Group;

namespace Headless.Server.Features.StrikePolicies;

[GraphQLDescription("What strikes lead to. It takes the place of the policy of that group, rule set or the organisation, where there is one.")]
public sealed record SetStrikePolicyInput(
    [property: ID<Group>] [property: GraphQLDescription("The group that it is for. Neither group nor rule set: it is the organisation's, which a LEAD sets.")] long? GroupId,
    [property: ID<RuleSet>] [property: GraphQLDescription("The rule set that it is for, which a LEAD sets.")] long? RuleSetId,
    [property: GraphQLDescription("The version that you read; given, the change is refused when somebody else was faster.")] long? Version,
    [property: GraphQLDescription("Which strike leads to action: 1 to 20; 2 unless given.")] int? Limit,
    [property: GraphQLDescription("Strikes older than so many days do not count; unless given they do not expire.")] int? WindowDays,
    [property: GraphQLDescription("What the limit leads to; REMOVE unless given.")] PenaltyKind? Action,
    [property: GraphQLDescription("What breaking an IMMEDIATE_REMOVAL rule leads to: REMOVE, unless given, or BLACKLIST.")] PenaltyKind? SevereAction,
    [property: GraphQLDescription("Whether BLACKLIST keeps them out of all groups; false unless given.")] bool? BlacklistsEverywhere,
    [property: GraphQLDescription("For how many days BLACKLIST keeps them out; for good unless given.")] int? BlacklistDays,
    [property: GraphQLDescription("What the group is told, at most 500 characters, with {member}, {group}, {rule}, {penalty}, {strikes}, {limit}.")] string? NoticeTemplate,
    [property: Cost(0)] [property: GraphQLDescription("What strikes before the limit lead to.")] IReadOnlyList<PenaltyStepInput>? Steps);

[GraphQLDescription("What a strike before the limit leads to.")]
public sealed record PenaltyStepInput(
    [property: GraphQLDescription("Which strike, from 1, below the limit.")] int Strike,
    [property: GraphQLDescription("What it leads to.")] PenaltyKind Kind,
    [property: GraphQLDescription("MUTE: for how many minutes, 1 to 43 200; 60 unless given.")] int? MuteMinutes);

/// <summary>The rules of <see cref="SetStrikePolicyInput"/>.</summary>
public sealed partial class SetStrikePolicyValidator : AbstractValidator<SetStrikePolicyInput>
{
    public SetStrikePolicyValidator()
    {
        RuleFor(i => i.RuleSetId).Null().When(i => i.GroupId is not null)
            .WithErrorCode("GROUP_OR_RULE_SET").WithMessage("Give the group or the rule set, not both.");
        RuleFor(i => i.Limit).InclusiveBetween(1, StrikePolicy.MaxLimit);
        RuleFor(i => i.WindowDays).InclusiveBetween(1, StrikePolicy.MaxWindowDays);
        RuleFor(i => i.BlacklistDays).InclusiveBetween(1, StrikePolicy.MaxWindowDays);
        RuleFor(i => i.SevereAction).Must(kind => kind is null or PenaltyKind.Remove or PenaltyKind.Blacklist)
            .WithErrorCode("NOT_SEVERE").WithMessage("'{PropertyName}' is REMOVE or BLACKLIST.");
        RuleFor(i => i.NoticeTemplate).MaximumLength(StrikePolicy.NoticeTemplateMaxLength).PlainText();
        RuleFor(i => i.NoticeTemplate).Must(template => template is null || Field().Matches(template).All(field => StrikePolicy.NoticeFields.Contains(field.Groups[1].Value)))
            .WithErrorCode("UNKNOWN_FIELD").WithMessage($"'{{PropertyName}}' fills in {string.Join(", ", StrikePolicy.NoticeFields)}: other names in braces are a mistake.");
        RuleFor(i => i.Steps).Must((i, steps) => steps is null || (steps.DistinctBy(step => step.Strike).Count() == steps.Count && steps.All(step => step.Strike >= 1 && step.Strike < (i.Limit ?? 2))))
            .WithErrorCode("INVALID_STEP").WithMessage("'{PropertyName}' has each strike once, from 1 and below the limit.");
        RuleForEach(i => i.Steps).Must(step => step.MuteMinutes is null || (step.Kind == PenaltyKind.Mute && step.MuteMinutes is >= 1 and <= StrikePolicy.MaxMuteMinutes))
            .WithErrorCode("INVALID_MINUTES").WithMessage($"MUTE takes 1 to {StrikePolicy.MaxMuteMinutes} minutes; nothing else takes any.");
    }

    [GeneratedRegex(@"\{([^{}]*)\}")]
    private static partial Regex Field();
}

/// <summary>Says what strikes lead to.</summary>
[ExtendObjectType(OperationTypeNames.Mutation)]
public sealed class SetStrikePolicyMutation
{
    [Authorize(Policies.Write)]
    [Error<InvalidInputException>]
    [Error<NotFoundException>]
    [Error<StaleVersionException>]
    [Error<DomainException>]
    [GraphQLDescription("Says what strikes lead to in a group, under a rule set, or in the organisation. Penalties so far stay. Where a platform cannot MUTE, a group's own policy with it is refused, and another's leads to a WARN.")]
    public static Task<StrikePolicy> SetStrikePolicyAsync(SetStrikePolicyInput input, Caller caller, CommunityWriter writer, CancellationToken cancellationToken) =>
        writer.WriteAsync(
            input,
            async session =>
            {
                var group = await session.FindAsync<Group>(input.GroupId, "groupId");
                var ruleSet = await session.FindAsync<RuleSet>(input.RuleSetId, "ruleSetId");
                if (group is null && !caller.May(Policies.Administer))
                {
                    throw new DomainException(DomainErrorCodes.PolicyNeedsGroup, "Name a group of yours: the policy of a rule set or of the organisation is a LEAD's.");
                }

                if (group is not null && (input.Action == PenaltyKind.Mute || input.Steps?.Any(step => step.Kind == PenaltyKind.Mute) == true))
                {
                    (await PlatformCapabilities.LoadAsync(session.Db, session.CancellationToken)).Require(group.Platform, PlatformCapabilityKind.Mute);
                }

                // There is one of each scope: two who set the first one at a time would each find none.
                await session.Db.LockStrikePoliciesAsync(session.CancellationToken);
                var policy = await session.Db.StrikePolicies.Include(p => p.Steps)
                    .FirstOrDefaultAsync(p => p.GroupId == input.GroupId && p.RuleSetId == input.RuleSetId, session.CancellationToken);
                if (policy is null)
                {
                    policy = new StrikePolicy { GroupId = group?.Id, RuleSetId = ruleSet?.Id };
                    session.Db.StrikePolicies.Add(policy);
                }
                else
                {
                    session.Expect(policy, input.Version);
                    session.Db.Entry(policy).Property(p => p.Limit).IsModified = true;
                }

                (policy.Limit, policy.WindowDays, policy.Action) = (input.Limit ?? 2, input.WindowDays, input.Action ?? PenaltyKind.Remove);
                (policy.SevereAction, policy.BlacklistsEverywhere, policy.BlacklistDays) = (input.SevereAction ?? PenaltyKind.Remove, input.BlacklistsEverywhere ?? false, input.BlacklistDays);
                policy.NoticeTemplate = input.NoticeTemplate;
                if (policy.Steps.Count > 0)
                {
                    // The places of the old steps must be free before new ones take them.
                    policy.Steps.Clear();
                    await session.Db.SaveChangesAsync(session.CancellationToken);
                }

                policy.Steps.AddRange((input.Steps ?? []).Select(step => new PenaltyStep { Strike = step.Strike, Kind = step.Kind, MuteMinutes = step.MuteMinutes }));
                session.Record(ActivityKind.StrikePolicyChanged, () => new ActivitySubject { GroupId = group?.Id, Text = group?.Name ?? ruleSet?.Name });
                return policy;
            },
            cancellationToken);
}
