using Headless.Server.Features.Campaigns;
using Headless.Server.Features.Groups;
using Headless.Server.Features.Members;
using Headless.Server.Features.Operators;

namespace Headless.Server.Features.Feedback;

/// <summary><c>input FeedbackFilterInput</c>: no text, which is personal data.</summary>
public sealed class FeedbackFilterInput : FilterInputType<Community.Feedback>
{
    protected override void Configure(IFilterInputTypeDescriptor<Community.Feedback> descriptor)
    {
        descriptor.Description("Conditions on feedback; all that are given must hold.");
        descriptor.BindFieldsExplicitly();
        descriptor.Field(f => f.Id).Type<IdOperationFilterInputType>().Description("The global id.");
        descriptor.Field(f => f.Topic).Description("What it is about.");
        descriptor.Field(f => f.Channel).Description("How the team learnt of it.");
        descriptor.Field(f => f.Sentiment).Description("How it sounds.");
        descriptor.Field(f => f.Product).Description("The product that it is about.");
        descriptor.Field(f => f.ReceivedAt).Description("When it was said.");
        descriptor.Field(f => f.Status).Description("Where it stands.");
        descriptor.Field(f => f.ClosedAt).Description("When it was resolved or declined.");
        descriptor.Field(f => f.CreatedAt).Description("When it was written down here.");
        descriptor.Field(f => f.UpdatedAt).Description("When it was last changed here.");
        descriptor.Field(f => f.Member).Type<MemberFilterInput>().Description("Who said it.");
        descriptor.Field(f => f.Group).Type<GroupFilterInput>().Description("The group in which it came up.");
        descriptor.Field(f => f.Campaign).Type<CampaignFilterInput>().Description("The campaign that it is about.");
        descriptor.Field(f => f.Assignee).Type<OperatorFilterInput>().Description("Who deals with it.");
    }
}

/// <summary><c>input FeedbackSortInput</c>.</summary>
public sealed class FeedbackSortInput : SortInputType<Community.Feedback>
{
    protected override void Configure(ISortInputTypeDescriptor<Community.Feedback> descriptor)
    {
        descriptor.Description("The order of feedback. Feedback that is equal in it is ordered by id.");
        descriptor.BindFieldsExplicitly();
        descriptor.Field(f => f.ReceivedAt).Description("By the time at which it was said.");
        descriptor.Field(f => f.Topic).Description("By topic.");
        descriptor.Field(f => f.Status).Description("By status, in the order of the enum.");
        descriptor.Field(f => f.ClosedAt).Description("By the time at which it was settled.");
        descriptor.Field(f => f.CreatedAt).Description("By time of writing down.");
        descriptor.Field(f => f.UpdatedAt).Description("By time of the last change.");
    }
}
