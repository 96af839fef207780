using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Headless.Community.Data.Migrations.SqlServer
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
                INSERT INTO [SearchTerms] ([Scope], [OwnerId], [Term], [Weight])
                SELECT DISTINCT 4, [Id],
                    (CASE WHEN SUBSTRING([Name], [At] + 1, 1) = ' ' THEN SUBSTRING([Name], [At], 1) ELSE SUBSTRING([Name], [At], 2) END) COLLATE Latin1_General_100_BIN2, 1
                FROM (SELECT [Id], [DisplayName] COLLATE Latin1_General_100_CI_AS_SC AS [Name] FROM [Members]) AS [Names]
                CROSS JOIN (SELECT TOP (200) CAST(ROW_NUMBER() OVER (ORDER BY (SELECT NULL)) AS int) AS [At] FROM sys.all_columns) AS [Positions]
                WHERE [At] <= LEN([Name]) AND SUBSTRING([Name], [At], 1) <> ' ';
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("DELETE FROM \"SearchTerms\" WHERE \"Scope\" = 4;");
        }
    }
}
