using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Headless.Community.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class GroupTotals : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_RedPacketParts_DropId_MemberId",
                table: "RedPacketParts");

            migrationBuilder.DropIndex(
                name: "IX_Memberships_GroupId_LeftAt",
                table: "Memberships");

            migrationBuilder.DropIndex(
                name: "IX_MemberDays_GroupId_Day_EffectiveMessages_MemberId",
                table: "MemberDays");

            migrationBuilder.DropIndex(
                name: "IX_MemberDays_MemberId_Day",
                table: "MemberDays");

            migrationBuilder.DropIndex(
                name: "IX_GroupHours_HourStart",
                table: "GroupHours");

            migrationBuilder.DropIndex(
                name: "IX_GroupDays_GroupId_Day_MemberDelta_PresenceDelta",
                table: "GroupDays");

            migrationBuilder.AddColumn<DateTime>(
                name: "WithdrawnAt",
                table: "ImportJobs",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "WithdrawnAt",
                table: "ExportJobs",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "GroupTotals",
                columns: table => new
                {
                    GroupId = table.Column<long>(type: "INTEGER", nullable: false),
                    MemberDelta = table.Column<int>(type: "INTEGER", nullable: false),
                    PresenceDelta = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_GroupTotals", x => x.GroupId);
                });

            // A table is made again and its indexes with it: SQLite has no other way to put rows in the order of their key. Going back leaves them so, which nothing minds.
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
                name: "IX_GroupHours_Moved",
                table: "GroupHours",
                columns: new[] { "GroupId", "HourStart", "MemberDelta" },
                filter: "\"MemberDelta\" <> 0");

            migrationBuilder.CreateIndex(
                name: "IX_GroupDays_Day",
                table: "GroupDays",
                column: "Day");

            migrationBuilder.CreateIndex(
                name: "IX_ReplyDays_MemberId_Day",
                table: "ReplyDays",
                columns: new[] { "MemberId", "Day" });

            migrationBuilder.CreateIndex(
                name: "IX_SearchTerms_Scope_Term_Weight_OwnerId",
                table: "SearchTerms",
                columns: new[] { "Scope", "Term", "Weight", "OwnerId" });

            migrationBuilder.CreateIndex(
                name: "IX_RedPacketParts_DropId_MemberId",
                table: "RedPacketParts",
                columns: new[] { "DropId", "MemberId" },
                filter: "\"MemberId\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Memberships_GroupId_LeftAt_AccountKind_MemberId",
                table: "Memberships",
                columns: new[] { "GroupId", "LeftAt", "AccountKind", "MemberId" });

            migrationBuilder.CreateIndex(
                name: "IX_MemberDays_MemberId_Day_EffectiveMessages",
                table: "MemberDays",
                columns: new[] { "MemberId", "Day", "EffectiveMessages" });

            migrationBuilder.CreateIndex(
                name: "IX_GroupHours_HourStart_Messages_EffectiveMessages",
                table: "GroupHours",
                columns: new[] { "HourStart", "Messages", "EffectiveMessages" });

            migrationBuilder.Sql("INSERT INTO \"GroupTotals\" (\"GroupId\", \"MemberDelta\", \"PresenceDelta\") SELECT \"GroupId\", SUM(\"MemberDelta\"), SUM(\"PresenceDelta\") FROM \"GroupDays\" GROUP BY \"GroupId\";");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "GroupTotals");

            migrationBuilder.DropIndex(
                name: "IX_RedPacketParts_DropId_MemberId",
                table: "RedPacketParts");

            migrationBuilder.DropIndex(
                name: "IX_Memberships_GroupId_LeftAt_AccountKind_MemberId",
                table: "Memberships");

            migrationBuilder.DropIndex(
                name: "IX_MemberDays_MemberId_Day_EffectiveMessages",
                table: "MemberDays");

            migrationBuilder.DropIndex(
                name: "IX_GroupHours_HourStart_Messages_EffectiveMessages",
                table: "GroupHours");

            migrationBuilder.DropColumn(
                name: "WithdrawnAt",
                table: "ImportJobs");

            migrationBuilder.DropColumn(
                name: "WithdrawnAt",
                table: "ExportJobs");

            migrationBuilder.CreateIndex(
                name: "IX_RedPacketParts_DropId_MemberId",
                table: "RedPacketParts",
                columns: new[] { "DropId", "MemberId" },
                unique: true,
                filter: "\"MemberId\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Memberships_GroupId_LeftAt",
                table: "Memberships",
                columns: new[] { "GroupId", "LeftAt" });

            migrationBuilder.CreateIndex(
                name: "IX_MemberDays_GroupId_Day_EffectiveMessages_MemberId",
                table: "MemberDays",
                columns: new[] { "GroupId", "Day", "EffectiveMessages", "MemberId" });

            migrationBuilder.CreateIndex(
                name: "IX_MemberDays_MemberId_Day",
                table: "MemberDays",
                columns: new[] { "MemberId", "Day" });

            migrationBuilder.CreateIndex(
                name: "IX_GroupHours_HourStart",
                table: "GroupHours",
                column: "HourStart");

            migrationBuilder.CreateIndex(
                name: "IX_GroupDays_GroupId_Day_MemberDelta_PresenceDelta",
                table: "GroupDays",
                columns: new[] { "GroupId", "Day", "MemberDelta", "PresenceDelta" });
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
