using FluentValidation;
using Headless.Server.Access;
using Headless.Server.Writing;

namespace Headless.Server.Features.Digests;

[GraphQLDescription("A digest that is to be delivered.")]
public sealed record ApproveDigestInput(
    [property: ID<Digest>] [property: GraphQLDescription("The digest.")] long Id,
    [property: GraphQLDescription("When it is delivered; the time that it has, or at once, unless given.")] DateTimeOffset? DeliverAt,
    [property: GraphQLDescription("The version that you read; given, the change is refused when somebody else was faster.")] long? Version);

[GraphQLDescription("A digest that is not to be delivered yet.")]
public sealed record ReviseDigestInput(
    [property: ID<Digest>] [property: GraphQLDescription("The digest.")] long Id,
    [property: GraphQLDescription("The version that you read; given, the change is refused when somebody else was faster.")] long? Version);

[GraphQLDescription("A digest that is not to be delivered at all.")]
public sealed record DiscardDigestInput(
    [property: ID<Digest>] [property: GraphQLDescription("The digest.")] long Id,
    [property: GraphQLDescription("Why, at most 500 characters.")] string? Reason,
    [property: GraphQLDescription("The version that you read; given, the change is refused when somebody else was faster.")] long? Version);

/// <summary>The rules of <see cref="ApproveDigestInput"/>.</summary>
public sealed class ApproveDigestValidator : AbstractValidator<ApproveDigestInput>
{
    public const int MaxDays = 30;

    public ApproveDigestValidator(TimeProvider clock) =>
        RuleFor(i => i.DeliverAt).Must(at => at is null || at <= clock.GetUtcNow().AddDays(MaxDays)).WithErrorCode("TOO_FAR_AHEAD").WithMessage($"'{{PropertyName}}' lies more than {MaxDays} days ahead.");
}

/// <summary>The rules of <see cref="ReviseDigestInput"/>: those of the digest.</summary>
public sealed class ReviseDigestValidator : AbstractValidator<ReviseDigestInput>;

/// <summary>The rules of <see cref="DiscardDigestInput"/>.</summary>
public sealed class DiscardDigestValidator : AbstractValidator<DiscardDigestInput>
{
    public DiscardDigestValidator() => RuleFor(i => i.Reason).MaximumLength(Digest.ReasonMaxLength).PlainText();
}

/// <summary>DRAFT ⇄ APPROVED → DELIVERED, by the clock; both can be DISCARDED.</summary>
[ExtendObjectType(OperationTypeNames.Mutation)]
public sealed class ChangeDigestStatusMutations
{
    [Authorize(Policies.Write)]
    [Error<InvalidInputException>]
    [Error<NotFoundException>]
    [Error<StaleVersionException>]
    [Error<DomainException>]
    [GraphQLDescription("Approves a draft: when its time has come, a mailing is requested once, to every customer who is in the group then and did not opt out of DIGEST. previewDelivery(purpose: DIGEST) says who does not get it, and why.")]
    public static Task<Digest> ApproveDigestAsync(ApproveDigestInput input, CommunityWriter writer, CancellationToken cancellationToken) =>
        StepAsync(
            input, input.Id, input.Version, writer, ActivityKind.DigestApproved,
            (digest, session) => digest.Approve(session.Now, session.Caller.OperatorId, Latest(input.DeliverAt?.UtcDateTime ?? digest.DeliverAt, session.Now)), cancellationToken);

    [Authorize(Policies.Write)]
    [Error<InvalidInputException>]
    [Error<NotFoundException>]
    [Error<StaleVersionException>]
    [Error<DomainException>]
    [GraphQLDescription("Takes an approval back: the digest is a DRAFT again.")]
    public static Task<Digest> ReviseDigestAsync(ReviseDigestInput input, CommunityWriter writer, CancellationToken cancellationToken) =>
        StepAsync(input, input.Id, input.Version, writer, ActivityKind.DigestRevised, (digest, _) => digest.Revise(), cancellationToken);

    [Authorize(Policies.Write)]
    [Error<InvalidInputException>]
    [Error<NotFoundException>]
    [Error<StaleVersionException>]
    [Error<DomainException>]
    [GraphQLDescription("Discards a digest that is not delivered. Another one of the day can be made.")]
    public static Task<Digest> DiscardDigestAsync(DiscardDigestInput input, CommunityWriter writer, CancellationToken cancellationToken) =>
        StepAsync(input, input.Id, input.Version, writer, ActivityKind.DigestDiscarded, (digest, session) => digest.Discard(session.Now, input.Reason), cancellationToken);

    private static Task<Digest> StepAsync<T>(T input, long id, long? version, CommunityWriter writer, ActivityKind kind, Action<Digest, WriteSession> step, CancellationToken ct)
        where T : notnull => writer.WriteAsync(
        input,
        async session =>
        {
            var digest = await session.FindAsync<Digest>(id, "id", q => q.Include(d => d.Items));
            session.Expect(digest, version);
            step(digest, session);
            session.RecordDigest(kind, digest);
            return digest;
        },
        ct);

    private static DateTime Latest(DateTime? planned, DateTime now) => planned > now ? planned.Value : now;
}
