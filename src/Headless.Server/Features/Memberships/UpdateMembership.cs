using FluentValidation;
using Headless.Server.Access;
using Headless.Server.Writing;

namespace Headless.Server.Features.Memberships;

[GraphQLDescription("A change of a stay. A field that is not given stays as it is; null clears it where it may be empty.")]
public sealed record UpdateMembershipInput(
    [property: ID<Membership>] [property: GraphQLDescription("The stay.")] long Id,
    [property: GraphQLDescription("The version that you read; given, the change is refused when somebody else was faster.")] long? Version,
    [property: GraphQLDescription("What the member is called in the group.")] Optional<string?> Nickname,
    [property: GraphQLDescription("What the member is to the group.")] Optional<MembershipRole?> Role);

/// <summary>The rules of <see cref="UpdateMembershipInput"/>.</summary>
public sealed class UpdateMembershipValidator : AbstractValidator<UpdateMembershipInput>
{
    public UpdateMembershipValidator()
    {
        RuleFor(i => i.Nickname.Value).MaximumLength(Membership.NicknameMaxLength).PlainText().OverridePropertyName("nickname");
        RuleFor(i => i.Role.Value).NotNull().When(i => i.Role.HasValue).OverridePropertyName("role");
    }
}

/// <summary>Changes a stay.</summary>
[ExtendObjectType(OperationTypeNames.Mutation)]
public sealed class UpdateMembershipMutation
{
    [Authorize(Policies.Write)]
    [Error<InvalidInputException>]
    [Error<NotFoundException>]
    [Error<StaleVersionException>]
    [GraphQLDescription("Changes a member's nickname and role in a group.")]
    public static Task<Membership> UpdateMembershipAsync(UpdateMembershipInput input, CommunityWriter writer, CancellationToken cancellationToken) =>
        writer.WriteAsync(
            input,
            async session =>
            {
                var membership = await session.FindAsync<Membership>(input.Id, "id", q => q.Include(m => m.Group));
                session.Expect(membership, input.Version);
                membership.Nickname = input.Nickname.Or(membership.Nickname);
                membership.NicknameCompliance = NicknameChecks.Check(membership.Group.NicknameRule.Pattern, membership.Nickname);
                membership.Role = input.Role.Or(membership.Role)!.Value;
                session.Record(
                    ActivityKind.MembershipUpdated,
                    () => new ActivitySubject { GroupId = membership.GroupId, MemberId = membership.MemberId, MembershipId = membership.Id });
                return membership;
            },
            cancellationToken);
}
