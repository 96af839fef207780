using Microsoft.EntityFrameworkCore;

namespace Headless.Community.Data.Configurations;

internal static class WishConfiguration
{
    public static void Configure(ModelBuilder builder, string hasIdempotencyKey)
    {
        builder.Entity<Wish>(entity =>
        {
            entity.Property(row => row.Category).HasMaxLength(Wish.CategoryMaxLength);
            entity.Property(row => row.Product).HasMaxLength(Wish.ProductMaxLength);
            entity.Property(row => row.Note).HasMaxLength(Wish.NoteMaxLength);
            entity.Property(row => row.StatusReason).HasMaxLength(Wish.ReasonMaxLength);
            entity.Property(row => row.IdempotencyKey).HasMaxLength(Wish.IdempotencyKeyMaxLength);
            entity.Ignore(row => row.IsVotable);
            entity.HasOne(row => row.Member).WithMany().OnDelete(DeleteBehavior.Restrict);
            entity.HasOne(row => row.Group).WithMany().OnDelete(DeleteBehavior.Restrict);
            entity.HasOne(row => row.Campaign).WithMany().OnDelete(DeleteBehavior.Restrict);

            // The top wishes, and the votes of each category, are read from these alone.
            entity.HasIndex(row => new { row.Status, row.VoteCount });
            entity.HasIndex(row => new { row.Status, row.Category, row.VoteCount });
            entity.HasIndex(row => row.VoteCount);
            entity.HasIndex(row => new { row.Category, row.VoteCount });
            entity.HasIndex(row => row.Product);
            entity.HasIndex(row => row.MemberId);
            entity.HasIndex(row => new { row.GroupId, row.VoteCount });
            entity.HasIndex(row => row.CampaignId);
            entity.HasIndex(row => row.IdempotencyKey).IsUnique().HasFilter(hasIdempotencyKey);
        });

        builder.Entity<WishVote>(entity =>
        {
            entity.HasOne(row => row.Wish).WithMany(row => row.Votes).OnDelete(DeleteBehavior.Cascade);
            entity.HasOne(row => row.Member).WithMany().OnDelete(DeleteBehavior.Restrict);
            entity.HasIndex(row => new { row.WishId, row.MemberId }).IsUnique();
            entity.HasIndex(row => row.MemberId);
        });
    }
}
