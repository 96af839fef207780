namespace Headless.Community;

/// <summary>
/// A group's stage of life, in the suggested order of A.12 #15. The order is advice: any phase may follow any
/// other, and each change is kept. Stored as a number: a value is never changed or given again.
/// </summary>
public enum GroupPhase : byte
{
    /// <summary>搭建.</summary>
    Build = 1,

    /// <summary>初步信任.</summary>
    Trust = 2,

    /// <summary>破冰.</summary>
    IceBreak = 3,

    /// <summary>活跃.</summary>
    Active = 4,

    /// <summary>种子用户.</summary>
    Seed = 5,

    /// <summary>种子裂变.</summary>
    SeedFission = 6,

    /// <summary>内容沉淀.</summary>
    Content = 7,

    /// <summary>流量增长.</summary>
    Growth = 8,

    /// <summary>疲倦期: no new people arrive; it can return to growth.</summary>
    Fatigued = 9,
}
