using Microsoft.EntityFrameworkCore;

namespace Headless.Community.Data.Configurations;

internal static class SurveyConfiguration
{
    public static void Configure(ModelBuilder builder, string hasIdempotencyKey)
    {
        builder.Entity<Survey>(entity =>
        {
            entity.Property(row => row.Title).HasMaxLength(Survey.TitleMaxLength);
            entity.Property(row => row.Description).HasMaxLength(Survey.DescriptionMaxLength);
            entity.Property(row => row.IdempotencyKey).HasMaxLength(Survey.IdempotencyKeyMaxLength);
            entity.HasOne(row => row.Group).WithMany().OnDelete(DeleteBehavior.Restrict);
            entity.HasOne(row => row.CreatedBy).WithMany().OnDelete(DeleteBehavior.Restrict);
            entity.HasIndex(row => row.Title);

            // Which are due to be closed is asked once a second.
            entity.HasIndex(row => new { row.Status, row.ClosesAt });
            entity.HasIndex(row => row.ClosesAt);
            entity.HasIndex(row => row.OpenedAt);
            entity.HasIndex(row => row.GroupId);
            entity.HasIndex(row => row.CreatedById);
            entity.HasIndex(row => row.IdempotencyKey).IsUnique().HasFilter(hasIdempotencyKey);
        });

        builder.Entity<SurveyQuestion>(entity =>
        {
            entity.Property(row => row.Key).HasMaxLength(SurveyQuestion.KeyMaxLength);
            entity.Property(row => row.Text).HasMaxLength(SurveyQuestion.TextMaxLength);
            entity.HasOne(row => row.Survey).WithMany(row => row.Questions).OnDelete(DeleteBehavior.Cascade);
            entity.HasIndex(row => new { row.SurveyId, row.Key }).IsUnique();
            entity.HasIndex(row => new { row.SurveyId, row.Position });
            entity.HasIndex(row => row.Measure);
        });

        builder.Entity<SurveyOption>(entity =>
        {
            entity.Property(row => row.Label).HasMaxLength(SurveyOption.LabelMaxLength);
            entity.HasOne(row => row.Question).WithMany(row => row.Options).OnDelete(DeleteBehavior.Cascade);
            entity.HasIndex(row => new { row.QuestionId, row.Position });
        });

        builder.Entity<SurveyResponse>(entity =>
        {
            entity.Property(row => row.IdempotencyKey).HasMaxLength(SurveyResponse.IdempotencyKeyMaxLength);
            entity.HasOne(row => row.Survey).WithMany(row => row.Responses).OnDelete(DeleteBehavior.Restrict);
            entity.HasOne(row => row.Member).WithMany().OnDelete(DeleteBehavior.Restrict);
            entity.HasOne(row => row.Group).WithMany().OnDelete(DeleteBehavior.Restrict);
            entity.HasIndex(row => new { row.SurveyId, row.MemberId }).IsUnique();
            entity.HasIndex(row => new { row.MemberId, row.AnsweredAt });
            entity.HasIndex(row => new { row.GroupId, row.AnsweredAt });
            entity.HasIndex(row => row.AnsweredAt);
        });

        builder.Entity<SurveyAnswer>(entity =>
        {
            entity.Property(row => row.Text).HasMaxLength(SurveyAnswer.TextMaxLength);
            entity.HasOne(row => row.Response).WithMany(row => row.Answers).OnDelete(DeleteBehavior.Cascade);
            entity.HasOne(row => row.Question).WithMany().OnDelete(DeleteBehavior.Restrict);
            entity.HasOne(row => row.Option).WithMany().OnDelete(DeleteBehavior.Restrict);
            entity.HasOne(row => row.Member).WithMany(row => row.SurveyAnswers).OnDelete(DeleteBehavior.Restrict);
            entity.HasIndex(row => new { row.ResponseId, row.QuestionId });

            // Who chose an option, who gave a number: what segments ask.
            entity.HasIndex(row => new { row.QuestionId, row.OptionId, row.MemberId });
            entity.HasIndex(row => new { row.QuestionId, row.Number, row.MemberId });
            entity.HasIndex(row => row.OptionId);
            entity.HasIndex(row => row.MemberId);
        });
    }
}
