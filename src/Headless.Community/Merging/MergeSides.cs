using System.Globalization;
using Headless.Community.Data;
using Microsoft.EntityFrameworkCore;

namespace Headless.Community.Merging;

/// <summary>What two records of one person are, as far as a merge has to decide about it.</summary>
internal sealed class MergeSides
{
    private const string FieldPrefix = "field.";

    /// <summary>The fields of a member of which a person has one value.</summary>
    public static IReadOnlyList<string> Fields { get; } =
    [
        nameof(Member.DisplayName), nameof(Member.Gender), nameof(Member.BirthYear), nameof(Member.Region), nameof(Member.City),
        nameof(Member.Phone), nameof(Member.Email), nameof(Member.PreferredContactChannel), nameof(Member.Note),
    ];

    private MergeSides(Member winner, Member loser) => (Winner, Loser) = (winner, loser);

    public Member Winner { get; }

    public Member Loser { get; }

    /// <summary>The stays in one group that overlap and are not all of one side, in the order of their beginnings.</summary>
    public IReadOnlyList<IReadOnlyList<Membership>> Overlaps { get; private set; } = [];

    public List<MergeConflict> Conflicts { get; } = [];

    /// <summary>Reads both sides and finds what they disagree about.</summary>
    public static async Task<MergeSides> ReadAsync(CommunityDbContext context, Member winner, Member loser, CancellationToken cancellationToken)
    {
        var sides = new MergeSides(winner, loser);
        foreach (var field in Fields)
        {
            sides.AddField(context, field);
        }

        await sides.AddTierAsync(context, cancellationToken);
        await sides.AddAttributesAsync(context, cancellationToken);
        await sides.AddPreferencesAsync(context, cancellationToken);
        await sides.AddTagsAsync(context, cancellationToken);
        await sides.AddStaysAsync(context, cancellationToken);
        await sides.AddPrimaryAsync(context, cancellationToken);
        return sides;
    }

    /// <summary>The choice for each conflict.</summary>
    /// <exception cref="MergeUnresolvedException">One is missing, impossible or about something else.</exception>
    public IReadOnlyDictionary<string, MergeChoice> Resolve(IReadOnlyDictionary<string, MergeChoice> resolutions)
    {
        var problems = new List<(string, string, string)>();
        foreach (var conflict in Conflicts)
        {
            if (!resolutions.TryGetValue(conflict.Key, out var choice))
            {
                problems.Add((conflict.Key, "CONFLICT_UNRESOLVED",
                    $"The records disagree about {conflict.Subject}: say which is kept. previewMemberMerge lists all conflicts with a proposal."));
            }
            else if (!conflict.Choices.Contains(choice))
            {
                problems.Add((conflict.Key, "CHOICE_IMPOSSIBLE", $"{choice.ToString().ToUpperInvariant()} cannot be chosen for {conflict.Subject}."));
            }
        }

        problems.AddRange(resolutions.Keys.Where(key => Conflicts.TrueForAll(conflict => conflict.Key != key))
            .Select(key => (key, "NO_SUCH_CONFLICT", $"The records do not disagree about '{key}': they have changed since the preview.")));
        return problems.Count == 0 ? resolutions : throw new MergeUnresolvedException(problems);
    }

    public static string KeyOfField(string field) => FieldPrefix + char.ToLowerInvariant(field[0]) + field[1..];

    public static string KeyOf(AttributeDefinition definition) => $"attribute.{definition.Key}";

    public static string KeyOf(ContactPreference preference) =>
        $"contact.{preference.Channel.ToString().ToUpperInvariant()}.{preference.Purpose.ToString().ToUpperInvariant()}";

    public static string KeyOfTagGroup(long id) => string.Create(CultureInfo.InvariantCulture, $"tags.{id}");

    public static string KeyOf(IReadOnlyList<Membership> overlap) => string.Create(CultureInfo.InvariantCulture, $"stay.{overlap.Min(stay => stay.Id)}");

    public const string TierKey = "tier";

    public const string PrimaryKey = "primaryIdentity";

