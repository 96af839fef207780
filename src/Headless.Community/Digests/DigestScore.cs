using System.Globalization;

namespace Headless.Community;

/// <summary>What a proposal of a digest gets points for. Stored as a number: a value is never changed or given again.</summary>
public enum DigestScorePart : byte
{
    /// <summary>A message: one for each 20 characters, at most 10; a letter or digit that is not CJK is half of one.</summary>
    Length = 1,

    /// <summary>A message: 5 where there is something to take away in it, a link or a file.</summary>
    Material = 2,

    /// <summary>
    /// A message: one for each other member who answered it, or spoke in the group within ten minutes after it and answered nothing else, at most 10. Until version 1
    /// only who spoke within ten minutes.
    /// </summary>
    Voices = 3,

    /// <summary>A message: 3 from a KOL, 2 from a seed member.</summary>
    Role = 4,

    /// <summary>Content: one for each member of the group who opened it in the time, at most 10.</summary>
    Opens = 5,

    /// <summary>Content: 2 for each who liked it, at most 10.</summary>
    Likes = 6,

    /// <summary>Content: 3 for each who commented, at most 12.</summary>
    Comments = 7,

    /// <summary>Content: 4 for each who passed it on, at most 12.</summary>
    Shares = 8,

    /// <summary>MORNING: 7, less one for each day since it was published, at least 0.</summary>
    Fresh = 9,

    /// <summary>MORNING: 5 for each keyword of the schedule that finds it, at most 20.</summary>
    Keywords = 10,

    /// <summary>MORNING: 3 where it was never used in any group.</summary>
    Unused = 11,
}

/// <summary>Points for something that was counted.</summary>
/// <param name="Part">What for.</param>
/// <param name="Count">What was counted: characters, members, keywords.</param>
/// <param name="Points">What it gives.</param>
public sealed record DigestPoints(DigestScorePart Part, int Count, int Points);

/// <summary>The score by which items of digests are proposed: the sum of its parts. Published with each item.</summary>
public sealed record DigestScore(IReadOnlyList<DigestPoints> Parts)
{
    /// <summary>Raised whenever the same things would be scored differently.</summary>
    public const short Version = 2;

    private const int CharactersOfPoint = 20;

    public int Total => Parts.Sum(part => part.Points);

    /// <summary>A message. Null: it has neither twenty characters nor anything to take away, and is not proposed.</summary>
    /// <param name="text">What was said.</param>
    /// <param name="hasMaterial">Whether it has a link or a file.</param>
    /// <param name="voices">How many others answered it, or spoke within ten minutes after it.</param>
    /// <param name="role">Of whoever said it.</param>
    public static DigestScore? OfMessage(string text, bool hasMaterial, int voices, MembershipRole role)
    {
        var characters = CharactersOf(text);
        var length = Math.Min(characters / CharactersOfPoint, 10);
        return length == 0 && !hasMaterial ? null : Of(
            (DigestScorePart.Length, characters, length),
            (DigestScorePart.Material, hasMaterial ? 1 : 0, hasMaterial ? 5 : 0),
            (DigestScorePart.Voices, voices, Math.Min(voices, 10)),
            (DigestScorePart.Role, role == MembershipRole.Member ? 0 : 1, role switch { MembershipRole.Kol => 3, MembershipRole.Seed => 2, _ => 0 }));
    }

    /// <summary>Content that members of the group reacted to.</summary>
    public static DigestScore OfContent(int openers, int likers, int commenters, int sharers) => Of(
        (DigestScorePart.Opens, openers, Math.Min(openers, 10)),
        (DigestScorePart.Likes, likers, Math.Min(2 * likers, 10)),
        (DigestScorePart.Comments, commenters, Math.Min(3 * commenters, 12)),
        (DigestScorePart.Shares, sharers, Math.Min(4 * sharers, 12)));

    /// <summary>Content for a morning.</summary>
    public static DigestScore OfMorning(int daysOld, int keywords, bool isUnused) => Of(
        (DigestScorePart.Fresh, daysOld, Math.Clamp(7 - daysOld, 0, 7)),
        (DigestScorePart.Keywords, keywords, Math.Min(5 * keywords, 20)),
        (DigestScorePart.Unused, isUnused ? 1 : 0, isUnused ? 3 : 0));

    /// <summary>Reads what <see cref="ToString"/> wrote.</summary>
    public static DigestScore Read(string parts) => new(
        [.. parts.Split(';', StringSplitOptions.RemoveEmptyEntries).Select(part => part.Split(':').Select(n => int.Parse(n, CultureInfo.InvariantCulture)).ToArray())
            .Select(n => new DigestPoints((DigestScorePart)n[0], n[1], n[2]))]);

    public override string ToString() => string.Join(';', Parts.Select(part => string.Create(CultureInfo.InvariantCulture, $"{(int)part.Part}:{part.Count}:{part.Points}")));

    /// <summary>What gives nothing is left out.</summary>
    private static DigestScore Of(params (DigestScorePart Part, int Count, int Points)[] parts) =>
        new([.. parts.Where(part => part.Points > 0).Select(part => new DigestPoints(part.Part, part.Count, part.Points))]);

    private static int CharactersOf(string text)
    {
        var halves = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            halves += EffectiveMessageConditions.IsCjk(rune.Value) ? 2 : System.Text.Rune.IsLetterOrDigit(rune) ? 1 : 0;
        }

        return halves / 2;
    }
}
