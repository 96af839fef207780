using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Headless.Benchmarks.Load.Model;

public enum GroupType
{
    Open,
    Closed,
    Secret,
}

public enum MembershipRole
{
    Member,
    Moderator,
    Owner,
}

public sealed class Group
{
    public int Id { get; set; }

    public string Name { get; set; } = "";

    public GroupType Type { get; set; }

    public DateTime CreatedAt { get; set; }

    public int MemberCount { get; set; }

    public List<Membership> Memberships { get; set; } = [];
}

public sealed class Member
{
    public int Id { get; set; }

    public string Nickname { get; set; } = "";

    public int Points { get; set; }

    public DateTime JoinedAt { get; set; }

    public List<Tag> Tags { get; set; } = [];
}

public sealed class Tag
{
    public int Id { get; set; }

    public string Name { get; set; } = "";
}

public sealed class MemberTag
{
    public int MemberId { get; set; }

    public int TagId { get; set; }

    public Tag? Tag { get; set; }
}

public sealed class Membership
{
    public int GroupId { get; set; }

    public Group? Group { get; set; }

    public int MemberId { get; set; }

    public Member? Member { get; set; }

    public MembershipRole Role { get; set; }

    public DateTime JoinedAt { get; set; }
}

/// <summary>The model of the load: groups, members in them, tags on members. Both EF Core servers read it.</summary>
public sealed class BenchmarkDbContext(DbContextOptions<BenchmarkDbContext> options) : DbContext(options)
{
    public DbSet<Group> Groups => Set<Group>();

    public DbSet<Member> Members => Set<Member>();

    public DbSet<Tag> Tags => Set<Tag>();

    public DbSet<MemberTag> MemberTags => Set<MemberTag>();

    public DbSet<Membership> Memberships => Set<Membership>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<Group>().HasIndex(g => g.Name);
        modelBuilder.Entity<Tag>().HasIndex(t => t.Name).IsUnique();
        modelBuilder.Entity<Membership>().HasKey(m => new { m.GroupId, m.MemberId });
        modelBuilder.Entity<Member>().HasMany(m => m.Tags).WithMany().UsingEntity<MemberTag>(
            right => right.HasOne(t => t.Tag).WithMany().HasForeignKey(t => t.TagId),
            left => left.HasOne<Member>().WithMany().HasForeignKey(t => t.MemberId));
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
        => configurationBuilder.Properties<DateTime>().HaveConversion<UtcConverter>();

    private sealed class UtcConverter() : ValueConverter<DateTime, DateTime>(v => v, v => DateTime.SpecifyKind(v, DateTimeKind.Utc));
}
