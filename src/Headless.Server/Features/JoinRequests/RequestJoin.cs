using FluentValidation;
using Headless.Community.Ingestion;
using Headless.Server.Access;
using Headless.Server.Features.Ingestion;
using Headless.Server.Writing;

namespace Headless.Server.Features.JoinRequests;

[GraphQLDescription("Somebody who asks to come into a group.")]
public sealed record RequestJoinInput(
    [property: ID<Group>] [property: GraphQLDescription("The group.")] long GroupId,
    [property: GraphQLDescription("The account that asks; nobody needs to have it yet.")] IdentityReferenceInput Account,
    [property: GraphQLDescription("What they say, at most 1 000 characters.")] string? Note,
    [property: ID<Member>] [property: GraphQLDescription("The member who recommends or invites them.")] long? InvitedById,
    [property: ID<Operator>] [property: GraphQLDescription("The operator who invites them.")] long? InvitedByOperatorId,
    [property: ID<Order>] [property: GraphQLDescription("The order that paid the fee.")] long? OrderId,
    [property: ID<Campaign>] [property: GraphQLDescription("The campaign that they took part in.")] long? CampaignId);

/// <summary>The rules of <see cref="RequestJoinInput"/>.</summary>
public sealed class RequestJoinValidator : AbstractValidator<RequestJoinInput>
{
    public RequestJoinValidator()
    {
        RuleFor(i => i.Account).SetValidator(new IdentityReferenceValidator());
        RuleFor(i => i.Note).MaximumLength(JoinRequest.NoteMaxLength).PlainText();
    }
}

/// <summary>Somebody asks to come in.</summary>
[ExtendObjectType(OperationTypeNames.Mutation)]
public sealed class RequestJoinMutation
{
    [Authorize(Policies.Write)]
    [Error<InvalidInputException>]
    [Error<NotFoundException>]
    [Error<DomainException>]
    [GraphQLDescription(
        "Records that somebody asks to come into a group. While a request of the account is PENDING, another one answers that one: sent again, it changes nothing. Its eligibility says whether to approve it.")]
    public static Task<JoinRequest> RequestJoinAsync(RequestJoinInput input, CommunityWriter writer, JoiningOptions options, CancellationToken cancellationToken) =>
        writer.WriteAsync(
            input,
            async session =>
            {
                await session.Db.LockActivityLogAsync(session.CancellationToken);
                var group = await session.FindAsync<Group>(input.GroupId, "groupId");
                var (platform, externalId) = (input.Account.Platform, input.Account.ExternalId);
                if (await session.Db.JoinRequests.FirstOrDefaultAsync(
                    r => r.GroupId == group.Id && r.Platform == platform && r.AccountExternalId == externalId && r.Status == JoinRequestStatus.Pending,
                    session.CancellationToken) is { } pending)
                {
                    return pending;
                }

                if (group.Status is GroupStatus.Archived or GroupStatus.Closed)
                {
                    throw new DomainException(DomainErrorCodes.NotEligible, "The group has ended: nobody can come in any more.");
                }

                var request = new JoinRequest
                {
                    GroupId = group.Id,
                    Platform = platform,
                    AccountExternalId = externalId,
                    DisplayName = input.Account.DisplayName,
                    MemberId = await session.Db.Identities.IgnoreQueryFilters().Where(i => i.Platform == platform && i.ExternalId == externalId)
                        .Select(i => (long?)i.MemberId).FirstOrDefaultAsync(session.CancellationToken),
                    Note = input.Note,
                    InvitedById = (await session.FindAsync<Member>(input.InvitedById, "invitedById"))?.Id,
                    InvitedByOperatorId = (await session.FindAsync<Operator>(input.InvitedByOperatorId, "invitedByOperatorId"))?.Id,
                    OrderId = (await session.FindAsync<Order>(input.OrderId, "orderId"))?.Id,
                    CampaignId = (await session.FindAsync<Campaign>(input.CampaignId, "campaignId"))?.Id,
                    RequestedAt = session.Now,
                    ExpiresAt = session.Now + options.RequestsExpireAfter,
                };
                session.Db.JoinRequests.Add(request);
                session.Record(ActivityKind.JoinRequested, () => new ActivitySubject { GroupId = group.Id, MemberId = request.MemberId });
                return request;
            },
            cancellationToken);
}
