namespace Headless.Server.Features.RuleSets;

/// <summary><c>enum RuleKind</c>.</summary>
public sealed class RuleKindEnumType : EnumType<RuleKind>
{
    protected override void Configure(IEnumTypeDescriptor<RuleKind> descriptor)
    {
        descriptor.Description("What a rule is about.");
        descriptor.Value(RuleKind.Ad).Description("Advertising.");
        descriptor.Value(RuleKind.Abuse).Description("Abuse of others.");
        descriptor.Value(RuleKind.Flood).Description("恶意刷屏: more messages in some seconds than are bearable.");
        descriptor.Value(RuleKind.OffTopic).Description("Off topic again and again.");
        descriptor.Value(RuleKind.ForbiddenContent).Description("Kinds of content that do not belong there: videos, coupons, votes.");
        descriptor.Value(RuleKind.Political).Description("Political speech.");
        descriptor.Value(RuleKind.PrivateChat).Description("Using the group as a private chat.");
        descriptor.Value(RuleKind.Repeat).Description("The same text again and again.");
        descriptor.Value(RuleKind.SensitiveWord).Description("A word of a list of sensitive words.");
        descriptor.Value(RuleKind.Link).Description("A link that leads elsewhere.");
        descriptor.Value(RuleKind.HiddenSales).Description("Selling without saying so: staff who add members and pitch.");
        descriptor.Value(RuleKind.BanEvasion).Description("Coming in past a ban.");
    }
}

/// <summary><c>enum RuleSeverity</c>.</summary>
public sealed class RuleSeverityEnumType : EnumType<RuleSeverity>
{
    protected override void Configure(IEnumTypeDescriptor<RuleSeverity> descriptor)
    {
        descriptor.Description("What breaking a rule leads to.");
        descriptor.Value(RuleSeverity.Normal).Description("A strike: the strike policy says what so many of them lead to.");
        descriptor.Value(RuleSeverity.ImmediateRemoval).Description("Removal at once, whatever the number of strikes.");
    }
}

/// <summary><c>enum RuleSetVersionStatus</c>.</summary>
public sealed class RuleSetVersionStatusEnumType : EnumType<RuleSetVersionStatus>
{
    protected override void Configure(IEnumTypeDescriptor<RuleSetVersionStatus> descriptor)
    {
        descriptor.Description("Whether a version of a rule set is in force.");
        descriptor.Value(RuleSetVersionStatus.Draft).Description("Being written: it applies to nothing and may change.");
        descriptor.Value(RuleSetVersionStatus.Published).Description("Published, for good as it is: in force until the next one is published.");
    }
}

/// <summary><c>enum MessageContentType</c>.</summary>
public sealed class MessageContentTypeEnumType : EnumType<MessageContentType>
{
    protected override void Configure(IEnumTypeDescriptor<MessageContentType> descriptor)
    {
        descriptor.Description("What a message is made of.");
        descriptor.Value(MessageContentType.Text).Description("Text.");
        descriptor.Value(MessageContentType.Image).Description("A picture.");
        descriptor.Value(MessageContentType.Video).Description("A video.");
        descriptor.Value(MessageContentType.Voice).Description("A voice message.");
        descriptor.Value(MessageContentType.File).Description("A file.");
        descriptor.Value(MessageContentType.Sticker).Description("A sticker, an animated emoji.");
        descriptor.Value(MessageContentType.Link).Description("A shared page.");
        descriptor.Value(MessageContentType.MiniProgram).Description("A mini program.");
        descriptor.Value(MessageContentType.Vote).Description("A vote or poll.");
        descriptor.Value(MessageContentType.Coupon).Description("A coupon of somebody else: takeaway, taxi.");
        descriptor.Value(MessageContentType.RedPacket).Description("A red packet or transfer.");
        descriptor.Value(MessageContentType.ContactCard).Description("Somebody's contact card.");
        descriptor.Value(MessageContentType.Location).Description("A place.");
        descriptor.Value(MessageContentType.Other).Description("Anything else.");
    }
}
