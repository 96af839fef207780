namespace Headless.Community;

/// <summary>Why a member cannot be reached on a channel. Stored as a number with deliveries: a value is never changed or given again.</summary>
public enum UnreachableReason : byte
{
    /// <summary>There is no number, address or account to reach them by.</summary>
    NoAddress = 0,

    /// <summary>They are kept out.</summary>
    Blacklisted = 1,

    /// <summary>They want no contact at all.</summary>
    NoContact = 2,

    /// <summary>They refused it on this channel for this purpose.</summary>
    OptedOut = 3,

    /// <summary>For MARKETING: they have been turned to as often as the cap on frequency allows.</summary>
    FrequencyCap = 4,

    /// <summary>The platform is known not to let members be written to privately.</summary>
    NoCapability = 5,

    /// <summary>They had as many messages this month as the platform allows.</summary>
    Quota = 6,

    /// <summary>The group does not run.</summary>
    GroupNotActive = 7,

    /// <summary>The connector found out when it tried.</summary>
    Reported = 8,
}

/// <summary>Whether a member can be reached on a channel for a purpose, and if not, why: the first reason that holds.</summary>
/// <param name="Channel">The channel.</param>
/// <param name="Purpose">The purpose.</param>
/// <param name="Reason">Why not; null: they can.</param>
/// <param name="Preference">What they have said about it; null: nobody has asked.</param>
/// <param name="IsPreferred">Whether it is the channel that they like best.</param>
public sealed record ChannelReachability(
    ContactChannel Channel, ContactPurpose Purpose, UnreachableReason? Reason, ContactPreference? Preference, bool IsPreferred)
{
    private static readonly ContactChannel[] s_channels = [ContactChannel.Chat, ContactChannel.Phone, ContactChannel.Sms, ContactChannel.Email];

    /// <summary>Every channel, the preferred one first.</summary>
    /// <param name="member">With phone, e-mail and preferred channel.</param>
    /// <param name="purpose">What for.</param>
    /// <param name="hasAccount">Whether they have an account on a platform.</param>
    /// <param name="isBanned">Whether a ban keeps them out of every group.</param>
    /// <param name="preferences">What they have said.</param>
    /// <param name="isCapped">Whether the cap on frequency is reached; counts for MARKETING only.</param>
    public static IReadOnlyList<ChannelReachability> Of(
        Member member, ContactPurpose purpose, bool hasAccount, bool isBanned, IReadOnlyList<ContactPreference> preferences, bool isCapped) =>
    [
        .. s_channels
            .Select(channel => Of(
                member, channel, purpose, hasAccount, isBanned, preferences.FirstOrDefault(p => p.Channel == channel && p.Purpose == purpose), isCapped))
            .OrderByDescending(reach => reach.IsPreferred),
    ];

    private static ChannelReachability Of(
        Member member, ContactChannel channel, ContactPurpose purpose, bool hasAccount, bool isBanned, ContactPreference? preference, bool isCapped)
    {
        var hasAddress = channel switch
        {
            ContactChannel.Chat => hasAccount,
            ContactChannel.Email => !string.IsNullOrEmpty(member.Email),
            _ => !string.IsNullOrEmpty(member.Phone),
        };
        UnreachableReason? reason =
            !hasAddress ? UnreachableReason.NoAddress
            : isBanned ? UnreachableReason.Blacklisted
            : member.PreferredContactChannel == ContactChannel.None && purpose != ContactPurpose.Service ? UnreachableReason.NoContact
            : preference is { IsAllowed: false } ? UnreachableReason.OptedOut
            : isCapped && purpose == ContactPurpose.Marketing ? UnreachableReason.FrequencyCap
            : null;
        return new ChannelReachability(channel, purpose, reason, preference, member.PreferredContactChannel == channel);
    }
}
