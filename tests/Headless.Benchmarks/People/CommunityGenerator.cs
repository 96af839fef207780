using Microsoft.Data.Sqlite;

namespace Headless.Benchmarks.People;

/// <summary>
/// A community of a size that a brand has, written by SQL into tables that the product has made: a row's values are computed from its
/// number, so the same sizes are the same rows. Indexes are made after the rows.
/// </summary>
internal sealed class CommunityGenerator(SqliteConnection connection) : RowGenerator(connection)
{
    public const int Groups = 1_000;
    public const int Members = 200_000;
    public const int Memberships = 600_000;
    public const int MemberTags = 1_000_000;
    public const int Tags = 200;
    public const int Orders = 400_000;
    public const int Activities = 2_000_000;
    private const int Operators = 40;
    private const int TagGroups = 5;

    /// <summary>Of a name: three columns of characters, so that prefixes of one and two characters find many members and few.</summary>
    private const string Surnames = "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗";
    private const string GivenNames = "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉兰红春建国志文海波云飞雪梅晓东宁欣怡佳子涵雨轩浩然思琪梓";

    /// <summary>Whether the tables hold a community that this has made.</summary>
    public bool IsMade() => Number("""SELECT COUNT(*) FROM (SELECT 1 FROM "Activities" LIMIT 2)""") == 2;

    public void Make()
    {
        Run("PRAGMA foreign_keys = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -400000; PRAGMA temp_store = MEMORY;");
        var indexes = TakeIndexes("Members", "Identities", "Memberships", "MemberTags", "Orders", "Activities");
        Run("BEGIN");
        MakeGroupsAndStaff();
        MakeMembers();
        MakeTags();
        MakeOrders();
        MakeLog();
        Run("COMMIT");
        foreach (var index in indexes)
        {
            Run(index);
        }

        Run("PRAGMA wal_checkpoint(TRUNCATE)");
    }

    private void MakeGroupsAndStaff()
    {
        Insert("Operators", Operators, ("Name", "'Operator ' || n"), ("Role", "2"), ("IsActive", "1"), ("CreatedAt", Days("400")), ("UpdatedAt", Days("400")), ("Version", "1"));
        Insert(
            "Groups", Groups, ("Name", $"{One(Surnames, "a")} || '家社群 ' || substr('0000' || n, -4)"), ("Platform", "2"), ("ExternalId", "'group-' || n"), ("Type", "1 + a % 5"),
            ("Purposes", "1"), ("BusinessModel", "1"), ("Phase", "1 + b % 5"), ("Status", "CASE WHEN c % 10 = 0 THEN 3 ELSE 2 END"), ("Capacity", "500"), ("JoinPolicy", "1"),
            ("City", "'City ' || (b % 50)"), ("OpensAt", Days("400")), ("CreatedAt", Days("400 - n % 100")), ("UpdatedAt", Days("a % 100")), ("Version", "1"));

        // An owner and two admins each: the first operator is the server's LEAD.
        Insert(
            "GroupAssignments", 3 * Groups, ("OperatorId", $"2 + (n * 7) % {Operators}"), ("GroupId", "1 + (n - 1) / 3"), ("Role", "CASE WHEN n % 3 = 1 THEN 1 ELSE 2 END"),
            ("Since", Days("300")), ("CreatedAt", Days("300")), ("UpdatedAt", Days("300")), ("Version", "1"));
    }

    private void MakeMembers()
    {
        Insert(
            "Members", Members, ("DisplayName", $"{One(Surnames, "a")} || {One(GivenNames, "b")} || CASE WHEN c % 3 = 0 THEN '' ELSE {One(GivenNames, "c / 7")} END"),
            ("Gender", "1 + a % 2"), ("BirthYear", "1950 + b % 60"), ("Region", "'Region ' || (c % 30)"), ("City", "'City ' || (b % 300)"), ("FirstSeenAt", Days("399 - a % 365")),
            ("LastActiveAt", Seconds("d % (180 * 86400)")), ("CreatedAt", Days("399 - a % 365")), ("UpdatedAt", Days("b % 100")), ("Version", "1"));
        Insert(
            "Identities", Members, ("MemberId", "n"), ("Platform", "2"), ("ExternalId", "'wx-' || n"), ("IsVerified", "1"), ("PrimarySince", Days("300")),
            ("CreatedAt", Days("300")), ("UpdatedAt", Days("300")), ("Version", "1"));

        // Three stays each, in different groups; every tenth has ended.
        Insert(
            "Memberships", Memberships, ("GroupId", $"1 + ((n - 1) / 3 * 7 + (n % 3) * 333) % {Groups}"), ("MemberId", "1 + (n - 1) / 3"), ("AccountKind", "1"), ("Role", "CASE WHEN a % 40 = 0 THEN 2 ELSE 1 END"),
            ("JoinedAt", Seconds("(200 + a % 165) * 86400 + b % 86400")), ("JoinKnown", "1"), ("LeftAt", $"CASE WHEN c % 10 = 0 THEN {Days("c % 190")} END"), ("LeaveKind", "CASE WHEN c % 10 = 0 THEN 1 END"),
            ("Nickname", "'nick ' || (d % 50000)"), ("LastMessageAt", Seconds("d % (180 * 86400)")), ("CreatedAt", Days("200")), ("UpdatedAt", Days("100")), ("Version", "1"));
    }

