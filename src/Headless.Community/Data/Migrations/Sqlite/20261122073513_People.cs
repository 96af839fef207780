using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

#pragma warning disable CA1814 // Prefer jagged arrays over multidimensional

namespace Headless.Community.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class People : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_Members_Operators_BlacklistedById",
                table: "Members");

            migrationBuilder.DropIndex(
                name: "IX_Members_BlacklistedById",
                table: "Members");

            migrationBuilder.DropIndex(
                name: "IX_Members_IsBlacklisted_BlacklistedAt",
                table: "Members");

            migrationBuilder.DropColumn(
                name: "BlacklistReason",
                table: "Members");

            migrationBuilder.DropColumn(
                name: "BlacklistedAt",
                table: "Members");

            migrationBuilder.DropColumn(
                name: "BlacklistedById",
                table: "Members");

            migrationBuilder.DropColumn(
                name: "IsBlacklisted",
                table: "Members");

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
                    Kind = table.Column<short>(type: "INTEGER", nullable: false),
                    SubjectKind = table.Column<short>(type: "INTEGER", nullable: false),
                    SubjectId = table.Column<long>(type: "INTEGER", nullable: false),
                    GroupId = table.Column<long>(type: "INTEGER", nullable: true),
                    OperatorId = table.Column<long>(type: "INTEGER", nullable: true),
                    CampaignId = table.Column<long>(type: "INTEGER", nullable: true),
                    Severity = table.Column<byte>(type: "INTEGER", nullable: false),
                    Status = table.Column<byte>(type: "INTEGER", nullable: false),
                    Message = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    SuggestedAction = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    Evidence = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    OpenedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    AcknowledgedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    AcknowledgedById = table.Column<long>(type: "INTEGER", nullable: true),
                    AcknowledgeNote = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    ResolvedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
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
                name: "AttributeDefinitions",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Key = table.Column<string>(type: "TEXT", maxLength: 50, nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Description = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    Type = table.Column<byte>(type: "INTEGER", nullable: false),
                    Privacy = table.Column<byte>(type: "INTEGER", nullable: false),
                    IsRequired = table.Column<bool>(type: "INTEGER", nullable: false),
                    Unit = table.Column<string>(type: "TEXT", maxLength: 20, nullable: true),
                    MaxLength = table.Column<int>(type: "INTEGER", nullable: true),
                    Minimum = table.Column<long>(type: "INTEGER", precision: 19, scale: 4, nullable: true),
                    Maximum = table.Column<long>(type: "INTEGER", precision: 19, scale: 4, nullable: true),
                    Options = table.Column<string>(type: "TEXT", nullable: false),
                    IsArchived = table.Column<bool>(type: "INTEGER", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    UpdatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AttributeDefinitions", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "AuditEntries",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    OperatorId = table.Column<long>(type: "INTEGER", nullable: true),
                    ApiKeyId = table.Column<long>(type: "INTEGER", nullable: true),
                    Mutation = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Action = table.Column<byte>(type: "INTEGER", nullable: false),
                    SubjectType = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    SubjectId = table.Column<long>(type: "INTEGER", nullable: true),
                    MemberId = table.Column<long>(type: "INTEGER", nullable: true),
                    Count = table.Column<int>(type: "INTEGER", nullable: false),
                    Changes = table.Column<string>(type: "TEXT", nullable: false),
                    PersonalChanges = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AuditEntries", x => x.Id);
                    table.ForeignKey(
                        name: "FK_AuditEntries_ApiKeys_ApiKeyId",
                        column: x => x.ApiKeyId,
                        principalTable: "ApiKeys",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_AuditEntries_Operators_OperatorId",
                        column: x => x.OperatorId,
                        principalTable: "Operators",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Bans",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    MemberId = table.Column<long>(type: "INTEGER", nullable: true),
                    Platform = table.Column<byte>(type: "INTEGER", nullable: true),
                    ExternalId = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    IsForAllGroups = table.Column<bool>(type: "INTEGER", nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    Since = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Until = table.Column<DateTime>(type: "TEXT", nullable: true),
                    IssuedById = table.Column<long>(type: "INTEGER", nullable: true),
                    Status = table.Column<int>(type: "INTEGER", nullable: false),
                    LiftedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    LiftedById = table.Column<long>(type: "INTEGER", nullable: true),
                    LiftReason = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    UpdatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Bans", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Bans_Members_MemberId",
                        column: x => x.MemberId,
                        principalTable: "Members",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Bans_Operators_IssuedById",
                        column: x => x.IssuedById,
                        principalTable: "Operators",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Bans_Operators_LiftedById",
                        column: x => x.LiftedById,
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
                    Platform = table.Column<byte>(type: "INTEGER", nullable: false),
                    Capability = table.Column<short>(type: "INTEGER", nullable: false),
                    IsAvailable = table.Column<bool>(type: "INTEGER", nullable: false),
                    AsOf = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Source = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    Origin = table.Column<byte>(type: "INTEGER", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
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
                    Platform = table.Column<byte>(type: "INTEGER", nullable: false),
                    Key = table.Column<short>(type: "INTEGER", nullable: false),
                    Value = table.Column<int>(type: "INTEGER", nullable: false),
                    EffectiveFrom = table.Column<DateTime>(type: "TEXT", nullable: false),
                    AsOf = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Source = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    Origin = table.Column<byte>(type: "INTEGER", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    UpdatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PlatformPolicies", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Segments",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Description = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    Mode = table.Column<byte>(type: "INTEGER", nullable: false),
                    ConditionJson = table.Column<string>(type: "TEXT", nullable: false),
                    UsesPersonalData = table.Column<bool>(type: "INTEGER", nullable: false),
                    FrozenAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    MemberCount = table.Column<int>(type: "INTEGER", nullable: false),
                    RefreshedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    IsStale = table.Column<bool>(type: "INTEGER", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    UpdatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Segments", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "MemberAttributes",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    MemberId = table.Column<long>(type: "INTEGER", nullable: false),
                    DefinitionId = table.Column<long>(type: "INTEGER", nullable: false),
                    Text = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    Number = table.Column<long>(type: "INTEGER", precision: 19, scale: 4, nullable: true),
                    Boolean = table.Column<bool>(type: "INTEGER", nullable: true),
                    Date = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    SetAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    SetById = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MemberAttributes", x => x.Id);
                    table.ForeignKey(
                        name: "FK_MemberAttributes_AttributeDefinitions_DefinitionId",
                        column: x => x.DefinitionId,
                        principalTable: "AttributeDefinitions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_MemberAttributes_Members_MemberId",
                        column: x => x.MemberId,
                        principalTable: "Members",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_MemberAttributes_Operators_SetById",
                        column: x => x.SetById,
                        principalTable: "Operators",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "BanGroups",
                columns: table => new
                {
                    BanId = table.Column<long>(type: "INTEGER", nullable: false),
                    GroupId = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_BanGroups", x => new { x.BanId, x.GroupId });
                    table.ForeignKey(
                        name: "FK_BanGroups_Bans_BanId",
                        column: x => x.BanId,
                        principalTable: "Bans",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_BanGroups_Groups_GroupId",
                        column: x => x.GroupId,
                        principalTable: "Groups",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "SegmentMembers",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    SegmentId = table.Column<long>(type: "INTEGER", nullable: false),
                    MemberId = table.Column<long>(type: "INTEGER", nullable: false),
                    EnteredAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    EnteredBy = table.Column<byte>(type: "INTEGER", nullable: false),
                    LeftAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    LeftBy = table.Column<byte>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SegmentMembers", x => x.Id);
                    table.ForeignKey(
                        name: "FK_SegmentMembers_Members_MemberId",
                        column: x => x.MemberId,
                        principalTable: "Members",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_SegmentMembers_Segments_SegmentId",
                        column: x => x.SegmentId,
                        principalTable: "Segments",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "SegmentOverrides",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    SegmentId = table.Column<long>(type: "INTEGER", nullable: false),
                    MemberId = table.Column<long>(type: "INTEGER", nullable: false),
                    Kind = table.Column<byte>(type: "INTEGER", nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    DecidedById = table.Column<long>(type: "INTEGER", nullable: true),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    UpdatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SegmentOverrides", x => x.Id);
                    table.ForeignKey(
                        name: "FK_SegmentOverrides_Members_MemberId",
                        column: x => x.MemberId,
                        principalTable: "Members",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_SegmentOverrides_Operators_DecidedById",
                        column: x => x.DecidedById,
                        principalTable: "Operators",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_SegmentOverrides_Segments_SegmentId",
                        column: x => x.SegmentId,
                        principalTable: "Segments",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
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
                name: "IX_Activities_CausedHere",
                table: "Activities",
                columns: new[] { "Kind", "MemberId", "OccurredAt" },
                filter: "\"Kind\" >= 100 AND \"MemberId\" IS NOT NULL");

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
                name: "IX_AttributeDefinitions_CreatedAt",
                table: "AttributeDefinitions",
                column: "CreatedAt");

            migrationBuilder.CreateIndex(
                name: "IX_AttributeDefinitions_Key",
                table: "AttributeDefinitions",
                column: "Key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_AttributeDefinitions_UpdatedAt",
                table: "AttributeDefinitions",
                column: "UpdatedAt");

            migrationBuilder.CreateIndex(
                name: "IX_AuditEntries_ApiKeyId",
                table: "AuditEntries",
                column: "ApiKeyId");

            migrationBuilder.CreateIndex(
                name: "IX_AuditEntries_At",
                table: "AuditEntries",
                column: "At");

            migrationBuilder.CreateIndex(
                name: "IX_AuditEntries_MemberId",
                table: "AuditEntries",
                column: "MemberId");

            migrationBuilder.CreateIndex(
                name: "IX_AuditEntries_Mutation",
                table: "AuditEntries",
                column: "Mutation");

            migrationBuilder.CreateIndex(
                name: "IX_AuditEntries_OperatorId",
                table: "AuditEntries",
                column: "OperatorId");

            migrationBuilder.CreateIndex(
                name: "IX_AuditEntries_SubjectType_SubjectId",
                table: "AuditEntries",
                columns: new[] { "SubjectType", "SubjectId" });

            migrationBuilder.CreateIndex(
                name: "IX_BanGroups_GroupId_BanId",
                table: "BanGroups",
                columns: new[] { "GroupId", "BanId" });

            migrationBuilder.CreateIndex(
                name: "IX_Bans_CreatedAt",
                table: "Bans",
                column: "CreatedAt");

            migrationBuilder.CreateIndex(
                name: "IX_Bans_ExternalId_Platform",
                table: "Bans",
                columns: new[] { "ExternalId", "Platform" });

            migrationBuilder.CreateIndex(
                name: "IX_Bans_IssuedById",
                table: "Bans",
                column: "IssuedById");

            migrationBuilder.CreateIndex(
                name: "IX_Bans_LiftedAt",
                table: "Bans",
                column: "LiftedAt");

            migrationBuilder.CreateIndex(
                name: "IX_Bans_LiftedById",
                table: "Bans",
                column: "LiftedById");

            migrationBuilder.CreateIndex(
                name: "IX_Bans_MemberId_Status",
                table: "Bans",
                columns: new[] { "MemberId", "Status" });

            migrationBuilder.CreateIndex(
                name: "IX_Bans_Since",
                table: "Bans",
                column: "Since");

            migrationBuilder.CreateIndex(
                name: "IX_Bans_Status_Until",
                table: "Bans",
                columns: new[] { "Status", "Until" });

            migrationBuilder.CreateIndex(
                name: "IX_Bans_Until",
                table: "Bans",
                column: "Until");

            migrationBuilder.CreateIndex(
                name: "IX_Bans_UpdatedAt",
                table: "Bans",
                column: "UpdatedAt");

            migrationBuilder.CreateIndex(
                name: "IX_MemberAttributes_DefinitionId_Boolean_MemberId",
                table: "MemberAttributes",
                columns: new[] { "DefinitionId", "Boolean", "MemberId" },
                filter: "\"Boolean\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_MemberAttributes_DefinitionId_Date_MemberId",
                table: "MemberAttributes",
                columns: new[] { "DefinitionId", "Date", "MemberId" },
                filter: "\"Date\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_MemberAttributes_DefinitionId_Number_MemberId",
                table: "MemberAttributes",
                columns: new[] { "DefinitionId", "Number", "MemberId" },
                filter: "\"Number\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_MemberAttributes_DefinitionId_Text_MemberId",
                table: "MemberAttributes",
                columns: new[] { "DefinitionId", "Text", "MemberId" },
                filter: "\"Text\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_MemberAttributes_MemberId_DefinitionId",
                table: "MemberAttributes",
                columns: new[] { "MemberId", "DefinitionId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_MemberAttributes_SetById",
                table: "MemberAttributes",
                column: "SetById");

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

            migrationBuilder.CreateIndex(
                name: "IX_SegmentMembers_MemberId_SegmentId_LeftAt",
                table: "SegmentMembers",
                columns: new[] { "MemberId", "SegmentId", "LeftAt" });

            migrationBuilder.CreateIndex(
                name: "IX_SegmentMembers_Open",
                table: "SegmentMembers",
                columns: new[] { "SegmentId", "MemberId" },
                unique: true,
                filter: "\"LeftAt\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_SegmentMembers_SegmentId_EnteredAt",
                table: "SegmentMembers",
                columns: new[] { "SegmentId", "EnteredAt" });

            migrationBuilder.CreateIndex(
                name: "IX_SegmentMembers_SegmentId_LeftAt",
                table: "SegmentMembers",
                columns: new[] { "SegmentId", "LeftAt" });

            migrationBuilder.CreateIndex(
                name: "IX_SegmentOverrides_CreatedAt",
                table: "SegmentOverrides",
                column: "CreatedAt");

            migrationBuilder.CreateIndex(
                name: "IX_SegmentOverrides_DecidedById",
                table: "SegmentOverrides",
                column: "DecidedById");

            migrationBuilder.CreateIndex(
                name: "IX_SegmentOverrides_MemberId",
                table: "SegmentOverrides",
                column: "MemberId");

            migrationBuilder.CreateIndex(
                name: "IX_SegmentOverrides_SegmentId_MemberId",
                table: "SegmentOverrides",
                columns: new[] { "SegmentId", "MemberId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_SegmentOverrides_UpdatedAt",
                table: "SegmentOverrides",
                column: "UpdatedAt");

            migrationBuilder.CreateIndex(
                name: "IX_Segments_CreatedAt",
                table: "Segments",
                column: "CreatedAt");

            migrationBuilder.CreateIndex(
                name: "IX_Segments_Name",
                table: "Segments",
                column: "Name",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Segments_UpdatedAt",
                table: "Segments",
                column: "UpdatedAt");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "AlertEvaluations");

            migrationBuilder.DropTable(
                name: "Alerts");

            migrationBuilder.DropTable(
                name: "AuditEntries");

            migrationBuilder.DropTable(
                name: "BanGroups");

            migrationBuilder.DropTable(
                name: "MemberAttributes");

            migrationBuilder.DropTable(
                name: "PlatformCapabilities");

            migrationBuilder.DropTable(
                name: "PlatformPolicies");

            migrationBuilder.DropTable(
                name: "SegmentMembers");

            migrationBuilder.DropTable(
                name: "SegmentOverrides");

            migrationBuilder.DropTable(
                name: "Bans");

            migrationBuilder.DropTable(
                name: "AttributeDefinitions");

            migrationBuilder.DropTable(
                name: "Segments");

            migrationBuilder.DropIndex(
                name: "IX_Activities_CausedHere",
                table: "Activities");

            migrationBuilder.AddColumn<string>(
                name: "BlacklistReason",
                table: "Members",
                type: "TEXT",
                maxLength: 1000,
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "BlacklistedAt",
                table: "Members",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "BlacklistedById",
                table: "Members",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "IsBlacklisted",
                table: "Members",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.CreateIndex(
                name: "IX_Members_BlacklistedById",
                table: "Members",
                column: "BlacklistedById");

            migrationBuilder.CreateIndex(
                name: "IX_Members_IsBlacklisted_BlacklistedAt",
                table: "Members",
                columns: new[] { "IsBlacklisted", "BlacklistedAt" });

            migrationBuilder.AddForeignKey(
                name: "FK_Members_Operators_BlacklistedById",
                table: "Members",
                column: "BlacklistedById",
                principalTable: "Operators",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);
        }
    }
}
