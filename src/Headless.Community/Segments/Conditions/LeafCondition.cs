using System.Text.Json.Nodes;

namespace Headless.Community.Segments;

/// <summary>How many members a condition can be expected to find, by what it asks.</summary>
internal enum Reach
{
    /// <summary>Those whom somebody picked: a tag's, a segment's.</summary>
    Picked,

    /// <summary>Those of some groups.</summary>
    Grouped,

    /// <summary>Any number.</summary>
    Wide,
}

/// <summary>What it costs to ask a condition of one member.</summary>
internal enum Effort
{
    /// <summary>It is in the member's row.</summary>
    OwnRow,

    /// <summary>Few other rows say it.</summary>
    FewRows,

    /// <summary>A row for each day or each thing done has to be read.</summary>
    ManyRows,
}

/// <summary>
/// One question about a member. A new one is a file here (a record with <see cref="ConditionNameAttribute"/>) and a file with its input
/// in the server; nothing else knows which there are.
/// </summary>
public abstract record LeafCondition : SegmentCondition
{
    /// <summary>Who may ask it. What an attribute's definition or a segment says comes on top: see <see cref="SegmentPrivacy"/>.</summary>
    internal virtual PrivacyClass Privacy => PrivacyClass.Public;

    /// <summary>What is wrong with it; nothing where it can be asked.</summary>
    internal abstract IEnumerable<ConditionFault> Check();

    /// <summary>What the member has in this respect, for a person who asks why: a JSON object of facts, not of ids.</summary>
    internal abstract Task<JsonObject> ReadAsync(ConditionScope scope, long memberId, CancellationToken cancellationToken);

    /// <summary>
    /// The members for whom the answer may have changed because time went on from a moment to the scope's, without anything
    /// happening: each a query of their ids. None for a condition without relative times.
    /// </summary>
    internal virtual IEnumerable<IQueryable<long>> MovedSince(ConditionScope scope, DateTime from) => [];

    /// <summary>How many members it can be expected to find.</summary>
    internal virtual Reach Reach => Reach.Wide;

    /// <summary>What it costs to ask it of one member.</summary>
    internal virtual Effort Effort => Effort.FewRows;

    /// <summary>Whether it depends on what is changed of a group, which no activity of a member tells.</summary>
    internal virtual bool DependsOnGroups => false;
}

/// <summary>Something that is wrong with a condition.</summary>
/// <param name="Field">The field of the node that is at fault; empty: the node itself.</param>
/// <param name="Code">A stable SCREAMING_SNAKE name.</param>
/// <param name="Message">What to do about it, for a person.</param>
public sealed record ConditionFault(string Field, string Code, string Message);

/// <summary>The name of a kind of condition, in JSON and in the API.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class ConditionNameAttribute(string name) : Attribute
{
    public string Name { get; } = name;
}

/// <summary>The property holds a key of an entity, or several: the API shows global ids instead.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class KeyOfAttribute(Type entity) : Attribute
{
    public Type Entity { get; } = entity;
}
