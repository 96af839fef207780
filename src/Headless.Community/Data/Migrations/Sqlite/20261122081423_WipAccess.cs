using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Headless.Community.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class WipAccess : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Subject",
                table: "Operators",
                type: "TEXT",
                maxLength: 255,
                nullable: true);

            migrationBuilder.AddColumn<byte[]>(
                name: "FormerHash",
                table: "ApiKeys",
                type: "BLOB",
                fixedLength: true,
                maxLength: 32,
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "FormerValidUntil",
                table: "ApiKeys",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "RotatedAt",
                table: "ApiKeys",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "MutationReceipts",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    OperatorId = table.Column<long>(type: "INTEGER", nullable: false),
                    KeyHash = table.Column<byte[]>(type: "BLOB", fixedLength: true, maxLength: 32, nullable: false),
                    RequestHash = table.Column<byte[]>(type: "BLOB", fixedLength: true, maxLength: 32, nullable: false),
                    Answer = table.Column<byte[]>(type: "BLOB", nullable: true),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MutationReceipts", x => x.Id);
                    table.ForeignKey(
                        name: "FK_MutationReceipts_Operators_OperatorId",
                        column: x => x.OperatorId,
                        principalTable: "Operators",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Operators_Subject",
                table: "Operators",
                column: "Subject",
                unique: true,
                filter: "\"Subject\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_ApiKeys_FormerHash",
                table: "ApiKeys",
                column: "FormerHash");

            migrationBuilder.CreateIndex(
                name: "IX_MutationReceipts_CreatedAt",
                table: "MutationReceipts",
                column: "CreatedAt");

            migrationBuilder.CreateIndex(
                name: "IX_MutationReceipts_OperatorId_KeyHash",
                table: "MutationReceipts",
                columns: new[] { "OperatorId", "KeyHash" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "MutationReceipts");

            migrationBuilder.DropIndex(
                name: "IX_Operators_Subject",
                table: "Operators");

            migrationBuilder.DropIndex(
                name: "IX_ApiKeys_FormerHash",
                table: "ApiKeys");

            migrationBuilder.DropColumn(
                name: "Subject",
                table: "Operators");

            migrationBuilder.DropColumn(
                name: "FormerHash",
                table: "ApiKeys");

            migrationBuilder.DropColumn(
                name: "FormerValidUntil",
                table: "ApiKeys");

            migrationBuilder.DropColumn(
                name: "RotatedAt",
                table: "ApiKeys");
        }
    }
}
