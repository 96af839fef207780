namespace Headless.Community.Data.Bulk;

/// <summary>The columns of the log in the order in which the bulk writers send them.</summary>
internal static class ActivityColumns
{
    public static readonly string[] Names =
    [
        nameof(Activity.Id), nameof(Activity.Kind), nameof(Activity.Source), nameof(Activity.ExternalId), nameof(Activity.OccurredAt),
        nameof(Activity.RecordedAt), nameof(Activity.GroupId), nameof(Activity.MemberId), nameof(Activity.MembershipId),
        nameof(Activity.ActorId), nameof(Activity.TagId), nameof(Activity.CampaignId), nameof(Activity.ContentItemId),
        nameof(Activity.OrderId), nameof(Activity.Text), nameof(Activity.IsEffective), nameof(Activity.EffectiveRuleVersion),
        nameof(Activity.IsExcluded), nameof(Activity.Data), nameof(Activity.IsEffectiveByText), nameof(Activity.ContentType), nameof(Activity.ReplyToExternalId),
    ];
}
