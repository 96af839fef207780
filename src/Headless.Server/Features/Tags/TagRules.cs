using System.Text.RegularExpressions;
using FluentValidation;
using Headless.Server.Writing;

namespace Headless.Server.Features.Tags;

/// <summary>Rules that the inputs about tags share.</summary>
internal static partial class TagRules
{
    /// <summary>The most tags that a member has: what <c>Member.tags</c> answers is never longer.</summary>
    public const int MaxTagsOfMember = MemberTagBulk.MaxTagsOfMember;

    /// <summary>The most tags that a group, a membership or a content item has.</summary>
    public const int MaxTagsOfItem = 50;

    /// <summary>The most tags that the members of a segment are given at once.</summary>
    public const int MaxTagsOfSegment = 5;

    /// <summary>The most members that a bulk mutation takes.</summary>
    public const int MaxMembers = 1_000;

    /// <summary>The most tags that a bulk mutation takes.</summary>
    public const int MaxTags = 20;

    /// <summary>#RRGGBB.</summary>
    public static IRuleBuilderOptions<T, string?> Colour<T>(this IRuleBuilder<T, string?> rule) => rule
        .Must(colour => colour is null || ColourPattern().IsMatch(colour))
        .WithErrorCode("INVALID_COLOUR")
        .WithMessage("'{PropertyName}' must be a colour as #RRGGBB, for example #1677FF.");

    /// <summary>At least one and at most so many ids.</summary>
    public static void HasIds<T>(this IRuleBuilderInitial<T, IReadOnlyList<long>> rule, int max) => rule
        .NotEmpty()
        .Must(ids => ids.Count <= max)
        .WithErrorCode("TOO_MANY_ROWS")
        .WithMessage($"'{{PropertyName}}' takes at most {max} ids: send the others in another request.");

    [GeneratedRegex("^#[0-9A-Fa-f]{6}$", RegexOptions.NonBacktracking)]
    private static partial Regex ColourPattern();

    /// <summary>No tag of the group, or none without a group, may have the name.</summary>
    /// <exception cref="AlreadyExistsException">One has it.</exception>
    public static Task RequireFreeNameAsync(this WriteSession session, string name, long? tagGroupId) => session.RequireNoneAsync<Tag>(
        t => t.TagGroupId == tagGroupId && t.Name == name,
        tagGroupId is null ? $"There is a tag '{name}' without a group already." : $"There is a tag '{name}' in that group already.",
        "name");

    /// <summary>No tag group may have the name.</summary>
    /// <exception cref="AlreadyExistsException">One has it.</exception>
    public static Task RequireFreeGroupNameAsync(this WriteSession session, string name) =>
        session.RequireNoneAsync<TagGroup>(g => g.Name == name, $"There is a tag group '{name}' already.", "name");
}
