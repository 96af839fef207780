using FluentValidation;
using Headless.Community.Ingestion;
using Headless.Community.Merging;
using Headless.Server.Access;
using Headless.Server.Writing;

namespace Headless.Server.Features.Merging;

[GraphQLDescription("Two records of one person to make one of.")]
public sealed record MergeMembersInput(
    [property: ID<Member>] [property: GraphQLDescription("The record that stays.")] long WinnerId,
    [property: ID<Member>] [property: GraphQLDescription("The record that is merged into it.")] long LoserId,
    [property: Cost(0)] [property: GraphQLDescription("A choice for each conflict that previewMemberMerge lists.")] IReadOnlyList<MergeResolutionInput>? Resolutions,
    [property: GraphQLDescription("How it is known that they are one person.")] string? Reason,
    [property: GraphQLDescription("The winner's version that you read; given, the merge is refused when somebody else was faster.")] long? WinnerVersion,
    [property: GraphQLDescription("The loser's version that you read; given, the merge is refused when somebody else was faster.")] long? LoserVersion);

[GraphQLDescription("The choice for a conflict.")]
public sealed record MergeResolutionInput(
    [property: GraphQLDescription("The conflict's key.")] string Key,
    [property: GraphQLDescription("Which value is kept: one of the conflict's choices.")] MergeChoice Choice);

[GraphQLDescription("A merge to undo.")]
public sealed record UnmergeMembersInput(
    [property: ID<MemberMerge>] [property: GraphQLDescription("The merge.")] long Id,
    [property: GraphQLDescription("The merge's version that you read; given, it is refused when somebody else was faster.")] long? Version);

/// <summary>The rules of <see cref="MergeMembersInput"/>.</summary>
public sealed class MergeMembersValidator : AbstractValidator<MergeMembersInput>
{
    private const int MaxResolutions = 1_000;

    public MergeMembersValidator()
    {
        RuleFor(i => i.Reason).MaximumLength(MemberMerge.ReasonMaxLength).PlainText();
        RuleFor(i => i.Resolutions).Must(resolutions => resolutions is null || resolutions.Count <= MaxResolutions)
            .WithErrorCode("TOO_MANY_ROWS").WithMessage($"'{{PropertyName}}' takes at most {MaxResolutions} choices.")
            .Must(resolutions => resolutions is null || resolutions.DistinctBy(r => r.Key).Count() == resolutions.Count)
            .WithErrorCode("DUPLICATE_RESOLUTION").WithMessage("The same conflict is resolved twice.");
    }
}

/// <summary>The rules of <see cref="UnmergeMembersInput"/>.</summary>
public sealed class UnmergeMembersValidator : AbstractValidator<UnmergeMembersInput>
{
    public UnmergeMembersValidator() => RuleFor(i => i.Version).GreaterThan(0);
}

/// <summary>Merges records of one person, and undoes it.</summary>
[ExtendObjectType(OperationTypeNames.Mutation)]
public sealed class MergeMembersMutations
{
    [Authorize(Policies.Write)]
    [Authorize(Policies.ReadPersonalData)]
    [Error<InvalidInputException>]
    [Error<NotFoundException>]
    [Error<StaleVersionException>]
    [Error<DomainException>]
    [GraphQLDescription(
        "Makes one record of two: identities, stays, tags, orders, activities and whatever else leads to the loser lead to the winner, and every metric is as if there had been one person from the start. A conflict that is not resolved is INVALID_INPUT at resolutions.KEY.")]
    public static Task<MemberMerge> MergeMembersAsync(
        MergeMembersInput input, CommunityWriter writer, IMemberProjection projection, CancellationToken cancellationToken) =>
        writer.WriteAsync(
            input,
            async session =>
            {
                var winner = await session.FindAsync<Member>(input.WinnerId, "winnerId");
                var loser = await session.FindAsync<Member>(input.LoserId, "loserId");
                session.Expect(winner, input.WinnerVersion);
                session.Expect(loser, input.LoserVersion);
                try
                {
                    var merge = await MemberMerger.MergeAsync(
                        session.Db,
                        projection,
                        winner,
                        loser,
                        (input.Resolutions ?? []).ToDictionary(r => r.Key, r => r.Choice),
                        input.Reason,
                        session.Now,
                        session.Caller.OperatorId,
                        session.CancellationToken);
                    session.Record(ActivityKind.MembersMerged, () => new ActivitySubject { MemberId = winner.Id, Text = input.Reason });
                    return merge;
                }
                catch (MergeUnresolvedException exception)
                {
                    throw new InvalidInputException([.. exception.Problems.Select(p => new InvalidField($"resolutions.{p.Key}", p.Code, p.Message))]);
                }
            },
            cancellationToken);

    [Authorize(Policies.Write)]
    [Authorize(Policies.ReadPersonalData)]
    [Error<InvalidInputException>]
    [Error<NotFoundException>]
    [Error<StaleVersionException>]
    [Error<DomainException>]
    [GraphQLDescription(
        "Undoes a merge: what came from the loser goes back as it is now, what was set aside is put back where nothing has taken its place, and what is new since the merge stays with the winner.")]
    public static Task<MemberMerge> UnmergeMembersAsync(
        UnmergeMembersInput input, CommunityWriter writer, IMemberProjection projection, CancellationToken cancellationToken) =>
        writer.WriteAsync(
            input,
            async session =>
            {
                var merge = await session.FindAsync<MemberMerge>(input.Id, "id");
                session.Expect(merge, input.Version);
                await MemberUnmerger.UnmergeAsync(session.Db, projection, merge, session.Now, session.Caller.OperatorId, session.CancellationToken);
                foreach (var memberId in new[] { merge.WinnerId, merge.LoserId })
                {
                    session.Record(ActivityKind.MembersUnmerged, () => new ActivitySubject { MemberId = memberId });
                }

                return merge;
            },
            cancellationToken);
}
