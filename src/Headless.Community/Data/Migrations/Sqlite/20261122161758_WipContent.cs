using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Headless.Community.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class WipContent : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "ContentReaches",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    ContentItemId = table.Column<long>(type: "INTEGER", nullable: false),
                    MemberId = table.Column<long>(type: "INTEGER", nullable: false),
                    GroupId = table.Column<long>(type: "INTEGER", nullable: true),
                    GroupAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    ReachedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    OpenedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    CompletedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    CommentedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    LikedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    SharedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    FollowedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Deliveries = table.Column<int>(type: "INTEGER", nullable: false),
                    Exposures = table.Column<int>(type: "INTEGER", nullable: false),
                    Opens = table.Column<int>(type: "INTEGER", nullable: false),
                    Completions = table.Column<int>(type: "INTEGER", nullable: false),
                    Comments = table.Column<int>(type: "INTEGER", nullable: false),
                    Likes = table.Column<int>(type: "INTEGER", nullable: false),
                    Shares = table.Column<int>(type: "INTEGER", nullable: false),
                    Follows = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ContentReaches", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_ContentReaches_ContentItemId_MemberId",
                table: "ContentReaches",
                columns: new[] { "ContentItemId", "MemberId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ContentReaches_GroupId",
                table: "ContentReaches",
                column: "GroupId");

            migrationBuilder.CreateIndex(
                name: "IX_ContentReaches_MemberId",
                table: "ContentReaches",
                column: "MemberId");

            migrationBuilder.CreateIndex(
                name: "IX_ContentReaches_OpenedAt_GroupId",
                table: "ContentReaches",
                columns: new[] { "OpenedAt", "GroupId" });

            migrationBuilder.CreateIndex(
                name: "IX_ContentReaches_ReachedAt_GroupId_OpenedAt",
                table: "ContentReaches",
                columns: new[] { "ReachedAt", "GroupId", "OpenedAt" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "ContentReaches");
        }
    }
}
