using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Headless.Community.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class WithoutRowid : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_MemberDays_GroupId_Day_EffectiveMessages_MemberId",
                table: "MemberDays");

            migrationBuilder.DropIndex(
                name: "IX_GroupHours_HourStart",
                table: "GroupHours");

            migrationBuilder.CreateIndex(
                name: "IX_GroupHours_HourStart_Messages_EffectiveMessages",
                table: "GroupHours",
                columns: new[] { "HourStart", "Messages", "EffectiveMessages" });
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
    }
}
