using System.Reflection;
using Headless.Community.Data;
using Headless.GraphQL;
using Headless.GraphQL.Data;
using Headless.GraphQL.Types;
using Headless.Server.Tests.Fixtures;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.Extensions.DependencyInjection;

namespace Headless.Server.Tests.Architecture;

/// <summary>
/// Whatever the schema lets clients filter or sort by is the first column of an index, so that no query of theirs has to read a table
/// from end to end to find its page. What is not says why in UnindexedFields.txt.
/// </summary>
public sealed class IndexTests(ServerFixture server) : IClassFixture<ServerFixture>
{
    [Fact]
    public async Task Every_field_that_can_be_filtered_or_sorted_by_is_indexed_or_says_why_not()
    {
        var schema = (await server.Factory.Services.GetRequiredService<IRequestExecutorResolver>().GetRequestExecutorAsync(cancellationToken: TestContext.Current.CancellationToken)).Schema;
        await using var db = server.Database.Create(AccessScope.Everything);
        var fields = schema.Types.OfType<InputObjectType>()
            .Where(t => EntityOf(t.RuntimeType) is not null)
            .SelectMany(t => t.Fields.Select(f => (Coordinate: $"{t.Name}.{f.Name}", Entity: db.Model.FindEntityType(EntityOf(t.RuntimeType)!)!, Property: f.Member as PropertyInfo)))
            .Where(f => f.Property is not null && f.Entity.FindNavigation(f.Property) is null && f.Entity.FindSkipNavigation(f.Property) is null)
            .ToList();
        var foreignKeys = db.Model.GetEntityTypes().SelectMany(e => e.GetForeignKeys()).ToList();

        fields.Count.ShouldBeGreaterThan(120);
        foreignKeys.Count.ShouldBeGreaterThan(20);
        var unindexed = fields.Where(f => !IsIndexed(f.Entity, f.Property!)).Select(f => f.Coordinate)
            .Concat(foreignKeys.Where(k => !IsFirst(k.DeclaringEntityType, k.Properties[0])).Select(k => $"{k.DeclaringEntityType.DisplayName()}.{k.Properties[0].Name}"));
        var reasons = Reasons();
        string.Join('\n', unindexed.Order(StringComparer.Ordinal)).ShouldBe(string.Join('\n', reasons.Keys.Order(StringComparer.Ordinal)));
        reasons.Values.ShouldAllBe(reason => reason.Length > 20);
    }

    /// <summary>The entity that a filter or sort input is about; null for inputs of operations and of mutations.</summary>
    private static Type? EntityOf(Type? type)
    {
        for (; type is not null; type = type.BaseType)
        {
            if (type.IsGenericType && (type.GetGenericTypeDefinition() == typeof(FilterInputType<>) || type.GetGenericTypeDefinition() == typeof(SortInputType<>)))
            {
                return type.GetGenericArguments()[0];
            }
        }

        return null;
    }

    private static bool IsIndexed(IEntityType entity, PropertyInfo property) =>
        entity.FindProperty(property.Name) is { } column && IsFirst(entity, column);

    /// <summary>An index over part of the rows counts only where a condition on the column implies that part: that it is not null.</summary>
    private static bool IsFirst(IEntityType entity, IProperty column) =>
        entity.GetKeys().Any(k => k.Properties[0] == column)
        || entity.GetIndexes().Any(i => i.Properties[0] == column && (i.GetFilter() is not { } filter || filter == $"\"{column.Name}\" IS NOT NULL"));

    /// <summary>Lines of <c>Input.field: reason</c>.</summary>
    private static Dictionary<string, string> Reasons() =>
        File.ReadLines(Path.Combine(Repository.Root, "tests", "Headless.Server.Tests", "Architecture", "UnindexedFields.txt"))
            .Where(l => l.Length > 0 && l[0] != '#')
            .Select(l => l.Split(": ", 2))
            .ToDictionary(l => l[0], l => l[1]);
}
