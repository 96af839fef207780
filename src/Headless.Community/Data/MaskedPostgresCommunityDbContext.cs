using Microsoft.EntityFrameworkCore;

namespace Headless.Community.Data;

/// <summary>The model of every row but personal data. A type of its own, so that EF keeps the models apart.</summary>
internal sealed class MaskedPostgresCommunityDbContext(DbContextOptions<MaskedPostgresCommunityDbContext> options)
    : PostgresCommunityDbContext(options)
{
    protected override bool MasksPersonal => true;
}
