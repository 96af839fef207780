using System.Security.Cryptography;
using System.Text;

namespace Headless.Community;

/// <summary>One of several copies or posters of a campaign that are tried against each other .</summary>
public sealed class CampaignVariant : Entity
{
    public const int NameMaxLength = 100;
    public const int TextMaxLength = 2_000;
    public const int MaxWeight = 100;
    public const int Max = 10;

    public long CampaignId { get; init; }

    public Campaign Campaign { get; init; } = null!;

    /// <summary>Its name; unique in the campaign.</summary>
    public required string Name { get; init; }

    public string? Text { get; init; }

    /// <summary>The content item that has it, a poster for instance.</summary>
    public long? ContentItemId { get; init; }

    public ContentItem? ContentItem { get; init; }

    /// <summary>How many get it in proportion to the others.</summary>
    public int Weight { get; init; } = 1;

    /// <summary>Its place, from 0: the first is what the others are compared with.</summary>
    public int Position { get; init; }

    /// <summary>
    /// The variant of a member: the same whenever, wherever and in whatever order it is asked, and of no other campaign's. It follows
    /// from the ids alone, so that nobody can choose who gets what.
    /// </summary>
    /// <param name="variants">All of the campaign's.</param>
    /// <param name="memberId">The member.</param>
    public static CampaignVariant Of(IReadOnlyList<CampaignVariant> variants, long memberId)
    {
        var ordered = variants.OrderBy(v => v.Position).ToList();
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"variant:{ordered[0].CampaignId}:{memberId}")));
        var place = (int)(BitConverter.ToUInt64(hash) % (ulong)ordered.Sum(v => v.Weight));
        foreach (var variant in ordered)
        {
            place -= variant.Weight;
            if (place < 0)
            {
                return variant;
            }
        }

        return ordered[^1];
    }
}

/// <summary>A member gets a variant: for good.</summary>
public sealed class VariantAssignment
{
    public long Id { get; init; }

    public long CampaignId { get; init; }

    public Campaign Campaign { get; init; } = null!;

    public long VariantId { get; init; }

    public CampaignVariant Variant { get; init; } = null!;

    public long MemberId { get; set; }

    public Member Member { get; init; } = null!;

    /// <summary>When, UTC: what they did before does not count.</summary>
    public DateTime AssignedAt { get; init; }
}
