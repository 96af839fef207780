using System.Linq.Expressions;

namespace Headless.Server.Features.CallLists;

/// <summary>What decides whether and by whom a member is called.</summary>
internal sealed record CallCandidate
{
    /// <summary>Reads it: the one place that says what keeps a member from being called. A ban of all groups does, one of some does not.</summary>
    public static Expression<Func<Member, CallCandidate>> At(DateTime now) => member => new CallCandidate
    {
        MemberId = member.Id,
        DisplayName = member.DisplayName,
        Region = member.Region,
        Phone = member.Phone,
        IsBanned = member.Bans.Any(ban => ban.IsForAllGroups && ban.Status == BanStatus.Active && ban.Since <= now && (ban.Until == null || ban.Until > now)),
        OptedOut = member.PreferredContactChannel == ContactChannel.None
            || member.ContactPreferences.Any(said => said.Channel == ContactChannel.Phone && said.Purpose == ContactPurpose.Marketing && !said.IsAllowed),
    };

    public required long MemberId { get; init; }

    public required string DisplayName { get; init; }

    public string? Region { get; init; }

    public string? Phone { get; init; }

    public bool IsBanned { get; init; }

    public bool OptedOut { get; init; }

    /// <summary>Why they are not to be called, whatever the list says of regions.</summary>
    public CallSkipReason? SkipReason =>
        IsBanned ? CallSkipReason.Banned
        : OptedOut ? CallSkipReason.OptedOut
        : string.IsNullOrWhiteSpace(Phone) ? CallSkipReason.NoPhone
        : null;
}
