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
        descriptor.Description("Where content stands: DRAFT → IN_REVIEW → APPROVED → PUBLISHED → ARCHIVED. A review or a change sends back to DRAFT.");
        descriptor.Value(ContentStatus.Draft).Description("Being written.");
        descriptor.Value(ContentStatus.InReview).Description("Handed in; somebody other than the author reviews it.");
        descriptor.Value(ContentStatus.Approved).Description("Accepted; can be published.");
        descriptor.Value(ContentStatus.Published).Description("Public; changes no more.");
        descriptor.Value(ContentStatus.Archived).Description("Put away for good.");
    }
}
