using Microsoft.Data.Sqlite;

namespace Headless.Benchmarks.Metrics;

/// <summary>
/// Two years of 300 groups and 100 000 members, each in two groups, with as many activities as are asked for: joins and leaves, and messages that become
/// fewer in the night and with the age of a stay. One account of each group is its staff's.
/// </summary>
internal sealed class ActivityGenerator(SqliteConnection connection, int activities) : RowGenerator(connection)
{
    public const int Groups = 300;
    public const int Members = 100_000;
    public const int Memberships = 2 * Members;
    public const int Orders = 200_000;
    private const int Days2Years = 730;
    private const int SecondsOfDay = 86_400;

    /// <summary>Whether the tables hold what this makes.</summary>
    public bool IsMade() => Number("""SELECT COUNT(*) FROM (SELECT 1 FROM "Activities" LIMIT 2)""") == 2;

    public void Make()
    {
        Run("PRAGMA foreign_keys = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -400000; PRAGMA temp_store = MEMORY;");
        var indexes = TakeIndexes("Members", "Memberships", "Orders", "Activities");
        Run("BEGIN");
        Insert(
            "Groups", Groups, ("Name", "'社群 ' || substr('000' || n, -3)"), ("Platform", "2"), ("ExternalId", "'group-' || n"), ("Type", "1 + a % 5"), ("Purposes", "1"), ("BusinessModel", "1"),
            ("Phase", "1 + b % 5"), ("Status", "2"), ("JoinPolicy", "1"), ("OpensAt", Days("730")), ("CreatedAt", Days("730")), ("UpdatedAt", Days("1")), ("Version", "1"));
        Insert(
            "Members", Members, ("DisplayName", "'member ' || n"), ("FirstSeenAt", Days("a % 700")), ("CreatedAt", Days("a % 700")), ("UpdatedAt", Days("1")), ("Version", "1"));
        Insert(
            "Memberships", Memberships, ("GroupId", $"1 + ((n - 1) / 2 * 7 + (n % 2) * 131) % {Groups}"), ("MemberId", "1 + (n - 1) / 2"), ("AccountKind", $"CASE WHEN n <= {Groups} THEN 2 ELSE 1 END"), ("Role", "1"),
            ("JoinedAt", Seconds($"(1 + a % {Days2Years}) * {SecondsOfDay} - b % {SecondsOfDay}")), ("JoinKnown", "1"),

            // A third has left, at some time between the joining and the end.
            ("LeftAt", $"CASE WHEN c % 3 = 0 THEN {Seconds($"((1 + a % {Days2Years}) * {SecondsOfDay} - b % {SecondsOfDay}) * (d % 1000) / 1001")} END"),
            ("LeaveKind", "CASE WHEN c % 3 = 0 THEN 1 END"), ("CreatedAt", Days("1")), ("UpdatedAt", Days("1")), ("Version", "1"));
        Insert(
            "Orders", Orders, ("Source", "'shop'"), ("ExternalId", "'order-' || n"), ("MemberId", $"1 + a % ({Members} * 6 / 10)"), ("GroupId", $"1 + b % {Groups}"), ("Amount", "10000 * (1000 + c % 50000)"),
            ("Currency", "'CNY'"), ("Quantity", "1"), ("PaidAt", Seconds($"d % ({Days2Years} * {SecondsOfDay})")), ("Status", "CASE WHEN c % 20 = 0 THEN 2 ELSE 1 END"), ("CreatedAt", Days("1")), ("UpdatedAt", Days("1")), ("Version", "1"));
        MakeLog();
        Run("COMMIT");
        indexes.ForEach(Run);
        Run("PRAGMA wal_checkpoint(TRUNCATE)");
    }

    private void MakeLog()
    {
        Run($"""
            INSERT INTO "Activities" ("Kind", "OccurredAt", "RecordedAt", "GroupId", "MemberId", "MembershipId", "IsEffective", "EffectiveRuleVersion", "IsExcluded", "Source", "ExternalId")
            SELECT 1, "JoinedAt", "JoinedAt", "GroupId", "MemberId", "Id", 0, 1, 0, 'bench', 'join-' || "Id" FROM "Memberships" ORDER BY "JoinedAt";
            INSERT INTO "Activities" ("Kind", "OccurredAt", "RecordedAt", "GroupId", "MemberId", "MembershipId", "IsEffective", "EffectiveRuleVersion", "IsExcluded", "Source", "ExternalId")
            SELECT 2, "LeftAt", "LeftAt", "GroupId", "MemberId", "Id", 0, 1, 0, 'bench', 'leave-' || "Id" FROM "Memberships" WHERE "LeftAt" IS NOT NULL ORDER BY "LeftAt";
            """);

        // A message of a stay at a time of it, most of them early in it and by day: an hour of the night moves to the afternoon. In the order of stays, as
        // the order of the log decides nothing.
        var messages = activities - Number("""SELECT COUNT(*) FROM "Activities" """);
        Run($"""
            WITH RECURSIVE numbers(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < {messages}),
            mixed AS (SELECT n, (n * 2654435761 & 4294967295) >> 4 AS a, (n * 2246822519 & 4294967295) >> 5 AS b, (n * 3266489917 & 4294967295) >> 6 AS c FROM numbers),
            placed AS (
                SELECT n, c, stay."Id", stay."GroupId", stay."MemberId", stay."AccountKind",
                    CAST(strftime('%s', stay."JoinedAt") AS INTEGER)
                    + (CAST(strftime('%s', COALESCE(stay."LeftAt", {Days("0")})) AS INTEGER) - CAST(strftime('%s', stay."JoinedAt") AS INTEGER)) * (b % 1000) / 1000 * (c % 1000) / 1000 AS at
                FROM mixed JOIN "Memberships" AS stay ON stay."Id" = 1 + a % {Memberships}),
            timed AS (SELECT *, strftime('%Y-%m-%d %H:%M:%S', CASE WHEN at % {SecondsOfDay} > 61200 THEN at - 28800 ELSE at END, 'unixepoch') AS time FROM placed)
            INSERT INTO "Activities" ("Kind", "OccurredAt", "RecordedAt", "GroupId", "MemberId", "MembershipId", "Text", "IsEffective", "EffectiveRuleVersion", "IsExcluded", "Source", "ExternalId")
            SELECT 3, time, time, "GroupId", "MemberId", "Id", 'message ' || n, c % 5 > 0, 1, "AccountKind" <> 1, 'bench', 'message-' || n FROM timed
            """);
    }
}
