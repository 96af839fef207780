namespace Headless.Server.Features.ContentItems;

/// <summary><c>enum ContentCategory</c>.</summary>
public sealed class ContentCategoryEnumType : EnumType<ContentCategory>
{
    protected override void Configure(IEnumTypeDescriptor<ContentCategory> descriptor)
    {
        descriptor.Description("What content is to achieve.");
        descriptor.Value(ContentCategory.Activate).Description("促活: keeps people talking; often.");
        descriptor.Value(ContentCategory.Convert).Description("转化: sells; now and then.");
        descriptor.Value(ContentCategory.Brand).Description("品宣: speaks for the brand; seldom.");
    }
}

/// <summary><c>enum ContentKind</c>.</summary>
public sealed class ContentKindEnumType : EnumType<ContentKind>
{
    protected override void Configure(IEnumTypeDescriptor<ContentKind> descriptor)
    {
        descriptor.Description("The library that content belongs to.");
        descriptor.Value(ContentKind.Product).Description("About the products.");
        descriptor.Value(ContentKind.Knowledge).Description("Knowledge that helps the members.");
        descriptor.Value(ContentKind.IndustryNews).Description("What the industry talks about.");
        descriptor.Value(ContentKind.Resource).Description("Things of value to take away.");
        descriptor.Value(ContentKind.Tool).Description("Recommendations of tools.");
        descriptor.Value(ContentKind.UserStory).Description("What users have done and say.");
    }
}

/// <summary><c>enum ContentSource</c>.</summary>
public sealed class ContentSourceEnumType : EnumType<ContentSource>
{
    protected override void Configure(IEnumTypeDescriptor<ContentSource> descriptor)
    {
        descriptor.Description("Where content comes from.");
        descriptor.Value(ContentSource.Original).Description("Written here.");
        descriptor.Value(ContentSource.Repost).Description("Somebody else's, with their permission: it cannot be submitted without originUrl and permission.");
        descriptor.Value(ContentSource.Solicited).Description("Commissioned from a user or an opinion leader.");
    }
}

/// <summary><c>enum ContentStatus</c>.</summary>
public sealed class ContentStatusEnumType : EnumType<ContentStatus>
{
    protected override void Configure(IEnumTypeDescriptor<ContentStatus> descriptor)
    {
        descriptor.Description("Where content stands. ORIGINAL: TOPIC → OUTLINE → KEY_POINTS → DRAFT; SOLICITED: BRIEF → INVITED → RECEIVED; REPOST begins at DRAFT. Then all: IN_REVIEW → APPROVED → PUBLISHED → ARCHIVED. A review or a change sends back to DRAFT.");
        descriptor.Value(ContentStatus.Topic).Description("ORIGINAL: a topic is looked for.");
        descriptor.Value(ContentStatus.Outline).Description("ORIGINAL: the outline is being written.");
        descriptor.Value(ContentStatus.KeyPoints).Description("ORIGINAL: the key points are being written.");
        descriptor.Value(ContentStatus.Brief).Description("SOLICITED: what is wanted is being written down.");
        descriptor.Value(ContentStatus.Invited).Description("SOLICITED: somebody has been asked for it.");
        descriptor.Value(ContentStatus.Received).Description("SOLICITED: it has come and can be handed in for review.");
        descriptor.Value(ContentStatus.Draft).Description("The text is being written.");
        descriptor.Value(ContentStatus.InReview).Description("Handed in; somebody other than the author reviews it.");
        descriptor.Value(ContentStatus.Approved).Description("Accepted; can be published.");
        descriptor.Value(ContentStatus.Published).Description("Public; changes no more.");
        descriptor.Value(ContentStatus.Archived).Description("Put away for good.");
    }
}

/// <summary><c>enum ContentCadence</c>.</summary>
public sealed class ContentCadenceEnumType : EnumType<ContentCadence>
{
    protected override void Configure(IEnumTypeDescriptor<ContentCadence> descriptor)
    {
        descriptor.Description("How often a category is meant to be used in a group, in words; cadenceRules says what they mean here.");
        descriptor.Value(ContentCadence.High).Description("Often: ACTIVATE.");
        descriptor.Value(ContentCadence.Medium).Description("Now and then: CONVERT.");
        descriptor.Value(ContentCadence.Low).Description("Seldom: BRAND.");
    }
}

/// <summary><c>enum CadenceState</c>.</summary>
public sealed class CadenceStateEnumType : EnumType<CadenceState>
{
    protected override void Configure(IEnumTypeDescriptor<CadenceState> descriptor)
    {
        descriptor.Description("How a week of a group stands to a cadence rule.");
        descriptor.Value(CadenceState.Below).Description("Fewer uses than the minimum, and the week is over.");
        descriptor.Value(CadenceState.Within).Description("Neither too few nor too many.");
        descriptor.Value(CadenceState.Above).Description("More uses than the maximum.");
        descriptor.Value(CadenceState.Open).Description("Fewer uses than the minimum so far; the week is not over.");
    }
}

/// <summary><c>enum TextChangeKind</c>.</summary>
public sealed class TextChangeKindEnumType : EnumType<TextChangeKind>
{
    protected override void Configure(IEnumTypeDescriptor<TextChangeKind> descriptor)
    {
        descriptor.Description("What a part of a difference is.");
        descriptor.Value(TextChangeKind.Equal).Description("In both texts.");
        descriptor.Value(TextChangeKind.Inserted).Description("Only in the later text.");
        descriptor.Value(TextChangeKind.Deleted).Description("Only in the earlier text.");
    }
}
