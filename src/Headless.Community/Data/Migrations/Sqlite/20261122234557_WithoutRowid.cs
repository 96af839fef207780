using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Headless.Community.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class WithoutRowid : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            // A table and its indexes are dropped and made again: SQLite has no other way to the order of a key. Going back leaves them so, which nothing minds.
            Rebuild(
                migrationBuilder, "GroupHours", ["GroupId", "HourStart"],
                ["GroupId INTEGER", "HourStart TEXT", "Messages INTEGER", "EffectiveMessages INTEGER", "ExcludedMessages INTEGER", "Joins INTEGER", "Leaves INTEGER", "MemberDelta INTEGER"]);
            Rebuild(
                migrationBuilder, "GroupDays", ["GroupId", "Day"],
                [
                    "GroupId INTEGER", "Day TEXT", "PresenceDelta INTEGER", "ActiveMembers INTEGER", "Speakers INTEGER", "DistinctJoiners INTEGER", "DistinctLeavers INTEGER",
                    "ExcludedAccounts INTEGER", "EffectiveMessages INTEGER", "ExcludedMessages INTEGER", "Joins INTEGER", "Leaves INTEGER", "MemberDelta INTEGER", "Messages INTEGER",
                ]);
            Rebuild(migrationBuilder, "MemberDays", ["GroupId", "Day", "MemberId"], ["GroupId INTEGER", "Day TEXT", "MemberId INTEGER", "Messages INTEGER", "EffectiveMessages INTEGER"]);
            Rebuild(migrationBuilder, "ReplyDays", ["GroupId", "Day", "MemberId"], ["GroupId INTEGER", "Day TEXT", "MemberId INTEGER", "Given INTEGER", "Received INTEGER"]);
            Rebuild(migrationBuilder, "SearchTerms", ["Scope", "OwnerId", "Term"], ["Scope INTEGER", "OwnerId INTEGER", "Term TEXT", "Weight INTEGER"]);

            migrationBuilder.CreateIndex(
                name: "IX_GroupHours_HourStart_Messages_EffectiveMessages",
                table: "GroupHours",
                columns: new[] { "HourStart", "Messages", "EffectiveMessages" });

            migrationBuilder.CreateIndex(
                name: "IX_GroupHours_Moved",
                table: "GroupHours",
                columns: new[] { "GroupId", "HourStart", "MemberDelta" },
                filter: "\"MemberDelta\" <> 0");

            migrationBuilder.CreateIndex(
                name: "IX_GroupDays_Day",
                table: "GroupDays",
                column: "Day");

            migrationBuilder.CreateIndex(
                name: "IX_GroupDays_GroupId_Day_MemberDelta_PresenceDelta",
                table: "GroupDays",
                columns: new[] { "GroupId", "Day", "MemberDelta", "PresenceDelta" });

            migrationBuilder.CreateIndex(
                name: "IX_MemberDays_MemberId_Day",
                table: "MemberDays",
                columns: new[] { "MemberId", "Day" });

            migrationBuilder.CreateIndex(
                name: "IX_ReplyDays_MemberId_Day",
                table: "ReplyDays",
                columns: new[] { "MemberId", "Day" });

            migrationBuilder.CreateIndex(
                name: "IX_SearchTerms_Scope_Term_Weight_OwnerId",
                table: "SearchTerms",
                columns: new[] { "Scope", "Term", "Weight", "OwnerId" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_GroupHours_HourStart_Messages_EffectiveMessages",
                table: "GroupHours");

            migrationBuilder.CreateIndex(
                name: "IX_MemberDays_GroupId_Day_EffectiveMessages_MemberId",
                table: "MemberDays",
                columns: new[] { "GroupId", "Day", "EffectiveMessages", "MemberId" });

            migrationBuilder.CreateIndex(
                name: "IX_GroupHours_HourStart",
                table: "GroupHours",
                column: "HourStart");
        }

        private static void Rebuild(MigrationBuilder migrationBuilder, string table, string[] key, string[] columns)
        {
            string Names(IEnumerable<string> names) => string.Join(", ", names.Select(name => $"\"{name.Split(' ')[0]}\""));
            var definitions = string.Join(", ", columns.Select(column => $"\"{column.Split(' ')[0]}\" {column.Split(' ')[1]} NOT NULL"));
            migrationBuilder.Sql($"""CREATE TABLE "New{table}" ({definitions}, CONSTRAINT "PK_{table}" PRIMARY KEY ({Names(key)})) WITHOUT ROWID;""");
            migrationBuilder.Sql($"""INSERT INTO "New{table}" ({Names(columns)}) SELECT {Names(columns)} FROM "{table}" ORDER BY {Names(key)};""");
            migrationBuilder.Sql($"""DROP TABLE "{table}";""");
            migrationBuilder.Sql($"""ALTER TABLE "New{table}" RENAME TO "{table}";""");
        }
    }
}
