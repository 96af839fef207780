using Microsoft.EntityFrameworkCore.Migrations;

namespace Headless.Community.Data.Migrations;

/// <summary>The tiers that were words in a column of members become rows of their own.</summary>
public static class TierTexts
{
    /// <summary>
    /// Makes a tier of each word, ranked by the alphabet until somebody says better, and gives it to the members who had the word. Between
    /// making <c>MemberTiers</c> and <c>Members.TierId</c> and dropping <c>Members.Tier</c>.
    /// </summary>
    public static void KeepTierTexts(this MigrationBuilder migration)
    {
        ArgumentNullException.ThrowIfNull(migration);
        var (now, no) = migration.ActiveProvider switch
        {
            "Npgsql.EntityFrameworkCore.PostgreSQL" => ("now()", "FALSE"),
            "Microsoft.EntityFrameworkCore.SqlServer" => ("SYSUTCDATETIME()", "0"),
            _ => ("strftime('%Y-%m-%d %H:%M:%f', 'now')", "0"),
        };
        migration.Sql(
            $"""
            INSERT INTO "MemberTiers" ("Name", "Rank", "SupportPriority", "IsRetired", "CreatedAt", "UpdatedAt", "Version")
            SELECT words."Tier", ROW_NUMBER() OVER (ORDER BY words."Tier"), 1, {no}, {now}, {now}, 1
            FROM (SELECT DISTINCT "Tier" FROM "Members" WHERE "Tier" IS NOT NULL) AS words
            """);
        migration.Sql(
            """
            UPDATE "Members" SET "TierId" = (SELECT tiers."Id" FROM "MemberTiers" AS tiers WHERE tiers."Name" = "Members"."Tier") WHERE "Tier" IS NOT NULL
            """);
    }
}
