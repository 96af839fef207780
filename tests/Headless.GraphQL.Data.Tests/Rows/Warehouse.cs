using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Headless.GraphQL.Data.Tests.Rows;

public enum Packing
{
    Loose,
    Boxed,
    Crated,
}

/// <summary>An entity with a column of every kind, relations of every kind and resolvers.</summary>
public sealed class Shelf
{
    public long Id { get; set; }

    public string Name { get; set; } = "";

    public string? Note { get; set; }

    /// <summary>Kept as a number.</summary>
    public Packing Packing { get; set; }

    /// <summary>Kept as a text.</summary>
    public Packing? Inner { get; set; }

    public DateTimeOffset StockedAt { get; set; }

    public DateTimeOffset? ClearedAt { get; set; }

    public DateTime CountedAt { get; set; }

    public decimal Price { get; set; }

    public decimal? Discount { get; set; }

    public Guid Code { get; set; }

    public Guid? Twin { get; set; }

    public int? Slots { get; set; }

    public long Grams { get; set; }

    public double Fill { get; set; }

    public bool IsOpen { get; set; }

    public bool? IsCold { get; set; }

    public DateOnly Day { get; set; }

    public TimeSpan? Wait { get; set; }

    /// <summary>Kept backwards by a converter.</summary>
    public string Password { get; set; } = "";

    public List<string> Colours { get; set; } = [];

    public long? KeeperId { get; set; }

    public Keeper? Keeper { get; set; }

    public List<Item> Items { get; set; } = [];

    public List<Label> Labels { get; set; } = [];
}

public sealed class Keeper
{
    public long Id { get; set; }

    public string Name { get; set; } = "";

    public int Age { get; set; }

    public long? BossId { get; set; }

    public Keeper? Boss { get; set; }

    public List<Badge> Badges { get; set; } = [];
}

public sealed class Badge
{
    public Guid Id { get; set; }

    public long KeeperId { get; set; }

    public string Text { get; set; } = "";
}

public sealed class Item
{
    public int Id { get; set; }

    public long? ShelfId { get; set; }

    public Shelf? Shelf { get; set; }

    public string Name { get; set; } = "";

    public bool IsHidden { get; set; }
}

public sealed class Label
{
    public int Id { get; set; }

    public string Text { get; set; } = "";
}

public sealed class WarehouseDbContext(DbContextOptions<WarehouseDbContext> options) : DbContext(options)
{
    public DbSet<Shelf> Shelves => Set<Shelf>();

    public DbSet<Item> Items => Set<Item>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<Shelf>().Property(s => s.Inner).HasConversion<string>();
        modelBuilder.Entity<Shelf>().Property(s => s.Password).HasConversion(v => Reverse(v), v => Reverse(v));
        modelBuilder.Entity<Shelf>().HasOne(s => s.Keeper).WithMany().HasForeignKey(s => s.KeeperId);
        modelBuilder.Entity<Shelf>().HasMany(s => s.Items).WithOne(i => i.Shelf).HasForeignKey(i => i.ShelfId);
        modelBuilder.Entity<Shelf>().HasMany(s => s.Labels).WithMany();
        modelBuilder.Entity<Keeper>().HasOne(k => k.Boss).WithMany().HasForeignKey(k => k.BossId);
        modelBuilder.Entity<Keeper>().HasMany(k => k.Badges).WithOne().HasForeignKey(b => b.KeeperId);
        modelBuilder.Entity<Item>().HasQueryFilter(i => !i.IsHidden);
    }

    internal static void Seed(WarehouseDbContext db, int shelves)
    {
        var boss = new Keeper { Id = 1, Name = "Ada \"the\" first", Age = 60, Badges = [new Badge { Id = new Guid(9, 0, 0, new byte[8]), Text = "boss" }] };
        var keeper = new Keeper { Id = 2, Name = "Bo 编号", Age = 30, Boss = boss };
        Label[] labels = [new Label { Id = 1, Text = "heavy" }, new Label { Id = 2, Text = "new" }];
        var item = 0;
        for (var i = 1; i <= shelves; i++)
        {
            var full = i % 2 == 0;
            db.Add(new Shelf
            {
                Id = i,
                Name = $"shelf {i:00}",
                Note = full ? $"note\n{i}" : null,
                Packing = (Packing)(i % 3),
                Inner = full ? Packing.Crated : null,
                StockedAt = new DateTimeOffset(2026, 3, 1, 10, 30, 0, 250, TimeSpan.Zero).AddHours(i),
                ClearedAt = full ? new DateTimeOffset(2026, 4, 1, 0, 0, 0, TimeSpan.Zero) : null,
                CountedAt = new DateTime(2026, 5, 1, 1, 2, 3, DateTimeKind.Utc).AddTicks(10 * i),
                Price = 12.50m * i,
                Discount = full ? 0.125m : null,
                Code = new Guid(i, 1, 2, new byte[8]),
                Twin = full ? new Guid(i, 9, 9, new byte[8]) : null,
                Slots = full ? i : null,
                Grams = 5_000_000_000 + i,
                Fill = i / 8.0,
                IsOpen = full,
                IsCold = i % 3 == 0 ? null : full,
                Day = new DateOnly(2026, 1, 1).AddDays(i),
                Wait = full ? TimeSpan.FromMinutes(i) : null,
                Password = $"secret {i}",
                Colours = full ? ["red", "blue"] : [],
                Keeper = i % 3 == 0 ? null : i % 3 == 1 ? keeper : boss,
                Items = [.. Enumerable.Range(0, i % 4).Select(n => new Item { Id = ++item, Name = $"item {item}", IsHidden = n == 2 })],
                Labels = [.. labels.Where(l => i % (l.Id + 1) == 0)],
            });
        }

        db.SaveChanges();
    }

    private static string Reverse(string text) => new([.. text.Reverse()]);
}

