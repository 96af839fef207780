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
                name: "Assets",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    AltText = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    Status = table.Column<byte>(type: "INTEGER", nullable: false),
                    Size = table.Column<long>(type: "INTEGER", nullable: false),
                    Sha256 = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    Kind = table.Column<byte>(type: "INTEGER", nullable: true),
                    MediaType = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    Width = table.Column<int>(type: "INTEGER", nullable: true),
                    Height = table.Column<int>(type: "INTEGER", nullable: true),
                    UploadUntil = table.Column<DateTime>(type: "TEXT", nullable: true),
                    UploadedById = table.Column<long>(type: "INTEGER", nullable: true),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    UpdatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Assets", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Assets_Operators_UploadedById",
                        column: x => x.UploadedById,
                        principalTable: "Operators",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

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
                name: "CampaignOccurrences",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    CampaignId = table.Column<long>(type: "INTEGER", nullable: false),
                    On = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Status = table.Column<byte>(type: "INTEGER", nullable: false),
                    StartsAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    EndsAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    IsMoved = table.Column<bool>(type: "INTEGER", nullable: false),
                    CancelReason = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    UpdatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CampaignOccurrences", x => x.Id);
                    table.ForeignKey(
                        name: "FK_CampaignOccurrences_Campaigns_CampaignId",
                        column: x => x.CampaignId,
                        principalTable: "Campaigns",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "CampaignPlans",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    CampaignId = table.Column<long>(type: "INTEGER", nullable: false),
                    Rule = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    FirstOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    LastOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    IsEndAssumed = table.Column<bool>(type: "INTEGER", nullable: false),
                    StartMinute = table.Column<int>(type: "INTEGER", nullable: false),
                    DurationInMinutes = table.Column<int>(type: "INTEGER", nullable: false),
                    CountdownFromMinutes = table.Column<int>(type: "INTEGER", nullable: true),
                    CountdownEveryMinutes = table.Column<int>(type: "INTEGER", nullable: true),
                    CountdownText = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    UpdatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CampaignPlans", x => x.Id);
                    table.ForeignKey(
                        name: "FK_CampaignPlans_Campaigns_CampaignId",
                        column: x => x.CampaignId,
                        principalTable: "Campaigns",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
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
                name: "LaunchChecks",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    CampaignId = table.Column<long>(type: "INTEGER", nullable: false),
                    Kind = table.Column<byte>(type: "INTEGER", nullable: false),
                    Text = table.Column<string>(type: "TEXT", maxLength: 300, nullable: true),
                    Answer = table.Column<byte>(type: "INTEGER", nullable: true),
                    Note = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    AnsweredAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    AnsweredById = table.Column<long>(type: "INTEGER", nullable: true),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    UpdatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LaunchChecks", x => x.Id);
                    table.ForeignKey(
                        name: "FK_LaunchChecks_Campaigns_CampaignId",
                        column: x => x.CampaignId,
                        principalTable: "Campaigns",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_LaunchChecks_Operators_AnsweredById",
                        column: x => x.AnsweredById,
                        principalTable: "Operators",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Offers",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    CampaignId = table.Column<long>(type: "INTEGER", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Url = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    Audience = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    Currency = table.Column<string>(type: "TEXT", maxLength: 3, nullable: false),
                    LossCap = table.Column<long>(type: "INTEGER", precision: 19, scale: 4, nullable: false),
                    Promises = table.Column<byte>(type: "INTEGER", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    UpdatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Offers", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Offers_Campaigns_CampaignId",
                        column: x => x.CampaignId,
                        principalTable: "Campaigns",
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

            migrationBuilder.CreateTable(
                name: "ContentItemAssets",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    ContentItemId = table.Column<long>(type: "INTEGER", nullable: false),
                    AssetId = table.Column<long>(type: "INTEGER", nullable: false),
                    Position = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ContentItemAssets", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ContentItemAssets_Assets_AssetId",
                        column: x => x.AssetId,
                        principalTable: "Assets",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ContentItemAssets_ContentItems_ContentItemId",
                        column: x => x.ContentItemId,
                        principalTable: "ContentItems",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "CampaignTasks",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    CampaignId = table.Column<long>(type: "INTEGER", nullable: false),
                    OccurrenceId = table.Column<long>(type: "INTEGER", nullable: false),
                    Kind = table.Column<byte>(type: "INTEGER", nullable: false),
                    DueAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Text = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    Status = table.Column<byte>(type: "INTEGER", nullable: false),
                    Evidence = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    DoneAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    DoneById = table.Column<long>(type: "INTEGER", nullable: true),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    UpdatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CampaignTasks", x => x.Id);
                    table.ForeignKey(
                        name: "FK_CampaignTasks_CampaignOccurrences_OccurrenceId",
                        column: x => x.OccurrenceId,
                        principalTable: "CampaignOccurrences",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_CampaignTasks_Campaigns_CampaignId",
                        column: x => x.CampaignId,
                        principalTable: "Campaigns",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_CampaignTasks_Operators_DoneById",
                        column: x => x.DoneById,
                        principalTable: "Operators",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "CampaignSteps",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    CampaignPlanId = table.Column<long>(type: "INTEGER", nullable: false),
                    Kind = table.Column<byte>(type: "INTEGER", nullable: false),
                    DaysBefore = table.Column<int>(type: "INTEGER", nullable: false),
                    Minute = table.Column<int>(type: "INTEGER", nullable: false),
                    Text = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CampaignSteps", x => x.Id);
                    table.ForeignKey(
                        name: "FK_CampaignSteps_CampaignPlans_CampaignPlanId",
                        column: x => x.CampaignPlanId,
                        principalTable: "CampaignPlans",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "OfferItems",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    OfferId = table.Column<long>(type: "INTEGER", nullable: false),
                    Product = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Sku = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    Role = table.Column<byte>(type: "INTEGER", nullable: false),
                    ListPrice = table.Column<long>(type: "INTEGER", precision: 19, scale: 4, nullable: false),
                    Price = table.Column<long>(type: "INTEGER", precision: 19, scale: 4, nullable: false),
                    SiteMinimumPrice = table.Column<long>(type: "INTEGER", precision: 19, scale: 4, nullable: true),
                    UnitCost = table.Column<long>(type: "INTEGER", precision: 19, scale: 4, nullable: true),
                    ExpectedUnits = table.Column<int>(type: "INTEGER", nullable: true),
                    Stock = table.Column<int>(type: "INTEGER", nullable: true),
                    Reserved = table.Column<int>(type: "INTEGER", nullable: false),
                    Sold = table.Column<int>(type: "INTEGER", nullable: false),
                    LowStockAt = table.Column<int>(type: "INTEGER", nullable: true),
                    IsLow = table.Column<bool>(type: "INTEGER", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    UpdatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_OfferItems", x => x.Id);
                    table.ForeignKey(
                        name: "FK_OfferItems_Offers_OfferId",
                        column: x => x.OfferId,
                        principalTable: "Offers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "StockReservations",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    OfferItemId = table.Column<long>(type: "INTEGER", nullable: false),
                    Reference = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Quantity = table.Column<int>(type: "INTEGER", nullable: false),
                    Status = table.Column<byte>(type: "INTEGER", nullable: false),
                    ExpiresAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    ClosedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    UpdatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_StockReservations", x => x.Id);
                    table.ForeignKey(
                        name: "FK_StockReservations_OfferItems_OfferItemId",
                        column: x => x.OfferItemId,
                        principalTable: "OfferItems",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
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
                name: "IX_Assets_CreatedAt",
                table: "Assets",
                column: "CreatedAt");

            migrationBuilder.CreateIndex(
                name: "IX_Assets_Kind_CreatedAt",
                table: "Assets",
                columns: new[] { "Kind", "CreatedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Assets_MediaType",
                table: "Assets",
                column: "MediaType");

            migrationBuilder.CreateIndex(
                name: "IX_Assets_Name",
                table: "Assets",
                column: "Name");

            migrationBuilder.CreateIndex(
                name: "IX_Assets_Sha256",
                table: "Assets",
                column: "Sha256");

            migrationBuilder.CreateIndex(
                name: "IX_Assets_Size",
                table: "Assets",
                column: "Size");

            migrationBuilder.CreateIndex(
                name: "IX_Assets_Status_CreatedAt",
                table: "Assets",
                columns: new[] { "Status", "CreatedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Assets_UpdatedAt",
                table: "Assets",
                column: "UpdatedAt");

            migrationBuilder.CreateIndex(
                name: "IX_Assets_UploadedById",
                table: "Assets",
                column: "UploadedById");

            migrationBuilder.CreateIndex(
                name: "IX_Assets_UploadUntil",
                table: "Assets",
                column: "UploadUntil");

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
                name: "IX_CampaignOccurrences_CampaignId_On",
                table: "CampaignOccurrences",
                columns: new[] { "CampaignId", "On" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_CampaignOccurrences_CreatedAt",
                table: "CampaignOccurrences",
                column: "CreatedAt");

            migrationBuilder.CreateIndex(
                name: "IX_CampaignOccurrences_EndsAt",
                table: "CampaignOccurrences",
                column: "EndsAt");

            migrationBuilder.CreateIndex(
                name: "IX_CampaignOccurrences_StartsAt",
                table: "CampaignOccurrences",
                column: "StartsAt");

            migrationBuilder.CreateIndex(
                name: "IX_CampaignOccurrences_Status_StartsAt",
                table: "CampaignOccurrences",
                columns: new[] { "Status", "StartsAt" });

            migrationBuilder.CreateIndex(
                name: "IX_CampaignOccurrences_UpdatedAt",
                table: "CampaignOccurrences",
                column: "UpdatedAt");

            migrationBuilder.CreateIndex(
                name: "IX_CampaignPlans_CampaignId",
                table: "CampaignPlans",
                column: "CampaignId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_CampaignPlans_CreatedAt",
                table: "CampaignPlans",
                column: "CreatedAt");

            migrationBuilder.CreateIndex(
                name: "IX_CampaignPlans_UpdatedAt",
                table: "CampaignPlans",
                column: "UpdatedAt");

            migrationBuilder.CreateIndex(
                name: "IX_CampaignSteps_CampaignPlanId",
                table: "CampaignSteps",
                column: "CampaignPlanId");

            migrationBuilder.CreateIndex(
                name: "IX_CampaignTasks_CampaignId",
                table: "CampaignTasks",
                column: "CampaignId");

            migrationBuilder.CreateIndex(
                name: "IX_CampaignTasks_CreatedAt",
                table: "CampaignTasks",
                column: "CreatedAt");

            migrationBuilder.CreateIndex(
                name: "IX_CampaignTasks_DoneById",
                table: "CampaignTasks",
                column: "DoneById");

            migrationBuilder.CreateIndex(
                name: "IX_CampaignTasks_DueAt",
                table: "CampaignTasks",
                column: "DueAt");

            migrationBuilder.CreateIndex(
                name: "IX_CampaignTasks_Kind_DueAt",
                table: "CampaignTasks",
                columns: new[] { "Kind", "DueAt" });

            migrationBuilder.CreateIndex(
                name: "IX_CampaignTasks_OccurrenceId_DueAt",
                table: "CampaignTasks",
                columns: new[] { "OccurrenceId", "DueAt" });

            migrationBuilder.CreateIndex(
                name: "IX_CampaignTasks_Status_DueAt",
                table: "CampaignTasks",
                columns: new[] { "Status", "DueAt" });

            migrationBuilder.CreateIndex(
                name: "IX_CampaignTasks_UpdatedAt",
                table: "CampaignTasks",
                column: "UpdatedAt");

            migrationBuilder.CreateIndex(
                name: "IX_ContentItemAssets_AssetId",
                table: "ContentItemAssets",
                column: "AssetId");

            migrationBuilder.CreateIndex(
                name: "IX_ContentItemAssets_ContentItemId_AssetId",
                table: "ContentItemAssets",
                columns: new[] { "ContentItemId", "AssetId" },
                unique: true);

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
                name: "IX_LaunchChecks_AnsweredById",
                table: "LaunchChecks",
                column: "AnsweredById");

            migrationBuilder.CreateIndex(
                name: "IX_LaunchChecks_CampaignId_Answer",
                table: "LaunchChecks",
                columns: new[] { "CampaignId", "Answer" });

            migrationBuilder.CreateIndex(
                name: "IX_LaunchChecks_CreatedAt",
                table: "LaunchChecks",
                column: "CreatedAt");

            migrationBuilder.CreateIndex(
                name: "IX_LaunchChecks_UpdatedAt",
                table: "LaunchChecks",
                column: "UpdatedAt");

            migrationBuilder.CreateIndex(
                name: "IX_OfferItems_CreatedAt",
                table: "OfferItems",
                column: "CreatedAt");

            migrationBuilder.CreateIndex(
                name: "IX_OfferItems_IsLow_CreatedAt",
                table: "OfferItems",
                columns: new[] { "IsLow", "CreatedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_OfferItems_OfferId",
                table: "OfferItems",
                column: "OfferId");

            migrationBuilder.CreateIndex(
                name: "IX_OfferItems_Price",
                table: "OfferItems",
                column: "Price");

            migrationBuilder.CreateIndex(
                name: "IX_OfferItems_Product",
                table: "OfferItems",
                column: "Product");

            migrationBuilder.CreateIndex(
                name: "IX_OfferItems_Role_CreatedAt",
                table: "OfferItems",
                columns: new[] { "Role", "CreatedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_OfferItems_Sku",
                table: "OfferItems",
                column: "Sku");

            migrationBuilder.CreateIndex(
                name: "IX_OfferItems_UpdatedAt",
                table: "OfferItems",
                column: "UpdatedAt");

            migrationBuilder.CreateIndex(
                name: "IX_Offers_CampaignId",
                table: "Offers",
                column: "CampaignId");

            migrationBuilder.CreateIndex(
                name: "IX_Offers_CreatedAt",
                table: "Offers",
                column: "CreatedAt");

            migrationBuilder.CreateIndex(
                name: "IX_Offers_Name",
                table: "Offers",
                column: "Name");

            migrationBuilder.CreateIndex(
                name: "IX_Offers_UpdatedAt",
                table: "Offers",
                column: "UpdatedAt");

            migrationBuilder.CreateIndex(
                name: "IX_SearchTerms_Scope_Term_Weight_OwnerId",
                table: "SearchTerms",
                columns: new[] { "Scope", "Term", "Weight", "OwnerId" });

            migrationBuilder.CreateIndex(
                name: "IX_StockReservations_CreatedAt",
                table: "StockReservations",
                column: "CreatedAt");

            migrationBuilder.CreateIndex(
                name: "IX_StockReservations_OfferItemId_Reference",
                table: "StockReservations",
                columns: new[] { "OfferItemId", "Reference" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_StockReservations_Status_ExpiresAt",
                table: "StockReservations",
                columns: new[] { "Status", "ExpiresAt" });

            migrationBuilder.CreateIndex(
                name: "IX_StockReservations_UpdatedAt",
                table: "StockReservations",
                column: "UpdatedAt");

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
                name: "CampaignSteps");

            migrationBuilder.DropTable(
                name: "CampaignTasks");

            migrationBuilder.DropTable(
                name: "ContentItemAssets");

            migrationBuilder.DropTable(
                name: "ContentItemVersions");

            migrationBuilder.DropTable(
                name: "ContentUses");

            migrationBuilder.DropTable(
                name: "LaunchChecks");

            migrationBuilder.DropTable(
                name: "SearchTerms");

            migrationBuilder.DropTable(
                name: "StockReservations");

            migrationBuilder.DropTable(
                name: "TitleTemplates");

            migrationBuilder.DropTable(
                name: "CampaignPlans");

            migrationBuilder.DropTable(
                name: "CampaignOccurrences");

            migrationBuilder.DropTable(
                name: "Assets");

            migrationBuilder.DropTable(
                name: "OfferItems");

            migrationBuilder.DropTable(
                name: "Offers");

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