    private void MakeTags()
    {
        Insert("TagGroups", TagGroups, ("Name", "'Tag group ' || n"), ("Exclusive", "0"), ("CreatedAt", Days("300")), ("UpdatedAt", Days("300")), ("Version", "1"));
        Insert("Tags", Tags, ("Name", "'标签 ' || n"), ("Colour", "'#3366cc'"), ("TagGroupId", $"1 + (n - 1) * {TagGroups} / {Tags}"), ("CreatedAt", Days("300")), ("UpdatedAt", Days("300")), ("Version", "1"));

        // Five for each member, one of each tag group. A quarter of the members have the first tag.
        Insert(
            "MemberTags", MemberTags, ("MemberId", "1 + (n - 1) / 5"), ("TagId", $"CASE WHEN n % 5 = 0 AND a % 4 = 0 THEN 1 ELSE 1 + (n % 5) * {Tags / TagGroups} + b % {Tags / TagGroups} END"),
            ("Source", "1"), ("AddedById", "2"), ("AddedAt", Days("a % 200")));
    }

    private void MakeOrders() => Insert(
        "Orders", Orders, ("Source", "'shop'"), ("ExternalId", "'order-' || n"), ("MemberId", $"1 + a % ({Members} * 6 / 10)"), ("GroupId", $"1 + b % {Groups}"), ("Amount", "10000 * (1000 + c % 50000)"),
        ("Currency", "'CNY'"), ("Quantity", "1 + c % 4"), ("PaidAt", Seconds("d % (365 * 86400)")), ("Status", "CASE WHEN c % 20 = 0 THEN 2 ELSE 1 END"),
        ("CreatedAt", Days("1")), ("UpdatedAt", Days("1")), ("Version", "1"));

    /// <summary>Every join and every leave, and messages of a year in the order of time, each of a stay at random.</summary>
    private void MakeLog()
    {
        Run($"""
            INSERT INTO "Activities" ("Kind", "OccurredAt", "RecordedAt", "GroupId", "MemberId", "MembershipId", "IsEffective", "EffectiveRuleVersion", "IsExcluded", "Source", "ExternalId")
            SELECT 1, "JoinedAt", "JoinedAt", "GroupId", "MemberId", "Id", 0, 1, 0, 'bench', 'join-' || "Id" FROM "Memberships" ORDER BY "JoinedAt";
            INSERT INTO "Activities" ("Kind", "OccurredAt", "RecordedAt", "GroupId", "MemberId", "MembershipId", "IsEffective", "EffectiveRuleVersion", "IsExcluded", "Source", "ExternalId")
            SELECT 2, "LeftAt", "LeftAt", "GroupId", "MemberId", "Id", 0, 1, 0, 'bench', 'leave-' || "Id" FROM "Memberships" WHERE "LeftAt" IS NOT NULL ORDER BY "LeftAt";
            """);
        var messages = Activities - Number("""SELECT COUNT(*) FROM "Activities" """);
        var times = Seconds($"(({messages} - n) * {200L * 86400}) / {messages}");
        Insert(
            "Activities", messages, ("Kind", "3"), ("OccurredAt", times), ("RecordedAt", times), ("MembershipId", $"1 + a % {Memberships}"),
            ("MemberId", $"1 + (a % {Memberships}) / 3"), ("GroupId", $"1 + ((a % {Memberships}) / 3 * 7 + ((1 + a % {Memberships}) % 3) * 333) % {Groups}"),
            ("Text", "'A message of a usual length, which says something, number ' || n"), ("IsEffective", "1"), ("EffectiveRuleVersion", "1"), ("IsExcluded", "0"),
            ("Source", "'bench'"), ("ExternalId", "'message-' || n"));
    }
}
