using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Headless.Community.Data.Migrations.SqlServer
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
                type: "datetime2",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "WithdrawnAt",
                table: "ExportJobs",
                type: "datetime2",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "GroupTotals",
                columns: table => new
                {
                    GroupId = table.Column<long>(type: "bigint", nullable: false),
                    MemberDelta = table.Column<int>(type: "int", nullable: false),
                    PresenceDelta = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_GroupTotals", x => x.GroupId);
                });

            migrationBuilder.CreateIndex(
                name: "IX_RedPacketParts_DropId_MemberId",
                table: "RedPacketParts",
                columns: new[] { "DropId", "MemberId" },
                filter: "[MemberId] IS NOT NULL");

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
                filter: "[MemberId] IS NOT NULL");

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
    }
}