    private void AddField(CommunityDbContext context, string field)
    {
        var (winners, losers) = (context.Entry(Winner).Property(field).CurrentValue, context.Entry(Loser).Property(field).CurrentValue);
        if (winners is not null && losers is not null && !Equals(winners, losers))
        {
            Conflicts.Add(new MergeConflict(
                KeyOfField(field), MergeConflictKind.Field, char.ToLowerInvariant(field[0]) + field[1..], Say(winners), Say(losers), MergeChoice.Winner, MergeConflict.OneOfTwo));
        }
    }

    private async Task AddTierAsync(CommunityDbContext context, CancellationToken cancellationToken)
    {
        if (Winner.TierId is { } winners && Loser.TierId is { } losers && winners != losers)
        {
            var tiers = await context.MemberTiers.Where(tier => tier.Id == winners || tier.Id == losers).ToDictionaryAsync(tier => tier.Id, cancellationToken);
            Conflicts.Add(new MergeConflict(
                TierKey, MergeConflictKind.Tier, TierKey, tiers[winners].Name, tiers[losers].Name,
                tiers[losers].Rank > tiers[winners].Rank ? MergeChoice.Loser : MergeChoice.Winner, MergeConflict.OneOfTwo));
        }
    }

    private async Task AddAttributesAsync(CommunityDbContext context, CancellationToken cancellationToken)
    {
        var values = await context.MemberAttributes.IgnoreQueryFilters().Include(value => value.Definition)
            .Where(value => value.MemberId == Winner.Id || value.MemberId == Loser.Id)
            .OrderBy(value => value.Definition.Key)
            .ToListAsync(cancellationToken);
        foreach (var pair in values.GroupBy(value => value.DefinitionId).Where(pair => pair.Count() == 2))
        {
            var (winners, losers) = (pair.Single(value => value.MemberId == Winner.Id), pair.Single(value => value.MemberId == Loser.Id));
            if (winners.Value != losers.Value)
            {
                Conflicts.Add(new MergeConflict(
                    KeyOf(winners.Definition), MergeConflictKind.Attribute, winners.Definition.Key, Say(winners.Value), Say(losers.Value),
                    losers.SetAt > winners.SetAt ? MergeChoice.Loser : MergeChoice.Winner, MergeConflict.OneOfTwo));
            }
        }
    }

    private async Task AddPreferencesAsync(CommunityDbContext context, CancellationToken cancellationToken)
    {
        var said = await context.ContactPreferences.IgnoreQueryFilters()
            .Where(preference => preference.MemberId == Winner.Id || preference.MemberId == Loser.Id)
            .OrderBy(preference => preference.Channel).ThenBy(preference => preference.Purpose)
            .ToListAsync(cancellationToken);
        foreach (var pair in said.GroupBy(preference => (preference.Channel, preference.Purpose)).Where(pair => pair.Count() == 2))
        {
            var (winners, losers) = (pair.Single(value => value.MemberId == Winner.Id), pair.Single(value => value.MemberId == Loser.Id));
            if (winners.IsAllowed != losers.IsAllowed)
            {
                // Whoever has refused on one account should not be written to because of the other.
                Conflicts.Add(new MergeConflict(
                    KeyOf(winners), MergeConflictKind.ContactPreference, KeyOf(winners)["contact.".Length..], Say(winners), Say(losers),
                    losers.IsAllowed ? MergeChoice.Winner : MergeChoice.Loser, MergeConflict.OneOfTwo));
            }
        }
    }

    private async Task AddTagsAsync(CommunityDbContext context, CancellationToken cancellationToken)
    {
        var tags = await context.MemberTags.IgnoreQueryFilters().Include(held => held.Tag).ThenInclude(tag => tag.TagGroup)
            .Where(held => (held.MemberId == Winner.Id || held.MemberId == Loser.Id) && held.Tag.TagGroup!.Exclusive)
            .OrderBy(held => held.Tag.TagGroupId)
            .ToListAsync(cancellationToken);
        foreach (var group in tags.GroupBy(held => held.Tag.TagGroupId!.Value))
        {
            var winners = group.Where(held => held.MemberId == Winner.Id).ToList();
            var losers = group.Where(held => held.MemberId == Loser.Id).ToList();
            if (winners.Count > 0 && losers.Exists(held => winners.TrueForAll(other => other.TagId != held.TagId)))
            {
                Conflicts.Add(new MergeConflict(
                    KeyOfTagGroup(group.Key), MergeConflictKind.ExclusiveTag, winners[0].Tag.TagGroup!.Name,
                    string.Join(", ", winners.Select(held => held.Tag.Name)), string.Join(", ", losers.Select(held => held.Tag.Name)),
                    losers.Max(held => held.AddedAt) > winners.Max(held => held.AddedAt) ? MergeChoice.Loser : MergeChoice.Winner, MergeConflict.OneOfTwo));
            }
        }
    }

