using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace Headless.Community.Data.Configurations;

internal static class AttributeConfiguration
{
    /// <param name="builder">The model.</param>
    /// <param name="isNotNull">The condition of an index over the rows that have a value in a column.</param>
    /// <remarks>
    /// An index for each type, over the rows that have a value of it: a condition on a definition and its value is one seek, and a value
    /// is in one index beside its member's.
    /// </remarks>
    public static void Configure(ModelBuilder builder, Func<string, string> isNotNull)
    {
        builder.Entity<AttributeDefinition>(entity =>
        {
            entity.ToTable("AttributeDefinitions");
            entity.Property(row => row.Key).HasMaxLength(AttributeDefinition.KeyMaxLength);
            entity.Property(row => row.Name).HasMaxLength(AttributeDefinition.NameMaxLength);
            entity.Property(row => row.Description).HasMaxLength(AttributeDefinition.DescriptionMaxLength);
            entity.Property(row => row.Unit).HasMaxLength(AttributeDefinition.UnitMaxLength);
            entity.Property(row => row.Options).HasConversion(
                options => JsonSerializer.Serialize(options, JsonSerializerOptions.Default),
                stored => JsonSerializer.Deserialize<List<AttributeOption>>(stored, JsonSerializerOptions.Default)!,
                new ValueComparer<IReadOnlyList<AttributeOption>>(
                    (left, right) => left!.SequenceEqual(right!),
                    options => options.Aggregate(0, (hash, option) => HashCode.Combine(hash, option)),
                    options => options));
            entity.HasIndex(row => row.Key).IsUnique();
        });

        builder.Entity<MemberAttribute>(entity =>
        {
            entity.ToTable("MemberAttributes");
            entity.Property(row => row.Text).HasMaxLength(MemberAttribute.TextMaxLength);
            entity.Ignore(row => row.Value);
            entity.HasOne(row => row.Member).WithMany(row => row.Attributes).OnDelete(DeleteBehavior.Cascade);
            entity.HasOne(row => row.Definition).WithMany(row => row.Values).OnDelete(DeleteBehavior.Restrict);
            entity.HasOne(row => row.SetBy).WithMany().OnDelete(DeleteBehavior.Restrict);
            entity.HasIndex(row => new { row.MemberId, row.DefinitionId }).IsUnique();
            entity.HasIndex(row => new { row.DefinitionId, row.Text, row.MemberId }).HasFilter(isNotNull(nameof(MemberAttribute.Text)));
            entity.HasIndex(row => new { row.DefinitionId, row.Number, row.MemberId }).HasFilter(isNotNull(nameof(MemberAttribute.Number)));
            entity.HasIndex(row => new { row.DefinitionId, row.Boolean, row.MemberId }).HasFilter(isNotNull(nameof(MemberAttribute.Boolean)));
            entity.HasIndex(row => new { row.DefinitionId, row.Date, row.MemberId }).HasFilter(isNotNull(nameof(MemberAttribute.Date)));
            entity.HasIndex(row => row.SetById);
        });
    }
}
