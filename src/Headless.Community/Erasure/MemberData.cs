using System.Reflection;
using System.Text.Json;
using Headless.Community.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Headless.Community.Erasure;

/// <summary>
/// The tables that hold something on a member, by the model: the member and every entity with a <c>MemberId</c>. Erasure and export read
/// the same list, so that nothing is forgotten in one of them.
/// </summary>
public static class MemberData
{
    /// <summary>The most rows of a section that one export answers.</summary>
    public const int MaxRows = 1_000;

    private static readonly MethodInfo s_readMethod = typeof(MemberData).GetMethod(nameof(ReadTypedAsync), BindingFlags.NonPublic | BindingFlags.Static)!;

    /// <summary>The kinds of rows, with the column that leads to the member; the member first.</summary>
    public static IEnumerable<(IEntityType Type, IProperty MemberId)> Tables(CommunityDbContext context) =>
        context.Model.GetEntityTypes()
            .Where(type => type.FindPrimaryKey() is not null && type.ClrType != typeof(MemberMergeActivity))
            .Select(type => (Type: type, MemberId: type.ClrType == typeof(Member) ? type.FindProperty(nameof(Member.Id)) : type.FindProperty("MemberId")))
            .Where(table => table.MemberId is not null && IsKey(table.MemberId))
            .OrderBy(table => table.Type.ClrType != typeof(Member)).ThenBy(table => table.Type.Name, StringComparer.Ordinal)
            .Select(table => (table.Type, table.MemberId!));

    /// <summary>Whether a column says something about the person.</summary>
    public static bool IsPersonal(IReadOnlyPropertyBase column) => column.PropertyInfo?.IsDefined(typeof(PersonalDataAttribute)) == true;

    /// <summary>Whether a row as a whole says something about the person.</summary>
    public static bool IsPersonal(IReadOnlyEntityType type) => type.ClrType.IsDefined(typeof(PersonalDataAttribute));

    /// <summary>Reads everything that is held on members.</summary>
    /// <param name="memberIds">The member, and the records that were merged into it.</param>
    /// <param name="section">Only this section; all of them when null.</param>
    /// <param name="skip">The rows of each section to leave out: those that earlier answers had.</param>
    /// <param name="encodeId">Writes the id of a row for whoever reads the export.</param>
    public static async Task<IReadOnlyList<MemberDataSection>> ReadAsync(
        CommunityDbContext context, long[] memberIds, string? section, int skip, Func<string, long, string> encodeId, CancellationToken cancellationToken)
    {
        var sections = new List<MemberDataSection>();
        foreach (var (type, memberId) in Tables(context))
        {
            var name = JsonNamingPolicy.CamelCase.ConvertName(type.GetTableName()!);
            if (section is not null && section != name)
            {
                continue;
            }

            var count = await (Task<int>)CountMethod(type).Invoke(null, [context, memberId.Name, memberIds, cancellationToken])!;
            if (count > 0)
            {
                var rows = await (Task<List<object>>)s_readMethod.MakeGenericMethod(type.ClrType)
                    .Invoke(null, [context, memberId.Name, memberIds, skip, cancellationToken])!;
                sections.Add(new MemberDataSection(name, count, skip + rows.Count < count, Write(context, type, rows, encodeId)));
            }
        }

        return sections;
    }

    private static bool IsKey(IProperty column) => column.ClrType == typeof(long) || column.ClrType == typeof(long?);

    private static JsonElement Write(CommunityDbContext context, IEntityType type, List<object> rows, Func<string, long, string> encodeId)
    {
        var columns = type.GetProperties()
            .Where(column => column.PropertyInfo?.IsDefined(typeof(SecretAttribute)) != true)
            .Select(column => (Column: column, Name: JsonNamingPolicy.CamelCase.ConvertName(column.Name), References: ReferencesOf(type, column)))
            .ToList();
        return JsonSerializer.SerializeToElement(rows.Select(row =>
        {
            var entry = context.Entry(row);
            return columns.ToDictionary(
                column => column.Name,
                column => entry.Property(column.Column).CurrentValue switch
                {
                    long id when column.References is { } kind => JsonSerializer.SerializeToElement(encodeId(kind, id)),
                    var value => AuditValue.ToJson(value),
                });
        }));
    }

    private static string? ReferencesOf(IEntityType type, IProperty column) =>
        column.IsPrimaryKey() && type.FindPrimaryKey()!.Properties.Count == 1
            ? type.ClrType.Name
            : column.GetContainingForeignKeys().FirstOrDefault(key => key.Properties.Count == 1)?.PrincipalEntityType.ClrType.Name;

    private static MethodInfo CountMethod(IEntityType type) =>
        typeof(MemberData).GetMethod(nameof(CountTypedAsync), BindingFlags.NonPublic | BindingFlags.Static)!.MakeGenericMethod(type.ClrType);

    private static Task<int> CountTypedAsync<T>(CommunityDbContext context, string column, long[] memberIds, CancellationToken cancellationToken)
        where T : class => Rows<T>(context, column, memberIds).CountAsync(cancellationToken);

    private static async Task<List<object>> ReadTypedAsync<T>(CommunityDbContext context, string column, long[] memberIds, int skip, CancellationToken cancellationToken)
        where T : class
    {
        var key = context.Model.FindEntityType(typeof(T))!.FindPrimaryKey()!.Properties;
        var ordered = Rows<T>(context, column, memberIds).AsNoTracking().OrderBy(row => EF.Property<object>(row, key[0].Name));
        foreach (var property in key.Skip(1))
        {
            ordered = ordered.ThenBy(row => EF.Property<object>(row, property.Name));
        }

        return [.. await ordered.Skip(skip).Take(MaxRows).ToListAsync(cancellationToken)];
    }

    private static IQueryable<T> Rows<T>(CommunityDbContext context, string column, long[] memberIds)
        where T : class => context.Set<T>().IgnoreQueryFilters().Where(row => memberIds.Contains(EF.Property<long?>(row, column)!.Value));
}

/// <summary>The rows of one table that are held on a member.</summary>
/// <param name="Name">The table.</param>
/// <param name="Count">How many rows it holds on the member.</param>
/// <param name="IsTruncated">Whether there are more rows behind those that are here.</param>
/// <param name="Rows">The rows, as a list of objects with a member for each column.</param>
public sealed record MemberDataSection(string Name, int Count, bool IsTruncated, JsonElement Rows);