/// <summary>The same list in two ways: <c>shelves</c> can be read into columns, <c>wholeShelves</c> is read as entities.</summary>
[ExtendObjectType(OperationTypeNames.Query)]
public static class WarehouseQueries
{
    [UsePaging(IncludeTotalCount = true, MaxPageSize = 5000)]
    [UseProjection]
    [UseFiltering]
    [UseSorting]
    public static IQueryable<Shelf> GetShelves(WarehouseDbContext db) => db.Shelves;

    [UsePaging(IncludeTotalCount = true, ConnectionName = "Shelves")]
    [UseFiltering]
    [UseSorting]
    public static IQueryable<Shelf> GetWholeShelves(WarehouseDbContext db)
        => db.Shelves.Include(s => s.Keeper!.Boss!.Badges).Include(s => s.Keeper!.Badges).Include(s => s.Items).Include(s => s.Labels).AsSplitQuery();

    [UseOffsetPaging(IncludeTotalCount = true)]
    [UseProjection]
    [UseSorting]
    public static IQueryable<Shelf> GetShelfPages(WarehouseDbContext db) => db.Shelves;

    [UseOffsetPaging(IncludeTotalCount = true, CollectionSegmentName = "ShelfPages")]
    [UseSorting]
    public static IQueryable<Shelf> GetWholeShelfPages(WarehouseDbContext db) => GetWholeShelves(db);

    [UseFirstOrDefault]
    [UseProjection]
    public static IQueryable<Shelf> GetShelf(long id, WarehouseDbContext db) => db.Shelves.Where(s => s.Id == id);

    [UseProjection]
    public static IQueryable<Shelf> GetUnfilteredShelves(WarehouseDbContext db) => db.Shelves.IgnoreQueryFilters().OrderBy(s => s.Id);
}

[ExtendObjectType<Shelf>]
public static class ShelfFields
{
    /// <summary>A pure method over one column.</summary>
    public static long GetTons([Parent(nameof(Shelf.Grams))] Shelf shelf) => shelf.Grams / 1_000_000;

    /// <summary>A resolver over a column and the key, which is always there.</summary>
    public static async Task<string> GetPlateAsync([Parent(nameof(Shelf.Name))] Shelf shelf)
    {
        await Task.Yield();
        return $"{shelf.Id}: {shelf.Name}";
    }

    /// <summary>A list of its own, read for all shelves at once.</summary>
    [UsePaging(IncludeTotalCount = true)]
    [UseProjection]
    public static IQueryable<Item> GetStock([Parent(nameof(Shelf.Id))] Shelf shelf, WarehouseDbContext db)
        => db.Items.Where(i => i.ShelfId == shelf.Id);

    [UseOffsetPaging(IncludeTotalCount = true)]
    [UseProjection]
    public static IQueryable<Item> GetStockPages([Parent(nameof(Shelf.Id))] Shelf shelf, WarehouseDbContext db) => GetStock(shelf, db);

    [UseFirstOrDefault]
    [UseProjection]
    public static IQueryable<Item> GetNewest([Parent(nameof(Shelf.Id))] Shelf shelf, WarehouseDbContext db)
        => db.Items.Where(i => i.ShelfId == shelf.Id).OrderByDescending(i => i.Id);
}

[ExtendObjectType<Keeper>]
public static class KeeperFields
{
    public static string GetTitle([Parent(nameof(Keeper.Age))] Keeper keeper) => $"{keeper.Id} is {keeper.Age}";
}

/// <summary>Counts the entities that EF Core makes.</summary>
internal sealed class EntityCounter : IMaterializationInterceptor
{
    private int _count;

    public int Count => _count;

    public void Reset() => _count = 0;

    public object InitializedInstance(MaterializationInterceptionData materializationData, object entity)
    {
        Interlocked.Increment(ref _count);
        return entity;
    }
}
