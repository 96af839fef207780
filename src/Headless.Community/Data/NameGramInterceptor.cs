using System.Runtime.CompilerServices;
using Headless.Community.Search;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Headless.Community.Data;

/// <summary>Makes members findable by parts of their names when a name is saved. What is written past the change tracker says so itself.</summary>
internal sealed class NameGramInterceptor : SaveChangesInterceptor
{
    // By context: one interceptor serves them all.
    private readonly ConditionalWeakTable<DbContext, Renamed> _renamed = [];

    public override InterceptionResult<int> SavingChanges(DbContextEventData eventData, InterceptionResult<int> result) =>
        throw new InvalidOperationException("Save with SaveChangesAsync: names are indexed with what is saved.");

    public override ValueTask<InterceptionResult<int>> SavingChangesAsync(
        DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        if (eventData.Context is CommunityDbContext context)
        {
            _renamed.Remove(context);
            var (added, changed) = (new List<Member>(), new List<Member>());
            foreach (var entry in context.ChangeTracker.Entries<Member>())
            {
                switch (entry.State)
                {
                    case EntityState.Added:
                        added.Add(entry.Entity);
                        break;
                    case EntityState.Modified when entry.Property(m => m.DisplayName).IsModified:
                        changed.Add(entry.Entity);
                        break;
                }
            }

            if (added.Count + changed.Count > 0)
            {
                _renamed.Add(context, new Renamed(added, changed));
            }
        }

        return ValueTask.FromResult(result);
    }

    public override async ValueTask<int> SavedChangesAsync(SaveChangesCompletedEventData eventData, int result, CancellationToken cancellationToken = default)
    {
        if (eventData.Context is CommunityDbContext context && _renamed.TryGetValue(context, out var renamed))
        {
            _renamed.Remove(context);
            await NameGrams.PutAsync(context, NamesOf(renamed.Added), areNew: true, cancellationToken);
            await NameGrams.PutAsync(context, NamesOf(renamed.Changed), areNew: false, cancellationToken);
        }

        return result;
    }

    private static List<KeyValuePair<long, string>> NamesOf(List<Member> members) => members.ConvertAll(m => KeyValuePair.Create(m.Id, m.DisplayName));

    private sealed record Renamed(List<Member> Added, List<Member> Changed);
}
