using FluentValidation;
using Headless.Server.Access;
using Headless.Server.Writing;

namespace Headless.Server.Features.CallLists;

[GraphQLDescription("Members to put on a call list.")]
public sealed record AddCallListMembersInput(
    [property: ID<CallList>] [property: GraphQLDescription("The list.")] long CallListId,
    [property: ID<Member>] [property: GraphQLDescription("The members, at most 1 000.")] IReadOnlyList<long>? MemberIds,
    [property: ID<Segment>] [property: GraphQLDescription("A segment whose members of now come on it, besides those who are named.")] long? SegmentId,
    [property: GraphQLDescription("The version that you read; given, the change is refused when somebody else was faster.")] long? Version);

/// <summary>The rules of <see cref="AddCallListMembersInput"/>.</summary>
public sealed class AddCallListMembersValidator : AbstractValidator<AddCallListMembersInput>
{
    public AddCallListMembersValidator()
    {
        RuleFor(i => i.MemberIds).NotEmpty().When(i => i.SegmentId is null);
        RuleFor(i => i.MemberIds).Must(ids => ids is null || ids.Count <= CallListFilling.MaxMembers)
            .WithErrorCode("TOO_MANY_ROWS").WithMessage($"One request takes at most {CallListFilling.MaxMembers} members: send the others in another.");
    }
}

/// <summary>Puts further members on a call list.</summary>
[ExtendObjectType(OperationTypeNames.Mutation)]
public sealed class AddCallListMembersMutation
{
    [Authorize(Policies.Write)]
    [Error<InvalidInputException>]
    [Error<NotFoundException>]
    [Error<AlreadyExistsException>]
    [Error<StaleVersionException>]
    [Error<DomainException>]
    [UseMutationConvention(PayloadFieldName = "result")]
    [GraphQLDescription("Puts further members on the current round of a call list. Who is on it already stays as they are, so it can be sent again.")]
    public static Task<CallListChange> AddCallListMembersAsync(AddCallListMembersInput input, CommunityWriter writer, CancellationToken cancellationToken) =>
        writer.WriteAsync(
            input,
            async session =>
            {
                var list = await session.FindOwnListAsync(input.CallListId, input.Version, "callListId");
                list.RequireOpen();
                var change = await session.AddMembersAsync(list, input.MemberIds ?? [], input.SegmentId);
                if (change.Added + change.Skipped > 0)
                {
                    session.RecordList(ActivityKind.CallEntriesAdded, list);
                }

                return change;
            },
            cancellationToken);
}
