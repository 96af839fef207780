using Headless.Server.Writing;

namespace Headless.Server.Features.Wishes;

/// <summary>What writing about wishes has in common.</summary>
internal static class WishRecording
{
    /// <summary>Whoever writes it down has to see it afterwards.</summary>
    /// <exception cref="InvalidInputException">Nobody but those who see everything would.</exception>
    public static void RequireVisible(this WriteSession session, long? groupId, long? memberId)
    {
        if (groupId is null && memberId is null && !session.Caller.Scope.IsEverything)
        {
            throw InvalidInputException.Of("groupId", "GROUP_REQUIRED", "Give one of your groups, or a member: you could not see it otherwise.");
        }
    }

    public static void RecordWish(this WriteSession session, ActivityKind kind, Wish wish, long? memberId = null) => session.Record(
        kind,
        () => new ActivitySubject { GroupId = wish.GroupId, MemberId = memberId ?? wish.MemberId, CampaignId = wish.CampaignId, Text = wish.Product });
}
