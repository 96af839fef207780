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
            migrationBuilder.AddColumn<string>(
                name: "Brief",
                table: "ContentItems",
                type: "TEXT",
                maxLength: 10000,
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "DueAt",
                table: "ContentItems",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "IndexVersion",
                table: "ContentItems",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<long>(
                name: "InviteeId",
                table: "ContentItems",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "InviteeName",
                table: "ContentItems",
                type: "TEXT",
                maxLength: 200,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "KeyPoints",
                table: "ContentItems",
                type: "TEXT",
                maxLength: 10000,
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "LastUsedAt",
                table: "ContentItems",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Outline",
                table: "ContentItems",
                type: "TEXT",
                maxLength: 10000,
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "ReceivedAt",
                table: "ContentItems",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "TextVersion",
                table: "ContentItems",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "UsageCount",
                table: "ContentItems",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.CreateTable(
                name: "CadenceRules",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Category = table.Column<byte>(type: "INTEGER", nullable: false),
                    MinPerWeek = table.Column<int>(type: "INTEGER", nullable: false),
                    MaxPerWeek = table.Column<int>(type: "INTEGER", nullable: true),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    UpdatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CadenceRules", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "ContentItemVersions",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    ContentItemId = table.Column<long>(type: "INTEGER", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Title = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Body = table.Column<string>(type: "TEXT", nullable: false),
                    WrittenAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    WrittenById = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ContentItemVersions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ContentItemVersions_ContentItems_ContentItemId",
                        column: x => x.ContentItemId,
                        principalTable: "ContentItems",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_ContentItemVersions_Operators_WrittenById",
                        column: x => x.WrittenById,
                        principalTable: "Operators",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ContentUses",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    ContentItemId = table.Column<long>(type: "INTEGER", nullable: false),
                    GroupId = table.Column<long>(type: "INTEGER", nullable: false),
                    Category = table.Column<byte>(type: "INTEGER", nullable: false),
                    CampaignId = table.Column<long>(type: "INTEGER", nullable: true),
                    UsedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ReportedById = table.Column<long>(type: "INTEGER", nullable: true),
                    Note = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    UpdatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ContentUses", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ContentUses_Campaigns_CampaignId",
                        column: x => x.CampaignId,
                        principalTable: "Campaigns",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ContentUses_ContentItems_ContentItemId",
                        column: x => x.ContentItemId,
                        principalTable: "ContentItems",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ContentUses_Groups_GroupId",
                        column: x => x.GroupId,
                        principalTable: "Groups",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ContentUses_Operators_ReportedById",
                        column: x => x.ReportedById,
                        principalTable: "Operators",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "SearchTerms",
                columns: table => new
                {
                    Scope = table.Column<byte>(type: "INTEGER", nullable: false),
                    OwnerId = table.Column<long>(type: "INTEGER", nullable: false),
                    Term = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Weight = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SearchTerms", x => new { x.Scope, x.OwnerId, x.Term });
                });

            migrationBuilder.CreateTable(
                name: "TitleTemplates",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Text = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Kind = table.Column<byte>(type: "INTEGER", nullable: false),
                    Category = table.Column<byte>(type: "INTEGER", nullable: true),
                    KeywordLines = table.Column<string>(type: "TEXT", maxLength: 1020, nullable: false),
                    Note = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    UpdatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TitleTemplates", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_ContentItems_DueAt",
                table: "ContentItems",
                column: "DueAt");

            migrationBuilder.CreateIndex(
                name: "IX_ContentItems_IndexVersion",
                table: "ContentItems",
                column: "IndexVersion");

            migrationBuilder.CreateIndex(
                name: "IX_ContentItems_InviteeId",
                table: "ContentItems",
                column: "InviteeId");

            migrationBuilder.CreateIndex(
                name: "IX_ContentItems_LastUsedAt",
                table: "ContentItems",
                column: "LastUsedAt");

            migrationBuilder.CreateIndex(
                name: "IX_ContentItems_UsageCount",
                table: "ContentItems",
                column: "UsageCount");

            migrationBuilder.CreateIndex(
                name: "IX_CadenceRules_Category",
                table: "CadenceRules",
                column: "Category",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_CadenceRules_CreatedAt",
                table: "CadenceRules",
                column: "CreatedAt");

            migrationBuilder.CreateIndex(
                name: "IX_CadenceRules_UpdatedAt",
                table: "CadenceRules",
                column: "UpdatedAt");

            migrationBuilder.CreateIndex(
                name: "IX_ContentItemVersions_ContentItemId_Number",
                table: "ContentItemVersions",
                columns: new[] { "ContentItemId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ContentItemVersions_WrittenById",
                table: "ContentItemVersions",
                column: "WrittenById");

            migrationBuilder.CreateIndex(
                name: "IX_ContentUses_CampaignId",
                table: "ContentUses",
                column: "CampaignId");

            migrationBuilder.CreateIndex(
                name: "IX_ContentUses_Category_UsedAt",
                table: "ContentUses",
                columns: new[] { "Category", "UsedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_ContentUses_ContentItemId_UsedAt",
                table: "ContentUses",
                columns: new[] { "ContentItemId", "UsedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_ContentUses_CreatedAt",
                table: "ContentUses",
                column: "CreatedAt");

            migrationBuilder.CreateIndex(
                name: "IX_ContentUses_GroupId_UsedAt_Category",
                table: "ContentUses",
                columns: new[] { "GroupId", "UsedAt", "Category" });

            migrationBuilder.CreateIndex(
                name: "IX_ContentUses_ReportedById",
                table: "ContentUses",
                column: "ReportedById");

            migrationBuilder.CreateIndex(
                name: "IX_ContentUses_UpdatedAt",
                table: "ContentUses",
                column: "UpdatedAt");

            migrationBuilder.CreateIndex(
                name: "IX_ContentUses_UsedAt",
                table: "ContentUses",
                column: "UsedAt");

            migrationBuilder.CreateIndex(
                name: "IX_SearchTerms_Scope_Term_Weight_OwnerId",
                table: "SearchTerms",
                columns: new[] { "Scope", "Term", "Weight", "OwnerId" });

            migrationBuilder.CreateIndex(
                name: "IX_TitleTemplates_Category_CreatedAt",
                table: "TitleTemplates",
                columns: new[] { "Category", "CreatedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_TitleTemplates_CreatedAt",
                table: "TitleTemplates",
                column: "CreatedAt");

            migrationBuilder.CreateIndex(
                name: "IX_TitleTemplates_Kind_CreatedAt",
                table: "TitleTemplates",
                columns: new[] { "Kind", "CreatedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_TitleTemplates_Text",
                table: "TitleTemplates",
                column: "Text",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_TitleTemplates_UpdatedAt",
                table: "TitleTemplates",
                column: "UpdatedAt");

            migrationBuilder.AddForeignKey(
                name: "FK_ContentItems_Members_InviteeId",
                table: "ContentItems",
                column: "InviteeId",
                principalTable: "Members",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_ContentItems_Members_InviteeId",
                table: "ContentItems");

            migrationBuilder.DropTable(
                name: "CadenceRules");

            migrationBuilder.DropTable(
                name: "ContentItemVersions");

            migrationBuilder.DropTable(
                name: "ContentUses");

            migrationBuilder.DropTable(
                name: "SearchTerms");

            migrationBuilder.DropTable(
                name: "TitleTemplates");

            migrationBuilder.DropIndex(
                name: "IX_ContentItems_DueAt",
                table: "ContentItems");

            migrationBuilder.DropIndex(
                name: "IX_ContentItems_IndexVersion",
                table: "ContentItems");

            migrationBuilder.DropIndex(
                name: "IX_ContentItems_InviteeId",
                table: "ContentItems");

            migrationBuilder.DropIndex(
                name: "IX_ContentItems_LastUsedAt",
                table: "ContentItems");

            migrationBuilder.DropIndex(
                name: "IX_ContentItems_UsageCount",
                table: "ContentItems");

            migrationBuilder.DropColumn(
                name: "Brief",
                table: "ContentItems");

            migrationBuilder.DropColumn(
                name: "DueAt",
                table: "ContentItems");

            migrationBuilder.DropColumn(
                name: "IndexVersion",
                table: "ContentItems");

            migrationBuilder.DropColumn(
                name: "InviteeId",
                table: "ContentItems");

            migrationBuilder.DropColumn(
                name: "InviteeName",
                table: "ContentItems");

            migrationBuilder.DropColumn(
                name: "KeyPoints",
                table: "ContentItems");

            migrationBuilder.DropColumn(
                name: "LastUsedAt",
                table: "ContentItems");

            migrationBuilder.DropColumn(
                name: "Outline",
                table: "ContentItems");

            migrationBuilder.DropColumn(
                name: "ReceivedAt",
                table: "ContentItems");

            migrationBuilder.DropColumn(
                name: "TextVersion",
                table: "ContentItems");

            migrationBuilder.DropColumn(
                name: "UsageCount",
                table: "ContentItems");
        }
    }
}
