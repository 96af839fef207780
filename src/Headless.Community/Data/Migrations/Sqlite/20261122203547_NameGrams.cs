using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Headless.Community.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class NameGrams : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            // What NameGrams.Of answers, for the names that are there: by code point; on SQL Server the collation's _SC says so.
            migrationBuilder.Sql(
                """
                WITH RECURSIVE "Positions" ("Id", "Name", "At") AS (
                    SELECT "Id", "DisplayName", 1 FROM "Members"
                    UNION ALL
                    SELECT "Id", "Name", "At" + 1 FROM "Positions" WHERE "At" < length("Name")
                )
                INSERT INTO "SearchTerms" ("Scope", "OwnerId", "Term", "Weight")
                SELECT DISTINCT 4, "Id", CASE WHEN substr("Name", "At" + 1, 1) = ' ' THEN substr("Name", "At", 1) ELSE substr("Name", "At", 2) END, 1
                FROM "Positions" WHERE substr("Name", "At", 1) NOT IN ('', ' ');
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("DELETE FROM \"SearchTerms\" WHERE \"Scope\" = 4;");
        }
    }
}
