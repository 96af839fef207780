using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Headless.Community.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class WipMembers : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
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

            migrationBuilder.CreateIndex(
                name: "IX_Members_Tier",
                table: "Members",
                column: "Tier");
        }
    }
}
