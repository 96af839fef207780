using Microsoft.EntityFrameworkCore;

namespace Headless.Community.Data.Configurations;

internal static class WebhookConfiguration
{
    public static void Configure(ModelBuilder builder, Func<string, string> isNotNull)
    {
        builder.Entity<Webhook>(entity =>
        {
            entity.Property(row => row.Name).HasMaxLength(Webhook.NameMaxLength);
            entity.Property(row => row.Url).HasMaxLength(Webhook.UrlMaxLength);
            entity.Property(row => row.Query).HasMaxLength(Webhook.QueryMaxLength);
            entity.Property(row => row.Secret).HasMaxLength(Webhook.SecretMaxLength);
            entity.Property(row => row.FormerSecret).HasMaxLength(Webhook.SecretMaxLength);
            entity.Ignore(row => row.Scopes);
            entity.HasOne(row => row.Operator).WithMany().OnDelete(DeleteBehavior.Restrict);
            entity.HasIndex(row => row.Name);
            entity.HasIndex(row => row.Status);
            entity.HasIndex(row => row.OperatorId);
            entity.HasIndex(row => row.FailingSince);
        });

        builder.Entity<WebhookKind>(entity =>
        {
            entity.HasOne(row => row.Webhook).WithMany(row => row.Kinds).OnDelete(DeleteBehavior.Cascade);
            entity.HasIndex(row => new { row.WebhookId, row.Kind }).IsUnique();
        });

        builder.Entity<WebhookGroup>(entity =>
        {
            entity.HasOne(row => row.Webhook).WithMany(row => row.Groups).OnDelete(DeleteBehavior.Cascade);
            entity.HasOne(row => row.Group).WithMany().OnDelete(DeleteBehavior.Restrict);
            entity.HasIndex(row => new { row.WebhookId, row.GroupId }).IsUnique();
            entity.HasIndex(row => row.GroupId);
        });

        builder.Entity<WebhookDelivery>(entity =>
        {
            entity.Property(row => row.MessageId).HasMaxLength(WebhookDelivery.MessageIdMaxLength);
            entity.HasOne(row => row.Webhook).WithMany(row => row.Deliveries).OnDelete(DeleteBehavior.Cascade);

            // One for each activity, however often it is sent.
            entity.HasIndex(row => new { row.WebhookId, row.ActivityId }).IsUnique().HasFilter(isNotNull("ActivityId"));

            // What is to be sent, and when.
            entity.HasIndex(row => new { row.NextAttemptAt, row.WebhookId }).HasFilter(isNotNull("NextAttemptAt"));
            entity.HasIndex(row => new { row.WebhookId, row.Status, row.CreatedAt });
            entity.HasIndex(row => new { row.Status, row.CreatedAt });
            entity.HasIndex(row => row.CreatedAt);
            entity.HasIndex(row => row.MessageId);
        });

        builder.Entity<WebhookAttempt>(entity =>
        {
            entity.Property(row => row.Message).HasMaxLength(WebhookAttempt.MessageMaxLength);
            entity.Property(row => row.Response).HasMaxLength(WebhookAttempt.ResponseMaxLength);
            entity.Ignore(row => row.IsSuccess);
            entity.HasOne(row => row.Delivery).WithMany(row => row.Attempts).OnDelete(DeleteBehavior.Cascade);
            entity.HasIndex(row => new { row.DeliveryId, row.Number });
        });

        builder.Entity<RelayLease>(entity =>
        {
            entity.Property(row => row.Name).HasMaxLength(RelayLease.NameMaxLength);
            entity.Property(row => row.Owner).HasMaxLength(RelayLease.OwnerMaxLength);
            entity.HasIndex(row => row.Name).IsUnique();
        });
    }
}
