using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Headless.Community.Data.Migrations.Postgres
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
                INSERT INTO "SearchTerms" ("Scope", "OwnerId", "Term", "Weight")
                SELECT DISTINCT 4, "Id", CASE WHEN substr("DisplayName", "At" + 1, 1) = ' ' THEN substr("DisplayName", "At", 1) ELSE substr("DisplayName", "At", 2) END, 1
                FROM "Members", generate_series(1, length("DisplayName")) AS "At"
                WHERE substr("DisplayName", "At", 1) <> ' ';
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("DELETE FROM \"SearchTerms\" WHERE \"Scope\" = 4;");
        }
    }
}
