using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Headless.Community.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class WipFeed6 : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "ReplyToExternalId",
                table: "Activities",
                type: "TEXT",
                maxLength: 200,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "ReplyDays",
                columns: table => new
                {
                    GroupId = table.Column<long>(type: "INTEGER", nullable: false),
                    Day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    MemberId = table.Column<long>(type: "INTEGER", nullable: false),
                    Given = table.Column<int>(type: "INTEGER", nullable: false),
                    Received = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ReplyDays", x => new { x.GroupId, x.Day, x.MemberId });
                });

            migrationBuilder.CreateIndex(
                name: "IX_Activities_Source_ReplyToExternalId",
                table: "Activities",
                columns: new[] { "Source", "ReplyToExternalId" },
                filter: "\"ReplyToExternalId\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_ReplyDays_MemberId_Day",
                table: "ReplyDays",
                columns: new[] { "MemberId", "Day" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "ReplyDays");

            migrationBuilder.DropIndex(
                name: "IX_Activities_Source_ReplyToExternalId",
                table: "Activities");

            migrationBuilder.DropColumn(
                name: "ReplyToExternalId",
                table: "Activities");
        }
    }
}
