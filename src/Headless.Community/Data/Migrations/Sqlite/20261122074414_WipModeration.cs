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
            migrationBuilder.AddColumn<long>(
                name: "PenaltyId",
                table: "Bans",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<short>(
                name: "ContentType",
                table: "Activities",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "IsEffectiveByText",
                table: "Activities",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "MessageTrails",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    GroupId = table.Column<long>(type: "INTEGER", nullable: false),
                    MemberId = table.Column<long>(type: "INTEGER", nullable: false),
                    Messages = table.Column<string>(type: "TEXT", maxLength: 4272, nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    UpdatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MessageTrails", x => x.Id);
                    table.ForeignKey(
                        name: "FK_MessageTrails_Groups_GroupId",
                        column: x => x.GroupId,
                        principalTable: "Groups",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_MessageTrails_Members_MemberId",
                        column: x => x.MemberId,
                        principalTable: "Members",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "RetentionStates",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false),
                    LastActivityId = table.Column<long>(type: "INTEGER", nullable: false),
                    LastViolationId = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RetentionStates", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "RuleSets",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Description = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    UpdatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RuleSets", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "SensitiveWordLists",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Description = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    IgnoresSeparators = table.Column<bool>(type: "INTEGER", nullable: false),
                    WholeWords = table.Column<bool>(type: "INTEGER", nullable: false),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false),
                    WordCount = table.Column<int>(type: "INTEGER", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    UpdatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SensitiveWordLists", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "RuleSetAttachments",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    RuleSetId = table.Column<long>(type: "INTEGER", nullable: false),
                    GroupId = table.Column<long>(type: "INTEGER", nullable: false),
                    Since = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Until = table.Column<DateTime>(type: "TEXT", nullable: true),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    UpdatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RuleSetAttachments", x => x.Id);
                    table.ForeignKey(
                        name: "FK_RuleSetAttachments_Groups_GroupId",
                        column: x => x.GroupId,
                        principalTable: "Groups",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_RuleSetAttachments_RuleSets_RuleSetId",
                        column: x => x.RuleSetId,
                        principalTable: "RuleSets",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "RuleSetVersions",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    RuleSetId = table.Column<long>(type: "INTEGER", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Status = table.Column<byte>(type: "INTEGER", nullable: false),
                    Introduction = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    PublishedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    PublishedById = table.Column<long>(type: "INTEGER", nullable: true),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    UpdatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RuleSetVersions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_RuleSetVersions_Operators_PublishedById",
                        column: x => x.PublishedById,
                        principalTable: "Operators",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_RuleSetVersions_RuleSets_RuleSetId",
                        column: x => x.RuleSetId,
                        principalTable: "RuleSets",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "StrikePolicies",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    RuleSetId = table.Column<long>(type: "INTEGER", nullable: true),
                    GroupId = table.Column<long>(type: "INTEGER", nullable: true),
                    Limit = table.Column<int>(type: "INTEGER", nullable: false),
                    WindowDays = table.Column<int>(type: "INTEGER", nullable: true),
                    Action = table.Column<byte>(type: "INTEGER", nullable: false),
                    SevereAction = table.Column<byte>(type: "INTEGER", nullable: false),
                    BlacklistsEverywhere = table.Column<bool>(type: "INTEGER", nullable: false),
                    BlacklistDays = table.Column<int>(type: "INTEGER", nullable: true),
                    NoticeTemplate = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    UpdatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_StrikePolicies", x => x.Id);
                    table.ForeignKey(
                        name: "FK_StrikePolicies_Groups_GroupId",
                        column: x => x.GroupId,
                        principalTable: "Groups",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_StrikePolicies_RuleSets_RuleSetId",
                        column: x => x.RuleSetId,
                        principalTable: "RuleSets",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "SensitiveWords",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    SensitiveWordListId = table.Column<long>(type: "INTEGER", nullable: false),
                    Text = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Folded = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    UpdatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SensitiveWords", x => x.Id);
                    table.ForeignKey(
                        name: "FK_SensitiveWords_SensitiveWordLists_SensitiveWordListId",
                        column: x => x.SensitiveWordListId,
                        principalTable: "SensitiveWordLists",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Rules",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    RuleSetVersionId = table.Column<long>(type: "INTEGER", nullable: false),
                    Position = table.Column<int>(type: "INTEGER", nullable: false),
                    Kind = table.Column<short>(type: "INTEGER", nullable: false),
                    Severity = table.Column<byte>(type: "INTEGER", nullable: false),
                    Text = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    IsAutomatic = table.Column<bool>(type: "INTEGER", nullable: false),
                    WatchesStaff = table.Column<bool>(type: "INTEGER", nullable: false),
                    Pattern = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    AllowedHosts = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    MaxMessages = table.Column<int>(type: "INTEGER", nullable: true),
                    WithinSeconds = table.Column<int>(type: "INTEGER", nullable: true),
                    ContentTypes = table.Column<short>(type: "INTEGER", nullable: true),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    UpdatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Rules", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Rules_RuleSetVersions_RuleSetVersionId",
                        column: x => x.RuleSetVersionId,
                        principalTable: "RuleSetVersions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "PenaltySteps",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    StrikePolicyId = table.Column<long>(type: "INTEGER", nullable: false),
                    Strike = table.Column<int>(type: "INTEGER", nullable: false),
                    Kind = table.Column<byte>(type: "INTEGER", nullable: false),
                    MuteMinutes = table.Column<int>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PenaltySteps", x => x.Id);
                    table.ForeignKey(
                        name: "FK_PenaltySteps_StrikePolicies_StrikePolicyId",
                        column: x => x.StrikePolicyId,
                        principalTable: "StrikePolicies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "RuleWordLists",
                columns: table => new
                {
                    RuleId = table.Column<long>(type: "INTEGER", nullable: false),
                    SensitiveWordListId = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RuleWordLists", x => new { x.RuleId, x.SensitiveWordListId });
                    table.ForeignKey(
                        name: "FK_RuleWordLists_Rules_RuleId",
                        column: x => x.RuleId,
                        principalTable: "Rules",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_RuleWordLists_SensitiveWordLists_SensitiveWordListId",
                        column: x => x.SensitiveWordListId,
                        principalTable: "SensitiveWordLists",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Violations",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    GroupId = table.Column<long>(type: "INTEGER", nullable: false),
                    MemberId = table.Column<long>(type: "INTEGER", nullable: false),
                    MembershipId = table.Column<long>(type: "INTEGER", nullable: true),
                    Kind = table.Column<short>(type: "INTEGER", nullable: false),
                    Severity = table.Column<byte>(type: "INTEGER", nullable: false),
                    RuleId = table.Column<long>(type: "INTEGER", nullable: true),
                    RuleSetVersionId = table.Column<long>(type: "INTEGER", nullable: true),
                    ActivityId = table.Column<long>(type: "INTEGER", nullable: true),
                    OccurredAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Source = table.Column<byte>(type: "INTEGER", nullable: false),
                    ReportedById = table.Column<long>(type: "INTEGER", nullable: true),
                    SpanStart = table.Column<int>(type: "INTEGER", nullable: true),
                    SpanLength = table.Column<int>(type: "INTEGER", nullable: true),
                    Matched = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    Evidence = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    Status = table.Column<byte>(type: "INTEGER", nullable: false),
                    AssigneeId = table.Column<long>(type: "INTEGER", nullable: true),
                    IsStrike = table.Column<bool>(type: "INTEGER", nullable: false),
                    DecidedById = table.Column<long>(type: "INTEGER", nullable: true),
                    DecidedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    DecisionNote = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    AppealedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    AppealText = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    AppealDecidedById = table.Column<long>(type: "INTEGER", nullable: true),
                    AppealDecidedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    AppealNote = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    UpdatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Violations", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Violations_Groups_GroupId",
                        column: x => x.GroupId,
                        principalTable: "Groups",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Violations_Members_MemberId",
                        column: x => x.MemberId,
                        principalTable: "Members",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Violations_Memberships_MembershipId",
                        column: x => x.MembershipId,
                        principalTable: "Memberships",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Violations_Operators_AppealDecidedById",
                        column: x => x.AppealDecidedById,
                        principalTable: "Operators",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Violations_Operators_AssigneeId",
                        column: x => x.AssigneeId,
                        principalTable: "Operators",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Violations_Operators_DecidedById",
                        column: x => x.DecidedById,
                        principalTable: "Operators",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Violations_Operators_ReportedById",
                        column: x => x.ReportedById,
                        principalTable: "Operators",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Violations_RuleSetVersions_RuleSetVersionId",
                        column: x => x.RuleSetVersionId,
                        principalTable: "RuleSetVersions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Violations_Rules_RuleId",
                        column: x => x.RuleId,
                        principalTable: "Rules",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Penalties",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    ViolationId = table.Column<long>(type: "INTEGER", nullable: false),
                    GroupId = table.Column<long>(type: "INTEGER", nullable: false),
                    MemberId = table.Column<long>(type: "INTEGER", nullable: false),
                    MembershipId = table.Column<long>(type: "INTEGER", nullable: true),
                    Kind = table.Column<byte>(type: "INTEGER", nullable: false),
                    Status = table.Column<byte>(type: "INTEGER", nullable: false),
                    Strikes = table.Column<int>(type: "INTEGER", nullable: false),
                    DueAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    MuteMinutes = table.Column<int>(type: "INTEGER", nullable: true),
                    Notice = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    AppliedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    AppliedById = table.Column<long>(type: "INTEGER", nullable: true),
                    Failures = table.Column<int>(type: "INTEGER", nullable: false),
                    FailureReason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    ReversedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    UpdatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Penalties", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Penalties_Groups_GroupId",
                        column: x => x.GroupId,
                        principalTable: "Groups",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Penalties_Members_MemberId",
                        column: x => x.MemberId,
                        principalTable: "Members",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Penalties_Memberships_MembershipId",
                        column: x => x.MembershipId,
                        principalTable: "Memberships",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Penalties_Operators_AppliedById",
                        column: x => x.AppliedById,
                        principalTable: "Operators",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Penalties_Violations_ViolationId",
                        column: x => x.ViolationId,
                        principalTable: "Violations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Bans_PenaltyId",
                table: "Bans",
                column: "PenaltyId");

            migrationBuilder.CreateIndex(
                name: "IX_MessageTrails_CreatedAt",
                table: "MessageTrails",
                column: "CreatedAt");

            migrationBuilder.CreateIndex(
                name: "IX_MessageTrails_GroupId_MemberId",
                table: "MessageTrails",
                columns: new[] { "GroupId", "MemberId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_MessageTrails_MemberId",
                table: "MessageTrails",
                column: "MemberId");

            migrationBuilder.CreateIndex(
                name: "IX_MessageTrails_UpdatedAt",
                table: "MessageTrails",
                column: "UpdatedAt");

            migrationBuilder.CreateIndex(
                name: "IX_Penalties_AppliedAt",
                table: "Penalties",
                column: "AppliedAt");

            migrationBuilder.CreateIndex(
                name: "IX_Penalties_AppliedById",
                table: "Penalties",
                column: "AppliedById");

            migrationBuilder.CreateIndex(
                name: "IX_Penalties_CreatedAt",
                table: "Penalties",
                column: "CreatedAt");

            migrationBuilder.CreateIndex(
                name: "IX_Penalties_DueAt",
                table: "Penalties",
                column: "DueAt");

            migrationBuilder.CreateIndex(
                name: "IX_Penalties_GroupId_DueAt",
                table: "Penalties",
                columns: new[] { "GroupId", "DueAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Penalties_Kind",
                table: "Penalties",
                column: "Kind");

            migrationBuilder.CreateIndex(
                name: "IX_Penalties_MemberId_GroupId",
                table: "Penalties",
                columns: new[] { "MemberId", "GroupId" });

            migrationBuilder.CreateIndex(
                name: "IX_Penalties_MembershipId",
                table: "Penalties",
                column: "MembershipId");

            migrationBuilder.CreateIndex(
                name: "IX_Penalties_Status_DueAt",
                table: "Penalties",
                columns: new[] { "Status", "DueAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Penalties_UpdatedAt",
                table: "Penalties",
                column: "UpdatedAt");

            migrationBuilder.CreateIndex(
                name: "IX_Penalties_ViolationId",
                table: "Penalties",
                column: "ViolationId");

            migrationBuilder.CreateIndex(
                name: "IX_PenaltySteps_StrikePolicyId_Strike",
                table: "PenaltySteps",
                columns: new[] { "StrikePolicyId", "Strike" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Rules_CreatedAt",
                table: "Rules",
                column: "CreatedAt");

            migrationBuilder.CreateIndex(
                name: "IX_Rules_RuleSetVersionId_Position",
                table: "Rules",
                columns: new[] { "RuleSetVersionId", "Position" });

            migrationBuilder.CreateIndex(
                name: "IX_Rules_UpdatedAt",
                table: "Rules",
                column: "UpdatedAt");

            migrationBuilder.CreateIndex(
                name: "IX_RuleSetAttachments_CreatedAt",
                table: "RuleSetAttachments",
                column: "CreatedAt");

            migrationBuilder.CreateIndex(
                name: "IX_RuleSetAttachments_GroupId",
                table: "RuleSetAttachments",
                column: "GroupId");

            migrationBuilder.CreateIndex(
                name: "IX_RuleSetAttachments_InForce",
                table: "RuleSetAttachments",
                columns: new[] { "GroupId", "RuleSetId" },
                unique: true,
                filter: "\"Until\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_RuleSetAttachments_RuleSetId",
                table: "RuleSetAttachments",
                column: "RuleSetId");

            migrationBuilder.CreateIndex(
                name: "IX_RuleSetAttachments_Since",
                table: "RuleSetAttachments",
                column: "Since");

            migrationBuilder.CreateIndex(
                name: "IX_RuleSetAttachments_Until",
                table: "RuleSetAttachments",
                column: "Until");

            migrationBuilder.CreateIndex(
                name: "IX_RuleSetAttachments_UpdatedAt",
                table: "RuleSetAttachments",
                column: "UpdatedAt");

            migrationBuilder.CreateIndex(
                name: "IX_RuleSets_CreatedAt",
                table: "RuleSets",
                column: "CreatedAt");

            migrationBuilder.CreateIndex(
                name: "IX_RuleSets_Name",
                table: "RuleSets",
                column: "Name",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_RuleSets_UpdatedAt",
                table: "RuleSets",
                column: "UpdatedAt");

            migrationBuilder.CreateIndex(
                name: "IX_RuleSetVersions_CreatedAt",
                table: "RuleSetVersions",
                column: "CreatedAt");

            migrationBuilder.CreateIndex(
                name: "IX_RuleSetVersions_PublishedAt",
                table: "RuleSetVersions",
                column: "PublishedAt");

            migrationBuilder.CreateIndex(
                name: "IX_RuleSetVersions_PublishedById",
                table: "RuleSetVersions",
                column: "PublishedById");

            migrationBuilder.CreateIndex(
                name: "IX_RuleSetVersions_RuleSetId_Number",
                table: "RuleSetVersions",
                columns: new[] { "RuleSetId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_RuleSetVersions_Status",
                table: "RuleSetVersions",
                column: "Status");

            migrationBuilder.CreateIndex(
                name: "IX_RuleSetVersions_UpdatedAt",
                table: "RuleSetVersions",
                column: "UpdatedAt");

            migrationBuilder.CreateIndex(
                name: "IX_RuleWordLists_SensitiveWordListId_RuleId",
                table: "RuleWordLists",
                columns: new[] { "SensitiveWordListId", "RuleId" });

            migrationBuilder.CreateIndex(
                name: "IX_SensitiveWordLists_CreatedAt",
                table: "SensitiveWordLists",
                column: "CreatedAt");

            migrationBuilder.CreateIndex(
                name: "IX_SensitiveWordLists_Name",
                table: "SensitiveWordLists",
                column: "Name",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_SensitiveWordLists_UpdatedAt",
                table: "SensitiveWordLists",
                column: "UpdatedAt");

            migrationBuilder.CreateIndex(
                name: "IX_SensitiveWords_CreatedAt",
                table: "SensitiveWords",
                column: "CreatedAt");

            migrationBuilder.CreateIndex(
                name: "IX_SensitiveWords_SensitiveWordListId_Folded",
                table: "SensitiveWords",
                columns: new[] { "SensitiveWordListId", "Folded" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_SensitiveWords_Text",
                table: "SensitiveWords",
                column: "Text");

            migrationBuilder.CreateIndex(
                name: "IX_SensitiveWords_UpdatedAt",
                table: "SensitiveWords",
                column: "UpdatedAt");

            migrationBuilder.CreateIndex(
                name: "IX_StrikePolicies_CreatedAt",
                table: "StrikePolicies",
                column: "CreatedAt");

            migrationBuilder.CreateIndex(
                name: "IX_StrikePolicies_GroupId",
                table: "StrikePolicies",
                column: "GroupId");

            migrationBuilder.CreateIndex(
                name: "IX_StrikePolicies_RuleSetId",
                table: "StrikePolicies",
                column: "RuleSetId");

            migrationBuilder.CreateIndex(
                name: "IX_StrikePolicies_UpdatedAt",
                table: "StrikePolicies",
                column: "UpdatedAt");

            migrationBuilder.CreateIndex(
                name: "IX_Violations_ActivityId",
                table: "Violations",
                column: "ActivityId");

            migrationBuilder.CreateIndex(
                name: "IX_Violations_AppealDecidedById",
                table: "Violations",
                column: "AppealDecidedById");

            migrationBuilder.CreateIndex(
                name: "IX_Violations_AppealedAt",
                table: "Violations",
                column: "AppealedAt");

            migrationBuilder.CreateIndex(
                name: "IX_Violations_AssigneeId_Status",
                table: "Violations",
                columns: new[] { "AssigneeId", "Status" });

            migrationBuilder.CreateIndex(
                name: "IX_Violations_CreatedAt",
                table: "Violations",
                column: "CreatedAt");

            migrationBuilder.CreateIndex(
                name: "IX_Violations_DecidedAt",
                table: "Violations",
                column: "DecidedAt");

            migrationBuilder.CreateIndex(
                name: "IX_Violations_DecidedById",
                table: "Violations",
                column: "DecidedById");

            migrationBuilder.CreateIndex(
                name: "IX_Violations_GroupId_OccurredAt",
                table: "Violations",
                columns: new[] { "GroupId", "OccurredAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Violations_Kind_OccurredAt",
                table: "Violations",
                columns: new[] { "Kind", "OccurredAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Violations_MemberId_GroupId_OccurredAt",
                table: "Violations",
                columns: new[] { "MemberId", "GroupId", "OccurredAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Violations_MembershipId",
                table: "Violations",
                column: "MembershipId");

            migrationBuilder.CreateIndex(
                name: "IX_Violations_OccurredAt",
                table: "Violations",
                column: "OccurredAt");

            migrationBuilder.CreateIndex(
                name: "IX_Violations_ReportedById",
                table: "Violations",
                column: "ReportedById");

            migrationBuilder.CreateIndex(
                name: "IX_Violations_RuleId",
                table: "Violations",
                column: "RuleId");

            migrationBuilder.CreateIndex(
                name: "IX_Violations_RuleSetVersionId",
                table: "Violations",
                column: "RuleSetVersionId");

            migrationBuilder.CreateIndex(
                name: "IX_Violations_Status_OccurredAt",
                table: "Violations",
                columns: new[] { "Status", "OccurredAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Violations_UpdatedAt",
                table: "Violations",
                column: "UpdatedAt");

            migrationBuilder.AddForeignKey(
                name: "FK_Bans_Penalties_PenaltyId",
                table: "Bans",
                column: "PenaltyId",
                principalTable: "Penalties",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_Bans_Penalties_PenaltyId",
                table: "Bans");

            migrationBuilder.DropTable(
                name: "MessageTrails");

            migrationBuilder.DropTable(
                name: "Penalties");

            migrationBuilder.DropTable(
                name: "PenaltySteps");

            migrationBuilder.DropTable(
                name: "RetentionStates");

            migrationBuilder.DropTable(
                name: "RuleSetAttachments");

            migrationBuilder.DropTable(
                name: "RuleWordLists");

            migrationBuilder.DropTable(
                name: "SensitiveWords");

            migrationBuilder.DropTable(
                name: "Violations");

            migrationBuilder.DropTable(
                name: "StrikePolicies");

            migrationBuilder.DropTable(
                name: "SensitiveWordLists");

            migrationBuilder.DropTable(
                name: "Rules");

            migrationBuilder.DropTable(
                name: "RuleSetVersions");

            migrationBuilder.DropTable(
                name: "RuleSets");

            migrationBuilder.DropIndex(
                name: "IX_Bans_PenaltyId",
                table: "Bans");

            migrationBuilder.DropColumn(
                name: "PenaltyId",
                table: "Bans");

            migrationBuilder.DropColumn(
                name: "ContentType",
                table: "Activities");

            migrationBuilder.DropColumn(
                name: "IsEffectiveByText",
                table: "Activities");
        }
    }
}
