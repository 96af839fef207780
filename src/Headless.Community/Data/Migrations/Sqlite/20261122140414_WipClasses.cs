using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Headless.Community.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class WipClasses : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Alerts_Unresolved",
                table: "Alerts");

            migrationBuilder.AddColumn<byte>(
                name: "Class",
                table: "Members",
                type: "INTEGER",
                nullable: false,
                defaultValue: (byte)0);

            migrationBuilder.AddColumn<byte>(
                name: "ClassConflicts",
                table: "Members",
                type: "INTEGER",
                nullable: false,
                defaultValue: (byte)0);

            migrationBuilder.AddColumn<string>(
                name: "ClassEvidence",
                table: "Members",
                type: "TEXT",
                maxLength: 1000,
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "ClassSince",
                table: "Members",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<byte>(
                name: "Engagement",
                table: "Members",
                type: "INTEGER",
                nullable: false,
                defaultValue: (byte)0);

            migrationBuilder.AddColumn<DateTime>(
                name: "EngagementSince",
                table: "Members",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "RuleId",
                table: "Alerts",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "AlertRules",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    IsActive = table.Column<bool>(type: "INTEGER", nullable: false),
                    Metric = table.Column<string>(type: "TEXT", maxLength: 50, nullable: false),
                    Scope = table.Column<byte>(type: "INTEGER", nullable: false),
                    GroupId = table.Column<long>(type: "INTEGER", nullable: true),
                    GroupType = table.Column<byte>(type: "INTEGER", nullable: true),
                    PurposeFlags = table.Column<byte>(type: "INTEGER", nullable: false),
                    Comparison = table.Column<byte>(type: "INTEGER", nullable: false),
                    Threshold = table.Column<long>(type: "INTEGER", precision: 19, scale: 4, nullable: true),
                    Baseline = table.Column<byte>(type: "INTEGER", nullable: true),
                    WindowDays = table.Column<int>(type: "INTEGER", nullable: false),
                    IncludesToday = table.Column<bool>(type: "INTEGER", nullable: false),
                    MinSample = table.Column<int>(type: "INTEGER", nullable: false),
                    QuietHours = table.Column<int>(type: "INTEGER", nullable: false),
                    Currency = table.Column<string>(type: "TEXT", maxLength: 3, nullable: true),
                    Severity = table.Column<byte>(type: "INTEGER", nullable: false),
                    SuggestedAction = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    UpdatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AlertRules", x => x.Id);
                    table.ForeignKey(
                        name: "FK_AlertRules_Groups_GroupId",
                        column: x => x.GroupId,
                        principalTable: "Groups",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ClassificationStates",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false),
                    LastActivityId = table.Column<long>(type: "INTEGER", nullable: false),
                    FollowedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    RulesVersion = table.Column<long>(type: "INTEGER", nullable: false),
                    PassedMemberId = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ClassificationStates", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "ClassStrategies",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Class = table.Column<byte>(type: "INTEGER", nullable: false),
                    Text = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    UpdatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ClassStrategies", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "EngagementStates",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false),
                    Day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    PassedMemberId = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_EngagementStates", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "MemberClassChanges",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    MemberId = table.Column<long>(type: "INTEGER", nullable: false),
                    From = table.Column<byte>(type: "INTEGER", nullable: false),
                    To = table.Column<byte>(type: "INTEGER", nullable: false),
                    ChangedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Conflicts = table.Column<byte>(type: "INTEGER", nullable: false),
                    Evidence = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MemberClassChanges", x => x.Id);
                    table.ForeignKey(
                        name: "FK_MemberClassChanges_Members_MemberId",
                        column: x => x.MemberId,
                        principalTable: "Members",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "MemberClassRules",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    LoyalMonths = table.Column<int>(type: "INTEGER", nullable: false),
                    NeedGapMonths = table.Column<int>(type: "INTEGER", nullable: false),
                    NeedTagId = table.Column<long>(type: "INTEGER", nullable: true),
                    BargainCeiling = table.Column<long>(type: "INTEGER", precision: 19, scale: 4, nullable: true),
                    BargainCurrency = table.Column<string>(type: "TEXT", maxLength: 3, nullable: true),
                    ObservationDays = table.Column<int>(type: "INTEGER", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    UpdatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MemberClassRules", x => x.Id);
                    table.ForeignKey(
                        name: "FK_MemberClassRules_Tags_NeedTagId",
                        column: x => x.NeedTagId,
                        principalTable: "Tags",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Members_Class",
                table: "Members",
                column: "Class");

            migrationBuilder.CreateIndex(
                name: "IX_Members_Engagement",
                table: "Members",
                column: "Engagement");

            migrationBuilder.CreateIndex(
                name: "IX_Alerts_RuleId_OpenedAt",
                table: "Alerts",
                columns: new[] { "RuleId", "OpenedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Alerts_Unresolved",
                table: "Alerts",
                columns: new[] { "Kind", "SubjectKind", "SubjectId" },
                unique: true,
                filter: "\"ResolvedAt\" IS NULL AND \"RuleId\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Alerts_UnresolvedOfRule",
                table: "Alerts",
                columns: new[] { "RuleId", "SubjectKind", "SubjectId" },
                unique: true,
                filter: "\"ResolvedAt\" IS NULL AND \"RuleId\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_AlertRules_CreatedAt",
                table: "AlertRules",
                column: "CreatedAt");

            migrationBuilder.CreateIndex(
                name: "IX_AlertRules_GroupId",
                table: "AlertRules",
                column: "GroupId");

            migrationBuilder.CreateIndex(
                name: "IX_AlertRules_IsActive",
                table: "AlertRules",
                column: "IsActive");

            migrationBuilder.CreateIndex(
                name: "IX_AlertRules_Metric",
                table: "AlertRules",
                column: "Metric");

            migrationBuilder.CreateIndex(
                name: "IX_AlertRules_Name",
                table: "AlertRules",
                column: "Name",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_AlertRules_UpdatedAt",
                table: "AlertRules",
                column: "UpdatedAt");

            migrationBuilder.CreateIndex(
                name: "IX_ClassStrategies_Class",
                table: "ClassStrategies",
                column: "Class",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ClassStrategies_CreatedAt",
                table: "ClassStrategies",
                column: "CreatedAt");

            migrationBuilder.CreateIndex(
                name: "IX_ClassStrategies_UpdatedAt",
                table: "ClassStrategies",
                column: "UpdatedAt");

            migrationBuilder.CreateIndex(
                name: "IX_MemberClassChanges_MemberId_ChangedAt",
                table: "MemberClassChanges",
                columns: new[] { "MemberId", "ChangedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_MemberClassRules_CreatedAt",
                table: "MemberClassRules",
                column: "CreatedAt");

            migrationBuilder.CreateIndex(
                name: "IX_MemberClassRules_NeedTagId",
                table: "MemberClassRules",
                column: "NeedTagId");

            migrationBuilder.CreateIndex(
                name: "IX_MemberClassRules_UpdatedAt",
                table: "MemberClassRules",
                column: "UpdatedAt");

            migrationBuilder.AddForeignKey(
                name: "FK_Alerts_AlertRules_RuleId",
                table: "Alerts",
                column: "RuleId",
                principalTable: "AlertRules",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_Alerts_AlertRules_RuleId",
                table: "Alerts");

            migrationBuilder.DropTable(
                name: "AlertRules");

            migrationBuilder.DropTable(
                name: "ClassificationStates");

            migrationBuilder.DropTable(
                name: "ClassStrategies");

            migrationBuilder.DropTable(
                name: "EngagementStates");

            migrationBuilder.DropTable(
                name: "MemberClassChanges");

            migrationBuilder.DropTable(
                name: "MemberClassRules");

            migrationBuilder.DropIndex(
                name: "IX_Members_Class",
                table: "Members");

            migrationBuilder.DropIndex(
                name: "IX_Members_Engagement",
                table: "Members");

            migrationBuilder.DropIndex(
                name: "IX_Alerts_RuleId_OpenedAt",
                table: "Alerts");

            migrationBuilder.DropIndex(
                name: "IX_Alerts_Unresolved",
                table: "Alerts");

            migrationBuilder.DropIndex(
                name: "IX_Alerts_UnresolvedOfRule",
                table: "Alerts");

            migrationBuilder.DropColumn(
                name: "Class",
                table: "Members");

            migrationBuilder.DropColumn(
                name: "ClassConflicts",
                table: "Members");

            migrationBuilder.DropColumn(
                name: "ClassEvidence",
                table: "Members");

            migrationBuilder.DropColumn(
                name: "ClassSince",
                table: "Members");

            migrationBuilder.DropColumn(
                name: "Engagement",
                table: "Members");

            migrationBuilder.DropColumn(
                name: "EngagementSince",
                table: "Members");

            migrationBuilder.DropColumn(
                name: "RuleId",
                table: "Alerts");

            migrationBuilder.CreateIndex(
                name: "IX_Alerts_Unresolved",
                table: "Alerts",
                columns: new[] { "Kind", "SubjectKind", "SubjectId" },
                unique: true,
                filter: "\"ResolvedAt\" IS NULL");
        }
    }
}
