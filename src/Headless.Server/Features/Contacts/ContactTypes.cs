using Headless.Server.Access;

namespace Headless.Server.Features.Contacts;

/// <summary><c>type ContactPreference</c>.</summary>
public sealed class ContactPreferenceObjectType : ObjectType<ContactPreference>
{
    protected override void Configure(IObjectTypeDescriptor<ContactPreference> descriptor)
    {
        descriptor.Description("Whether a member wants to be contacted on a channel for a purpose, as they last said.");
        descriptor.BindFieldsExplicitly();
        descriptor.Field(p => p.Channel).Description("The channel.");
        descriptor.Field(p => p.Purpose).Description("What for.");
        descriptor.Field(p => p.IsAllowed).Description("True: they agreed (opt-in). False: they refused (opt-out).");
        descriptor.Field(p => p.Source).Description("How it became known.");
        descriptor.Field(p => p.DecidedAt).Description("When the member decided.");
        descriptor.Field(p => p.Note).Authorize(Policies.ReadPersonalData).Description("What they said. Personal data: needs READ_PERSONAL_DATA.");
    }
}

/// <summary><c>type ChannelReachability</c>.</summary>
public sealed class ChannelReachabilityObjectType : ObjectType<ChannelReachability>
{
    protected override void Configure(IObjectTypeDescriptor<ChannelReachability> descriptor)
    {
        descriptor.Description("Whether a member can be reached on a channel for a purpose, and if not, why.");
        descriptor.BindFieldsExplicitly();
        descriptor.Field(r => r.Channel).Description("The channel.");
        descriptor.Field(r => r.Purpose).Description("What for.");
        descriptor.Field(r => r.Reason).Description("Why not: the first reason that holds; null: they can be reached.");
        descriptor.Field(r => r.Preference).Description("What they have said about it; null: nobody has asked, which does not keep them from being reached.");
        descriptor.Field(r => r.IsPreferred).Description("Whether it is the channel that they like best.");
    }
}

/// <summary><c>type MemberTouch</c>.</summary>
public sealed class MemberTouchObjectType : ObjectType<MemberTouch>
{
    protected override void Configure(IObjectTypeDescriptor<MemberTouch> descriptor)
    {
        descriptor.Description("Staff or a connector turned to a member.");
        descriptor.BindFieldsExplicitly();
        descriptor.Field(t => t.Channel).Description("Where.");
        descriptor.Field(t => t.Purpose).Description("What for.");
        descriptor.Field(t => t.TouchedAt).Description("When.");
        descriptor.Field(t => t.Key).Description("The reporter's name for it; null: none was given.");
        descriptor.Field(t => t.Note).Authorize(Policies.ReadPersonalData).Description("What was said. Personal data: needs READ_PERSONAL_DATA.");
    }
}

/// <summary><c>enum ContactPurpose</c>.</summary>
public sealed class ContactPurposeEnumType : EnumType<ContactPurpose>
{
    protected override void Configure(IEnumTypeDescriptor<ContactPurpose> descriptor)
    {
        descriptor.Description("What somebody is contacted for.");
        descriptor.Value(ContactPurpose.Marketing).Description("Offers, campaigns, invitations to buy.");
        descriptor.Value(ContactPurpose.Service).Description("Their orders, questions and complaints.");
        descriptor.Value(ContactPurpose.Research).Description("Surveys, interviews, visits.");
        descriptor.Value(ContactPurpose.Digest).Description("The digest of a group's day, its morning issue.");
    }
}

/// <summary><c>enum PreferenceSource</c>.</summary>
public sealed class PreferenceSourceEnumType : EnumType<PreferenceSource>
{
    protected override void Configure(IEnumTypeDescriptor<PreferenceSource> descriptor)
    {
        descriptor.Description("How a member's decision became known.");
        descriptor.Value(PreferenceSource.Staff).Description("They told somebody of the staff.");
        descriptor.Value(PreferenceSource.Form).Description("They filled in a form.");
        descriptor.Value(PreferenceSource.Unsubscribe).Description("They followed the link in a message that lets them out.");
        descriptor.Value(PreferenceSource.Platform).Description("The chat platform reported it.");
        descriptor.Value(PreferenceSource.Import).Description("It came with a list.");
    }
}

