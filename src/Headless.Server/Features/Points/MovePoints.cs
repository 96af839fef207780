using FluentValidation;
using Headless.Server.Access;
using Headless.Server.Features.Ingestion;
using Headless.Server.Writing;

namespace Headless.Server.Features.Points;

[GraphQLDescription("Points to give to a member.")]
public sealed record GrantPointsInput(
    [property: ID<PointProgram>] [property: GraphQLDescription("The programme.")] long ProgramId,
    [property: ID<Member>] [property: GraphQLDescription("Who gets them.")] long MemberId,
    [property: GraphQLDescription("How many, 1 to 1 000 000 000.")] long Points,
    [property: GraphQLDescription("What for.")] string Note,
    [property: ID<Group>] [property: GraphQLDescription("The group for which they are given.")] long? GroupId,
    [property: GraphQLDescription("Any text of yours. Sent again with the same one, the mutation changes nothing and answers the line of the first time.")] string? IdempotencyKey);

[GraphQLDescription("Points that a member redeems.")]
public sealed record RedeemPointsInput(
    [property: ID<PointProgram>] [property: GraphQLDescription("The programme.")] long ProgramId,
    [property: ID<Member>] [property: GraphQLDescription("Who redeems them.")] long MemberId,
    [property: GraphQLDescription("How many, 1 to 1 000 000 000.")] long Points,
    [property: GraphQLDescription("What for.")] string Note,
    [property: GraphQLDescription("Any text of yours. Sent again with the same one, the mutation changes nothing and answers the line of the first time.")] string? IdempotencyKey);

[GraphQLDescription("A line of a ledger to take back.")]
public sealed record ReversePointEntryInput(
    [property: ID<PointEntry>] [property: GraphQLDescription("The line.")] long Id,
    [property: GraphQLDescription("Why.")] string Note);

/// <summary>The rules of <see cref="GrantPointsInput"/>.</summary>
public sealed class GrantPointsValidator : AbstractValidator<GrantPointsInput>
{
    public GrantPointsValidator()
    {
        RuleFor(i => i.Points).InclusiveBetween(1, PointEntry.MaxPoints);
        RuleFor(i => i.Note).NotEmpty().MaximumLength(PointEntry.NoteMaxLength).PlainText();
        RuleFor(i => i.IdempotencyKey).IdempotencyKey();
    }
}

/// <summary>The rules of <see cref="RedeemPointsInput"/>.</summary>
public sealed class RedeemPointsValidator : AbstractValidator<RedeemPointsInput>
{
    public RedeemPointsValidator()
    {
        RuleFor(i => i.Points).InclusiveBetween(1, PointEntry.MaxPoints);
        RuleFor(i => i.Note).NotEmpty().MaximumLength(PointEntry.NoteMaxLength).PlainText();
        RuleFor(i => i.IdempotencyKey).IdempotencyKey();
    }
}

/// <summary>The rules of <see cref="ReversePointEntryInput"/>.</summary>
public sealed class ReversePointEntryValidator : AbstractValidator<ReversePointEntryInput>
{
    public ReversePointEntryValidator() => RuleFor(i => i.Note).NotEmpty().MaximumLength(PointEntry.NoteMaxLength).PlainText();
}

/// <summary>Moves points: the line and the balance in one transaction, once for each key.</summary>
[ExtendObjectType(OperationTypeNames.Mutation)]
public sealed class MovePointsMutations
{
    [Authorize(Policies.Write)]
    [Error<InvalidInputException>]
    [Error<NotFoundException>]
    [Error<AlreadyExistsException>]
    [Error<DomainException>]
    [GraphQLDescription("Gives points to a member. They expire as the programme says.")]
    public static Task<PointEntry> GrantPointsAsync(GrantPointsInput input, CommunityWriter writer, CancellationToken cancellationToken) =>
        writer.WriteRepeatedlyAsync(
            input,
            async session =>
            {
                if (await session.FindByKeyAsync<PointEntry>(input.IdempotencyKey, e => e.IdempotencyKey == input.IdempotencyKey) is { } known)
                {
                    return known;
                }

                var program = await session.FindAsync<PointProgram>(input.ProgramId, "programId");
                var member = await session.FindAsync<Member>(input.MemberId, "memberId");
                var group = await session.FindAsync<Group>(input.GroupId, "groupId");
                program.RequireEarning();
                return await PostAsync(session, program, ActivityKind.PointsGranted, new PointPosting(member.Id, PointEntryKind.Granted, input.Points, session.Now)
                {
                    GroupId = group?.Id, ExpiresAt = program.ExpiryOf(session.Now), Note = input.Note, IdempotencyKey = input.IdempotencyKey,
                });
            },
            cancellationToken);

    [Authorize(Policies.Write)]
    [Error<InvalidInputException>]
    [Error<NotFoundException>]
    [Error<AlreadyExistsException>]
    [Error<DomainException>]
    [GraphQLDescription("Redeems points of a member: INSUFFICIENT_POINTS where there are too few. Of several at the same moment, as many go through as there are points for.")]
    public static Task<PointEntry> RedeemPointsAsync(RedeemPointsInput input, CommunityWriter writer, CancellationToken cancellationToken) =>
        writer.WriteRepeatedlyAsync(
            input,
            async session =>
            {
                if (await session.FindByKeyAsync<PointEntry>(input.IdempotencyKey, e => e.IdempotencyKey == input.IdempotencyKey) is { } known)
                {
                    return known;
                }

                var program = await session.FindAsync<PointProgram>(input.ProgramId, "programId");
                var member = await session.FindAsync<Member>(input.MemberId, "memberId");
                return await PostAsync(
                    session, program, ActivityKind.PointsRedeemed,
                    new PointPosting(member.Id, PointEntryKind.Redeemed, -input.Points, session.Now) { Note = input.Note, IdempotencyKey = input.IdempotencyKey });
            },
            cancellationToken);

    [Authorize(Policies.Write)]
    [Error<InvalidInputException>]
    [Error<NotFoundException>]
    [Error<AlreadyExistsException>]
    [Error<DomainException>]
    [GraphQLDescription("Takes a line of a ledger back by another one, once: reversed again, it answers that line. What has expired, and a reversal itself, cannot be reversed.")]
    public static Task<PointEntry> ReversePointEntryAsync(ReversePointEntryInput input, CommunityWriter writer, CancellationToken cancellationToken) =>
        writer.WriteRepeatedlyAsync(
            input,
            async session =>
            {
                var entry = await session.FindAsync<PointEntry>(input.Id, "id", entries => entries.Include(e => e.Program));
                if (entry.Kind is PointEntryKind.Expired or PointEntryKind.Reversed)
                {
                    throw new DomainException(DomainErrorCodes.EntryNotReversible, "What has expired, and a reversal, stay as they are: give points, or redeem them, instead.");
                }

                return await session.Db.PointEntries.FirstOrDefaultAsync(e => e.ReversesId == entry.Id, session.CancellationToken)
                    ?? await PostAsync(session, entry.Program, ActivityKind.PointsReversed, new PointPosting(entry.MemberId, PointEntryKind.Reversed, -entry.Points, session.Now)
                    {
                        GroupId = entry.GroupId, OrderId = entry.OrderId, ReversesId = entry.Id, Note = input.Note,
                    });
            },
            cancellationToken);

    private static async Task<PointEntry> PostAsync(WriteSession session, PointProgram program, ActivityKind kind, PointPosting posting)
    {
        var entry = await PointLedger.PostAsync(session.Db, program, posting, session.CancellationToken);
        session.RecordEntry(kind, entry);
        return entry;
    }
}
