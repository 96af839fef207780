using Headless.Server.Features.Groups;

namespace Headless.Server.Features.Announcements;

/// <summary><c>type Announcement</c>.</summary>
public sealed class AnnouncementObjectType : ObjectType<Announcement>
{
    protected override void Configure(IObjectTypeDescriptor<Announcement> descriptor)
    {
        descriptor.Description(
            "What a group's members are told. A connector that follows ANNOUNCEMENT_PUBLISHED, _UPDATED, _PINNED and _RETRACTED brings it to the platform; the product itself sends nothing.");
        descriptor.BindFieldsExplicitly();
        descriptor.ImplementsNode().IdField(a => a.Id).ResolveNodeWith<AnnouncementNode>(n => AnnouncementNode.GetAnnouncementAsync(default, default!, default));
        descriptor.Field(a => a.Id).Description("The global id, stable for the life of the announcement: use it as cache key.");
        descriptor.Field(a => a.Kind).Description("What it is about.");
        descriptor.Field(a => a.Text).Description("What it says now; versions has what it said before.");
        descriptor.Field(a => a.CountsDownTo).Description("What a COUNTDOWN counts down to.");
        descriptor.Field(a => a.Status).Description("Where it stands.");
        descriptor.Field(a => a.IsPinned).Description("Whether it stands above the messages, or will once it is published. A group has one published announcement there at most.");
        descriptor.Field(a => a.PublishAt)
            .Description("When it is published by itself: an instant. A client that means 9 o'clock in a time zone sends it with that zone's offset on that day; a later change of clocks does not move it.");
        descriptor.Field(a => a.PublishedAt).Description("When it was published; null: it was not.");
        descriptor.Field(a => a.RetractedAt).Description("When it was taken back; null: it was not.");
        descriptor.Field(a => a.CreatedAt).Description("When it was entered here.");
        descriptor.Field(a => a.UpdatedAt).Description("When it was last changed here.");
        descriptor.Field(a => a.Version).Description("Goes up with every change. Send it back with an update to be told when somebody else was faster.");
    }
}

/// <summary><c>type AnnouncementVersion</c>.</summary>
public sealed class AnnouncementVersionObjectType : ObjectType<AnnouncementVersion>
{
    protected override void Configure(IObjectTypeDescriptor<AnnouncementVersion> descriptor)
    {
        descriptor.Description("A text that an announcement has or had.");
        descriptor.BindFieldsExplicitly();
        descriptor.Field(v => v.Number).Description("1 for the first text.");
        descriptor.Field(v => v.Text).Description("The text.");
        descriptor.Field(v => v.WrittenAt).Description("When.");
    }
}

/// <summary><c>enum AnnouncementKind</c>.</summary>
public sealed class AnnouncementKindEnumType : EnumType<AnnouncementKind>
{
    protected override void Configure(IEnumTypeDescriptor<AnnouncementKind> descriptor)
    {
        descriptor.Description("What an announcement is about.");
        descriptor.Value(AnnouncementKind.Rules).Description("The group's role and its rules. Replicas of the group get it as a draft.");
        descriptor.Value(AnnouncementKind.Event).Description("Something that will happen.");
        descriptor.Value(AnnouncementKind.Countdown).Description("The time that is left until something happens; countsDownTo says when that is.");
        descriptor.Value(AnnouncementKind.Notice).Description("Anything else.");
    }
}

/// <summary><c>enum AnnouncementStatus</c>.</summary>
public sealed class AnnouncementStatusEnumType : EnumType<AnnouncementStatus>
{
    protected override void Configure(IEnumTypeDescriptor<AnnouncementStatus> descriptor)
    {
        descriptor.Description("Where an announcement stands: DRAFT ⇄ SCHEDULED → PUBLISHED → RETRACTED, and straight from DRAFT to PUBLISHED or RETRACTED.");
        descriptor.Value(AnnouncementStatus.Draft).Description("It is being written.");
        descriptor.Value(AnnouncementStatus.Scheduled).Description("It is published by itself at publishAt. If the group does not run then it is a draft again.");
        descriptor.Value(AnnouncementStatus.Published).Description("The members are told.");
        descriptor.Value(AnnouncementStatus.Retracted).Description("It was taken back, or came to nothing: for good.");
    }
}

/// <summary><c>input AnnouncementFilterInput</c>.</summary>
public sealed class AnnouncementFilterInput : FilterInputType<Announcement>
{
    protected override void Configure(IFilterInputTypeDescriptor<Announcement> descriptor)
    {
        descriptor.Description("Conditions on announcements; all that are given must hold.");
        descriptor.BindFieldsExplicitly();
        descriptor.Field(a => a.Id).Type<IdOperationFilterInputType>().Description("The global id.");
        descriptor.Field(a => a.Kind).Description("What it is about.");
        descriptor.Field(a => a.Status).Description("Where it stands.");
        descriptor.Field(a => a.IsPinned).Description("Whether it stands above the messages, or will.");
        descriptor.Field(a => a.PublishAt).Description("When it is published by itself.");
        descriptor.Field(a => a.PublishedAt).Description("When it was published.");
        descriptor.Field(a => a.CreatedAt).Description("When it was entered here.");
        descriptor.Field(a => a.Group).Type<GroupFilterInput>().Description("The group whose members it tells.");
    }
}

/// <summary><c>input AnnouncementSortInput</c>.</summary>
public sealed class AnnouncementSortInput : SortInputType<Announcement>
{
    protected override void Configure(ISortInputTypeDescriptor<Announcement> descriptor)
    {
        descriptor.Description("The order of announcements. Announcements that are equal in it are ordered by id.");
        descriptor.BindFieldsExplicitly();
        descriptor.Field(a => a.Status).Description("By status.");
        descriptor.Field(a => a.PublishAt).Description("By the time at which it is published by itself.");
        descriptor.Field(a => a.PublishedAt).Description("By the time at which it was published.");
        descriptor.Field(a => a.CreatedAt).Description("By time of entry.");
    }
}
