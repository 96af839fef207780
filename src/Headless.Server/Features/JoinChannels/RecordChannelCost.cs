using FluentValidation;
using Headless.Server.Access;
using Headless.Server.Features.Orders;
using Headless.Server.Writing;

namespace Headless.Server.Features.JoinChannels;

[GraphQLDescription("What a channel cost over some days.")]
public sealed record RecordChannelCostInput(
    [property: ID<JoinChannel>] [property: GraphQLDescription("The channel.")] long ChannelId,
    [property: GraphQLDescription("The first day, in the reporting time zone.")] DateOnly From,
    [property: GraphQLDescription("The day after the last one: at most ten years later.")] DateOnly To,
    [property: GraphQLDescription("How much it was over all those days.")] MoneyInput Amount,
    [property: GraphQLDescription("What it was spent on, at most 500 characters.")] string? Note,
    [property: ID<Campaign>] [property: GraphQLDescription("The campaign that it was spent for.")] long? CampaignId);

[GraphQLDescription("A cost that was entered by mistake.")]
public sealed record RemoveChannelCostInput(
    [property: ID<ChannelCost>] [property: GraphQLDescription("The cost.")] long Id);

/// <summary>The rules of <see cref="RecordChannelCostInput"/>.</summary>
public sealed class RecordChannelCostValidator : AbstractValidator<RecordChannelCostInput>
{
    public RecordChannelCostValidator()
    {
        RuleFor(i => i.To).Must((input, to) => to > input.From && to.DayNumber - input.From.DayNumber <= MetricWindow.MaxDays)
            .WithErrorCode("INVALID_INTERVAL").WithMessage($"'to' must be 1 to {MetricWindow.MaxDays} days later than 'from'.");
        RuleFor(i => i.Amount).SetValidator(new MoneyValidator());
        RuleFor(i => i.Note).MaximumLength(ChannelCost.NoteMaxLength).PlainText();
    }
}

/// <summary>The rules of <see cref="RemoveChannelCostInput"/>: none.</summary>
public sealed class RemoveChannelCostValidator : AbstractValidator<RemoveChannelCostInput>;

/// <summary>What channels cost.</summary>
[ExtendObjectType(OperationTypeNames.Mutation)]
public sealed class ChannelCostMutations
{
    [Authorize(Policies.Administer)]
    [Error<InvalidInputException>]
    [Error<NotFoundException>]
    [GraphQLDescription("Enters what a channel cost over some days, each of which costs the same.")]
    public static Task<ChannelCost> RecordChannelCostAsync(RecordChannelCostInput input, CommunityWriter writer, CancellationToken cancellationToken) =>
        writer.WriteAsync(
            input,
            async session =>
            {
                var channel = await session.FindAsync<JoinChannel>(input.ChannelId, "channelId");
                var campaign = await session.FindAsync<Campaign>(input.CampaignId, "campaignId");
                var cost = new ChannelCost
                {
                    JoinChannelId = channel.Id,
                    From = input.From,
                    To = input.To,
                    Amount = input.Amount.Amount,
                    Currency = input.Amount.Currency,
                    Note = input.Note,
                    CampaignId = campaign?.Id,
                };
                session.Db.ChannelCosts.Add(cost);
                return cost;
            },
            cancellationToken);

    [Authorize(Policies.Administer)]
    [Error<InvalidInputException>]
    [Error<NotFoundException>]
    [GraphQLDescription("Takes back a cost that was entered by mistake.")]
    public static Task<ChannelCost> RemoveChannelCostAsync(RemoveChannelCostInput input, CommunityWriter writer, CancellationToken cancellationToken) =>
        writer.WriteAsync(
            input,
            async session =>
            {
                var cost = await session.FindAsync<ChannelCost>(input.Id, "id");
                session.Db.ChannelCosts.Remove(cost);
                return cost;
            },
            cancellationToken);
}
