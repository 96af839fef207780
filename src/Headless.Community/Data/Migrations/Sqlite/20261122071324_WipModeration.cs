using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Headless.Community.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class WipModeration : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_Members_Operators_BlacklistedById",
                table: "Members");

            migrationBuilder.DropIndex(
                name: "IX_Members_BlacklistedById",
                table: "Members");

            migrationBuilder.DropIndex(
                name: "IX_Members_IsBlacklisted_BlacklistedAt",
                table: "Members");

            migrationBuilder.DropColumn(
                name: "BlacklistReason",
                table: "Members");

            migrationBuilder.DropColumn(
                name: "BlacklistedAt",
                table: "Members");

            migrationBuilder.DropColumn(
                name: "BlacklistedById",
                table: "Members");

            migrationBuilder.DropColumn(
                name: "IsBlacklisted",
                table: "Members");

            migrationBuilder.CreateTable(
                name: "Bans",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    MemberId = table.Column<long>(type: "INTEGER", nullable: true),
                    Platform = table.Column<byte>(type: "INTEGER", nullable: true),
                    ExternalId = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    IsForAllGroups = table.Column<bool>(type: "INTEGER", nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    Since = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Until = table.Column<DateTime>(type: "TEXT", nullable: true),
                    IssuedById = table.Column<long>(type: "INTEGER", nullable: true),
                    Status = table.Column<int>(type: "INTEGER", nullable: false),
                    LiftedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    LiftedById = table.Column<long>(type: "INTEGER", nullable: true),
                    LiftReason = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    UpdatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Bans", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Bans_Members_MemberId",
                        column: x => x.MemberId,
                        principalTable: "Members",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Bans_Operators_IssuedById",
                        column: x => x.IssuedById,
                        principalTable: "Operators",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Bans_Operators_LiftedById",
                        column: x => x.LiftedById,
                        principalTable: "Operators",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "BanGroups",
                columns: table => new
                {
                    BanId = table.Column<long>(type: "INTEGER", nullable: false),
                    GroupId = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_BanGroups", x => new { x.BanId, x.GroupId });
                    table.ForeignKey(
                        name: "FK_BanGroups_Bans_BanId",
                        column: x => x.BanId,
                        principalTable: "Bans",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_BanGroups_Groups_GroupId",
                        column: x => x.GroupId,
                        principalTable: "Groups",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_BanGroups_GroupId_BanId",
                table: "BanGroups",
                columns: new[] { "GroupId", "BanId" });

            migrationBuilder.CreateIndex(
                name: "IX_Bans_CreatedAt",
                table: "Bans",
                column: "CreatedAt");

            migrationBuilder.CreateIndex(
                name: "IX_Bans_ExternalId_Platform",
                table: "Bans",
                columns: new[] { "ExternalId", "Platform" });

            migrationBuilder.CreateIndex(
                name: "IX_Bans_IssuedById",
                table: "Bans",
                column: "IssuedById");

            migrationBuilder.CreateIndex(
                name: "IX_Bans_LiftedAt",
                table: "Bans",
                column: "LiftedAt");

            migrationBuilder.CreateIndex(
                name: "IX_Bans_LiftedById",
                table: "Bans",
                column: "LiftedById");

            migrationBuilder.CreateIndex(
                name: "IX_Bans_MemberId_Status",
                table: "Bans",
                columns: new[] { "MemberId", "Status" });

            migrationBuilder.CreateIndex(
                name: "IX_Bans_Since",
                table: "Bans",
                column: "Since");

            migrationBuilder.CreateIndex(
                name: "IX_Bans_Status_Until",
                table: "Bans",
                columns: new[] { "Status", "Until" });

            migrationBuilder.CreateIndex(
                name: "IX_Bans_Until",
                table: "Bans",
                column: "Until");

            migrationBuilder.CreateIndex(
                name: "IX_Bans_UpdatedAt",
                table: "Bans",
                column: "UpdatedAt");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "BanGroups");

            migrationBuilder.DropTable(
                name: "Bans");

            migrationBuilder.AddColumn<string>(
                name: "BlacklistReason",
                table: "Members",
                type: "TEXT",
                maxLength: 1000,
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "BlacklistedAt",
                table: "Members",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "BlacklistedById",
                table: "Members",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "IsBlacklisted",
                table: "Members",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.CreateIndex(
                name: "IX_Members_BlacklistedById",
                table: "Members",
                column: "BlacklistedById");

            migrationBuilder.CreateIndex(
                name: "IX_Members_IsBlacklisted_BlacklistedAt",
                table: "Members",
                columns: new[] { "IsBlacklisted", "BlacklistedAt" });

            migrationBuilder.AddForeignKey(
                name: "FK_Members_Operators_BlacklistedById",
                table: "Members",
                column: "BlacklistedById",
                principalTable: "Operators",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);
        }
    }
}
