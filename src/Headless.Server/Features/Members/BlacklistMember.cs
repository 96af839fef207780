using FluentValidation;
using Headless.Server.Access;
using Headless.Server.Writing;

namespace Headless.Server.Features.Members;

[GraphQLDescription("A member to keep out.")]
public sealed record BlacklistMemberInput(
    [property: ID<Member>] [property: GraphQLDescription("The member.")] long Id,
    [property: GraphQLDescription("Why, for whoever asks later.")] string Reason,
    [property: GraphQLDescription("The version that you read; given, the change is refused when somebody else was faster.")] long? Version);

[GraphQLDescription("A member to let in again.")]
public sealed record UnblacklistMemberInput(
    [property: ID<Member>] [property: GraphQLDescription("The member.")] long Id,
    [property: GraphQLDescription("Why, for whoever reads the history.")] string? Reason,
    [property: GraphQLDescription("The version that you read; given, the change is refused when somebody else was faster.")] long? Version);

/// <summary>The rules of <see cref="BlacklistMemberInput"/>.</summary>
public sealed class BlacklistMemberValidator : AbstractValidator<BlacklistMemberInput>
{
    public BlacklistMemberValidator() => RuleFor(i => i.Reason).NotEmpty().MaximumLength(Member.BlacklistReasonMaxLength).PlainText();
}

/// <summary>The rules of <see cref="UnblacklistMemberInput"/>.</summary>
public sealed class UnblacklistMemberValidator : AbstractValidator<UnblacklistMemberInput>
{
    public UnblacklistMemberValidator() => RuleFor(i => i.Reason).MaximumLength(Member.BlacklistReasonMaxLength).PlainText();
}

/// <summary>Keeps members out and lets them in again.</summary>
[ExtendObjectType(OperationTypeNames.Mutation)]
public sealed class BlacklistMemberMutations
{
    [Authorize(Policies.Write)]
    [Error<InvalidInputException>]
    [Error<NotFoundException>]
    [Error<StaleVersionException>]
    [Error<DomainException>]
    [GraphQLDescription("Keeps a member out: a join of theirs is rejected from now on. Stays that last are not ended; recordLeave does that.")]
    public static Task<Member> BlacklistMemberAsync(BlacklistMemberInput input, CommunityWriter writer, CancellationToken cancellationToken) =>
        writer.WriteAsync(
            input,
            async session =>
            {
                var member = await session.FindAsync<Member>(input.Id, "id");
                session.Expect(member, input.Version);
                member.Blacklist(session.Now, input.Reason, session.Caller.OperatorId);
                session.Record(ActivityKind.MemberBlacklisted, () => new ActivitySubject { MemberId = member.Id, Text = input.Reason });
                return member;
            },
            cancellationToken);

    [Authorize(Policies.Write)]
    [Error<InvalidInputException>]
    [Error<NotFoundException>]
    [Error<StaleVersionException>]
    [Error<DomainException>]
    [GraphQLDescription("Lets a member in again.")]
    public static Task<Member> UnblacklistMemberAsync(UnblacklistMemberInput input, CommunityWriter writer, CancellationToken cancellationToken) =>
        writer.WriteAsync(
            input,
            async session =>
            {
                var member = await session.FindAsync<Member>(input.Id, "id");
                session.Expect(member, input.Version);
                member.Unblacklist();
                session.Record(ActivityKind.MemberUnblacklisted, () => new ActivitySubject { MemberId = member.Id, Text = input.Reason });
                return member;
            },
            cancellationToken);
}
