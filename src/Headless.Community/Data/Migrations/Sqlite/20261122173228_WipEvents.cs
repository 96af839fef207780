using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Headless.Community.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class WipEvents : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Memberships_AccountKind_JoinedAt",
                table: "Memberships");

            migrationBuilder.CreateIndex(
                name: "IX_Memberships_Figures",
                table: "Memberships",
                columns: new[] { "AccountKind", "GroupId", "JoinedAt", "MemberId", "LeftAt", "JoinKnown" });

            migrationBuilder.CreateIndex(
                name: "IX_GroupDays_GroupId_Day_MemberDelta_PresenceDelta",
                table: "GroupDays",
                columns: new[] { "GroupId", "Day", "MemberDelta", "PresenceDelta" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Memberships_Figures",
                table: "Memberships");

            migrationBuilder.DropIndex(
                name: "IX_GroupDays_GroupId_Day_MemberDelta_PresenceDelta",
                table: "GroupDays");

            migrationBuilder.CreateIndex(
                name: "IX_Memberships_AccountKind_JoinedAt",
                table: "Memberships",
                columns: new[] { "AccountKind", "JoinedAt" });
        }
    }
}
