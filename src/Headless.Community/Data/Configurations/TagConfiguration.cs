using Microsoft.EntityFrameworkCore;

namespace Headless.Community.Data.Configurations;

internal static class TagConfiguration
{
    public static void Configure(ModelBuilder builder, string hasNoGroup, string hasGroup)
    {
        builder.Entity<TagGroup>(entity =>
        {
            entity.Property(row => row.Name).HasMaxLength(TagGroup.NameMaxLength);
            entity.Property(row => row.Colour).HasMaxLength(Tag.ColourMaxLength);
            entity.HasIndex(row => row.Name).IsUnique();
        });

        builder.Entity<Tag>(entity =>
        {
            entity.Property(row => row.Name).HasMaxLength(Tag.NameMaxLength);
            entity.Property(row => row.Colour).HasMaxLength(Tag.ColourMaxLength);
            entity.HasOne(row => row.TagGroup).WithMany(row => row.Tags).OnDelete(DeleteBehavior.Restrict);

            // Two indexes, because whether two nulls are equal depends on the provider.
            entity.HasIndex(row => new { row.TagGroupId, row.Name }, "IX_Tags_TagGroupId_Name").IsUnique().HasFilter(hasGroup);
            entity.HasIndex(row => row.Name, "IX_Tags_Name_WithoutGroup").IsUnique().HasFilter(hasNoGroup);
            entity.HasIndex(row => row.Name, "IX_Tags_Name");
        });

        builder.Entity<ItemTag>(entity =>
        {
            entity.HasOne(row => row.Tag).WithMany().OnDelete(DeleteBehavior.Restrict);
            entity.HasOne(row => row.Group).WithMany().OnDelete(DeleteBehavior.Restrict);
            entity.HasOne(row => row.Membership).WithMany().OnDelete(DeleteBehavior.Restrict);
            entity.HasOne(row => row.ContentItem).WithMany().OnDelete(DeleteBehavior.Restrict);
            entity.HasOne(row => row.AddedBy).WithMany().OnDelete(DeleteBehavior.Restrict);
            entity.HasIndex(row => new { row.GroupId, row.TagId });
            entity.HasIndex(row => new { row.MembershipId, row.TagId });
            entity.HasIndex(row => new { row.ContentItemId, row.TagId });
            entity.HasIndex(row => row.TagId);
            entity.HasIndex(row => row.AddedById);
            entity.HasIndex(row => row.ExpiresAt);
        });

        builder.Entity<Member>()
            .HasMany(member => member.Tags)
            .WithMany(tag => tag.Members)
            .UsingEntity<MemberTag>(
                right => right.HasOne(row => row.Tag).WithMany(row => row.MemberTags).OnDelete(DeleteBehavior.Restrict),
                left => left.HasOne(row => row.Member).WithMany(row => row.MemberTags).OnDelete(DeleteBehavior.Cascade),
                entity =>
                {
                    entity.HasKey(row => row.Id);
                    entity.HasOne(row => row.AddedBy).WithMany().OnDelete(DeleteBehavior.Restrict);
                    entity.HasIndex(row => new { row.MemberId, row.TagId }).IsUnique();
                    entity.HasIndex(row => new { row.TagId, row.MemberId });
                    entity.HasIndex(row => row.AddedById);
                    entity.HasIndex(row => row.ExpiresAt);
                });
    }
}