    private async Task AddStaysAsync(CommunityDbContext context, CancellationToken cancellationToken)
    {
        var stays = await context.Memberships.IgnoreQueryFilters()
            .Where(stay => stay.MemberId == Winner.Id || stay.MemberId == Loser.Id)
            .OrderBy(stay => stay.JoinedAt).ThenBy(stay => stay.Id)
            .ToListAsync(cancellationToken);
        var overlaps = new List<IReadOnlyList<Membership>>();
        foreach (var group in stays.GroupBy(stay => stay.GroupId))
        {
            var together = new List<Membership>();
            foreach (var stay in group)
            {
                if (together.Count > 0 && together.TrueForAll(before => before.LeftAt <= stay.JoinedAt))
                {
                    AddOverlap(together);
                    together = [];
                }

                together.Add(stay);
            }

            AddOverlap(together);
        }

        Overlaps = overlaps;
        var ids = overlaps.Select(overlap => overlap[0].GroupId).Distinct().ToArray();
        var names = await context.Groups.IgnoreQueryFilters().Where(group => EF.Parameter(ids).Contains(group.Id))
            .ToDictionaryAsync(group => group.Id, group => group.Name, cancellationToken);
        foreach (var overlap in overlaps)
        {
            Conflicts.Add(new MergeConflict(
                KeyOf(overlap), MergeConflictKind.Stay, names[overlap[0].GroupId], Say(overlap, Winner.Id), Say(overlap, Loser.Id),
                MergeChoice.Unite, [MergeChoice.Winner, MergeChoice.Loser, MergeChoice.Unite]));
        }

        void AddOverlap(List<Membership> together)
        {
            if (together.Exists(stay => stay.MemberId == Winner.Id) && together.Exists(stay => stay.MemberId == Loser.Id))
            {
                overlaps.Add(together);
            }
        }
    }

    private async Task AddPrimaryAsync(CommunityDbContext context, CancellationToken cancellationToken)
    {
        var primary = await context.Identities.IgnoreQueryFilters()
            .Where(identity => (identity.MemberId == Winner.Id || identity.MemberId == Loser.Id) && identity.PrimarySince != null)
            .ToListAsync(cancellationToken);
        if (primary.Count == 2)
        {
            Conflicts.Add(new MergeConflict(
                PrimaryKey, MergeConflictKind.PrimaryIdentity, PrimaryKey,
                Say(primary.Single(identity => identity.MemberId == Winner.Id)), Say(primary.Single(identity => identity.MemberId == Loser.Id)),
                MergeChoice.Winner, MergeConflict.OneOfTwo));
        }
    }

    private static string Say(IReadOnlyList<Membership> overlap, long memberId) => string.Join(
        "; ",
        overlap.Where(stay => stay.MemberId == memberId).Select(stay => $"{stay.JoinedAt:yyyy-MM-dd'T'HH:mm:ss'Z'} – {stay.LeftAt:yyyy-MM-dd'T'HH:mm:ss'Z'}"));

    private static string Say(ContactPreference preference) =>
        $"{(preference.IsAllowed ? "agreed" : "refused")} {preference.DecidedAt:yyyy-MM-dd'T'HH:mm:ss'Z'}";

    private static string Say(Identity identity) => $"{identity.Platform.ToString().ToUpperInvariant()} {identity.ExternalId}";

    private static string Say(AttributeValue value) =>
        value.Text ?? value.Date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? (value.Boolean is { } answer ? (answer ? "true" : "false") : Say(value.Number!));

    private static string Say(object value) => value is Enum ? value.ToString()!.ToUpperInvariant() : Convert.ToString(value, CultureInfo.InvariantCulture)!;
}
