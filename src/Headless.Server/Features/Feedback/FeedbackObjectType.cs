using Headless.Server.Access;

namespace Headless.Server.Features.Feedback;

/// <summary><c>type Feedback</c>.</summary>
public sealed class FeedbackObjectType : ObjectType<Community.Feedback>
{
    protected override void Configure(IObjectTypeDescriptor<Community.Feedback> descriptor)
    {
        descriptor.Description("What somebody said about company, product or service, or what research and visits found out, and what became of it.");
        descriptor.BindFieldsExplicitly();
        descriptor.ImplementsNode().IdField(f => f.Id).ResolveNodeWith<FeedbackNode>(n => FeedbackNode.GetFeedbackAsync(default, default!, default));
        descriptor.Field(f => f.Id).Description("The global id, stable for the life of the feedback: use it as cache key.");
        descriptor.Field(f => f.Topic).Description("What it is about, in the brand's own words.");
        descriptor.Field(f => f.Text).Authorize(Policies.ReadPersonalData)
            .Description("What was said; null where the member has been erased. Personal data: needs READ_PERSONAL_DATA.");
        descriptor.Field(f => f.Channel).Description("How the team learnt of it.");
        descriptor.Field(f => f.Sentiment).Description("How it sounds; null where nobody has said.");
        descriptor.Field(f => f.Product).Description("The product that it is about, by its name.");
        descriptor.Field(f => f.ReceivedAt).Description("When it was said.");
        descriptor.Field(f => f.Status).Description("Where it stands.");
        descriptor.Field(f => f.Resolution).Description("RESOLVED: what was done about it. DECLINED: why nothing is.");
        descriptor.Field(f => f.ClosedAt).Description("When it was resolved or declined; null otherwise.");
        descriptor.Field(f => f.CreatedAt).Description("When it was written down here.");
        descriptor.Field(f => f.UpdatedAt).Description("When it was last changed here.");
        descriptor.Field(f => f.Version).Description("Goes up with every change. Send it back with a change to be told when somebody else was faster.");
    }
}

/// <summary><c>enum FeedbackStatus</c>.</summary>
public sealed class FeedbackStatusEnumType : EnumType<FeedbackStatus>
{
    protected override void Configure(IEnumTypeDescriptor<FeedbackStatus> descriptor)
    {
        descriptor.Description("Where feedback stands: OPEN → TRIAGED → RESOLVED or DECLINED, which can be opened again; OPEN can be settled at once.");
        descriptor.Value(FeedbackStatus.Open).Description("Nobody has looked at it.");
        descriptor.Value(FeedbackStatus.Triaged).Description("Somebody deals with it: assignee says who.");
        descriptor.Value(FeedbackStatus.Resolved).Description("Something was done about it.");
        descriptor.Value(FeedbackStatus.Declined).Description("Nothing is going to be done about it.");
    }
}

/// <summary><c>enum FeedbackSentiment</c>.</summary>
public sealed class FeedbackSentimentEnumType : EnumType<FeedbackSentiment>
{
    protected override void Configure(IEnumTypeDescriptor<FeedbackSentiment> descriptor)
    {
        descriptor.Description("How feedback sounds, as whoever wrote it down judges.");
        descriptor.Value(FeedbackSentiment.Positive).Description("Praise.");
        descriptor.Value(FeedbackSentiment.Neutral).Description("Neither.");
        descriptor.Value(FeedbackSentiment.Negative).Description("A complaint.");
    }
}

/// <summary><c>enum FeedbackChannel</c>.</summary>
public sealed class FeedbackChannelEnumType : EnumType<FeedbackChannel>
{
    protected override void Configure(IEnumTypeDescriptor<FeedbackChannel> descriptor)
    {
        descriptor.Description("How the team learnt of feedback.");
        descriptor.Value(FeedbackChannel.Chat).Description("By a message, in a group or to staff.");
        descriptor.Value(FeedbackChannel.Call).Description("By a call.");
        descriptor.Value(FeedbackChannel.Visit).Description("Staff went there.");
        descriptor.Value(FeedbackChannel.Interview).Description("User research: a talk with prepared questions.");
        descriptor.Value(FeedbackChannel.Survey).Description("By an answer to a survey.");
        descriptor.Value(FeedbackChannel.Other).Description("In another way.");
    }
}
