using Microsoft.Extensions.Configuration;

namespace Headless.Community;

/// <summary>The section <c>Staffing</c> of the configuration: how much is enough, and how much too much .</summary>
public sealed record StaffingOptions
{
    public const string SectionName = "Staffing";

    /// <summary>The fewest groups that are a full load of an owner.</summary>
    public int OwnerLoadMinimum { get; init; } = 5;

    /// <summary>The most groups that are a full load of an owner.</summary>
    public int OwnerLoadMaximum { get; init; } = 10;

    /// <summary>The fewest administrators that a group should have.</summary>
    public int MinAdmins { get; init; } = 1;

    /// <summary>The most administrators that a group should have; one more has to be forced.</summary>
    public int MaxAdmins { get; init; } = Group.MaxAdmins;

    /// <summary>Whether so many owned groups are a full load.</summary>
    public OperatorLoadState LoadOf(int ownedGroups) =>
        ownedGroups < OwnerLoadMinimum ? OperatorLoadState.Under
        : ownedGroups > OwnerLoadMaximum ? OperatorLoadState.Over
        : OperatorLoadState.Ok;

    /// <summary>Whether so many administrators are enough for a group.</summary>
    public OperatorLoadState StaffingOf(int admins) =>
        admins < MinAdmins ? OperatorLoadState.Under
        : admins > MaxAdmins ? OperatorLoadState.Over
        : OperatorLoadState.Ok;

    /// <summary>Reads the section and refuses what makes no sense.</summary>
    /// <exception cref="InvalidOperationException">A limit is negative, or a least is more than its most.</exception>
    public static StaffingOptions From(IConfiguration configuration)
    {
        var section = configuration.GetSection(SectionName);
        var options = new StaffingOptions();
        options = options with
        {
            OwnerLoadMinimum = Read(section, nameof(OwnerLoadMinimum), options.OwnerLoadMinimum),
            OwnerLoadMaximum = Read(section, nameof(OwnerLoadMaximum), options.OwnerLoadMaximum),
            MinAdmins = Read(section, nameof(MinAdmins), options.MinAdmins),
            MaxAdmins = Read(section, nameof(MaxAdmins), options.MaxAdmins),
        };
        Require(options.OwnerLoadMinimum <= options.OwnerLoadMaximum, "OwnerLoadMinimum is more than OwnerLoadMaximum");
        Require(options.MinAdmins <= options.MaxAdmins, "MinAdmins is more than MaxAdmins");
        return options;
    }

    private static int Read(IConfigurationSection section, string name, int otherwise)
    {
        if (section[name] is not { Length: > 0 } text)
        {
            return otherwise;
        }

        Require(int.TryParse(text, out var value) && value >= 0, $"{name} is '{text}', which is not a whole number from 0 up");
        return int.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
    }

    private static void Require(bool holds, string problem)
    {
        if (!holds)
        {
            throw new InvalidOperationException($"{SectionName}: {problem}: change the setting.");
        }
    }
}
