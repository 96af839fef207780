using System.Reflection;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.RegularExpressions;
using Headless.Community.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Headless.Community.Merging;

/// <summary>
/// Rows of any entity, found by the model and read as they are, whoever may see them: what leads to a member is known from the foreign
/// keys, so a table that is added later is merged, exported and erased like the others.
/// </summary>
internal static partial class EntityRows
{
    private static readonly JsonSerializerOptions s_json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly MethodInfo s_loadMethod = typeof(EntityRows).GetMethod(nameof(LoadTypedAsync), BindingFlags.NonPublic | BindingFlags.Static)!;

    /// <summary>The single-column foreign keys that lead to an entity, in an order that does not change.</summary>
    public static IEnumerable<IForeignKey> ReferencesTo<T>(CommunityDbContext context) =>
        context.Model.FindEntityType(typeof(T))!.GetReferencingForeignKeys()
            .Where(key => key.Properties.Count == 1 && key.DeclaringEntityType.FindPrimaryKey() is not null)
            .OrderBy(key => key.DeclaringEntityType.Name, StringComparer.Ordinal).ThenBy(key => key.Properties[0].Name, StringComparer.Ordinal);

    /// <summary>The rows whose column has a value, tracked.</summary>
    public static Task<List<object>> LoadAsync(CommunityDbContext context, IProperty column, long value, CancellationToken cancellationToken) =>
        (Task<List<object>>)s_loadMethod.MakeGenericMethod(((IEntityType)column.DeclaringType).ClrType).Invoke(null, [context, column.Name, value, cancellationToken])!;

    /// <summary>The row with a key that <see cref="KeyOf"/> wrote; null where there is none any more.</summary>
    public static async Task<EntityEntry?> FindAsync(CommunityDbContext context, IEntityType type, string key, CancellationToken cancellationToken)
    {
        using var document = JsonDocument.Parse(key);
        var properties = type.FindPrimaryKey()!.Properties;
        if (properties is [var single] && single.ClrType == typeof(long))
        {
            var rows = await LoadAsync(context, single, document.RootElement.GetProperty(single.Name).GetInt64(), cancellationToken);
            return rows.Count == 0 ? null : context.Entry(rows[0]);
        }

        var values = properties.Select(property => document.RootElement.GetProperty(property.Name).Deserialize(property.ClrType, s_json)).ToArray();
        return await context.FindAsync(type.ClrType, values, cancellationToken) is { } row ? context.Entry(row) : null;
    }

    /// <summary>The key of a row as JSON.</summary>
    public static string KeyOf(EntityEntry row) => Write(row, row.Metadata.FindPrimaryKey()!.Properties);

    /// <summary>A whole row as JSON.</summary>
    public static string Snapshot(EntityEntry row) => Write(row, row.Metadata.GetProperties());

    public static string ValueOf(object? value) => JsonSerializer.Serialize(value, s_json);

    public static object? ReadValue(string json, Type type) => JsonSerializer.Deserialize(json, type, s_json);

    /// <summary>Makes the row of a snapshot again, with the key that it had.</summary>
    public static EntityEntry Revive(CommunityDbContext context, IEntityType type, string snapshot)
    {
        using var document = JsonDocument.Parse(snapshot);
        var entry = context.Entry(Activator.CreateInstance(type.ClrType, nonPublic: true)!);
        foreach (var property in type.GetProperties())
        {
            if (document.RootElement.TryGetProperty(property.Name, out var value))
            {
                entry.Property(property).CurrentValue = value.Deserialize(property.ClrType, s_json);
            }
        }

        return entry;
    }

    /// <summary>Whether two rows cannot both be there once a column of theirs has the same value.</summary>
    public static bool Collide(EntityEntry one, EntityEntry other, IProperty column) =>
        Unique(one.Metadata, column).Any(unique =>
            unique.Properties.Where(property => property != column)
                .All(property => one.Property(property).CurrentValue is { } value && Equals(value, other.Property(property).CurrentValue))
            && IsIn(unique.Filter, one) && IsIn(unique.Filter, other));

    private static IEnumerable<(IReadOnlyList<IProperty> Properties, string? Filter)> Unique(IEntityType type, IProperty column) =>
        type.GetKeys().Where(key => key.Properties.Contains(column)).Select(key => (key.Properties, (string?)null))
            .Concat(type.GetIndexes().Where(index => index.IsUnique && index.Properties.Contains(column)).Select(index => (index.Properties, index.GetFilter())));

    /// <summary>Whether an index over part of the rows has a row: all such indexes here are over rows where a column is null, or is not.</summary>
    private static bool IsIn(string? filter, EntityEntry row)
    {
        if (filter is null || NullCondition().Match(filter) is not { Success: true } condition)
        {
            return true;
        }

        var property = row.Metadata.GetProperties().First(property => property.GetColumnName() == condition.Groups["column"].Value);
        return row.Property(property).CurrentValue is null != condition.Groups["not"].Success;
    }

    private static string Write(EntityEntry row, IEnumerable<IProperty> properties) =>
        JsonSerializer.Serialize(properties.ToDictionary(property => property.Name, property => row.Property(property).CurrentValue), s_json);

    private static async Task<List<object>> LoadTypedAsync<T>(CommunityDbContext context, string column, long value, CancellationToken cancellationToken)
        where T : class =>
        [.. await context.Set<T>().IgnoreQueryFilters().Where(row => EF.Property<long?>(row, column) == value).ToListAsync(cancellationToken)];

    [GeneratedRegex("""^["\[](?<column>\w+)["\]] IS (?<not>NOT )?NULL$""")]
    private static partial Regex NullCondition();
}
