using FluentValidation;
using Headless.Server.Access;
using Headless.Server.Writing;

namespace Headless.Server.Features.Memberships;

[GraphQLDescription("Welcomes that were sent to newcomers.")]
public sealed record RecordWelcomesInput(
    [property: ID<Membership>] [property: GraphQLDescription("The stays, at most 1 000.")] IReadOnlyList<long> MembershipIds,
    [property: GraphQLDescription("When they were sent; now unless given.")] DateTimeOffset? At)
    : IMarkMembershipsInput;

[GraphQLDescription("Reminders of the nickname rule that were sent.")]
public sealed record RecordNicknameRemindersInput(
    [property: ID<Membership>] [property: GraphQLDescription("The stays, at most 1 000.")] IReadOnlyList<long> MembershipIds,
    [property: GraphQLDescription("When they were sent; now unless given.")] DateTimeOffset? At)
    : IMarkMembershipsInput;

/// <summary>What the marks of stays have in common.</summary>
public interface IMarkMembershipsInput
{
    /// <summary>The most stays at once.</summary>
    const int Max = 1_000;

    IReadOnlyList<long> MembershipIds { get; }

    DateTimeOffset? At { get; }
}

/// <summary>The rules of <see cref="RecordWelcomesInput"/>.</summary>
public sealed class RecordWelcomesValidator : AbstractValidator<RecordWelcomesInput>
{
    public RecordWelcomesValidator(TimeProvider clock)
    {
        RuleFor(i => i.MembershipIds).NotEmpty().Must(ids => ids.Count <= IMarkMembershipsInput.Max)
            .WithErrorCode("TOO_MANY_ROWS").WithMessage($"'membershipIds' takes at most {IMarkMembershipsInput.Max} ids: send the others in another request.");
        RuleFor(i => i.At).Must(at => at is null || at <= clock.GetUtcNow().AddMinutes(5)).WithErrorCode("OCCURRED_IN_FUTURE").WithMessage("'at' lies ahead.");
    }
}

/// <summary>The rules of <see cref="RecordNicknameRemindersInput"/>.</summary>
public sealed class RecordNicknameRemindersValidator : AbstractValidator<RecordNicknameRemindersInput>
{
    public RecordNicknameRemindersValidator(TimeProvider clock)
    {
        RuleFor(i => i.MembershipIds).NotEmpty().Must(ids => ids.Count <= IMarkMembershipsInput.Max)
            .WithErrorCode("TOO_MANY_ROWS").WithMessage($"'membershipIds' takes at most {IMarkMembershipsInput.Max} ids: send the others in another request.");
        RuleFor(i => i.At).Must(at => at is null || at <= clock.GetUtcNow().AddMinutes(5)).WithErrorCode("OCCURRED_IN_FUTURE").WithMessage("'at' lies ahead.");
    }
}

/// <summary>What became of a stay that was to be marked.</summary>
public enum MarkOutcome
{
    Marked,
    AlreadyMarked,
    NotFound,
}

/// <summary><c>enum MarkOutcome</c>.</summary>
public sealed class MarkOutcomeEnumType : EnumType<MarkOutcome>
{
    protected override void Configure(IEnumTypeDescriptor<MarkOutcome> descriptor)
    {
        descriptor.Description("What became of a stay that was to be marked.");
        descriptor.Value(MarkOutcome.Marked).Description("It is now.");
        descriptor.Value(MarkOutcome.AlreadyMarked).Description("It was, at that time or a later one; nothing has changed.");
        descriptor.Value(MarkOutcome.NotFound).Description("There is no such stay, or you may not see it.");
    }
}

[GraphQLDescription("What became of the stays that were to be marked.")]
public sealed record MembershipMarks(
    [property: GraphQLDescription("How many are marked now.")] int Marked,
    [property: GraphQLDescription("One row for each id, in the order of the input.")] IReadOnlyList<MembershipMark> Rows);

[GraphQLDescription("What became of one stay.")]
public sealed record MembershipMark(
    [property: GraphQLDescription("The place of the id in the input, from 0.")] int Index,
    [property: ID<Membership>] [property: GraphQLDescription("The id as it was given.")] long MembershipId,
    [property: GraphQLDescription("What became of it.")] MarkOutcome Outcome);

/// <summary>Records what was sent to members outside.</summary>
[ExtendObjectType(OperationTypeNames.Mutation)]
public sealed class MarkMembershipsMutations
{
    [Authorize(Policies.Write)]
    [Error<InvalidInputException>]
    [UseMutationConvention(PayloadFieldName = "result")]
    [GraphQLDescription("Records that newcomers were welcomed; the first welcome of a stay counts. newcomersNotWelcomed has those who wait for one.")]
    public static Task<MembershipMarks> RecordWelcomesAsync(RecordWelcomesInput input, CommunityWriter writer, CancellationToken cancellationToken) =>
        MarkAsync(
            input,
            writer,
            ActivityKind.MemberWelcomed,
            (stay, at) =>
            {
                var isNew = stay.WelcomedAt is null;
                stay.WelcomedAt ??= at;
                return isNew;
            },
            cancellationToken);

    [Authorize(Policies.Write)]
    [Error<InvalidInputException>]
    [UseMutationConvention(PayloadFieldName = "result")]
    [GraphQLDescription("Records that members were reminded of their group's nickname rule; the latest reminder counts.")]
    public static Task<MembershipMarks> RecordNicknameRemindersAsync(
        RecordNicknameRemindersInput input, CommunityWriter writer, CancellationToken cancellationToken) =>
        MarkAsync(
            input,
            writer,
            ActivityKind.NicknameReminded,
            (stay, at) =>
            {
                var isNew = stay.NicknameRemindedAt is not { } before || before < at;
                stay.NicknameRemindedAt = isNew ? at : stay.NicknameRemindedAt;
                return isNew;
            },
            cancellationToken);

    private static Task<MembershipMarks> MarkAsync<T>(
        T input, CommunityWriter writer, ActivityKind kind, Func<Membership, DateTime, bool> mark, CancellationToken ct)
        where T : IMarkMembershipsInput => writer.WriteAsync(
        input,
        async session =>
        {
            var ids = input.MembershipIds.ToArray();
            var at = input.At?.UtcDateTime ?? session.Now;
            var stays = await session.Db.Memberships.Where(m => EF.Parameter(ids).Contains(m.Id)).ToDictionaryAsync(m => m.Id, session.CancellationToken);
            var rows = ids.Select((id, index) =>
            {
                if (!stays.TryGetValue(id, out var stay))
                {
                    return new MembershipMark(index, id, MarkOutcome.NotFound);
                }

                if (!mark(stay, at))
                {
                    return new MembershipMark(index, id, MarkOutcome.AlreadyMarked);
                }

                session.Record(kind, () => new ActivitySubject { GroupId = stay.GroupId, MemberId = stay.MemberId, MembershipId = stay.Id });
                return new MembershipMark(index, id, MarkOutcome.Marked);
            }).ToList();
            return new MembershipMarks(rows.Count(r => r.Outcome == MarkOutcome.Marked), rows);
        },
        ct);
}
