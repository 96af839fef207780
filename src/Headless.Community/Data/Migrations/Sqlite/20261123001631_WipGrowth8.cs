using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Headless.Community.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class WipGrowth8 : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_RedPacketParts_DropId_MemberId",
                table: "RedPacketParts");

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

            migrationBuilder.CreateIndex(
                name: "IX_RedPacketParts_DropId_MemberId",
                table: "RedPacketParts",
                columns: new[] { "DropId", "MemberId" },
                filter: "\"MemberId\" IS NOT NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_RedPacketParts_DropId_MemberId",
                table: "RedPacketParts");

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
        }
    }
}
