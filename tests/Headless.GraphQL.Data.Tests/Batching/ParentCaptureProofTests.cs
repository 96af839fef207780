using System.Reflection;
using Headless.GraphQL.Data.Batching;
using Headless.GraphQL.Data.Tests.Model;
using Headless.GraphQL.Types;

namespace Headless.GraphQL.Data.Tests.Batching;

public sealed class ParentCaptureProofTests
{
    [Theory]
    [InlineData(nameof(Resolvers.Captures), true)]
    [InlineData(nameof(Resolvers.CapturesWithArguments), true)]
    [InlineData(nameof(Resolvers.Branches), false)]
    [InlineData(nameof(Resolvers.ReadsEagerly), false)]
    [InlineData(nameof(Resolvers.ReadsEagerlyAndCaptures), false)]
    [InlineData(nameof(Resolvers.HandsOn), false)]
    [InlineData(nameof(Resolvers.CallsLocalFunction), false)]
    [InlineData(nameof(Resolvers.CallsDelegate), false)]
    [InlineData(nameof(Resolvers.Reassigns), true)]
    [InlineData(nameof(Resolvers.Coalesces), false)]
    [InlineData(nameof(Resolvers.Waits), false)]
    [InlineData(nameof(Resolvers.AsksTheContext), false)]
    [InlineData(nameof(Resolvers.HasNoParent), false)]
    public void Only_a_method_that_captures_its_parent_and_does_nothing_else_with_it_is_proven(string method, bool holds)
        => ParentCaptureProof.Holds(typeof(Resolvers).GetMethod(method, BindingFlags.Public | BindingFlags.Static)).ShouldBe(holds);

    public static class Resolvers
    {
        public static IQueryable<Membership> Captures([Parent] Group group, CommunityDbContext db)
            => db.Memberships.Where(m => m.GroupId == group.Id && m.MemberId > group.Capacity);

        public static IQueryable<Membership> CapturesWithArguments(string role, CommunityDbContext db, [Parent] Group group)
        {
            var upper = role.ToUpperInvariant();
            return db.Memberships.Where(m => m.Role == upper).Where(m => m.GroupId == group.Id).OrderBy(m => m.JoinedAt);
        }

        public static IQueryable<Membership> Branches([Parent] Group group, CommunityDbContext db)
            => group.IsOpen ? db.Memberships.Where(m => m.GroupId == group.Id) : db.Memberships.Where(m => m.Id == group.Id);

        public static IQueryable<Membership> ReadsEagerly([Parent] Group group, CommunityDbContext db)
        {
            var id = group.Id;
            return db.Memberships.Where(m => m.GroupId == id);
        }

        public static IQueryable<Membership> ReadsEagerlyAndCaptures([Parent] Group group, CommunityDbContext db)
        {
            var name = group.Name;
            return db.Memberships.Where(m => m.GroupId == group.Id && m.Role == name);
        }

        public static IQueryable<Membership> HandsOn([Parent] Group group, CommunityDbContext db) => Captures(group, db);

        public static IQueryable<Membership> CallsLocalFunction([Parent] Group group, CommunityDbContext db)
        {
            var id = Id();
            return db.Memberships.Where(m => m.GroupId == group.Id && m.MemberId > id);

            long Id() => group.Id;
        }

        public static IQueryable<Membership> CallsDelegate([Parent] Group group, CommunityDbContext db)
        {
            Func<long> id = () => group.Id;
            var value = id();
            return db.Memberships.Where(m => m.GroupId == value);
        }

        public static IQueryable<Membership> Reassigns([Parent] Group group, CommunityDbContext db)
        {
            group = new Group { Id = 1 };
            return db.Memberships.Where(m => m.GroupId == group.Id);
        }

        public static IQueryable<Membership> Coalesces([Parent] Group? group, CommunityDbContext db)
        {
            var given = group ?? new Group();
            return db.Memberships.Where(m => m.GroupId == given.Id);
        }

        public static async Task<IQueryable<Membership>> Waits([Parent] Group group, CommunityDbContext db)
        {
            await Task.Yield();
            return db.Memberships.Where(m => m.GroupId == group.Id);
        }

        public static IQueryable<Membership> AsksTheContext([Parent] Group group, IResolverContext context, CommunityDbContext db)
            => db.Memberships.Where(m => m.GroupId == group.Id).Take(context.Path.Count);

        public static IQueryable<Membership> HasNoParent(CommunityDbContext db) => db.Memberships;
    }
}
