using Microsoft.EntityFrameworkCore;

namespace Headless.Community.Data.Configurations;

internal static class QuestionConfiguration
{
    public static void Configure(ModelBuilder builder, string hasIdempotencyKey)
    {
        builder.Entity<Question>(entity =>
        {
            entity.Property(row => row.Topic).HasMaxLength(Question.TopicMaxLength);
            entity.Property(row => row.Text).HasMaxLength(Question.TextMaxLength);
            entity.Property(row => row.CloseReason).HasMaxLength(Question.ReasonMaxLength);
            entity.Property(row => row.IdempotencyKey).HasMaxLength(Question.IdempotencyKeyMaxLength);
            entity.HasOne(row => row.Member).WithMany().OnDelete(DeleteBehavior.Restrict);
            entity.HasOne(row => row.Group).WithMany().OnDelete(DeleteBehavior.Restrict);
            entity.HasOne(row => row.ContentItem).WithMany().OnDelete(DeleteBehavior.Restrict);

            // What waits for an answer, the oldest first, and what is asked most.
            entity.HasIndex(row => new { row.Status, row.AskedAt });
            entity.HasIndex(row => new { row.GroupId, row.Status, row.AskedAt });
            entity.HasIndex(row => new { row.Topic, row.AskedAt });
            entity.HasIndex(row => new { row.MemberId, row.AskedAt });
            entity.HasIndex(row => new { row.ContentItemId, row.AskedAt });
            entity.HasIndex(row => row.AskedAt);
            entity.HasIndex(row => row.FirstAnsweredAt);
            entity.HasIndex(row => row.AnswerCount);
            entity.HasIndex(row => row.IdempotencyKey).IsUnique().HasFilter(hasIdempotencyKey);
        });
        builder.Entity<Answer>(entity =>
        {
            entity.Property(row => row.Text).HasMaxLength(Answer.TextMaxLength);
            entity.Property(row => row.IdempotencyKey).HasMaxLength(Answer.IdempotencyKeyMaxLength);
            entity.HasOne(row => row.Question).WithMany(row => row.Answers).OnDelete(DeleteBehavior.Restrict);
            entity.HasOne(row => row.Member).WithMany().OnDelete(DeleteBehavior.Restrict);
            entity.HasOne(row => row.Operator).WithMany().OnDelete(DeleteBehavior.Restrict);
            entity.HasOne(row => row.ContentItem).WithMany().OnDelete(DeleteBehavior.Restrict);
            entity.HasIndex(row => new { row.QuestionId, row.AnsweredAt });
            entity.HasIndex(row => row.MemberId);
            entity.HasIndex(row => row.OperatorId);
            entity.HasIndex(row => row.ContentItemId);
            entity.HasIndex(row => row.IdempotencyKey).IsUnique().HasFilter(hasIdempotencyKey);
        });
    }
}
