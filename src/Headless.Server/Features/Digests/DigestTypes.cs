using Headless.Server.Access;

namespace Headless.Server.Features.Digests;

/// <summary><c>type Digest</c>.</summary>
public sealed class DigestObjectType : ObjectType<Digest>
{
    protected override void Configure(IObjectTypeDescriptor<Digest> descriptor)
    {
        descriptor.Description("The best of a group's day, or its morning issue: proposed by a published score, edited, and delivered to each member who did not opt out.");
        descriptor.BindFieldsExplicitly();
        descriptor.ImplementsNode().IdField(d => d.Id).ResolveNodeWith<DigestNode>(n => DigestNode.GetDigestAsync(default, default!, default));
        descriptor.Field(d => d.Id).Description("The global id, stable for the life of the digest: use it as cache key.");
        descriptor.Field(d => d.Kind).Description("What it is made from.");
        descriptor.Field(d => d.Date).Description("The day that it is of, in the group's time zone.");
        descriptor.Field(d => d.From).Description("What it was proposed from begins then.");
        descriptor.Field(d => d.Until).Description("And ends then: at the end of the day, or when it was made.");
        descriptor.Field(d => d.Title).Description("The title.");
        descriptor.Field(d => d.Intro).Description("What stands before the items.");
        descriptor.Field(d => d.Channel).Description("PRIVATE_CHAT or EMAIL: to each member by themselves; GROUP: into the group.");
        descriptor.Field(d => d.Status).Description("Where it stands.");
        descriptor.Field(d => d.DeliverAt).Description("When it is to be delivered; null: as soon as it is approved.");
        descriptor.Field(d => d.ApprovedAt).Description("When it was approved; null: it is not.");
        descriptor.Field(d => d.DeliveredAt).Description("When its deliveries were requested; null: they were not.");
        descriptor.Field(d => d.DiscardedAt).Description("When it was discarded; null: it was not.");
        descriptor.Field(d => d.DiscardReason).Description("Why.");
        descriptor.Field(d => d.CreatedAt).Description("When the draft was made.");
        descriptor.Field(d => d.UpdatedAt).Description("When it was last changed.");
        descriptor.Field(d => d.Version).Description("Goes up with every change. Send it back with a change to be told when somebody else was faster.");
    }
}

/// <summary><c>type DigestItem</c>.</summary>
public sealed class DigestItemObjectType : ObjectType<DigestItem>
{
    protected override void Configure(IObjectTypeDescriptor<DigestItem> descriptor)
    {
        descriptor.Description("One thing in a digest: a message, a content item, or words of the editor's own. Of a message no text is kept here.");
        descriptor.BindFieldsExplicitly();
        descriptor.Field(i => i.Position).Description("Its place, from 1.");
        descriptor.Field(i => i.Title).Authorize(Policies.ReadPersonalData).Description("The editor's heading. May name a person: needs READ_PERSONAL_DATA, and an erasure of the message's author empties it.");
        descriptor.Field(i => i.Note).Authorize(Policies.ReadPersonalData).Description("What the editor says about it. May name a person: needs READ_PERSONAL_DATA, and an erasure of the message's author empties it.");
    }
}

[GraphQLDescription("What an item is proposed for: the sum of its parts.")]
public sealed record DigestItemScore(
    [property: GraphQLDescription("The points together.")] int Total,
    [property: GraphQLDescription("The version of the rule.")] short Version,
    [property: ListSize(AssumedSize = 4)] [property: GraphQLDescription("What it got points for.")] IReadOnlyList<DigestItemPoints> Parts)
{
    internal static DigestItemScore Of(DigestScore score, short version) => new(score.Total, version, [.. score.Parts.Select(p => new DigestItemPoints(p.Part, p.Count, p.Points))]);
}

[GraphQLDescription("Points for something that was counted.")]
public sealed record DigestItemPoints(
    [property: GraphQLDescription("What for.")] DigestScorePart Part,
    [property: GraphQLDescription("What was counted: characters, members, days, keywords.")] int Count,
    [property: GraphQLDescription("What it gives.")] int Points);

