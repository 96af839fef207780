using System.Text.Json;
using Headless.Community.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace Headless.Community;

/// <summary>
/// Follows a context while a mutation works with it, and says at the end what has become of each row. A row that is saved several
/// times counts once: from what it was before the mutation to what it is after.
/// </summary>
/// <remarks>What goes around the change tracker, a bulk statement for one, is not seen: whoever does that adds an entry of its own.</remarks>
public sealed class AuditTrail : IDisposable
{
    private readonly CommunityDbContext _context;
    private readonly Dictionary<object, AuditedRow> _rows = new(ReferenceEqualityComparer.Instance);
    private readonly List<AuditedRow> _order = [];

    public AuditTrail(CommunityDbContext context)
    {
        _context = context;
        _context.SavingChanges += Observe;
    }

    /// <summary>The entries for everything that has been saved, in the order in which it was first saved.</summary>
    public IEnumerable<AuditEntry> ToEntries(AuditAuthor author, DateTime at)
    {
        foreach (var row in _order)
        {
            if (row.ToEntry(_context, author, at) is { } entry)
            {
                yield return entry;
            }
        }
    }

    public void Dispose() => _context.SavingChanges -= Observe;

    private void Observe(object? sender, SavingChangesEventArgs args)
    {
        foreach (var entry in _context.ChangeTracker.Entries())
        {
            if (entry.State is not (EntityState.Added or EntityState.Modified or EntityState.Deleted) || AuditedType.Of(entry.Metadata) is not { } type)
            {
                continue;
            }

            if (_rows.TryGetValue(entry.Entity, out var known))
            {
                known.IsRemoved |= entry.State == EntityState.Deleted;
            }
            else
            {
                var row = new AuditedRow(type, entry);
                _rows.Add(entry.Entity, row);
                _order.Add(row);
            }
        }
    }

    /// <summary>A row that the mutation has changed, with its values from before.</summary>
    private sealed class AuditedRow
    {
        private readonly AuditedType _type;
        private readonly object _entity;
        private readonly JsonElement?[]? _before;

        public AuditedRow(AuditedType type, EntityEntry entry)
        {
            _type = type;
            _entity = entry.Entity;
            IsRemoved = entry.State == EntityState.Deleted;
            _before = entry.State == EntityState.Added ? null : type.ReadOriginal(entry);
        }

        public bool IsRemoved { get; set; }

        /// <summary>The entry; null where nothing is different in the end.</summary>
        public AuditEntry? ToEntry(CommunityDbContext context, AuditAuthor author, DateTime at)
        {
            if (IsRemoved && _before is null)
            {
                return null;
            }

            var entry = context.Entry(_entity);
            var after = IsRemoved ? null : _type.ReadCurrent(entry);
            var changes = _type.Compare(_before, after);
            return changes.Count == 0 && _before is not null && after is not null
                ? null
                : AuditEntry.Of(
                    author,
                    at,
                    _before is null ? AuditAction.Created : IsRemoved ? AuditAction.Removed : AuditAction.Changed,
                    _type.Name,
                    _type.IdOf(entry),
                    _type.MemberIdOf(entry),
                    1,
                    changes);
        }
    }
}
