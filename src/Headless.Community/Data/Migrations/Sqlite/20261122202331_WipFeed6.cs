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
                name: "EffectiveMessageChanges",
                columns: table => new
                {
                    ActivityId = table.Column<long>(type: "INTEGER", nullable: false),
                    IsEffective = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_EffectiveMessageChanges", x => x.ActivityId);
                });

            migrationBuilder.CreateTable(
                name: "EffectiveMessageRuleVersions",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Number = table.Column<short>(type: "INTEGER", nullable: false),
                    Status = table.Column<short>(type: "INTEGER", nullable: false),
                    MinLetters = table.Column<int>(type: "INTEGER", nullable: false),
                    MinCjkCharacters = table.Column<int>(type: "INTEGER", nullable: false),
                    MinLength = table.Column<int>(type: "INTEGER", nullable: false),
                    ExcludesCommands = table.Column<bool>(type: "INTEGER", nullable: false),
                    ExcludesRepeats = table.Column<bool>(type: "INTEGER", nullable: false),
                    ExcludedTextLines = table.Column<string>(type: "TEXT", maxLength: 10200, nullable: false),
                    ExcludedTypes = table.Column<short>(type: "INTEGER", nullable: false),
                    Note = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    PublishedById = table.Column<long>(type: "INTEGER", nullable: true),
                    ActivatedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    EndedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    UpToActivityId = table.Column<long>(type: "INTEGER", nullable: false),
                    MessageCount = table.Column<long>(type: "INTEGER", nullable: false),
                    JudgedCount = table.Column<long>(type: "INTEGER", nullable: false),
                    ChangedCount = table.Column<long>(type: "INTEGER", nullable: false),
                    WithoutTextCount = table.Column<long>(type: "INTEGER", nullable: false),
                    GroupCursor = table.Column<long>(type: "INTEGER", nullable: false),
                    ActivityCursor = table.Column<long>(type: "INTEGER", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    UpdatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_EffectiveMessageRuleVersions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_EffectiveMessageRuleVersions_Operators_PublishedById",
                        column: x => x.PublishedById,
                        principalTable: "Operators",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

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

            migrationBuilder.InsertData(
                table: "EffectiveMessageRuleVersions",
                columns: new[] { "Id", "ActivatedAt", "ActivityCursor", "ChangedCount", "CreatedAt", "EndedAt", "ExcludedTextLines", "ExcludedTypes", "ExcludesCommands", "ExcludesRepeats", "GroupCursor", "JudgedCount", "MessageCount", "MinCjkCharacters", "MinLength", "MinLetters", "Note", "Number", "PublishedById", "Status", "UpToActivityId", "UpdatedAt", "Version", "WithoutTextCount" },
                values: new object[] { -1L, new DateTime(2026, 11, 22, 0, 0, 0, 0, DateTimeKind.Utc), 0L, 0L, new DateTime(2026, 11, 22, 0, 0, 0, 0, DateTimeKind.Utc), null, "", (short)0, true, true, 0L, 0L, 0L, 1, 0, 2, null, (short)1, null, (short)2, 0L, new DateTime(2026, 11, 22, 0, 0, 0, 0, DateTimeKind.Utc), 1L, 0L });

            migrationBuilder.CreateIndex(
                name: "IX_Activities_Source_ReplyToExternalId",
                table: "Activities",
                columns: new[] { "Source", "ReplyToExternalId" },
                filter: "\"ReplyToExternalId\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_EffectiveMessageRuleVersions_CreatedAt",
                table: "EffectiveMessageRuleVersions",
                column: "CreatedAt");

            migrationBuilder.CreateIndex(
                name: "IX_EffectiveMessageRuleVersions_Number",
                table: "EffectiveMessageRuleVersions",
                column: "Number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_EffectiveMessageRuleVersions_PublishedById",
                table: "EffectiveMessageRuleVersions",
                column: "PublishedById");

            migrationBuilder.CreateIndex(
                name: "IX_EffectiveMessageRuleVersions_Status",
                table: "EffectiveMessageRuleVersions",
                column: "Status");

            migrationBuilder.CreateIndex(
                name: "IX_EffectiveMessageRuleVersions_UpdatedAt",
                table: "EffectiveMessageRuleVersions",
                column: "UpdatedAt");

            migrationBuilder.CreateIndex(
                name: "IX_ReplyDays_MemberId_Day",
                table: "ReplyDays",
                columns: new[] { "MemberId", "Day" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "EffectiveMessageChanges");

            migrationBuilder.DropTable(
                name: "EffectiveMessageRuleVersions");

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
