using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Headless.Community.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class WipMetrics : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_MemberDays_GroupId_Day_EffectiveMessages",
                table: "MemberDays");

            migrationBuilder.AddColumn<short>(
                name: "RollupVersion",
                table: "MetricStates",
                type: "INTEGER",
                nullable: false,
                defaultValue: (short)0);

            migrationBuilder.AddColumn<int>(
                name: "EffectiveMessages",
                table: "GroupDays",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "ExcludedMessages",
                table: "GroupDays",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "Joins",
                table: "GroupDays",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "Leaves",
                table: "GroupDays",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "MemberDelta",
                table: "GroupDays",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "Messages",
                table: "GroupDays",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.CreateIndex(
                name: "IX_MemberDays_GroupId_Day_EffectiveMessages_MemberId",
                table: "MemberDays",
                columns: new[] { "GroupId", "Day", "EffectiveMessages", "MemberId" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_MemberDays_GroupId_Day_EffectiveMessages_MemberId",
                table: "MemberDays");

            migrationBuilder.DropColumn(
                name: "RollupVersion",
                table: "MetricStates");

            migrationBuilder.DropColumn(
                name: "EffectiveMessages",
                table: "GroupDays");

            migrationBuilder.DropColumn(
                name: "ExcludedMessages",
                table: "GroupDays");

            migrationBuilder.DropColumn(
                name: "Joins",
                table: "GroupDays");

            migrationBuilder.DropColumn(
                name: "Leaves",
                table: "GroupDays");

            migrationBuilder.DropColumn(
                name: "MemberDelta",
                table: "GroupDays");

            migrationBuilder.DropColumn(
                name: "Messages",
                table: "GroupDays");

            migrationBuilder.CreateIndex(
                name: "IX_MemberDays_GroupId_Day_EffectiveMessages",
                table: "MemberDays",
                columns: new[] { "GroupId", "Day", "EffectiveMessages" });
        }
    }
}
