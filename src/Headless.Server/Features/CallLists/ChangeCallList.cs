using System.Globalization;
using FluentValidation;
using Headless.Server.Access;
using Headless.Server.Writing;

namespace Headless.Server.Features.CallLists;

[GraphQLDescription("A change of a call list. A field that is not given stays as it is; null clears it where it may be empty.")]
public sealed record UpdateCallListInput(
    [property: ID<CallList>] [property: GraphQLDescription("The list.")] long Id,
    [property: GraphQLDescription("The version that you read; given, the change is refused when somebody else was faster.")] long? Version,
    [property: GraphQLDescription("What it is called.")] Optional<string?> Name,
    [property: GraphQLDescription("What callers should say and ask.")] Optional<string?> Script);

[GraphQLDescription("A call list to close.")]
public sealed record CloseCallListInput(
    [property: ID<CallList>] [property: GraphQLDescription("The list.")] long Id,
    [property: GraphQLDescription("The version that you read; given, the change is refused when somebody else was faster.")] long? Version);

[GraphQLDescription("Another round of a call list.")]
public sealed record OpenCallRoundInput(
    [property: ID<CallList>] [property: GraphQLDescription("The list.")] long Id,
    [property: GraphQLDescription("Whose members of the current round come into the next: those who are PENDING or NO_ANSWER unless given; REACHED is possible, too.")] IReadOnlyList<CallStatus>? Statuses,
    [property: GraphQLDescription("The version that you read; given, the change is refused when somebody else was faster. Send it, so that two of you do not open two rounds.")] long? Version);

/// <summary>The rules of <see cref="UpdateCallListInput"/>.</summary>
public sealed class UpdateCallListValidator : AbstractValidator<UpdateCallListInput>
{
    public UpdateCallListValidator()
    {
        RuleFor(i => i.Name.Value).NotEmpty().MaximumLength(CallList.NameMaxLength).PlainText().When(i => i.Name.HasValue).OverridePropertyName("name");
        RuleFor(i => i.Script.Value).MaximumLength(CallList.ScriptMaxLength).PlainText().OverridePropertyName("script");
    }
}

/// <summary>The rules of <see cref="CloseCallListInput"/>.</summary>
public sealed class CloseCallListValidator : AbstractValidator<CloseCallListInput>
{
    public CloseCallListValidator() => RuleFor(i => i.Version).GreaterThan(0);
}

/// <summary>The rules of <see cref="OpenCallRoundInput"/>.</summary>
public sealed class OpenCallRoundValidator : AbstractValidator<OpenCallRoundInput>
{
    public OpenCallRoundValidator() =>
        RuleFor(i => i.Statuses)
            .Must(statuses => statuses is null || (statuses.Count is > 0 and <= 3 && statuses.All(s => s is CallStatus.Pending or CallStatus.NoAnswer or CallStatus.Reached)))
            .WithErrorCode("STATUS_IS_FINAL").WithMessage("'{PropertyName}' takes PENDING, NO_ANSWER and REACHED: the others have answered, or must not be called.");
}

/// <summary>What whoever is in charge of a call list does with it.</summary>
[ExtendObjectType(OperationTypeNames.Mutation)]
public sealed class ChangeCallListMutations
{
    private static readonly CallStatus[] s_unanswered = [CallStatus.Pending, CallStatus.NoAnswer];

    [Authorize(Policies.Write)]
    [Error<InvalidInputException>]
    [Error<NotFoundException>]
    [Error<StaleVersionException>]
    [Error<DomainException>]
    [GraphQLDescription("Changes what a call list is called and what callers say.")]
    public static Task<CallList> UpdateCallListAsync(UpdateCallListInput input, CommunityWriter writer, CancellationToken cancellationToken) =>
        writer.WriteAsync(
            input,
            async session =>
            {
                var list = await session.FindOwnListAsync(input.Id, input.Version, "id");
                list.Name = input.Name.Or(list.Name)!;
                list.Script = input.Script.Or(list.Script);
                session.RecordList(ActivityKind.CallListUpdated, list);
                return list;
            },
            cancellationToken);

    [Authorize(Policies.Write)]
    [Error<InvalidInputException>]
    [Error<NotFoundException>]
    [Error<StaleVersionException>]
    [Error<DomainException>]
    [GraphQLDescription("Ends the work on a call list: no call can be recorded any more.")]
    public static Task<CallList> CloseCallListAsync(CloseCallListInput input, CommunityWriter writer, CancellationToken cancellationToken) =>
        writer.WriteAsync(
            input,
            async session =>
            {
                var list = await session.FindOwnListAsync(input.Id, input.Version, "id");
                list.Close(session.Now);
                session.RecordList(ActivityKind.CallListClosed, list);
                return list;
            },
            cancellationToken);

    [Authorize(Policies.Write)]
    [Error<InvalidInputException>]
    [Error<NotFoundException>]
    [Error<StaleVersionException>]
    [Error<DomainException>]
    [UseMutationConvention(PayloadFieldName = "result")]
    [GraphQLDescription("Begins another round with those whom the current one did not reach. Each stays with their caller; who has opted out or is kept out by now is left out.")]
    public static Task<CallListChange> OpenCallRoundAsync(OpenCallRoundInput input, CommunityWriter writer, CancellationToken cancellationToken) =>
        writer.WriteAsync(
            input,
            async session =>
            {
                var list = await session.FindOwnListAsync(input.Id, input.Version, "id");
                var statuses = (input.Statuses ?? s_unanswered).Distinct().ToArray();
                var left = await session.Db.CallEntries.IgnoreQueryFilters()
                    .Where(e => e.CallListId == list.Id && e.Round == list.Round && EF.Parameter(statuses).Contains(e.Status))
                    .Select(e => new { e.MemberId, e.OperatorId, e.Operator!.IsActive })
                    .ToListAsync(session.CancellationToken);
                list.OpenRound();
                if (left.Count == 0)
                {
                    throw new DomainException(
                        DomainErrorCodes.NobodyToCall, $"Nobody of round {list.Round - 1} is {string.Join(" or ", statuses.Select(Spelled))}: there is nobody to call again.");
                }

                var candidates = await session.Db.CallEntries.IgnoreQueryFilters()
                    .Where(e => e.CallListId == list.Id && e.Round == list.Round - 1 && EF.Parameter(statuses).Contains(e.Status))
                    .Select(e => e.Member)
                    .Select(CallCandidate.At(session.Now))
                    .ToListAsync(session.CancellationToken);
                var entries = await session.AddEntriesAsync(
                    list, list.Round, candidates, left.Where(e => e.IsActive).ToDictionary(e => e.MemberId, e => e.OperatorId!.Value));
                session.RecordList(ActivityKind.CallRoundOpened, list, string.Create(CultureInfo.InvariantCulture, $"{list.Name}: {list.Round}"));
                return new CallListChange(
                    list, entries.Count(e => e.Status == CallStatus.Pending), entries.Count(e => e.Status == CallStatus.Skipped), 0, []);
            },
            cancellationToken);

    private static string Spelled(CallStatus status) => System.Text.Json.JsonNamingPolicy.SnakeCaseUpper.ConvertName(status.ToString());
}
