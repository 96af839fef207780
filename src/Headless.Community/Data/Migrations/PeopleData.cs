using Microsoft.EntityFrameworkCore.Migrations;

namespace Headless.Community.Data.Migrations;

/// <summary>
/// What the migration <c>People</c> keeps: who was blacklisted has a ban, tiers that were words become rows, and a group's one welcome
/// message becomes the first of several.
/// </summary>
internal static class PeopleData
{
    private const string SqlServer = "Microsoft.EntityFrameworkCore.SqlServer";

    /// <summary>Puts the columns that go aside, and empties the one that becomes another. The first thing that the migration does.</summary>
    public static void KeepPeople(this MigrationBuilder migration)
    {
        migration.Copy(
            "PeopleBefore", "\"Id\", \"Tier\", \"IsBlacklisted\", \"BlacklistedAt\", \"BlacklistReason\", \"BlacklistedById\"", "\"Members\"",
            $"\"Tier\" IS NOT NULL OR \"IsBlacklisted\" = {migration.True()}");
        migration.Copy("GroupsBefore", "\"Id\", \"WelcomeMessage\"", "\"Groups\"", "\"WelcomeMessage\" IS NOT NULL");
        migration.Sql("""UPDATE "Members" SET "BlacklistedAt" = NULL WHERE "BlacklistedAt" IS NOT NULL""");
    }

    /// <summary>Fills the new tables with what was put aside. The last thing that the migration does.</summary>
    public static void RestorePeople(this MigrationBuilder migration)
    {
        var now = migration.ActiveProvider switch
        {
            "Npgsql.EntityFrameworkCore.PostgreSQL" => "now()",
            SqlServer => "SYSUTCDATETIME()",
            _ => "strftime('%Y-%m-%d %H:%M:%f', 'now')",
        };
        migration.Sql(
            $"""
             INSERT INTO "Bans" ("MemberId", "IsForAllGroups", "Reason", "Since", "IssuedById", "Status", "CreatedAt", "UpdatedAt", "Version")
             SELECT "Id", {migration.True()}, "BlacklistReason", COALESCE("BlacklistedAt", {now}), "BlacklistedById", 0, {now}, {now}, 1
             FROM "PeopleBefore" WHERE "IsBlacklisted" = {migration.True()}
             """);
        migration.Sql(
            $"""
             INSERT INTO "MemberTiers" ("Name", "Rank", "SupportPriority", "IsRetired", "CreatedAt", "UpdatedAt", "Version")
             SELECT words."Tier", ROW_NUMBER() OVER (ORDER BY words."Tier"), 1, {migration.False()}, {now}, {now}, 1
             FROM (SELECT DISTINCT "Tier" FROM "PeopleBefore" WHERE "Tier" IS NOT NULL) AS words
             """);
        migration.Sql(
            """
            UPDATE "Members" SET "TierId" = (
              SELECT tiers."Id" FROM "PeopleBefore" AS people INNER JOIN "MemberTiers" AS tiers ON tiers."Name" = people."Tier" WHERE people."Id" = "Members"."Id")
            WHERE "Id" IN (SELECT "Id" FROM "PeopleBefore" WHERE "Tier" IS NOT NULL)
            """);
        migration.Sql(
            $"""
             INSERT INTO "WelcomeMessages" ("GroupId", "Text", "Position", "CreatedAt", "UpdatedAt", "Version")
             SELECT "Id", "WelcomeMessage", 0, {now}, {now}, 1 FROM "GroupsBefore"
             """);
        migration.Sql("DROP TABLE \"PeopleBefore\"");
        migration.Sql("DROP TABLE \"GroupsBefore\"");
    }

    private static void Copy(this MigrationBuilder migration, string to, string columns, string from, string where) => migration.Sql(
        migration.ActiveProvider == SqlServer
            ? $"SELECT {columns} INTO \"{to}\" FROM {from} WHERE {where}"
            : $"CREATE TABLE \"{to}\" AS SELECT {columns} FROM {from} WHERE {where}");

    private static string True(this MigrationBuilder migration) => migration.ActiveProvider == "Npgsql.EntityFrameworkCore.PostgreSQL" ? "TRUE" : "1";

    private static string False(this MigrationBuilder migration) => migration.ActiveProvider == "Npgsql.EntityFrameworkCore.PostgreSQL" ? "FALSE" : "0";
}
