using FluentValidation;
using Headless.Server.Access;
using Headless.Server.Writing;

namespace Headless.Server.Features.Violations;

[GraphQLDescription("Something that breaks a rule, as a person saw it.")]
public sealed record ReportViolationInput(
    [property: ID<Group>] [property: GraphQLDescription("The group.")] long GroupId,
    [property: ID<Member>] [property: GraphQLDescription("Who did it.")] long MemberId,
    [property: GraphQLDescription("What it is about.")] RuleKind Kind,
    [property: ID<Rule>] [property: GraphQLDescription("The rule; unless given, the first one of that kind that is in force, if there is one.")] long? RuleId,
    [property: ID<Activity>] [property: GraphQLDescription("The message in the log.")] long? ActivityId,
    [property: GraphQLDescription("What was seen, at most 4 000 characters; the text of the message unless given.")] string? Evidence,
    [property: GraphQLDescription("When it happened; that of the message, or now, unless given.")] DateTimeOffset? OccurredAt,
    [property: ID<Operator>] [property: GraphQLDescription("Who is to decide.")] long? AssigneeId);

/// <summary>The rules of <see cref="ReportViolationInput"/>.</summary>
public sealed class ReportViolationValidator : AbstractValidator<ReportViolationInput>
{
    public ReportViolationValidator(TimeProvider clock)
    {
        RuleFor(i => i.Evidence).MaximumLength(Activity.TextMaxLength).PlainText();
        RuleFor(i => i.OccurredAt).Must(at => at is null || at <= clock.GetUtcNow().AddMinutes(5))
            .WithErrorCode("OCCURRED_IN_FUTURE").WithMessage("'{PropertyName}' must not lie ahead.");
    }
}

/// <summary>Takes in what people report.</summary>
[ExtendObjectType(OperationTypeNames.Mutation)]
public sealed class ReportViolationMutation
{
    [Authorize(Policies.Write)]
    [Error<InvalidInputException>]
    [Error<NotFoundException>]
    [Error<DomainException>]
    [GraphQLDescription("Reports a violation by hand: what no rule finds, such as a private message that sells. It is open until it is decided.")]
    public static Task<Violation> ReportViolationAsync(ReportViolationInput input, CommunityWriter writer, CancellationToken cancellationToken) =>
        writer.WriteAsync(
            input,
            async session =>
            {
                var group = await session.FindAsync<Group>(input.GroupId, "groupId");
                var member = await session.FindAsync<Member>(input.MemberId, "memberId");
                var assignee = await session.FindAsync<Operator>(input.AssigneeId, "assigneeId");
                var activity = input.ActivityId is { } activityId
                    ? await session.Db.Activities.AsNoTracking().FirstOrDefaultAsync(a => a.Id == activityId, session.CancellationToken)
                        ?? throw new NotFoundException(nameof(Activity), "activityId")
                    : null;
                if (activity is not null && (activity.MemberId != member.Id || activity.GroupId != group.Id))
                {
                    throw new DomainException(
                        DomainErrorCodes.NotAViolationOfMember, "The activity is another member's or of another group: name the one that the violation is about.");
                }

                var at = input.OccurredAt?.UtcDateTime ?? activity?.OccurredAt ?? session.Now;
                var rule = input.RuleId is { } ruleId
                    ? await session.FindAsync<Rule>(ruleId, "ruleId")
                    : await FindRuleAsync(session, group.Id, input.Kind, at);
                var stay = await session.Db.Memberships
                    .Where(m => m.GroupId == group.Id && m.MemberId == member.Id && m.JoinedAt <= at)
                    .OrderByDescending(m => m.JoinedAt)
                    .FirstOrDefaultAsync(session.CancellationToken);
                var violation = new Violation
                {
                    Group = group,
                    GroupId = group.Id,
                    Member = member,
                    MemberId = member.Id,
                    MembershipId = activity?.MembershipId ?? stay?.Id,
                    Kind = input.Kind,
                    Severity = rule?.Severity ?? RuleSeverity.Normal,
                    RuleId = rule?.Id,
                    RuleSetVersionId = rule?.RuleSetVersionId,
                    ActivityId = activity?.Id,
                    OccurredAt = at,
                    Source = ViolationSource.Reported,
                    ReportedById = session.Caller.OperatorId,
                    Evidence = input.Evidence ?? activity?.Text,
                    Assignee = assignee,
                    AssigneeId = assignee?.Id,
                };
                session.Db.Violations.Add(violation);
                session.RecordSteps(violation, [new EnforcementStep(ActivityKind.ViolationReported, violation.Evidence)]);
                return violation;
            },
            cancellationToken);

    private static async Task<Rule?> FindRuleAsync(WriteSession session, long groupId, RuleKind kind, DateTime at)
    {
        var versions = await session.Db.RuleSetAttachments
            .Where(a => a.GroupId == groupId && a.Since <= at && (a.Until == null || a.Until > at))
            .SelectMany(a => a.RuleSet.Versions)
            .Where(v => v.PublishedAt != null && v.PublishedAt <= at)
            .Select(v => new { v.Id, v.RuleSetId, v.PublishedAt })
            .ToListAsync(session.CancellationToken);
        var inForce = versions.GroupBy(v => v.RuleSetId).Select(set => set.OrderBy(v => v.PublishedAt).ThenBy(v => v.Id).Last().Id).ToArray();
        return await session.Db.Rules
            .Where(r => EF.Parameter(inForce).Contains(r.RuleSetVersionId) && r.Kind == kind)
            .OrderByDescending(r => r.Severity).ThenBy(r => r.Id)
            .FirstOrDefaultAsync(session.CancellationToken);
    }
}
