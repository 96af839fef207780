using FluentValidation;
using Headless.Server.Access;
using Headless.Server.Writing;

namespace Headless.Server.Features.CallLists;

[GraphQLDescription("Calls to give from one caller to another.")]
public sealed record ReassignCallsInput(
    [property: ID<CallList>] [property: GraphQLDescription("The list.")] long CallListId,
    [property: ID<Operator>] [property: GraphQLDescription("Who has them.")] long FromOperatorId,
    [property: ID<Operator>] [property: GraphQLDescription("Who is to have them; has to be active.")] long ToOperatorId,
    [property: GraphQLDescription("The version of the list that you read; given, the change is refused when somebody else was faster.")] long? Version);

[GraphQLDescription("What handing calls over did.")]
public sealed record CallHandover(
    [property: GraphQLDescription("The list.")] CallList CallList,
    [property: GraphQLDescription("How many calls the other caller has now.")] int Moved);

/// <summary>The rules of <see cref="ReassignCallsInput"/>.</summary>
public sealed class ReassignCallsValidator : AbstractValidator<ReassignCallsInput>
{
    public ReassignCallsValidator() =>
        RuleFor(i => i.ToOperatorId).NotEqual(i => i.FromOperatorId).WithErrorCode("SAME_OPERATOR").WithMessage("They have the calls already: name another caller.");
}

/// <summary>Hands calls over when a caller leaves.</summary>
[ExtendObjectType(OperationTypeNames.Mutation)]
public sealed class ReassignCallsMutation
{
    [Authorize(Policies.Write)]
    [Error<InvalidInputException>]
    [Error<NotFoundException>]
    [Error<StaleVersionException>]
    [Error<DomainException>]
    [UseMutationConvention(PayloadFieldName = "result")]
    [GraphQLDescription("Gives what a caller still has to call in the current round to another one, and their part of the partition with it.")]
    public static Task<CallHandover> ReassignCallsAsync(ReassignCallsInput input, CommunityWriter writer, CancellationToken cancellationToken) =>
        writer.WriteAsync(
            input,
            async session =>
            {
                var list = await session.FindOwnListAsync(input.CallListId, input.Version, "callListId");
                list.RequireOpen();
                await session.RequireActiveAsync([(input.ToOperatorId, "toOperatorId")]);
                var entries = await session.Db.CallEntries.IgnoreQueryFilters()
                    .Where(e => e.CallListId == list.Id && e.Round == list.Round && e.OperatorId == input.FromOperatorId
                        && (e.Status == CallStatus.Pending || e.Status == CallStatus.NoAnswer || e.Status == CallStatus.Reached))
                    .ToListAsync(session.CancellationToken);
                entries.ForEach(e => e.Reassign(input.ToOperatorId));
                foreach (var rule in list.Rules.Where(r => r.OperatorId == input.FromOperatorId).ToList())
                {
                    list.Rules.Remove(rule);
                    if (!list.Rules.Exists(r => r.Region == rule.Region && r.OperatorId == input.ToOperatorId))
                    {
                        list.Rules.Add(new CallRule { CallList = list, Region = rule.Region, OperatorId = input.ToOperatorId });
                    }
                }

                session.RecordList(ActivityKind.CallEntriesReassigned, list);
                return new CallHandover(list, entries.Count);
            },
            cancellationToken);
}
