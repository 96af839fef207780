using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Headless.Community.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class MembershipHistoryIndex : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Memberships_MemberId_GroupId",
                table: "Memberships");

            migrationBuilder.CreateIndex(
                name: "IX_Memberships_MemberId_GroupId_JoinedAt_LeftAt",
                table: "Memberships",
                columns: new[] { "MemberId", "GroupId", "JoinedAt", "LeftAt" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Memberships_MemberId_GroupId_JoinedAt_LeftAt",
                table: "Memberships");

            migrationBuilder.CreateIndex(
                name: "IX_Memberships_MemberId_GroupId",
                table: "Memberships",
                columns: new[] { "MemberId", "GroupId" });
        }
    }
}
