using System.Collections.Concurrent;
using System.Reflection;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Headless.Community;

/// <summary>A kind of row as the audit log sees it: its columns, and which of them are personal or secret.</summary>
internal sealed class AuditedType
{
    /// <summary>What every row has and every change touches.</summary>
    private static readonly string[] s_stamps = [nameof(Entity.CreatedAt), nameof(Entity.UpdatedAt), nameof(Entity.Version)];

    private static readonly ConcurrentDictionary<IEntityType, AuditedType?> s_known = new();

    private readonly List<Column> _columns = [];
    private readonly IProperty? _id;
    private readonly IProperty? _memberId;

    private AuditedType(IEntityType type)
    {
        Name = type.ClrType.Name;
        _id = type.FindPrimaryKey() is { Properties: [var key] } && key.ClrType == typeof(long) ? key : null;
        _memberId = type.ClrType == typeof(Member) ? _id : type.FindProperty("MemberId");
        AddColumns(type, string.Empty, []);
    }

    /// <summary>The name of the class.</summary>
    public string Name { get; }

    /// <summary>What is audited of an entity; null where nothing is.</summary>
    public static AuditedType? Of(IEntityType type) => s_known.GetOrAdd(
        type, static known => known.ClrType.IsDefined(typeof(UnauditedAttribute), inherit: false) ? null : new AuditedType(known));

    public long? IdOf(EntityEntry entry) => _id is null ? null : (long?)entry.Property(_id).CurrentValue;

    public long? MemberIdOf(EntityEntry entry) => _memberId is null ? null : (long?)entry.Property(_memberId).CurrentValue;

    public JsonElement?[] ReadOriginal(EntityEntry entry) => Read(entry, property => property.OriginalValue);

    public JsonElement?[] ReadCurrent(EntityEntry entry) => Read(entry, property => property.CurrentValue);

    /// <summary>The columns whose values differ; of a row that is new or gone, those that have or had a value.</summary>
    public List<AuditChange> Compare(JsonElement?[]? before, JsonElement?[]? after)
    {
        var changes = new List<AuditChange>();
        for (var index = 0; index < _columns.Count; index++)
        {
            var (was, isNow) = (before?[index], after?[index]);
            if (was?.GetRawText() == isNow?.GetRawText())
            {
                continue;
            }

            var column = _columns[index];
            changes.Add(column.IsSecret
                ? new AuditChange(column.Name, null, null) { IsSecret = true }
                : new AuditChange(column.Name, was, isNow) { IsPersonal = column.IsPersonal, References = column.References });
        }

        return changes;
    }

    private JsonElement?[] Read(EntityEntry entry, Func<PropertyEntry, object?> read)
    {
        var values = new JsonElement?[_columns.Count];
        for (var index = 0; index < values.Length; index++)
        {
            var column = _columns[index];
            values[index] = column.Find(entry) is { } property ? AuditValue.ToJson(read(property)) : null;
        }

        return values;
    }

    private void AddColumns(ITypeBase type, string path, IComplexProperty[] within)
    {
        foreach (var property in type.GetProperties())
        {
            if (property == _id || (within.Length == 0 && s_stamps.Contains(property.Name)))
            {
                continue;
            }

            // A column may have a better name than the property behind it; the parts of one have only theirs.
            var name = within.Length == 0 ? property.GetColumnName() : property.Name;
            _columns.Add(new Column(
                path + JsonNamingPolicy.CamelCase.ConvertName(name),
                property,
                within,
                IsMarked<PersonalDataAttribute>(property) || within.Any(IsMarked<PersonalDataAttribute>),
                IsMarked<SecretAttribute>(property),
                property.GetContainingForeignKeys().FirstOrDefault(key => key.Properties.Count == 1)?.PrincipalEntityType.ClrType.Name));
        }

        foreach (var part in type.GetComplexProperties().Where(part => !part.IsCollection))
        {
            AddColumns(part.ComplexType, $"{path}{JsonNamingPolicy.CamelCase.ConvertName(part.Name)}.", [.. within, part]);
        }
    }

    private static bool IsMarked<T>(IReadOnlyPropertyBase property)
        where T : Attribute => property.PropertyInfo?.IsDefined(typeof(T), inherit: true) == true;

    /// <summary>A column, and the complex properties that it lies within.</summary>
    private sealed record Column(string Name, IProperty Property, IComplexProperty[] Within, bool IsPersonal, bool IsSecret, string? References)
    {
        public PropertyEntry? Find(EntityEntry entry)
        {
            if (Within.Length == 0)
            {
                return entry.Property(Property);
            }

            var part = entry.ComplexProperty(Within[0]);
            foreach (var inner in Within.AsSpan(1))
            {
                part = part.ComplexProperty(inner);
            }

            return part.Property(Property);
        }
    }
}
