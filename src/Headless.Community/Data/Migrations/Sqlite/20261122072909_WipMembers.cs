using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

#pragma warning disable CA1814 // Prefer jagged arrays over multidimensional

namespace Headless.Community.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class WipMembers : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "AlertEvaluations");

            migrationBuilder.DropTable(
                name: "Alerts");

            migrationBuilder.DropTable(
                name: "PlatformCapabilities");

            migrationBuilder.DropTable(
                name: "PlatformPolicies");

            migrationBuilder.DropIndex(
                name: "IX_Members_Tier",
                table: "Members");

            migrationBuilder.DropColumn(
                name: "Tier",
                table: "Members");

            migrationBuilder.AddColumn<DateTime>(
                name: "AttentionSince",
                table: "Memberships",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<byte>(
                name: "AttentionState",
                table: "Memberships",
                type: "INTEGER",
                nullable: false,
                defaultValue: (byte)0);

            migrationBuilder.AddColumn<DateTime>(
                name: "ErasedAt",
                table: "Members",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "MergedIntoId",
                table: "Members",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "TierId",
                table: "Members",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "PrimarySince",
                table: "Identities",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "ContactPreferences",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    MemberId = table.Column<long>(type: "INTEGER", nullable: false),
                    Channel = table.Column<byte>(type: "INTEGER", nullable: false),
                    Purpose = table.Column<byte>(type: "INTEGER", nullable: false),
                    IsAllowed = table.Column<bool>(type: "INTEGER", nullable: false),
                    Source = table.Column<byte>(type: "INTEGER", nullable: false),
                    DecidedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    RecordedById = table.Column<long>(type: "INTEGER", nullable: true),
                    Note = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ContactPreferences", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ContactPreferences_Members_MemberId",
                        column: x => x.MemberId,
                        principalTable: "Members",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_ContactPreferences_Operators_RecordedById",
                        column: x => x.RecordedById,
                        principalTable: "Operators",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "MemberMergeActivities",
                columns: table => new
                {
                    MergeId = table.Column<long>(type: "INTEGER", nullable: false),
                    ActivityId = table.Column<long>(type: "INTEGER", nullable: false),
                    MemberId = table.Column<long>(type: "INTEGER", nullable: false),
                    MembershipId = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MemberMergeActivities", x => new { x.MergeId, x.ActivityId });
                });

            migrationBuilder.CreateTable(
                name: "MemberMerges",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    WinnerId = table.Column<long>(type: "INTEGER", nullable: false),
                    LoserId = table.Column<long>(type: "INTEGER", nullable: false),
                    MergedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    MergedById = table.Column<long>(type: "INTEGER", nullable: true),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    UnmergedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    UnmergedById = table.Column<long>(type: "INTEGER", nullable: true),
                    IsFinal = table.Column<bool>(type: "INTEGER", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    UpdatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MemberMerges", x => x.Id);
                    table.ForeignKey(
                        name: "FK_MemberMerges_Members_LoserId",
                        column: x => x.LoserId,
                        principalTable: "Members",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_MemberMerges_Members_WinnerId",
                        column: x => x.WinnerId,
                        principalTable: "Members",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_MemberMerges_Operators_MergedById",
                        column: x => x.MergedById,
                        principalTable: "Operators",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_MemberMerges_Operators_UnmergedById",
                        column: x => x.UnmergedById,
                        principalTable: "Operators",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "MemberTiers",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Name = table.Column<string>(type: "TEXT", maxLength: 50, nullable: false),
                    Rank = table.Column<int>(type: "INTEGER", nullable: false),
                    Benefits = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    SupportPriority = table.Column<byte>(type: "INTEGER", nullable: false),
                    IsRetired = table.Column<bool>(type: "INTEGER", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    UpdatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MemberTiers", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "MemberTouches",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    MemberId = table.Column<long>(type: "INTEGER", nullable: false),
                    Channel = table.Column<byte>(type: "INTEGER", nullable: false),
                    Purpose = table.Column<byte>(type: "INTEGER", nullable: false),
                    TouchedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    CampaignId = table.Column<long>(type: "INTEGER", nullable: true),
                    TouchedById = table.Column<long>(type: "INTEGER", nullable: true),
                    Key = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    Note = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MemberTouches", x => x.Id);
                    table.ForeignKey(
                        name: "FK_MemberTouches_Campaigns_CampaignId",
                        column: x => x.CampaignId,
                        principalTable: "Campaigns",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_MemberTouches_Members_MemberId",
                        column: x => x.MemberId,
                        principalTable: "Members",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_MemberTouches_Operators_TouchedById",
                        column: x => x.TouchedById,
                        principalTable: "Operators",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "MemberMergeRows",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    MergeId = table.Column<long>(type: "INTEGER", nullable: false),
                    Step = table.Column<byte>(type: "INTEGER", nullable: false),
                    Table = table.Column<string>(type: "TEXT", maxLength: 128, nullable: false),
                    Column = table.Column<string>(type: "TEXT", maxLength: 128, nullable: true),
                    Row = table.Column<string>(type: "TEXT", nullable: true),
                    Before = table.Column<string>(type: "TEXT", nullable: true),
                    After = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MemberMergeRows", x => x.Id);
                    table.ForeignKey(
                        name: "FK_MemberMergeRows_MemberMerges_MergeId",
                        column: x => x.MergeId,
                        principalTable: "MemberMerges",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "MemberTierChanges",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    MemberId = table.Column<long>(type: "INTEGER", nullable: false),
                    FromTierId = table.Column<long>(type: "INTEGER", nullable: true),
                    ToTierId = table.Column<long>(type: "INTEGER", nullable: true),
                    ChangedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ChangedById = table.Column<long>(type: "INTEGER", nullable: true),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MemberTierChanges", x => x.Id);
                    table.ForeignKey(
                        name: "FK_MemberTierChanges_MemberTiers_FromTierId",
                        column: x => x.FromTierId,
                        principalTable: "MemberTiers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_MemberTierChanges_MemberTiers_ToTierId",
                        column: x => x.ToTierId,
                        principalTable: "MemberTiers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_MemberTierChanges_Members_MemberId",
                        column: x => x.MemberId,
                        principalTable: "Members",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_MemberTierChanges_Operators_ChangedById",
                        column: x => x.ChangedById,
                        principalTable: "Operators",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Memberships_AttentionState_GroupId",
                table: "Memberships",
                columns: new[] { "AttentionState", "GroupId" });

            migrationBuilder.CreateIndex(
                name: "IX_Members_ErasedAt",
                table: "Members",
                column: "ErasedAt");

            migrationBuilder.CreateIndex(
                name: "IX_Members_MergedIntoId",
                table: "Members",
                column: "MergedIntoId");

            migrationBuilder.CreateIndex(
                name: "IX_Members_TierId",
                table: "Members",
                column: "TierId");

            migrationBuilder.CreateIndex(
                name: "IX_Identities_Primary",
                table: "Identities",
                column: "MemberId",
                unique: true,
                filter: "\"PrimarySince\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_ContactPreferences_Channel_Purpose_IsAllowed_MemberId",
                table: "ContactPreferences",
                columns: new[] { "Channel", "Purpose", "IsAllowed", "MemberId" });

            migrationBuilder.CreateIndex(
                name: "IX_ContactPreferences_MemberId_Channel_Purpose",
                table: "ContactPreferences",
                columns: new[] { "MemberId", "Channel", "Purpose" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ContactPreferences_RecordedById",
                table: "ContactPreferences",
                column: "RecordedById");

            migrationBuilder.CreateIndex(
                name: "IX_MemberMergeRows_MergeId",
                table: "MemberMergeRows",
                column: "MergeId");

            migrationBuilder.CreateIndex(
                name: "IX_MemberMerges_CreatedAt",
                table: "MemberMerges",
                column: "CreatedAt");

            migrationBuilder.CreateIndex(
                name: "IX_MemberMerges_Holding",
                table: "MemberMerges",
                column: "LoserId",
                unique: true,
                filter: "\"UnmergedAt\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_MemberMerges_LoserId",
                table: "MemberMerges",
                column: "LoserId");

            migrationBuilder.CreateIndex(
                name: "IX_MemberMerges_MergedAt",
                table: "MemberMerges",
                column: "MergedAt");

            migrationBuilder.CreateIndex(
                name: "IX_MemberMerges_MergedById",
                table: "MemberMerges",
                column: "MergedById");

            migrationBuilder.CreateIndex(
                name: "IX_MemberMerges_UnmergedById",
                table: "MemberMerges",
                column: "UnmergedById");

            migrationBuilder.CreateIndex(
                name: "IX_MemberMerges_UpdatedAt",
                table: "MemberMerges",
                column: "UpdatedAt");

            migrationBuilder.CreateIndex(
                name: "IX_MemberMerges_WinnerId",
                table: "MemberMerges",
                column: "WinnerId");

            migrationBuilder.CreateIndex(
                name: "IX_MemberTierChanges_ChangedById",
                table: "MemberTierChanges",
                column: "ChangedById");

            migrationBuilder.CreateIndex(
                name: "IX_MemberTierChanges_FromTierId",
                table: "MemberTierChanges",
                column: "FromTierId");

            migrationBuilder.CreateIndex(
                name: "IX_MemberTierChanges_MemberId_ChangedAt",
                table: "MemberTierChanges",
                columns: new[] { "MemberId", "ChangedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_MemberTierChanges_ToTierId_ChangedAt",
                table: "MemberTierChanges",
                columns: new[] { "ToTierId", "ChangedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_MemberTiers_CreatedAt",
                table: "MemberTiers",
                column: "CreatedAt");

            migrationBuilder.CreateIndex(
                name: "IX_MemberTiers_Name",
                table: "MemberTiers",
                column: "Name",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_MemberTiers_Rank",
                table: "MemberTiers",
                column: "Rank",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_MemberTiers_UpdatedAt",
                table: "MemberTiers",
                column: "UpdatedAt");

            migrationBuilder.CreateIndex(
                name: "IX_MemberTouches_CampaignId",
                table: "MemberTouches",
                column: "CampaignId");

            migrationBuilder.CreateIndex(
                name: "IX_MemberTouches_Key",
                table: "MemberTouches",
                column: "Key",
                unique: true,
                filter: "\"Key\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_MemberTouches_MemberId_TouchedAt",
                table: "MemberTouches",
                columns: new[] { "MemberId", "TouchedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_MemberTouches_TouchedAt",
                table: "MemberTouches",
                column: "TouchedAt");

            migrationBuilder.CreateIndex(
                name: "IX_MemberTouches_TouchedById",
                table: "MemberTouches",
                column: "TouchedById");

            migrationBuilder.AddForeignKey(
                name: "FK_Members_MemberTiers_TierId",
                table: "Members",
                column: "TierId",
                principalTable: "MemberTiers",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "FK_Members_Members_MergedIntoId",
                table: "Members",
                column: "MergedIntoId",
                principalTable: "Members",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_Members_MemberTiers_TierId",
                table: "Members");

            migrationBuilder.DropForeignKey(
                name: "FK_Members_Members_MergedIntoId",
                table: "Members");

            migrationBuilder.DropTable(
                name: "ContactPreferences");

            migrationBuilder.DropTable(
                name: "MemberMergeActivities");

            migrationBuilder.DropTable(
                name: "MemberMergeRows");

            migrationBuilder.DropTable(
                name: "MemberTierChanges");

            migrationBuilder.DropTable(
                name: "MemberTouches");

            migrationBuilder.DropTable(
                name: "MemberMerges");

            migrationBuilder.DropTable(
                name: "MemberTiers");

            migrationBuilder.DropIndex(
                name: "IX_Memberships_AttentionState_GroupId",
                table: "Memberships");

            migrationBuilder.DropIndex(
                name: "IX_Members_ErasedAt",
                table: "Members");

            migrationBuilder.DropIndex(
                name: "IX_Members_MergedIntoId",
                table: "Members");

            migrationBuilder.DropIndex(
                name: "IX_Members_TierId",
                table: "Members");

            migrationBuilder.DropIndex(
                name: "IX_Identities_Primary",
                table: "Identities");

            migrationBuilder.DropColumn(
                name: "AttentionSince",
                table: "Memberships");

            migrationBuilder.DropColumn(
                name: "AttentionState",
                table: "Memberships");

            migrationBuilder.DropColumn(
                name: "ErasedAt",
                table: "Members");

            migrationBuilder.DropColumn(
                name: "MergedIntoId",
                table: "Members");

            migrationBuilder.DropColumn(
                name: "TierId",
                table: "Members");

            migrationBuilder.DropColumn(
                name: "PrimarySince",
                table: "Identities");

            migrationBuilder.AddColumn<string>(
                name: "Tier",
                table: "Members",
                type: "TEXT",
                maxLength: 50,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "AlertEvaluations",
                columns: table => new
                {
                    Kind = table.Column<short>(type: "INTEGER", nullable: false),
                    EvaluatedAt = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AlertEvaluations", x => x.Kind);
                });

            migrationBuilder.CreateTable(
                name: "Alerts",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    AcknowledgedById = table.Column<long>(type: "INTEGER", nullable: true),
                    CampaignId = table.Column<long>(type: "INTEGER", nullable: true),
                    GroupId = table.Column<long>(type: "INTEGER", nullable: true),
                    OperatorId = table.Column<long>(type: "INTEGER", nullable: true),
                    AcknowledgeNote = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    AcknowledgedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Evidence = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    Kind = table.Column<short>(type: "INTEGER", nullable: false),
                    Message = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    OpenedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ResolvedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Severity = table.Column<byte>(type: "INTEGER", nullable: false),
                    Status = table.Column<byte>(type: "INTEGER", nullable: false),
                    SubjectId = table.Column<long>(type: "INTEGER", nullable: false),
                    SubjectKind = table.Column<short>(type: "INTEGER", nullable: false),
                    SuggestedAction = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    UpdatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Alerts", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Alerts_Campaigns_CampaignId",
                        column: x => x.CampaignId,
                        principalTable: "Campaigns",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Alerts_Groups_GroupId",
                        column: x => x.GroupId,
                        principalTable: "Groups",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Alerts_Operators_AcknowledgedById",
                        column: x => x.AcknowledgedById,
                        principalTable: "Operators",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Alerts_Operators_OperatorId",
                        column: x => x.OperatorId,
                        principalTable: "Operators",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "PlatformCapabilities",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    AsOf = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Capability = table.Column<short>(type: "INTEGER", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    IsAvailable = table.Column<bool>(type: "INTEGER", nullable: false),
                    Origin = table.Column<byte>(type: "INTEGER", nullable: false),
                    Platform = table.Column<byte>(type: "INTEGER", nullable: false),
                    Source = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    UpdatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PlatformCapabilities", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "PlatformPolicies",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    AsOf = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    EffectiveFrom = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Key = table.Column<short>(type: "INTEGER", nullable: false),
                    Origin = table.Column<byte>(type: "INTEGER", nullable: false),
                    Platform = table.Column<byte>(type: "INTEGER", nullable: false),
                    Source = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    UpdatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Value = table.Column<int>(type: "INTEGER", nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PlatformPolicies", x => x.Id);
                });

            migrationBuilder.InsertData(
                table: "PlatformCapabilities",
                columns: new[] { "Id", "AsOf", "Capability", "CreatedAt", "IsAvailable", "Origin", "Platform", "Source", "UpdatedAt", "Version" },
                values: new object[,]
                {
                    { -42L, new DateOnly(2026, 11, 22), (short)6, new DateTime(2026, 11, 22, 0, 0, 0, 0, DateTimeKind.Utc), false, (byte)1, (byte)7, "Ours, from how the platform's groups work", new DateTime(2026, 11, 22, 0, 0, 0, 0, DateTimeKind.Utc), 1L },
                    { -41L, new DateOnly(2026, 11, 22), (short)8, new DateTime(2026, 11, 22, 0, 0, 0, 0, DateTimeKind.Utc), false, (byte)1, (byte)7, "Ours, from how the platform's groups work", new DateTime(2026, 11, 22, 0, 0, 0, 0, DateTimeKind.Utc), 1L },
                    { -40L, new DateOnly(2026, 11, 22), (short)5, new DateTime(2026, 11, 22, 0, 0, 0, 0, DateTimeKind.Utc), false, (byte)1, (byte)7, "Ours, from how the platform's groups work", new DateTime(2026, 11, 22, 0, 0, 0, 0, DateTimeKind.Utc), 1L },
                    { -39L, new DateOnly(2026, 11, 22), (short)14, new DateTime(2026, 11, 22, 0, 0, 0, 0, DateTimeKind.Utc), false, (byte)1, (byte)7, "Ours, from how the platform's groups work", new DateTime(2026, 11, 22, 0, 0, 0, 0, DateTimeKind.Utc), 1L },
                    { -38L, new DateOnly(2026, 11, 22), (short)12, new DateTime(2026, 11, 22, 0, 0, 0, 0, DateTimeKind.Utc), false, (byte)1, (byte)7, "Ours, from how the platform's groups work", new DateTime(2026, 11, 22, 0, 0, 0, 0, DateTimeKind.Utc), 1L },
                    { -37L, new DateOnly(2026, 11, 22), (short)15, new DateTime(2026, 11, 22, 0, 0, 0, 0, DateTimeKind.Utc), true, (byte)1, (byte)7, "Ours, from how the platform's groups work", new DateTime(2026, 11, 22, 0, 0, 0, 0, DateTimeKind.Utc), 1L },
                    { -36L, new DateOnly(2026, 11, 22), (short)1, new DateTime(2026, 11, 22, 0, 0, 0, 0, DateTimeKind.Utc), true, (byte)1, (byte)7, "Ours, from how the platform's groups work", new DateTime(2026, 11, 22, 0, 0, 0, 0, DateTimeKind.Utc), 1L },
                    { -35L, new DateOnly(2026, 11, 22), (short)5, new DateTime(2026, 11, 22, 0, 0, 0, 0, DateTimeKind.Utc), true, (byte)1, (byte)6, "Ours, from how the platform's groups work", new DateTime(2026, 11, 22, 0, 0, 0, 0, DateTimeKind.Utc), 1L },
                    { -34L, new DateOnly(2026, 11, 22), (short)6, new DateTime(2026, 11, 22, 0, 0, 0, 0, DateTimeKind.Utc), true, (byte)1, (byte)6, "Ours, from how the platform's groups work", new DateTime(2026, 11, 22, 0, 0, 0, 0, DateTimeKind.Utc), 1L },
                    { -33L, new DateOnly(2026, 11, 22), (short)1, new DateTime(2026, 11, 22, 0, 0, 0, 0, DateTimeKind.Utc), true, (byte)1, (byte)6, "Ours, from how the platform's groups work", new DateTime(2026, 11, 22, 0, 0, 0, 0, DateTimeKind.Utc), 1L },
                    { -32L, new DateOnly(2026, 11, 22), (short)14, new DateTime(2026, 11, 22, 0, 0, 0, 0, DateTimeKind.Utc), true, (byte)1, (byte)6, "Ours, from how the platform's groups work", new DateTime(2026, 11, 22, 0, 0, 0, 0, DateTimeKind.Utc), 1L },
                    { -31L, new DateOnly(2026, 11, 22), (short)12, new DateTime(2026, 11, 22, 0, 0, 0, 0, DateTimeKind.Utc), true, (byte)1, (byte)6, "Ours, from how the platform's groups work", new DateTime(2026, 11, 22, 0, 0, 0, 0, DateTimeKind.Utc), 1L },
                    { -30L, new DateOnly(2026, 11, 22), (short)5, new DateTime(2026, 11, 22, 0, 0, 0, 0, DateTimeKind.Utc), true, (byte)1, (byte)5, "Ours, from how the platform's groups work", new DateTime(2026, 11, 22, 0, 0, 0, 0, DateTimeKind.Utc), 1L },
                    { -29L, new DateOnly(2026, 11, 22), (short)1, new DateTime(2026, 11, 22, 0, 0, 0, 0, DateTimeKind.Utc), true, (byte)1, (byte)5, "Ours, from how the platform's groups work", new DateTime(2026, 11, 22, 0, 0, 0, 0, DateTimeKind.Utc), 1L },
                    { -28L, new DateOnly(2026, 11, 22), (short)14, new DateTime(2026, 11, 22, 0, 0, 0, 0, DateTimeKind.Utc), true, (byte)1, (byte)5, "Ours, from how the platform's groups work", new DateTime(2026, 11, 22, 0, 0, 0, 0, DateTimeKind.Utc), 1L },
                    { -27L, new DateOnly(2026, 11, 22), (short)12, new DateTime(2026, 11, 22, 0, 0, 0, 0, DateTimeKind.Utc), true, (byte)1, (byte)5, "Ours, from how the platform's groups work", new DateTime(2026, 11, 22, 0, 0, 0, 0, DateTimeKind.Utc), 1L },
                    { -26L, new DateOnly(2026, 11, 22), (short)14, new DateTime(2026, 11, 22, 0, 0, 0, 0, DateTimeKind.Utc), true, (byte)1, (byte)4, "Ours, from how the platform's groups work", new DateTime(2026, 11, 22, 0, 0, 0, 0, DateTimeKind.Utc), 1L },
                    { -25L, new DateOnly(2026, 11, 22), (short)12, new DateTime(2026, 11, 22, 0, 0, 0, 0, DateTimeKind.Utc), true, (byte)1, (byte)4, "Ours, from how the platform's groups work", new DateTime(2026, 11, 22, 0, 0, 0, 0, DateTimeKind.Utc), 1L },
                    { -24L, new DateOnly(2026, 11, 22), (short)15, new DateTime(2026, 11, 22, 0, 0, 0, 0, DateTimeKind.Utc), true, (byte)1, (byte)3, "Ours, from how the platform's groups work", new DateTime(2026, 11, 22, 0, 0, 0, 0, DateTimeKind.Utc), 1L },
                    { -23L, new DateOnly(2026, 11, 22), (short)14, new DateTime(2026, 11, 22, 0, 0, 0, 0, DateTimeKind.Utc), true, (byte)1, (byte)3, "Ours, from how the platform's groups work", new DateTime(2026, 11, 22, 0, 0, 0, 0, DateTimeKind.Utc), 1L },
                    { -22L, new DateOnly(2026, 11, 22), (short)12, new DateTime(2026, 11, 22, 0, 0, 0, 0, DateTimeKind.Utc), true, (byte)1, (byte)3, "Ours, from how the platform's groups work", new DateTime(2026, 11, 22, 0, 0, 0, 0, DateTimeKind.Utc), 1L },
                    { -21L, new DateOnly(2026, 11, 22), (short)15, new DateTime(2026, 11, 22, 0, 0, 0, 0, DateTimeKind.Utc), true, (byte)1, (byte)2, "Ours, from how the platform's groups work", new DateTime(2026, 11, 22, 0, 0, 0, 0, DateTimeKind.Utc), 1L },
                    { -20L, new DateOnly(2026, 11, 22), (short)12, new DateTime(2026, 11, 22, 0, 0, 0, 0, DateTimeKind.Utc), true, (byte)1, (byte)2, "Ours, from how the platform's groups work", new DateTime(2026, 11, 22, 0, 0, 0, 0, DateTimeKind.Utc), 1L },
                    { -19L, new DateOnly(2026, 11, 22), (short)14, new DateTime(2026, 11, 22, 0, 0, 0, 0, DateTimeKind.Utc), true, (byte)1, (byte)1, "Ours, from how the platform's groups work", new DateTime(2026, 11, 22, 0, 0, 0, 0, DateTimeKind.Utc), 1L },
                    { -18L, new DateOnly(2026, 11, 22), (short)12, new DateTime(2026, 11, 22, 0, 0, 0, 0, DateTimeKind.Utc), true, (byte)1, (byte)1, "Ours, from how the platform's groups work", new DateTime(2026, 11, 22, 0, 0, 0, 0, DateTimeKind.Utc), 1L },
                    { -17L, new DateOnly(2020, 12, 3), (short)8, new DateTime(2026, 11, 22, 0, 0, 0, 0, DateTimeKind.Utc), false, (byte)1, (byte)3, "The articles that this product is modelled on, 2020", new DateTime(2026, 11, 22, 0, 0, 0, 0, DateTimeKind.Utc), 1L },
                    { -16L, new DateOnly(2020, 12, 3), (short)8, new DateTime(2026, 11, 22, 0, 0, 0, 0, DateTimeKind.Utc), false, (byte)1, (byte)1, "The articles that this product is modelled on, 2020", new DateTime(2026, 11, 22, 0, 0, 0, 0, DateTimeKind.Utc), 1L },
                    { -15L, new DateOnly(2020, 12, 3), (short)11, new DateTime(2026, 11, 22, 0, 0, 0, 0, DateTimeKind.Utc), true, (byte)1, (byte)4, "The articles that this product is modelled on, 2020", new DateTime(2026, 11, 22, 0, 0, 0, 0, DateTimeKind.Utc), 1L },
                    { -14L, new DateOnly(2020, 12, 3), (short)10, new DateTime(2026, 11, 22, 0, 0, 0, 0, DateTimeKind.Utc), true, (byte)1, (byte)4, "The articles that this product is modelled on, 2020", new DateTime(2026, 11, 22, 0, 0, 0, 0, DateTimeKind.Utc), 1L },
                    { -13L, new DateOnly(2020, 12, 3), (short)9, new DateTime(2026, 11, 22, 0, 0, 0, 0, DateTimeKind.Utc), true, (byte)1, (byte)4, "The articles that this product is modelled on, 2020", new DateTime(2026, 11, 22, 0, 0, 0, 0, DateTimeKind.Utc), 1L },
                    { -12L, new DateOnly(2020, 12, 3), (short)8, new DateTime(2026, 11, 22, 0, 0, 0, 0, DateTimeKind.Utc), true, (byte)1, (byte)4, "The articles that this product is modelled on, 2020", new DateTime(2026, 11, 22, 0, 0, 0, 0, DateTimeKind.Utc), 1L },
                    { -11L, new DateOnly(2020, 12, 3), (short)7, new DateTime(2026, 11, 22, 0, 0, 0, 0, DateTimeKind.Utc), true, (byte)1, (byte)9, "The articles that this product is modelled on, 2020", new DateTime(2026, 11, 22, 0, 0, 0, 0, DateTimeKind.Utc), 1L },
                    { -10L, new DateOnly(2020, 12, 3), (short)6, new DateTime(2026, 11, 22, 0, 0, 0, 0, DateTimeKind.Utc), true, (byte)1, (byte)9, "The articles that this product is modelled on, 2020", new DateTime(2026, 11, 22, 0, 0, 0, 0, DateTimeKind.Utc), 1L },
                    { -9L, new DateOnly(2020, 12, 3), (short)15, new DateTime(2026, 11, 22, 0, 0, 0, 0, DateTimeKind.Utc), false, (byte)1, (byte)1, "The articles that this product is modelled on, 2020", new DateTime(2026, 11, 22, 0, 0, 0, 0, DateTimeKind.Utc), 1L },
                    { -8L, new DateOnly(2020, 12, 3), (short)1, new DateTime(2026, 11, 22, 0, 0, 0, 0, DateTimeKind.Utc), false, (byte)1, (byte)1, "The articles that this product is modelled on, 2020", new DateTime(2026, 11, 22, 0, 0, 0, 0, DateTimeKind.Utc), 1L },
                    { -7L, new DateOnly(2020, 12, 3), (short)13, new DateTime(2026, 11, 22, 0, 0, 0, 0, DateTimeKind.Utc), true, (byte)1, (byte)1, "The articles that this product is modelled on, 2020", new DateTime(2026, 11, 22, 0, 0, 0, 0, DateTimeKind.Utc), 1L },
                    { -6L, new DateOnly(2020, 12, 3), (short)16, new DateTime(2026, 11, 22, 0, 0, 0, 0, DateTimeKind.Utc), true, (byte)1, (byte)3, "The articles that this product is modelled on, 2020", new DateTime(2026, 11, 22, 0, 0, 0, 0, DateTimeKind.Utc), 1L },
                    { -5L, new DateOnly(2020, 12, 3), (short)5, new DateTime(2026, 11, 22, 0, 0, 0, 0, DateTimeKind.Utc), true, (byte)1, (byte)3, "The articles that this product is modelled on, 2020", new DateTime(2026, 11, 22, 0, 0, 0, 0, DateTimeKind.Utc), 1L },
                    { -4L, new DateOnly(2020, 12, 3), (short)4, new DateTime(2026, 11, 22, 0, 0, 0, 0, DateTimeKind.Utc), true, (byte)1, (byte)3, "The articles that this product is modelled on, 2020", new DateTime(2026, 11, 22, 0, 0, 0, 0, DateTimeKind.Utc), 1L },
                    { -3L, new DateOnly(2020, 12, 3), (short)3, new DateTime(2026, 11, 22, 0, 0, 0, 0, DateTimeKind.Utc), true, (byte)1, (byte)3, "The articles that this product is modelled on, 2020", new DateTime(2026, 11, 22, 0, 0, 0, 0, DateTimeKind.Utc), 1L },
                    { -2L, new DateOnly(2020, 12, 3), (short)2, new DateTime(2026, 11, 22, 0, 0, 0, 0, DateTimeKind.Utc), true, (byte)1, (byte)3, "The articles that this product is modelled on, 2020", new DateTime(2026, 11, 22, 0, 0, 0, 0, DateTimeKind.Utc), 1L },
                    { -1L, new DateOnly(2020, 12, 3), (short)1, new DateTime(2026, 11, 22, 0, 0, 0, 0, DateTimeKind.Utc), true, (byte)1, (byte)3, "The articles that this product is modelled on, 2020", new DateTime(2026, 11, 22, 0, 0, 0, 0, DateTimeKind.Utc), 1L }
                });

            migrationBuilder.InsertData(
                table: "PlatformPolicies",
                columns: new[] { "Id", "AsOf", "CreatedAt", "EffectiveFrom", "Key", "Origin", "Platform", "Source", "UpdatedAt", "Value", "Version" },
                values: new object[,]
                {
                    { -10L, new DateOnly(2026, 11, 22), new DateTime(2026, 11, 22, 0, 0, 0, 0, DateTimeKind.Utc), new DateTime(2019, 1, 1, 0, 0, 0, 0, DateTimeKind.Utc), (short)2, (byte)1, (byte)5, "The platform's questions and answers", new DateTime(2026, 11, 22, 0, 0, 0, 0, DateTimeKind.Utc), 200000, 1L },
                    { -9L, new DateOnly(2026, 11, 22), new DateTime(2026, 11, 22, 0, 0, 0, 0, DateTimeKind.Utc), new DateTime(2019, 1, 1, 0, 0, 0, 0, DateTimeKind.Utc), (short)2, (byte)1, (byte)4, "Community reports, not the platform's own documentation", new DateTime(2026, 11, 22, 0, 0, 0, 0, DateTimeKind.Utc), 1000, 1L },
                    { -8L, new DateOnly(2026, 11, 22), new DateTime(2026, 11, 22, 0, 0, 0, 0, DateTimeKind.Utc), new DateTime(2014, 1, 1, 0, 0, 0, 0, DateTimeKind.Utc), (short)2, (byte)1, (byte)3, "Community reports, not the platform's own documentation; fewer for most owners", new DateTime(2026, 11, 22, 0, 0, 0, 0, DateTimeKind.Utc), 2000, 1L },
                    { -7L, new DateOnly(2025, 11, 17), new DateTime(2026, 11, 22, 0, 0, 0, 0, DateTimeKind.Utc), new DateTime(2025, 11, 17, 0, 0, 0, 0, DateTimeKind.Utc), (short)3, (byte)1, (byte)2, "The platform's page 92135: as many as the month has days, and adjustable; 30 stands for that", new DateTime(2026, 11, 22, 0, 0, 0, 0, DateTimeKind.Utc), 30, 1L },
                    { -6L, new DateOnly(2020, 12, 3), new DateTime(2026, 11, 22, 0, 0, 0, 0, DateTimeKind.Utc), new DateTime(2020, 1, 1, 0, 0, 0, 0, DateTimeKind.Utc), (short)3, (byte)1, (byte)2, "Community reports, not the platform's own documentation: client libraries of the time", new DateTime(2026, 11, 22, 0, 0, 0, 0, DateTimeKind.Utc), 4, 1L },
                    { -5L, new DateOnly(2026, 11, 22), new DateTime(2026, 11, 22, 0, 0, 0, 0, DateTimeKind.Utc), new DateTime(2020, 1, 1, 0, 0, 0, 0, DateTimeKind.Utc), (short)2, (byte)1, (byte)2, "Community reports, not the platform's own documentation", new DateTime(2026, 11, 22, 0, 0, 0, 0, DateTimeKind.Utc), 500, 1L },
                    { -4L, new DateOnly(2026, 11, 22), new DateTime(2026, 11, 22, 0, 0, 0, 0, DateTimeKind.Utc), new DateTime(2014, 1, 1, 0, 0, 0, 0, DateTimeKind.Utc), (short)2, (byte)1, (byte)1, "Community reports, not the platform's own documentation", new DateTime(2026, 11, 22, 0, 0, 0, 0, DateTimeKind.Utc), 500, 1L },
                    { -3L, new DateOnly(2026, 11, 22), new DateTime(2026, 11, 22, 0, 0, 0, 0, DateTimeKind.Utc), new DateTime(2014, 1, 1, 0, 0, 0, 0, DateTimeKind.Utc), (short)4, (byte)1, (byte)1, "Community reports, not the platform's own documentation", new DateTime(2026, 11, 22, 0, 0, 0, 0, DateTimeKind.Utc), 7, 1L },
                    { -2L, new DateOnly(2026, 8, 1), new DateTime(2026, 11, 22, 0, 0, 0, 0, DateTimeKind.Utc), new DateTime(2023, 6, 1, 0, 0, 0, 0, DateTimeKind.Utc), (short)1, (byte)1, (byte)1, "Community reports, not the platform's own documentation: notices in public repositories, 2023 to 2026", new DateTime(2026, 11, 22, 0, 0, 0, 0, DateTimeKind.Utc), 200, 1L },
                    { -1L, new DateOnly(2020, 12, 3), new DateTime(2026, 11, 22, 0, 0, 0, 0, DateTimeKind.Utc), new DateTime(2014, 1, 1, 0, 0, 0, 0, DateTimeKind.Utc), (short)1, (byte)1, (byte)1, "The articles that this product is modelled on, 2020; a page of 2014 says the same", new DateTime(2026, 11, 22, 0, 0, 0, 0, DateTimeKind.Utc), 100, 1L }
                });

            migrationBuilder.CreateIndex(
                name: "IX_Members_Tier",
                table: "Members",
                column: "Tier");

            migrationBuilder.CreateIndex(
                name: "IX_Alerts_AcknowledgedById",
                table: "Alerts",
                column: "AcknowledgedById");

            migrationBuilder.CreateIndex(
                name: "IX_Alerts_CampaignId",
                table: "Alerts",
                column: "CampaignId");

            migrationBuilder.CreateIndex(
                name: "IX_Alerts_CreatedAt",
                table: "Alerts",
                column: "CreatedAt");

            migrationBuilder.CreateIndex(
                name: "IX_Alerts_GroupId_OpenedAt",
                table: "Alerts",
                columns: new[] { "GroupId", "OpenedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Alerts_Kind_OpenedAt",
                table: "Alerts",
                columns: new[] { "Kind", "OpenedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Alerts_OpenedAt",
                table: "Alerts",
                column: "OpenedAt");

            migrationBuilder.CreateIndex(
                name: "IX_Alerts_OperatorId_OpenedAt",
                table: "Alerts",
                columns: new[] { "OperatorId", "OpenedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Alerts_ResolvedAt",
                table: "Alerts",
                column: "ResolvedAt");

            migrationBuilder.CreateIndex(
                name: "IX_Alerts_Status_OpenedAt",
                table: "Alerts",
                columns: new[] { "Status", "OpenedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Alerts_Unresolved",
                table: "Alerts",
                columns: new[] { "Kind", "SubjectKind", "SubjectId" },
                unique: true,
                filter: "\"ResolvedAt\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Alerts_UpdatedAt",
                table: "Alerts",
                column: "UpdatedAt");

            migrationBuilder.CreateIndex(
                name: "IX_PlatformCapabilities_CreatedAt",
                table: "PlatformCapabilities",
                column: "CreatedAt");

            migrationBuilder.CreateIndex(
                name: "IX_PlatformCapabilities_Platform_Capability_Origin",
                table: "PlatformCapabilities",
                columns: new[] { "Platform", "Capability", "Origin" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_PlatformCapabilities_UpdatedAt",
                table: "PlatformCapabilities",
                column: "UpdatedAt");

            migrationBuilder.CreateIndex(
                name: "IX_PlatformPolicies_CreatedAt",
                table: "PlatformPolicies",
                column: "CreatedAt");

            migrationBuilder.CreateIndex(
                name: "IX_PlatformPolicies_Platform_Key_Origin_EffectiveFrom",
                table: "PlatformPolicies",
                columns: new[] { "Platform", "Key", "Origin", "EffectiveFrom" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_PlatformPolicies_UpdatedAt",
                table: "PlatformPolicies",
                column: "UpdatedAt");
        }
    }
}
