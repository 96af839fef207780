using Microsoft.EntityFrameworkCore;

namespace Headless.GraphQL.Data.Tests.Model;

public enum GroupKind
{
    Traffic,
    Vip,
    Flash,
}

public sealed class Group
{
    public long Id { get; set; }

    public string Name { get; set; } = "";

    public string? Topic { get; set; }

    public GroupKind Kind { get; set; }

    public int? Capacity { get; set; }

    public decimal Budget { get; set; }

    public double Score { get; set; }

    public bool IsOpen { get; set; }

    public DateTime OpenedAt { get; set; }

    public DateOnly? ClosesOn { get; set; }

    public Guid Code { get; set; }

    public string Secret { get; set; } = "";

    public long? OwnerId { get; set; }

    public Member? Owner { get; set; }

    public List<Membership> Memberships { get; set; } = [];

    /// <summary>Not a column.</summary>
    public string Label => $"{Name}/{Kind}/{Capacity}";
}

public sealed class Member
{
    public long Id { get; set; }

    public string Nickname { get; set; } = "";

    public int Points { get; set; }

    public List<Membership> Memberships { get; set; } = [];

    public List<MemberTag> Tags { get; set; } = [];
}

public sealed class Membership
{
    public long Id { get; set; }

    public long GroupId { get; set; }

    public Group? Group { get; set; }

    public long MemberId { get; set; }

    public Member? Member { get; set; }

    public string? Role { get; set; }

    public DateTime JoinedAt { get; set; }
}

public sealed class Tag
{
    public long Id { get; set; }

    public string Name { get; set; } = "";
}

public sealed class MemberTag
{
    public long MemberId { get; set; }

    public Member? Member { get; set; }

    public long TagId { get; set; }

    public Tag? Tag { get; set; }
}

public sealed class CommunityDbContext(DbContextOptions<CommunityDbContext> options) : DbContext(options)
{
    public DbSet<Group> Groups => Set<Group>();

    public DbSet<Member> Members => Set<Member>();

    public DbSet<Membership> Memberships => Set<Membership>();

    public DbSet<Tag> Tags => Set<Tag>();

    public DbSet<MemberTag> MemberTags => Set<MemberTag>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<Group>().HasOne(g => g.Owner).WithMany().HasForeignKey(g => g.OwnerId);
        modelBuilder.Entity<Group>().HasIndex(g => g.Name);
        modelBuilder.Entity<Group>().Property(g => g.Kind).HasConversion<string>();
        modelBuilder.Entity<Membership>().HasOne(m => m.Group).WithMany(g => g.Memberships).HasForeignKey(m => m.GroupId);
        modelBuilder.Entity<Membership>().HasOne(m => m.Member).WithMany(m => m.Memberships).HasForeignKey(m => m.MemberId);
        modelBuilder.Entity<MemberTag>().HasKey(t => new { t.MemberId, t.TagId });
        modelBuilder.Entity<MemberTag>().HasOne(t => t.Member).WithMany(m => m.Tags).HasForeignKey(t => t.MemberId);
    }
}