/// <param name="ActivityId">The message.</param>
/// <param name="ContentItemId">The content item.</param>
/// <param name="Score">What for.</param>
[GraphQLDescription("Something that a digest could say.")]
public sealed record ProposedDigestItem(
    [property: GraphQLIgnore] long? ActivityId,
    [property: GraphQLIgnore] long? ContentItemId,
    [property: GraphQLDescription("What it is proposed for.")] DigestItemScore Score);

/// <summary><c>enum DigestKind</c>.</summary>
public sealed class DigestKindEnumType : EnumType<DigestKind>
{
    protected override void Configure(IEnumTypeDescriptor<DigestKind> descriptor)
    {
        descriptor.Description("What a digest is made from.");
        descriptor.Value(DigestKind.Daily).Description("The best of the group's day: messages, and content that its members reacted to. Not proposed: what is not effective, is shorter than 20 characters without anything to take away, breaks a rule, or is of somebody who is kept out; more than three messages of one person.");
        descriptor.Value(DigestKind.Morning).Description("早报: content of the library that is PUBLISHED, by category and keywords; nothing that the group had within 30 days.");
    }
}

/// <summary><c>enum DigestStatus</c>.</summary>
public sealed class DigestStatusEnumType : EnumType<DigestStatus>
{
    protected override void Configure(IEnumTypeDescriptor<DigestStatus> descriptor)
    {
        descriptor.Description("Where a digest stands: DRAFT ⇄ APPROVED → DELIVERED; the first two can be DISCARDED.");
        descriptor.Value(DigestStatus.Draft).Description("It is edited.");
        descriptor.Value(DigestStatus.Approved).Description("It is delivered when its time has come.");
        descriptor.Value(DigestStatus.Delivered).Description("Its deliveries have been requested: mailing says how far they are.");
        descriptor.Value(DigestStatus.Discarded).Description("It is not delivered: discarded by somebody, or because nothing that it quotes is kept any more.");
    }
}

/// <summary><c>enum DigestScorePart</c>.</summary>
public sealed class DigestScorePartEnumType : EnumType<DigestScorePart>
{
    protected override void Configure(IEnumTypeDescriptor<DigestScorePart> descriptor)
    {
        descriptor.Description("What a proposal gets points for, version 2 of the rule. What a message answers is known where its source says so (replyTo); else VOICES counts who spoke soon after, which is no more than a hint. Version 1 knew no answers.");
        descriptor.Value(DigestScorePart.Length).Description("A message: one point for each 20 characters, at most 10. A letter or digit that is not Chinese, Japanese or Korean counts half.");
        descriptor.Value(DigestScorePart.Material).Description("A message: 5 points for a link, a file or a video.");
        descriptor.Value(DigestScorePart.Voices).Description("A message: one point for each other member who answered it, or who spoke in the group within ten minutes after it and answered nothing else, at most 10.");
        descriptor.Value(DigestScorePart.Role).Description("A message: 3 points where a KOL said it, 2 for a seed member.");
        descriptor.Value(DigestScorePart.Opens).Description("Content: one point for each member who opened it that day in the group, at most 10.");
        descriptor.Value(DigestScorePart.Likes).Description("Content: 2 points for each who liked it, at most 10.");
        descriptor.Value(DigestScorePart.Comments).Description("Content: 3 points for each who commented, at most 12.");
        descriptor.Value(DigestScorePart.Shares).Description("Content: 4 points for each who passed it on, at most 12.");
        descriptor.Value(DigestScorePart.Fresh).Description("MORNING: 7 points, less one for each day since it was published; count: these days.");
        descriptor.Value(DigestScorePart.Keywords).Description("MORNING: 5 points for each keyword that finds it, at most 20.");
        descriptor.Value(DigestScorePart.Unused).Description("MORNING: 3 points where it was never used in any group.");
    }
}