/// <summary><c>enum UnreachableReason</c>.</summary>
public sealed class UnreachableReasonEnumType : EnumType<UnreachableReason>
{
    protected override void Configure(IEnumTypeDescriptor<UnreachableReason> descriptor)
    {
        descriptor.Description("Why a member cannot be reached on a channel.");
        descriptor.Value(UnreachableReason.NoAddress).Description("There is no number, address or account to reach them by.");
        descriptor.Value(UnreachableReason.Blacklisted).Description("They are kept out.");
        descriptor.Value(UnreachableReason.NoContact).Description("They want no contact at all; SERVICE is not kept from them.");
        descriptor.Value(UnreachableReason.OptedOut).Description("They refused it on this channel for this purpose.");
        descriptor.Value(UnreachableReason.FrequencyCap).Description("MARKETING: they have been turned to as often as the cap on frequency allows.");
        descriptor.Value(UnreachableReason.NoCapability).Description("Of a delivery: the platform is known not to let members be written to privately.");
        descriptor.Value(UnreachableReason.Quota).Description("Of a delivery: they had as many messages this month as the platform allows.");
        descriptor.Value(UnreachableReason.GroupNotActive).Description("Of a delivery: the group does not run.");
        descriptor.Value(UnreachableReason.Reported).Description("Of a delivery: the connector found out when it tried.");
    }
}

/// <summary><c>enum TouchChannel</c>.</summary>
public sealed class TouchChannelEnumType : EnumType<TouchChannel>
{
    protected override void Configure(IEnumTypeDescriptor<TouchChannel> descriptor)
    {
        descriptor.Description("Where a member was turned to.");
        descriptor.Value(TouchChannel.Group).Description("Addressed in a group.");
        descriptor.Value(TouchChannel.PrivateChat).Description("私聊: a private chat.");
        descriptor.Value(TouchChannel.Moments).Description("朋友圈: a post made for them.");
        descriptor.Value(TouchChannel.Phone).Description("A call.");
        descriptor.Value(TouchChannel.Sms).Description("A short message.");
        descriptor.Value(TouchChannel.Email).Description("An e-mail.");
    }
}

/// <summary><c>input ContactPreferenceFilterInput</c>.</summary>
public sealed class ContactPreferenceFilterInput : FilterInputType<ContactPreference>
{
    protected override void Configure(IFilterInputTypeDescriptor<ContactPreference> descriptor)
    {
        descriptor.Description("Conditions on what members have said about contact; all that are given must hold.");
        descriptor.BindFieldsExplicitly();
        descriptor.Field(p => p.Channel).Description("The channel.");
        descriptor.Field(p => p.Purpose).Description("What for.");
        descriptor.Field(p => p.IsAllowed).Description("Whether they agreed.");
        descriptor.Field(p => p.DecidedAt).Description("When they decided.");
    }
}

/// <summary><c>input MemberTouchFilterInput</c>.</summary>
public sealed class MemberTouchFilterInput : FilterInputType<MemberTouch>
{
    protected override void Configure(IFilterInputTypeDescriptor<MemberTouch> descriptor)
    {
        descriptor.Description("Conditions on touches; all that are given must hold.");
        descriptor.BindFieldsExplicitly();
        descriptor.Field(t => t.Channel).Description("Where.");
        descriptor.Field(t => t.Purpose).Description("What for.");
        descriptor.Field(t => t.TouchedAt).Description("When.");
    }
}

/// <summary><c>input MemberTouchSortInput</c>.</summary>
public sealed class MemberTouchSortInput : SortInputType<MemberTouch>
{
    protected override void Configure(ISortInputTypeDescriptor<MemberTouch> descriptor)
    {
        descriptor.Description("The order of touches; the oldest row first among equals.");
        descriptor.BindFieldsExplicitly();
        descriptor.Field(t => t.TouchedAt).Description("By time.");
    }
}
