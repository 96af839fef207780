using System.Text.Json;
using FluentValidation;
using Headless.Server.Access;
using Headless.Server.Reading;
using Headless.Server.Writing;

namespace Headless.Server.Features.Memberships;

/// <summary><c>enum AttentionState</c>.</summary>
public sealed class AttentionStateEnumType : EnumType<AttentionState>
{
    protected override void Configure(IEnumTypeDescriptor<AttentionState> descriptor)
    {
        descriptor.Description("Whether a member still sees a group's messages.");
        descriptor.Value(AttentionState.Unknown).Description("The platform has not told.");
        descriptor.Value(AttentionState.Active).Description("Reads, and is told of messages.");
        descriptor.Value(AttentionState.Silent).Description("Reads, and says nothing.");
        descriptor.Value(AttentionState.Muted).Description("Has muted or folded the group: the real loss.");
    }
}

[GraphQLDescription("What a platform says of members' attention.")]
public sealed record SetAttentionStatesInput(
    [property: Cost(0)] [property: GraphQLDescription("The stays, at most 1 000.")] IReadOnlyList<AttentionStateInput> States);

[GraphQLDescription("What a platform says of a member's attention in a group.")]
public sealed record AttentionStateInput(
    [property: ID<Membership>] [property: GraphQLDescription("The stay; it must last.")] long MembershipId,
    [property: GraphQLDescription("The state.")] AttentionState State,
    [property: GraphQLDescription("Since when; now unless given. Something earlier than what is known changes nothing.")] DateTimeOffset? At);

/// <summary>The rules of <see cref="SetAttentionStatesInput"/>.</summary>
public sealed class SetAttentionStatesValidator : AbstractValidator<SetAttentionStatesInput>
{
    private const int MaxRows = 1_000;

    public SetAttentionStatesValidator(TimeProvider clock)
    {
        RuleFor(i => i.States).NotEmpty().Must(states => states.Count <= MaxRows)
            .WithErrorCode("TOO_MANY_ROWS").WithMessage($"'{{PropertyName}}' takes at most {MaxRows} rows: send the others in another request.");
        RuleForEach(i => i.States).ChildRules(state => state.RuleFor(s => s.At).Must(at => at is null || at <= clock.GetUtcNow().AddMinutes(5))
            .WithErrorCode("IN_FUTURE").WithMessage("'{PropertyName}' lies ahead."));
    }
}

[GraphQLDescription("What became of reports about members' attention.")]
public sealed record AttentionStatesChange(
    [property: GraphQLDescription("One row for each of the input's, in its order.")] IReadOnlyList<AttentionStateRow> Rows)
{
    [GraphQLDescription("How many states are different now.")]
    public int Changed => Rows.Count(r => r.IsChanged);

    [GraphQLDescription("How many reports were refused.")]
    public int Rejected => Rows.Count(r => r.Code is not null);
}

[GraphQLDescription("What became of a report about a member's attention.")]
public sealed record AttentionStateRow(
    [property: GraphQLDescription("The place in the input, from 0.")] int Index,
    [property: ID<Membership>] [property: GraphQLDescription("The id as it was given.")] long MembershipId,
    [property: GraphQLDescription("Whether the state is different now.")] bool IsChanged,
    [property: GraphQLDescription("A stable name of the reason for which it was refused; null: it was not.")] string? Code = null,
    [property: GraphQLDescription("What is wrong, for a person.")] string? Message = null)
{
    [GraphQLDescription("The stay; null where there is none with the id or the caller may not see it.")]
    public Task<Membership?> GetMembershipAsync(ByIdDataLoader<Membership> memberships, CancellationToken cancellationToken) =>
        memberships.LoadAsync(MembershipId, cancellationToken);
}

/// <summary>Notes whether members still see their groups' messages.</summary>
[ExtendObjectType(OperationTypeNames.Mutation)]
public sealed class SetAttentionStatesMutation
{
    [Authorize(Policies.RecordActivities)]
    [Error<InvalidInputException>]
    [UseMutationConvention(PayloadFieldName = "result")]
    [GraphQLDescription("Notes what a platform says of members' attention: who muted a group, who reads it again. Every row is judged by itself.")]
    public static Task<AttentionStatesChange> SetAttentionStatesAsync(
        SetAttentionStatesInput input, CommunityWriter writer, CancellationToken cancellationToken) =>
        writer.WriteAsync(
            input,
            async session =>
            {
                var ids = input.States.Select(s => s.MembershipId).Distinct().ToArray();
                var stays = await session.Db.Memberships
                    .Where(m => EF.Parameter(ids).Contains(m.Id))
                    .ToDictionaryAsync(m => m.Id, session.CancellationToken);
                return new AttentionStatesChange([.. input.States.Select((state, index) => Apply(session, stays, state, index))]);
            },
            cancellationToken);

    private static AttentionStateRow Apply(WriteSession session, Dictionary<long, Membership> stays, AttentionStateInput input, int index)
    {
        if (!stays.TryGetValue(input.MembershipId, out var stay))
        {
            return new AttentionStateRow(index, input.MembershipId, false, "NOT_FOUND", "There is no Membership with the id, or you may not see it.");
        }

        try
        {
            var isChanged = stay.SetAttention(input.State, input.At?.UtcDateTime ?? session.Now);
            if (isChanged)
            {
                session.Record(
                    ActivityKind.AttentionChanged,
                    () => new ActivitySubject
                    {
                        GroupId = stay.GroupId,
                        MemberId = stay.MemberId,
                        MembershipId = stay.Id,
                        Data = JsonSerializer.Serialize(new { attentionState = input.State.ToString().ToUpperInvariant() }),
                    });
            }

            return new AttentionStateRow(index, input.MembershipId, isChanged);
        }
        catch (DomainException refusal)
        {
            return new AttentionStateRow(index, input.MembershipId, false, refusal.Code, refusal.Message);
        }
    }
}
