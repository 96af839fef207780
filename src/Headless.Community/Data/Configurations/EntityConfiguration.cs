using Microsoft.EntityFrameworkCore;

namespace Headless.Community.Data.Configurations;

/// <summary>What all editable entities and all text columns have in common.</summary>
internal static class EntityConfiguration
{
    public static void Configure(ModelBuilder builder, string? ordinalCollation)
    {
        foreach (var type in builder.Model.GetEntityTypes())
        {
            if (typeof(Entity).IsAssignableFrom(type.ClrType))
            {
                var entity = builder.Entity(type.ClrType);
                entity.Property(nameof(Entity.Version)).IsConcurrencyToken();
                entity.HasIndex(nameof(Entity.CreatedAt));
                entity.HasIndex(nameof(Entity.UpdatedAt));
            }

            if (ordinalCollation is not null)
            {
                var text = type.GetProperties().Concat(type.GetComplexProperties().SelectMany(part => part.ComplexType.GetProperties()));
                foreach (var property in text.Where(property => property.ClrType == typeof(string)))
                {
                    property.SetCollation(ordinalCollation);
                }
            }
        }
    }
}
