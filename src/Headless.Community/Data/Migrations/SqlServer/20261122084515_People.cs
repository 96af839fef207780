using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

#pragma warning disable CA1814 // Prefer jagged arrays over multidimensional

namespace Headless.Community.Data.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class People : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.KeepPeople();

            migrationBuilder.DropForeignKey(
                name: "FK_Members_Operators_BlacklistedById",
                table: "Members");

            migrationBuilder.DropIndex(
                name: "IX_Members_IsBlacklisted_BlacklistedAt",
                table: "Members");

            migrationBuilder.DropIndex(
                name: "IX_Members_Tier",
                table: "Members");

            migrationBuilder.DropColumn(
                name: "BlacklistReason",
                table: "Members");

            migrationBuilder.DropColumn(
                name: "IsBlacklisted",
                table: "Members");

            migrationBuilder.DropColumn(
                name: "Tier",
                table: "Members");

            migrationBuilder.DropColumn(
                name: "Branding_NameTemplate",
                table: "Groups");

            migrationBuilder.DropColumn(
                name: "WelcomeMessage",
                table: "Groups");

            migrationBuilder.DropIndex(
                name: "IX_Members_BlacklistedById",
                table: "Members");

            migrationBuilder.DropColumn(
                name: "BlacklistedById",
                table: "Members");

            migrationBuilder.AddColumn<long>(
                name: "TierId",
                table: "Members",
                type: "bigint",
                nullable: true);

            migrationBuilder.RenameColumn(
                name: "BlacklistedAt",
                table: "Members",
                newName: "ErasedAt");

            migrationBuilder.CreateIndex(
                name: "IX_Members_TierId",
                table: "Members",
                column: "TierId");

            migrationBuilder.AddColumn<string>(
                name: "Department",
                table: "Operators",
                type: "nvarchar(100)",
                maxLength: 100,
                nullable: true,
                collation: "Latin1_General_100_BIN2");

            migrationBuilder.AddColumn<byte>(
                name: "Duties",
                table: "Operators",
                type: "tinyint",
                nullable: false,
                defaultValue: (byte)0);

            migrationBuilder.AddColumn<string>(
                name: "Subject",
                table: "Operators",
                type: "nvarchar(255)",
                maxLength: 255,
                nullable: true,
                collation: "Latin1_General_100_BIN2");

            migrationBuilder.AddColumn<DateTime>(
                name: "AttentionSince",
                table: "Memberships",
                type: "datetime2",
                nullable: true);

            migrationBuilder.AddColumn<byte>(
                name: "AttentionState",
                table: "Memberships",
                type: "tinyint",
                nullable: false,
                defaultValue: (byte)0);

            migrationBuilder.AddColumn<long>(
                name: "EntryPointId",
                table: "Memberships",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "JoinCampaignId",
                table: "Memberships",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "JoinChannelId",
                table: "Memberships",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "JoinContentItemId",
                table: "Memberships",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "JoinPolicyBroken",
                table: "Memberships",
                type: "bit",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<long>(
                name: "KolMemberId",
                table: "Memberships",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<byte>(
                name: "LeaveReasonSource",
                table: "Memberships",
                type: "tinyint",
                nullable: true);

            migrationBuilder.AddColumn<byte>(
                name: "NicknameCompliance",
                table: "Memberships",
                type: "tinyint",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "NicknameRemindedAt",
                table: "Memberships",
                type: "datetime2",
                nullable: true);

            migrationBuilder.AddColumn<byte>(
                name: "StaffDuty",
                table: "Memberships",
                type: "tinyint",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "WelcomedAt",
                table: "Memberships",
                type: "datetime2",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "MergedIntoId",
                table: "Members",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "PrimarySince",
                table: "Identities",
                type: "datetime2",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "City",
                table: "Groups",
                type: "nvarchar(100)",
                maxLength: 100,
                nullable: true,
                collation: "Latin1_General_100_BIN2");

            migrationBuilder.AddColumn<bool>(
                name: "IsOnBrand",
                table: "Groups",
                type: "bit",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "LineageDepth",
                table: "Groups",
                type: "int",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "Positioning_Tone",
                table: "Groups",
                type: "nvarchar(1000)",
                maxLength: 1000,
                nullable: true,
                collation: "Latin1_General_100_BIN2");

            migrationBuilder.AddColumn<long>(
                name: "RootGroupId",
                table: "Groups",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "SeriesId",
                table: "Groups",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "SeriesNumber",
                table: "Groups",
                type: "int",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Topic",
                table: "Groups",
                type: "nvarchar(100)",
                maxLength: 100,
                nullable: true,
                collation: "Latin1_General_100_BIN2");

            migrationBuilder.AddColumn<short>(
                name: "ValueOffers",
                table: "Groups",
                type: "smallint",
                nullable: false,
                defaultValue: (short)0);

            migrationBuilder.AddColumn<byte[]>(
                name: "FormerHash",
                table: "ApiKeys",
                type: "binary(32)",
                fixedLength: true,
                maxLength: 32,
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "FormerValidUntil",
                table: "ApiKeys",
                type: "datetime2",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "RotatedAt",
                table: "ApiKeys",
                type: "datetime2",
                nullable: true);

            migrationBuilder.AddColumn<short>(
                name: "ContentType",
                table: "Activities",
                type: "smallint",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "IsEffectiveByText",
                table: "Activities",
                type: "bit",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "AccountControls",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    MembershipId = table.Column<long>(type: "bigint", nullable: false),
                    GroupId = table.Column<long>(type: "bigint", nullable: false),
                    OperatorId = table.Column<long>(type: "bigint", nullable: true),
                    AccountKind = table.Column<byte>(type: "tinyint", nullable: false),
                    Duty = table.Column<byte>(type: "tinyint", nullable: true),
                    Since = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Until = table.Column<DateTime>(type: "datetime2", nullable: true),
                    CreatedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    UpdatedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AccountControls", x => x.Id);
                    table.ForeignKey(
                        name: "FK_AccountControls_Groups_GroupId",
                        column: x => x.GroupId,
                        principalTable: "Groups",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_AccountControls_Memberships_MembershipId",
                        column: x => x.MembershipId,
                        principalTable: "Memberships",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_AccountControls_Operators_OperatorId",
                        column: x => x.OperatorId,
                        principalTable: "Operators",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "AlertEvaluations",
                columns: table => new
                {
                    Kind = table.Column<short>(type: "smallint", nullable: false),
                    EvaluatedAt = table.Column<DateTime>(type: "datetime2", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AlertEvaluations", x => x.Kind);
                });

            migrationBuilder.CreateTable(
                name: "Alerts",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    Kind = table.Column<short>(type: "smallint", nullable: false),
                    SubjectKind = table.Column<short>(type: "smallint", nullable: false),
                    SubjectId = table.Column<long>(type: "bigint", nullable: false),
                    GroupId = table.Column<long>(type: "bigint", nullable: true),
                    OperatorId = table.Column<long>(type: "bigint", nullable: true),
                    CampaignId = table.Column<long>(type: "bigint", nullable: true),
                    Severity = table.Column<byte>(type: "tinyint", nullable: false),
                    Status = table.Column<byte>(type: "tinyint", nullable: false),
                    Message = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: false, collation: "Latin1_General_100_BIN2"),
                    SuggestedAction = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Evidence = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: false, collation: "Latin1_General_100_BIN2"),
                    OpenedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    AcknowledgedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    AcknowledgedById = table.Column<long>(type: "bigint", nullable: true),
                    AcknowledgeNote = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: true, collation: "Latin1_General_100_BIN2"),
                    ResolvedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    CreatedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    UpdatedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Version = table.Column<long>(type: "bigint", nullable: false)
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
                name: "Announcements",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    GroupId = table.Column<long>(type: "bigint", nullable: false),
                    Kind = table.Column<byte>(type: "tinyint", nullable: false),
                    Text = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: false, collation: "Latin1_General_100_BIN2"),
                    CountsDownTo = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Status = table.Column<byte>(type: "tinyint", nullable: false),
                    IsPinned = table.Column<bool>(type: "bit", nullable: false),
                    PinnedInGroupId = table.Column<long>(type: "bigint", nullable: true),
                    PublishAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    PublishedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    RetractedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    CreatedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    UpdatedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Announcements", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Announcements_Groups_GroupId",
                        column: x => x.GroupId,
                        principalTable: "Groups",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "AttributeDefinitions",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    Key = table.Column<string>(type: "nvarchar(50)", maxLength: 50, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Name = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Description = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: true, collation: "Latin1_General_100_BIN2"),
                    Type = table.Column<byte>(type: "tinyint", nullable: false),
                    Privacy = table.Column<byte>(type: "tinyint", nullable: false),
                    IsRequired = table.Column<bool>(type: "bit", nullable: false),
                    Unit = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: true, collation: "Latin1_General_100_BIN2"),
                    MaxLength = table.Column<int>(type: "int", nullable: true),
                    Minimum = table.Column<decimal>(type: "decimal(19,4)", precision: 19, scale: 4, nullable: true),
                    Maximum = table.Column<decimal>(type: "decimal(19,4)", precision: 19, scale: 4, nullable: true),
                    Options = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    IsArchived = table.Column<bool>(type: "bit", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    UpdatedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AttributeDefinitions", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "AuditEntries",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    At = table.Column<DateTime>(type: "datetime2", nullable: false),
                    OperatorId = table.Column<long>(type: "bigint", nullable: true),
                    ApiKeyId = table.Column<long>(type: "bigint", nullable: true),
                    Mutation = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Action = table.Column<byte>(type: "tinyint", nullable: false),
                    SubjectType = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false, collation: "Latin1_General_100_BIN2"),
                    SubjectId = table.Column<long>(type: "bigint", nullable: true),
                    MemberId = table.Column<long>(type: "bigint", nullable: true),
                    Count = table.Column<int>(type: "int", nullable: false),
                    Changes = table.Column<string>(type: "nvarchar(max)", nullable: false, collation: "Latin1_General_100_BIN2"),
                    PersonalChanges = table.Column<string>(type: "nvarchar(max)", nullable: true, collation: "Latin1_General_100_BIN2")
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
                name: "CallLists",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    Name = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Script = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: true, collation: "Latin1_General_100_BIN2"),
                    CampaignId = table.Column<long>(type: "bigint", nullable: true),
                    CreatedById = table.Column<long>(type: "bigint", nullable: true),
                    IdempotencyKey = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true, collation: "Latin1_General_100_BIN2"),
                    Status = table.Column<byte>(type: "tinyint", nullable: false),
                    Round = table.Column<int>(type: "int", nullable: false),
                    ClosedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    CreatedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    UpdatedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CallLists", x => x.Id);
                    table.ForeignKey(
                        name: "FK_CallLists_Campaigns_CampaignId",
                        column: x => x.CampaignId,
                        principalTable: "Campaigns",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_CallLists_Operators_CreatedById",
                        column: x => x.CreatedById,
                        principalTable: "Operators",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ContactPreferences",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    MemberId = table.Column<long>(type: "bigint", nullable: false),
                    Channel = table.Column<byte>(type: "tinyint", nullable: false),
                    Purpose = table.Column<byte>(type: "tinyint", nullable: false),
                    IsAllowed = table.Column<bool>(type: "bit", nullable: false),
                    Source = table.Column<byte>(type: "tinyint", nullable: false),
                    DecidedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    RecordedById = table.Column<long>(type: "bigint", nullable: true),
                    Note = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: true, collation: "Latin1_General_100_BIN2")
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
                name: "EntryDays",
                columns: table => new
                {
                    JoinChannelId = table.Column<long>(type: "bigint", nullable: false),
                    EntryPointId = table.Column<long>(type: "bigint", nullable: false),
                    GroupId = table.Column<long>(type: "bigint", nullable: false),
                    Day = table.Column<DateOnly>(type: "date", nullable: false),
                    Exposures = table.Column<int>(type: "int", nullable: false),
                    Scans = table.Column<int>(type: "int", nullable: false),
                    AnonymousScans = table.Column<int>(type: "int", nullable: false),
                    Friends = table.Column<int>(type: "int", nullable: false),
                    Invites = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_EntryDays", x => new { x.JoinChannelId, x.EntryPointId, x.GroupId, x.Day });
                });

            migrationBuilder.CreateTable(
                name: "Feedback",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    Topic = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Text = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: true, collation: "Latin1_General_100_BIN2"),
                    Channel = table.Column<byte>(type: "tinyint", nullable: false),
                    Sentiment = table.Column<byte>(type: "tinyint", nullable: true),
                    MemberId = table.Column<long>(type: "bigint", nullable: true),
                    GroupId = table.Column<long>(type: "bigint", nullable: true),
                    Product = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true, collation: "Latin1_General_100_BIN2"),
                    CampaignId = table.Column<long>(type: "bigint", nullable: true),
                    ReceivedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Status = table.Column<byte>(type: "tinyint", nullable: false),
                    AssigneeId = table.Column<long>(type: "bigint", nullable: true),
                    Resolution = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: true, collation: "Latin1_General_100_BIN2"),
                    ClosedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    IdempotencyKey = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true, collation: "Latin1_General_100_BIN2"),
                    CreatedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    UpdatedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Feedback", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Feedback_Campaigns_CampaignId",
                        column: x => x.CampaignId,
                        principalTable: "Campaigns",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Feedback_Groups_GroupId",
                        column: x => x.GroupId,
                        principalTable: "Groups",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Feedback_Members_MemberId",
                        column: x => x.MemberId,
                        principalTable: "Members",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Feedback_Operators_AssigneeId",
                        column: x => x.AssigneeId,
                        principalTable: "Operators",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "GroupHandovers",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    GroupId = table.Column<long>(type: "bigint", nullable: false),
                    FromOperatorId = table.Column<long>(type: "bigint", nullable: false),
                    ToOperatorId = table.Column<long>(type: "bigint", nullable: false),
                    Role = table.Column<byte>(type: "tinyint", nullable: false),
                    Reason = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: false, collation: "Latin1_General_100_BIN2"),
                    HandedOverAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    HandedOverById = table.Column<long>(type: "bigint", nullable: true),
                    AccountCount = table.Column<int>(type: "int", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    UpdatedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_GroupHandovers", x => x.Id);
                    table.ForeignKey(
                        name: "FK_GroupHandovers_Groups_GroupId",
                        column: x => x.GroupId,
                        principalTable: "Groups",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_GroupHandovers_Operators_FromOperatorId",
                        column: x => x.FromOperatorId,
                        principalTable: "Operators",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_GroupHandovers_Operators_HandedOverById",
                        column: x => x.HandedOverById,
                        principalTable: "Operators",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_GroupHandovers_Operators_ToOperatorId",
                        column: x => x.ToOperatorId,
                        principalTable: "Operators",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "GroupSeries",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    Name = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false, collation: "Latin1_General_100_BIN2"),
                    NameTemplate = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false, collation: "Latin1_General_100_BIN2"),
                    City = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: true, collation: "Latin1_General_100_BIN2"),
                    Topic = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: true, collation: "Latin1_General_100_BIN2"),
                    AvatarUrl = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: true, collation: "Latin1_General_100_BIN2"),
                    Tagline = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true, collation: "Latin1_General_100_BIN2"),
                    NextNumber = table.Column<int>(type: "int", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    UpdatedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_GroupSeries", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "GroupTypeTemplates",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    Type = table.Column<byte>(type: "tinyint", nullable: false),
                    Purposes = table.Column<byte>(type: "tinyint", nullable: false),
                    KeyMetrics = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: false, collation: "Latin1_General_100_BIN2"),
                    MinAdmins = table.Column<int>(type: "int", nullable: false),
                    MaxAdmins = table.Column<int>(type: "int", nullable: false),
                    Guidance = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: true, collation: "Latin1_General_100_BIN2"),
                    CreatedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    UpdatedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_GroupTypeTemplates", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "ItemTags",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    TagId = table.Column<long>(type: "bigint", nullable: false),
                    GroupId = table.Column<long>(type: "bigint", nullable: true),
                    MembershipId = table.Column<long>(type: "bigint", nullable: true),
                    ContentItemId = table.Column<long>(type: "bigint", nullable: true),
                    Source = table.Column<byte>(type: "tinyint", nullable: false),
                    AddedById = table.Column<long>(type: "bigint", nullable: true),
                    AddedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    ExpiresAt = table.Column<DateTime>(type: "datetime2", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ItemTags", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ItemTags_ContentItems_ContentItemId",
                        column: x => x.ContentItemId,
                        principalTable: "ContentItems",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ItemTags_Groups_GroupId",
                        column: x => x.GroupId,
                        principalTable: "Groups",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ItemTags_Memberships_MembershipId",
                        column: x => x.MembershipId,
                        principalTable: "Memberships",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ItemTags_Operators_AddedById",
                        column: x => x.AddedById,
                        principalTable: "Operators",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ItemTags_Tags_TagId",
                        column: x => x.TagId,
                        principalTable: "Tags",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "JoinChannels",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    Kind = table.Column<byte>(type: "tinyint", nullable: false),
                    Name = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Note = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: true, collation: "Latin1_General_100_BIN2"),
                    IsActive = table.Column<bool>(type: "bit", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    UpdatedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_JoinChannels", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "JoinRequests",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    GroupId = table.Column<long>(type: "bigint", nullable: false),
                    Platform = table.Column<byte>(type: "tinyint", nullable: false),
                    AccountExternalId = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true, collation: "Latin1_General_100_BIN2"),
                    DisplayName = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true, collation: "Latin1_General_100_BIN2"),
                    MemberId = table.Column<long>(type: "bigint", nullable: true),
                    Status = table.Column<byte>(type: "tinyint", nullable: false),
                    RequestedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    ExpiresAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Note = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: true, collation: "Latin1_General_100_BIN2"),
                    InvitedById = table.Column<long>(type: "bigint", nullable: true),
                    InvitedByOperatorId = table.Column<long>(type: "bigint", nullable: true),
                    OrderId = table.Column<long>(type: "bigint", nullable: true),
                    CampaignId = table.Column<long>(type: "bigint", nullable: true),
                    DecidedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    DecidedById = table.Column<long>(type: "bigint", nullable: true),
                    DecisionReason = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: true, collation: "Latin1_General_100_BIN2"),
                    IsException = table.Column<bool>(type: "bit", nullable: false),
                    JoinedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    CreatedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    UpdatedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_JoinRequests", x => x.Id);
                    table.ForeignKey(
                        name: "FK_JoinRequests_Campaigns_CampaignId",
                        column: x => x.CampaignId,
                        principalTable: "Campaigns",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_JoinRequests_Groups_GroupId",
                        column: x => x.GroupId,
                        principalTable: "Groups",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_JoinRequests_Members_InvitedById",
                        column: x => x.InvitedById,
                        principalTable: "Members",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_JoinRequests_Members_MemberId",
                        column: x => x.MemberId,
                        principalTable: "Members",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_JoinRequests_Operators_DecidedById",
                        column: x => x.DecidedById,
                        principalTable: "Operators",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_JoinRequests_Operators_InvitedByOperatorId",
                        column: x => x.InvitedByOperatorId,
                        principalTable: "Operators",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_JoinRequests_Orders_OrderId",
                        column: x => x.OrderId,
                        principalTable: "Orders",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "MemberMergeActivities",
                columns: table => new
                {
                    MergeId = table.Column<long>(type: "bigint", nullable: false),
                    ActivityId = table.Column<long>(type: "bigint", nullable: false),
                    MemberId = table.Column<long>(type: "bigint", nullable: false),
                    MembershipId = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MemberMergeActivities", x => new { x.MergeId, x.ActivityId });
                });

            migrationBuilder.CreateTable(
                name: "MemberMerges",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    WinnerId = table.Column<long>(type: "bigint", nullable: false),
                    LoserId = table.Column<long>(type: "bigint", nullable: false),
                    MergedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    MergedById = table.Column<long>(type: "bigint", nullable: true),
                    Reason = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: true, collation: "Latin1_General_100_BIN2"),
                    UnmergedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    UnmergedById = table.Column<long>(type: "bigint", nullable: true),
                    IsFinal = table.Column<bool>(type: "bit", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    UpdatedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Version = table.Column<long>(type: "bigint", nullable: false)
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
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    Name = table.Column<string>(type: "nvarchar(50)", maxLength: 50, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Rank = table.Column<int>(type: "int", nullable: false),
                    Benefits = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: true, collation: "Latin1_General_100_BIN2"),
                    SupportPriority = table.Column<byte>(type: "tinyint", nullable: false),
                    IsRetired = table.Column<bool>(type: "bit", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    UpdatedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MemberTiers", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "MemberTouches",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    MemberId = table.Column<long>(type: "bigint", nullable: false),
                    Channel = table.Column<byte>(type: "tinyint", nullable: false),
                    Purpose = table.Column<byte>(type: "tinyint", nullable: false),
                    TouchedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    CampaignId = table.Column<long>(type: "bigint", nullable: true),
                    TouchedById = table.Column<long>(type: "bigint", nullable: true),
                    Key = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: true, collation: "Latin1_General_100_BIN2"),
                    Note = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: true, collation: "Latin1_General_100_BIN2")
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
                name: "MessageTrails",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    GroupId = table.Column<long>(type: "bigint", nullable: false),
                    MemberId = table.Column<long>(type: "bigint", nullable: false),
                    Messages = table.Column<string>(type: "nvarchar(max)", maxLength: 4272, nullable: false, collation: "Latin1_General_100_BIN2"),
                    CreatedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    UpdatedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Version = table.Column<long>(type: "bigint", nullable: false)
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
                name: "MutationReceipts",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    OperatorId = table.Column<long>(type: "bigint", nullable: false),
                    KeyHash = table.Column<byte[]>(type: "binary(32)", fixedLength: true, maxLength: 32, nullable: false),
                    RequestHash = table.Column<byte[]>(type: "binary(32)", fixedLength: true, maxLength: 32, nullable: false),
                    Answer = table.Column<byte[]>(type: "varbinary(max)", nullable: true),
                    CreatedAt = table.Column<DateTime>(type: "datetime2", nullable: false)
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

            migrationBuilder.CreateTable(
                name: "PlatformCapabilities",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    Platform = table.Column<byte>(type: "tinyint", nullable: false),
                    Capability = table.Column<short>(type: "smallint", nullable: false),
                    IsAvailable = table.Column<bool>(type: "bit", nullable: false),
                    AsOf = table.Column<DateOnly>(type: "date", nullable: false),
                    Source = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Origin = table.Column<byte>(type: "tinyint", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    UpdatedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PlatformCapabilities", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "PlatformPolicies",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    Platform = table.Column<byte>(type: "tinyint", nullable: false),
                    Key = table.Column<short>(type: "smallint", nullable: false),
                    Value = table.Column<int>(type: "int", nullable: false),
                    EffectiveFrom = table.Column<DateTime>(type: "datetime2", nullable: false),
                    AsOf = table.Column<DateOnly>(type: "date", nullable: false),
                    Source = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Origin = table.Column<byte>(type: "tinyint", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    UpdatedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PlatformPolicies", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "RetentionStates",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false),
                    LastActivityId = table.Column<long>(type: "bigint", nullable: false),
                    LastViolationId = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RetentionStates", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "RuleSets",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    Name = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Description = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: true, collation: "Latin1_General_100_BIN2"),
                    CreatedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    UpdatedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RuleSets", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "SegmentRefreshStates",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false),
                    LastActivityId = table.Column<long>(type: "bigint", nullable: false),
                    TimeAt = table.Column<DateTime>(type: "datetime2", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SegmentRefreshStates", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Segments",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    Name = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Description = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: true, collation: "Latin1_General_100_BIN2"),
                    Mode = table.Column<byte>(type: "tinyint", nullable: false),
                    ConditionJson = table.Column<string>(type: "nvarchar(max)", nullable: false, collation: "Latin1_General_100_BIN2"),
                    Privacy = table.Column<byte>(type: "tinyint", nullable: false),
                    FrozenAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    MemberCount = table.Column<int>(type: "int", nullable: false),
                    IsStale = table.Column<bool>(type: "bit", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    UpdatedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Segments", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "SensitiveWordLists",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    Name = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Description = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: true, collation: "Latin1_General_100_BIN2"),
                    IgnoresSeparators = table.Column<bool>(type: "bit", nullable: false),
                    WholeWords = table.Column<bool>(type: "bit", nullable: false),
                    Revision = table.Column<int>(type: "int", nullable: false),
                    WordCount = table.Column<int>(type: "int", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    UpdatedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SensitiveWordLists", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Surveys",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    Title = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Description = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: true, collation: "Latin1_General_100_BIN2"),
                    GroupId = table.Column<long>(type: "bigint", nullable: true),
                    Status = table.Column<byte>(type: "tinyint", nullable: false),
                    OpenedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    ClosesAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    CreatedById = table.Column<long>(type: "bigint", nullable: true),
                    IdempotencyKey = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true, collation: "Latin1_General_100_BIN2"),
                    CreatedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    UpdatedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Surveys", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Surveys_Groups_GroupId",
                        column: x => x.GroupId,
                        principalTable: "Groups",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Surveys_Operators_CreatedById",
                        column: x => x.CreatedById,
                        principalTable: "Operators",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "WelcomeMessages",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    GroupId = table.Column<long>(type: "bigint", nullable: false),
                    JoinReason = table.Column<byte>(type: "tinyint", nullable: true),
                    JoinChannel = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: true, collation: "Latin1_General_100_BIN2"),
                    Text = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Position = table.Column<int>(type: "int", nullable: false),
                    RemovedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    CreatedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    UpdatedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_WelcomeMessages", x => x.Id);
                    table.ForeignKey(
                        name: "FK_WelcomeMessages_Groups_GroupId",
                        column: x => x.GroupId,
                        principalTable: "Groups",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Wishes",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    Category = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Product = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Note = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: true, collation: "Latin1_General_100_BIN2"),
                    MemberId = table.Column<long>(type: "bigint", nullable: true),
                    GroupId = table.Column<long>(type: "bigint", nullable: true),
                    CampaignId = table.Column<long>(type: "bigint", nullable: true),
                    Status = table.Column<byte>(type: "tinyint", nullable: false),
                    StatusReason = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: true, collation: "Latin1_General_100_BIN2"),
                    StatusChangedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    VoteCount = table.Column<int>(type: "int", nullable: false),
                    IdempotencyKey = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true, collation: "Latin1_General_100_BIN2"),
                    CreatedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    UpdatedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Wishes", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Wishes_Campaigns_CampaignId",
                        column: x => x.CampaignId,
                        principalTable: "Campaigns",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Wishes_Groups_GroupId",
                        column: x => x.GroupId,
                        principalTable: "Groups",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Wishes_Members_MemberId",
                        column: x => x.MemberId,
                        principalTable: "Members",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "AnnouncementVersions",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    AnnouncementId = table.Column<long>(type: "bigint", nullable: false),
                    Number = table.Column<int>(type: "int", nullable: false),
                    Text = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: false, collation: "Latin1_General_100_BIN2"),
                    WrittenAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    WrittenById = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AnnouncementVersions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_AnnouncementVersions_Announcements_AnnouncementId",
                        column: x => x.AnnouncementId,
                        principalTable: "Announcements",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_AnnouncementVersions_Operators_WrittenById",
                        column: x => x.WrittenById,
                        principalTable: "Operators",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "MemberAttributes",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    MemberId = table.Column<long>(type: "bigint", nullable: false),
                    DefinitionId = table.Column<long>(type: "bigint", nullable: false),
                    Text = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: true, collation: "Latin1_General_100_BIN2"),
                    Number = table.Column<decimal>(type: "decimal(19,4)", precision: 19, scale: 4, nullable: true),
                    Boolean = table.Column<bool>(type: "bit", nullable: true),
                    Date = table.Column<DateOnly>(type: "date", nullable: true),
                    SetAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    SetById = table.Column<long>(type: "bigint", nullable: true)
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
                name: "CallEntries",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    CallListId = table.Column<long>(type: "bigint", nullable: false),
                    Round = table.Column<int>(type: "int", nullable: false),
                    MemberId = table.Column<long>(type: "bigint", nullable: false),
                    Region = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: true, collation: "Latin1_General_100_BIN2"),
                    OperatorId = table.Column<long>(type: "bigint", nullable: true),
                    AddedById = table.Column<long>(type: "bigint", nullable: true),
                    Status = table.Column<byte>(type: "tinyint", nullable: false),
                    SkipReason = table.Column<byte>(type: "tinyint", nullable: true),
                    AttemptCount = table.Column<int>(type: "int", nullable: false),
                    LastAttemptAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    NextCallAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    CreatedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    UpdatedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CallEntries", x => x.Id);
                    table.ForeignKey(
                        name: "FK_CallEntries_CallLists_CallListId",
                        column: x => x.CallListId,
                        principalTable: "CallLists",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_CallEntries_Members_MemberId",
                        column: x => x.MemberId,
                        principalTable: "Members",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_CallEntries_Operators_AddedById",
                        column: x => x.AddedById,
                        principalTable: "Operators",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_CallEntries_Operators_OperatorId",
                        column: x => x.OperatorId,
                        principalTable: "Operators",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "CallRules",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    CallListId = table.Column<long>(type: "bigint", nullable: false),
                    Region = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: true, collation: "Latin1_General_100_BIN2"),
                    OperatorId = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CallRules", x => x.Id);
                    table.ForeignKey(
                        name: "FK_CallRules_CallLists_CallListId",
                        column: x => x.CallListId,
                        principalTable: "CallLists",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_CallRules_Operators_OperatorId",
                        column: x => x.OperatorId,
                        principalTable: "Operators",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ChannelCosts",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    JoinChannelId = table.Column<long>(type: "bigint", nullable: false),
                    From = table.Column<DateOnly>(type: "date", nullable: false),
                    To = table.Column<DateOnly>(type: "date", nullable: false),
                    Amount = table.Column<decimal>(type: "decimal(19,4)", precision: 19, scale: 4, nullable: false),
                    Currency = table.Column<string>(type: "nvarchar(3)", maxLength: 3, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Note = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: true, collation: "Latin1_General_100_BIN2"),
                    CampaignId = table.Column<long>(type: "bigint", nullable: true),
                    CreatedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    UpdatedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ChannelCosts", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ChannelCosts_Campaigns_CampaignId",
                        column: x => x.CampaignId,
                        principalTable: "Campaigns",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ChannelCosts_JoinChannels_JoinChannelId",
                        column: x => x.JoinChannelId,
                        principalTable: "JoinChannels",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "EntryPoints",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    Code = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Name = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false, collation: "Latin1_General_100_BIN2"),
                    JoinChannelId = table.Column<long>(type: "bigint", nullable: false),
                    CampaignId = table.Column<long>(type: "bigint", nullable: true),
                    Status = table.Column<byte>(type: "tinyint", nullable: false),
                    FallbackIdentityId = table.Column<long>(type: "bigint", nullable: true),
                    LastTargetId = table.Column<long>(type: "bigint", nullable: true),
                    ExposureCount = table.Column<long>(type: "bigint", nullable: false),
                    ScanCount = table.Column<long>(type: "bigint", nullable: false),
                    FriendCount = table.Column<long>(type: "bigint", nullable: false),
                    InviteCount = table.Column<long>(type: "bigint", nullable: false),
                    JoinCount = table.Column<long>(type: "bigint", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    UpdatedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_EntryPoints", x => x.Id);
                    table.ForeignKey(
                        name: "FK_EntryPoints_Campaigns_CampaignId",
                        column: x => x.CampaignId,
                        principalTable: "Campaigns",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_EntryPoints_JoinChannels_JoinChannelId",
                        column: x => x.JoinChannelId,
                        principalTable: "JoinChannels",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "MemberMergeRows",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    MergeId = table.Column<long>(type: "bigint", nullable: false),
                    Step = table.Column<byte>(type: "tinyint", nullable: false),
                    Table = table.Column<string>(type: "nvarchar(128)", maxLength: 128, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Column = table.Column<string>(type: "nvarchar(128)", maxLength: 128, nullable: true, collation: "Latin1_General_100_BIN2"),
                    Row = table.Column<string>(type: "nvarchar(max)", nullable: true, collation: "Latin1_General_100_BIN2"),
                    Before = table.Column<string>(type: "nvarchar(max)", nullable: true, collation: "Latin1_General_100_BIN2"),
                    After = table.Column<string>(type: "nvarchar(max)", nullable: true, collation: "Latin1_General_100_BIN2")
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
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    MemberId = table.Column<long>(type: "bigint", nullable: false),
                    FromTierId = table.Column<long>(type: "bigint", nullable: true),
                    ToTierId = table.Column<long>(type: "bigint", nullable: true),
                    ChangedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    ChangedById = table.Column<long>(type: "bigint", nullable: true),
                    Reason = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: true, collation: "Latin1_General_100_BIN2")
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

            migrationBuilder.CreateTable(
                name: "RuleSetAttachments",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    RuleSetId = table.Column<long>(type: "bigint", nullable: false),
                    GroupId = table.Column<long>(type: "bigint", nullable: false),
                    Since = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Until = table.Column<DateTime>(type: "datetime2", nullable: true),
                    CreatedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    UpdatedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Version = table.Column<long>(type: "bigint", nullable: false)
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
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    RuleSetId = table.Column<long>(type: "bigint", nullable: false),
                    Number = table.Column<int>(type: "int", nullable: false),
                    Status = table.Column<byte>(type: "tinyint", nullable: false),
                    Introduction = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: true, collation: "Latin1_General_100_BIN2"),
                    PublishedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    PublishedById = table.Column<long>(type: "bigint", nullable: true),
                    CreatedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    UpdatedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Version = table.Column<long>(type: "bigint", nullable: false)
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
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    RuleSetId = table.Column<long>(type: "bigint", nullable: true),
                    GroupId = table.Column<long>(type: "bigint", nullable: true),
                    Limit = table.Column<int>(type: "int", nullable: false),
                    WindowDays = table.Column<int>(type: "int", nullable: true),
                    Action = table.Column<byte>(type: "tinyint", nullable: false),
                    SevereAction = table.Column<byte>(type: "tinyint", nullable: false),
                    BlacklistsEverywhere = table.Column<bool>(type: "bit", nullable: false),
                    BlacklistDays = table.Column<int>(type: "int", nullable: true),
                    NoticeTemplate = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: true, collation: "Latin1_General_100_BIN2"),
                    CreatedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    UpdatedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Version = table.Column<long>(type: "bigint", nullable: false)
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
                name: "JoinTerms",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    GroupId = table.Column<long>(type: "bigint", nullable: false),
                    CampaignId = table.Column<long>(type: "bigint", nullable: true),
                    SegmentId = table.Column<long>(type: "bigint", nullable: true),
                    EntryFeeAmount = table.Column<decimal>(type: "decimal(19,4)", precision: 19, scale: 4, nullable: true),
                    EntryFeeCurrency = table.Column<string>(type: "nvarchar(3)", maxLength: 3, nullable: true, collation: "Latin1_General_100_BIN2"),
                    CreatedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    UpdatedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_JoinTerms", x => x.Id);
                    table.ForeignKey(
                        name: "FK_JoinTerms_Campaigns_CampaignId",
                        column: x => x.CampaignId,
                        principalTable: "Campaigns",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_JoinTerms_Groups_GroupId",
                        column: x => x.GroupId,
                        principalTable: "Groups",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_JoinTerms_Segments_SegmentId",
                        column: x => x.SegmentId,
                        principalTable: "Segments",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "RoutingRules",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    Name = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Position = table.Column<int>(type: "int", nullable: false),
                    IsActive = table.Column<bool>(type: "bit", nullable: false),
                    SegmentId = table.Column<long>(type: "bigint", nullable: true),
                    Region = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: true, collation: "Latin1_General_100_BIN2"),
                    Platform = table.Column<byte>(type: "tinyint", nullable: true),
                    JoinChannelId = table.Column<long>(type: "bigint", nullable: true),
                    Label = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: true, collation: "Latin1_General_100_BIN2"),
                    GroupId = table.Column<long>(type: "bigint", nullable: false),
                    IncludesReplicas = table.Column<bool>(type: "bit", nullable: false),
                    Capacity = table.Column<int>(type: "int", nullable: true),
                    CreatedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    UpdatedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RoutingRules", x => x.Id);
                    table.ForeignKey(
                        name: "FK_RoutingRules_Groups_GroupId",
                        column: x => x.GroupId,
                        principalTable: "Groups",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_RoutingRules_JoinChannels_JoinChannelId",
                        column: x => x.JoinChannelId,
                        principalTable: "JoinChannels",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_RoutingRules_Segments_SegmentId",
                        column: x => x.SegmentId,
                        principalTable: "Segments",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "SegmentMembers",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    SegmentId = table.Column<long>(type: "bigint", nullable: false),
                    MemberId = table.Column<long>(type: "bigint", nullable: false),
                    EnteredAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    EnteredBy = table.Column<byte>(type: "tinyint", nullable: false),
                    LeftAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    LeftBy = table.Column<byte>(type: "tinyint", nullable: true)
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
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    SegmentId = table.Column<long>(type: "bigint", nullable: false),
                    MemberId = table.Column<long>(type: "bigint", nullable: false),
                    Kind = table.Column<byte>(type: "tinyint", nullable: false),
                    Reason = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: false, collation: "Latin1_General_100_BIN2"),
                    DecidedById = table.Column<long>(type: "bigint", nullable: true),
                    CreatedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    UpdatedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Version = table.Column<long>(type: "bigint", nullable: false)
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

            migrationBuilder.CreateTable(
                name: "TagRules",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    TagId = table.Column<long>(type: "bigint", nullable: false),
                    SegmentId = table.Column<long>(type: "bigint", nullable: false),
                    RemoveWhenEnds = table.Column<bool>(type: "bit", nullable: false),
                    IsActive = table.Column<bool>(type: "bit", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    UpdatedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TagRules", x => x.Id);
                    table.ForeignKey(
                        name: "FK_TagRules_Segments_SegmentId",
                        column: x => x.SegmentId,
                        principalTable: "Segments",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_TagRules_Tags_TagId",
                        column: x => x.TagId,
                        principalTable: "Tags",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "SensitiveWords",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    SensitiveWordListId = table.Column<long>(type: "bigint", nullable: false),
                    Text = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Folded = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false, collation: "Latin1_General_100_BIN2"),
                    CreatedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    UpdatedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Version = table.Column<long>(type: "bigint", nullable: false)
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
                name: "SurveyQuestions",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    SurveyId = table.Column<long>(type: "bigint", nullable: false),
                    Position = table.Column<int>(type: "int", nullable: false),
                    Key = table.Column<string>(type: "nvarchar(50)", maxLength: 50, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Kind = table.Column<byte>(type: "tinyint", nullable: false),
                    Text = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: false, collation: "Latin1_General_100_BIN2"),
                    IsRequired = table.Column<bool>(type: "bit", nullable: false),
                    ScaleMin = table.Column<int>(type: "int", nullable: true),
                    ScaleMax = table.Column<int>(type: "int", nullable: true),
                    Measure = table.Column<byte>(type: "tinyint", nullable: true),
                    CreatedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    UpdatedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SurveyQuestions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_SurveyQuestions_Surveys_SurveyId",
                        column: x => x.SurveyId,
                        principalTable: "Surveys",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "SurveyResponses",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    SurveyId = table.Column<long>(type: "bigint", nullable: false),
                    MemberId = table.Column<long>(type: "bigint", nullable: false),
                    GroupId = table.Column<long>(type: "bigint", nullable: true),
                    AnsweredAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    IdempotencyKey = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true, collation: "Latin1_General_100_BIN2"),
                    CreatedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    UpdatedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SurveyResponses", x => x.Id);
                    table.ForeignKey(
                        name: "FK_SurveyResponses_Groups_GroupId",
                        column: x => x.GroupId,
                        principalTable: "Groups",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_SurveyResponses_Members_MemberId",
                        column: x => x.MemberId,
                        principalTable: "Members",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_SurveyResponses_Surveys_SurveyId",
                        column: x => x.SurveyId,
                        principalTable: "Surveys",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "WishVotes",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    WishId = table.Column<long>(type: "bigint", nullable: false),
                    MemberId = table.Column<long>(type: "bigint", nullable: false),
                    VotedAt = table.Column<DateTime>(type: "datetime2", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_WishVotes", x => x.Id);
                    table.ForeignKey(
                        name: "FK_WishVotes_Members_MemberId",
                        column: x => x.MemberId,
                        principalTable: "Members",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_WishVotes_Wishes_WishId",
                        column: x => x.WishId,
                        principalTable: "Wishes",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "CallAttempts",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    CallEntryId = table.Column<long>(type: "bigint", nullable: false),
                    MemberId = table.Column<long>(type: "bigint", nullable: false),
                    OperatorId = table.Column<long>(type: "bigint", nullable: true),
                    Outcome = table.Column<byte>(type: "tinyint", nullable: false),
                    CalledAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Note = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: true, collation: "Latin1_General_100_BIN2"),
                    NextCallAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    IdempotencyKey = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true, collation: "Latin1_General_100_BIN2"),
                    CreatedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    UpdatedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CallAttempts", x => x.Id);
                    table.ForeignKey(
                        name: "FK_CallAttempts_CallEntries_CallEntryId",
                        column: x => x.CallEntryId,
                        principalTable: "CallEntries",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_CallAttempts_Members_MemberId",
                        column: x => x.MemberId,
                        principalTable: "Members",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_CallAttempts_Operators_OperatorId",
                        column: x => x.OperatorId,
                        principalTable: "Operators",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "EntryPointTargets",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    EntryPointId = table.Column<long>(type: "bigint", nullable: false),
                    Position = table.Column<int>(type: "int", nullable: false),
                    GroupId = table.Column<long>(type: "bigint", nullable: true),
                    IdentityId = table.Column<long>(type: "bigint", nullable: true),
                    Limit = table.Column<int>(type: "int", nullable: true),
                    ScanCount = table.Column<long>(type: "bigint", nullable: false),
                    FriendCount = table.Column<long>(type: "bigint", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    UpdatedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_EntryPointTargets", x => x.Id);
                    table.ForeignKey(
                        name: "FK_EntryPointTargets_EntryPoints_EntryPointId",
                        column: x => x.EntryPointId,
                        principalTable: "EntryPoints",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_EntryPointTargets_Groups_GroupId",
                        column: x => x.GroupId,
                        principalTable: "Groups",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_EntryPointTargets_Identities_IdentityId",
                        column: x => x.IdentityId,
                        principalTable: "Identities",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "JoinPaths",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    EntryPointId = table.Column<long>(type: "bigint", nullable: false),
                    GroupId = table.Column<long>(type: "bigint", nullable: false),
                    Platform = table.Column<byte>(type: "tinyint", nullable: false),
                    AccountExternalId = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true, collation: "Latin1_General_100_BIN2"),
                    DisplayName = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true, collation: "Latin1_General_100_BIN2"),
                    MemberId = table.Column<long>(type: "bigint", nullable: true),
                    MembershipId = table.Column<long>(type: "bigint", nullable: true),
                    Step = table.Column<byte>(type: "tinyint", nullable: false),
                    StepAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    StartedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    ScannedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    FriendedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    InvitedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    JoinedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    CreatedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    UpdatedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_JoinPaths", x => x.Id);
                    table.ForeignKey(
                        name: "FK_JoinPaths_EntryPoints_EntryPointId",
                        column: x => x.EntryPointId,
                        principalTable: "EntryPoints",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_JoinPaths_Groups_GroupId",
                        column: x => x.GroupId,
                        principalTable: "Groups",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_JoinPaths_Members_MemberId",
                        column: x => x.MemberId,
                        principalTable: "Members",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Rules",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    RuleSetVersionId = table.Column<long>(type: "bigint", nullable: false),
                    Position = table.Column<int>(type: "int", nullable: false),
                    Kind = table.Column<short>(type: "smallint", nullable: false),
                    Severity = table.Column<byte>(type: "tinyint", nullable: false),
                    Text = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: false, collation: "Latin1_General_100_BIN2"),
                    IsAutomatic = table.Column<bool>(type: "bit", nullable: false),
                    WatchesStaff = table.Column<bool>(type: "bit", nullable: false),
                    Pattern = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: true, collation: "Latin1_General_100_BIN2"),
                    AllowedHosts = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: true, collation: "Latin1_General_100_BIN2"),
                    MaxMessages = table.Column<int>(type: "int", nullable: true),
                    WithinSeconds = table.Column<int>(type: "int", nullable: true),
                    ContentTypes = table.Column<short>(type: "smallint", nullable: true),
                    CreatedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    UpdatedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Version = table.Column<long>(type: "bigint", nullable: false)
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
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    StrikePolicyId = table.Column<long>(type: "bigint", nullable: false),
                    Strike = table.Column<int>(type: "int", nullable: false),
                    Kind = table.Column<byte>(type: "tinyint", nullable: false),
                    MuteMinutes = table.Column<int>(type: "int", nullable: true)
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
                name: "SurveyOptions",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    QuestionId = table.Column<long>(type: "bigint", nullable: false),
                    Position = table.Column<int>(type: "int", nullable: false),
                    Label = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false, collation: "Latin1_General_100_BIN2"),
                    CreatedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    UpdatedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SurveyOptions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_SurveyOptions_SurveyQuestions_QuestionId",
                        column: x => x.QuestionId,
                        principalTable: "SurveyQuestions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "RuleWordLists",
                columns: table => new
                {
                    RuleId = table.Column<long>(type: "bigint", nullable: false),
                    SensitiveWordListId = table.Column<long>(type: "bigint", nullable: false)
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
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    GroupId = table.Column<long>(type: "bigint", nullable: false),
                    MemberId = table.Column<long>(type: "bigint", nullable: false),
                    MembershipId = table.Column<long>(type: "bigint", nullable: true),
                    Kind = table.Column<short>(type: "smallint", nullable: false),
                    Severity = table.Column<byte>(type: "tinyint", nullable: false),
                    RuleId = table.Column<long>(type: "bigint", nullable: true),
                    RuleSetVersionId = table.Column<long>(type: "bigint", nullable: true),
                    ActivityId = table.Column<long>(type: "bigint", nullable: true),
                    OccurredAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Source = table.Column<byte>(type: "tinyint", nullable: false),
                    ReportedById = table.Column<long>(type: "bigint", nullable: true),
                    SpanStart = table.Column<int>(type: "int", nullable: true),
                    SpanLength = table.Column<int>(type: "int", nullable: true),
                    Matched = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true, collation: "Latin1_General_100_BIN2"),
                    Evidence = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: true, collation: "Latin1_General_100_BIN2"),
                    Status = table.Column<byte>(type: "tinyint", nullable: false),
                    AssigneeId = table.Column<long>(type: "bigint", nullable: true),
                    IsStrike = table.Column<bool>(type: "bit", nullable: false),
                    DecidedById = table.Column<long>(type: "bigint", nullable: true),
                    DecidedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    DecisionNote = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: true, collation: "Latin1_General_100_BIN2"),
                    AppealedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    AppealText = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: true, collation: "Latin1_General_100_BIN2"),
                    AppealDecidedById = table.Column<long>(type: "bigint", nullable: true),
                    AppealDecidedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    AppealNote = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: true, collation: "Latin1_General_100_BIN2"),
                    CreatedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    UpdatedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Version = table.Column<long>(type: "bigint", nullable: false)
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
                name: "SurveyAnswers",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    ResponseId = table.Column<long>(type: "bigint", nullable: false),
                    QuestionId = table.Column<long>(type: "bigint", nullable: false),
                    MemberId = table.Column<long>(type: "bigint", nullable: false),
                    OptionId = table.Column<long>(type: "bigint", nullable: true),
                    Number = table.Column<double>(type: "float", nullable: true),
                    Text = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: true, collation: "Latin1_General_100_BIN2")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SurveyAnswers", x => x.Id);
                    table.ForeignKey(
                        name: "FK_SurveyAnswers_Members_MemberId",
                        column: x => x.MemberId,
                        principalTable: "Members",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_SurveyAnswers_SurveyOptions_OptionId",
                        column: x => x.OptionId,
                        principalTable: "SurveyOptions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_SurveyAnswers_SurveyQuestions_QuestionId",
                        column: x => x.QuestionId,
                        principalTable: "SurveyQuestions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_SurveyAnswers_SurveyResponses_ResponseId",
                        column: x => x.ResponseId,
                        principalTable: "SurveyResponses",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Penalties",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    ViolationId = table.Column<long>(type: "bigint", nullable: false),
                    GroupId = table.Column<long>(type: "bigint", nullable: false),
                    MemberId = table.Column<long>(type: "bigint", nullable: false),
                    MembershipId = table.Column<long>(type: "bigint", nullable: true),
                    Kind = table.Column<byte>(type: "tinyint", nullable: false),
                    Status = table.Column<byte>(type: "tinyint", nullable: false),
                    Strikes = table.Column<int>(type: "int", nullable: false),
                    DueAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    MuteMinutes = table.Column<int>(type: "int", nullable: true),
                    Notice = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: true, collation: "Latin1_General_100_BIN2"),
                    AppliedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    AppliedById = table.Column<long>(type: "bigint", nullable: true),
                    Failures = table.Column<int>(type: "int", nullable: false),
                    FailureReason = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: true, collation: "Latin1_General_100_BIN2"),
                    ReversedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    CreatedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    UpdatedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Version = table.Column<long>(type: "bigint", nullable: false)
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

            migrationBuilder.CreateTable(
                name: "Bans",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    MemberId = table.Column<long>(type: "bigint", nullable: true),
                    Platform = table.Column<byte>(type: "tinyint", nullable: true),
                    ExternalId = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true, collation: "Latin1_General_100_BIN2"),
                    IsForAllGroups = table.Column<bool>(type: "bit", nullable: false),
                    Reason = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: true, collation: "Latin1_General_100_BIN2"),
                    Since = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Until = table.Column<DateTime>(type: "datetime2", nullable: true),
                    IssuedById = table.Column<long>(type: "bigint", nullable: true),
                    PenaltyId = table.Column<long>(type: "bigint", nullable: true),
                    Status = table.Column<int>(type: "int", nullable: false),
                    LiftedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    LiftedById = table.Column<long>(type: "bigint", nullable: true),
                    LiftReason = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: true, collation: "Latin1_General_100_BIN2"),
                    CreatedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    UpdatedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Version = table.Column<long>(type: "bigint", nullable: false)
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
                    table.ForeignKey(
                        name: "FK_Bans_Penalties_PenaltyId",
                        column: x => x.PenaltyId,
                        principalTable: "Penalties",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "BanGroups",
                columns: table => new
                {
                    BanId = table.Column<long>(type: "bigint", nullable: false),
                    GroupId = table.Column<long>(type: "bigint", nullable: false)
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

            migrationBuilder.InsertData(
                table: "GroupTypeTemplates",
                columns: new[] { "Id", "CreatedAt", "Guidance", "KeyMetrics", "MaxAdmins", "MinAdmins", "Purposes", "Type", "UpdatedAt", "Version" },
                values: new object[,]
                {
                    { -5L, new DateTime(2026, 11, 22, 0, 0, 0, 0, DateTimeKind.Utc), "None of the others: say what it is for.", "INTERACTION_RATE MEMBER_COUNT LEAVE_RATE", 3, 1, (byte)8, (byte)5, new DateTime(2026, 11, 22, 0, 0, 0, 0, DateTimeKind.Utc), 1L },
                    { -4L, new DateTime(2026, 11, 22, 0, 0, 0, 0, DateTimeKind.Utc), "Core customers: an exclusive price and a short way to service.", "ACTIVE_MEMBER_RATE INTERACTION_RATE LEAVE_RATE", 3, 1, (byte)6, (byte)4, new DateTime(2026, 11, 22, 0, 0, 0, 0, DateTimeKind.Utc), 1L },
                    { -3L, new DateTime(2026, 11, 22, 0, 0, 0, 0, DateTimeKind.Utc), "Sells fast and closes by its date: orders shown, saving guides, red packets.", "JOIN_COUNT MESSAGES_PER_ACTIVE_MEMBER ACTIVE_MEMBER_RATE", 3, 1, (byte)4, (byte)3, new DateTime(2026, 11, 22, 0, 0, 0, 0, DateTimeKind.Utc), 1L },
                    { -2L, new DateTime(2026, 11, 22, 0, 0, 0, 0, DateTimeKind.Utc), "Deals and repurchase for many at a low price with little staff: perks, tasks, sharing.", "INTERACTION_RATE ACTIVE_MEMBER_RATE LEAVE_RATE", 1, 1, (byte)6, (byte)2, new DateTime(2026, 11, 22, 0, 0, 0, 0, DateTimeKind.Utc), 1L },
                    { -1L, new DateTime(2026, 11, 22, 0, 0, 0, 0, DateTimeKind.Utc), "Takes traffic in, from a low price to a higher one: perks, daily topics, play.", "JOIN_COUNT MEMBER_COUNT LEAVE_RATE INTERACTION_RATE", 3, 1, (byte)9, (byte)1, new DateTime(2026, 11, 22, 0, 0, 0, 0, DateTimeKind.Utc), 1L }
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
                name: "IX_Operators_Subject",
                table: "Operators",
                column: "Subject",
                unique: true,
                filter: "[Subject] IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Memberships_AttentionState_GroupId",
                table: "Memberships",
                columns: new[] { "AttentionState", "GroupId" });

            migrationBuilder.CreateIndex(
                name: "IX_Memberships_EntryPointId_JoinedAt",
                table: "Memberships",
                columns: new[] { "EntryPointId", "JoinedAt" },
                filter: "[EntryPointId] IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Memberships_JoinCampaignId",
                table: "Memberships",
                column: "JoinCampaignId",
                filter: "[JoinCampaignId] IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Memberships_JoinChannelId_JoinedAt",
                table: "Memberships",
                columns: new[] { "JoinChannelId", "JoinedAt" },
                filter: "[JoinChannelId] IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Memberships_JoinContentItemId",
                table: "Memberships",
                column: "JoinContentItemId",
                filter: "[JoinContentItemId] IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Memberships_KolMemberId",
                table: "Memberships",
                column: "KolMemberId",
                filter: "[KolMemberId] IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Members_ErasedAt",
                table: "Members",
                column: "ErasedAt");

            migrationBuilder.CreateIndex(
                name: "IX_Members_MergedIntoId",
                table: "Members",
                column: "MergedIntoId");

            migrationBuilder.CreateIndex(
                name: "IX_Identities_Primary",
                table: "Identities",
                column: "MemberId",
                unique: true,
                filter: "[PrimarySince] IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Groups_City",
                table: "Groups",
                column: "City");

            migrationBuilder.CreateIndex(
                name: "IX_Groups_IsOnBrand",
                table: "Groups",
                column: "IsOnBrand");

            migrationBuilder.CreateIndex(
                name: "IX_Groups_LineageDepth",
                table: "Groups",
                column: "LineageDepth");

            migrationBuilder.CreateIndex(
                name: "IX_Groups_RootGroupId",
                table: "Groups",
                column: "RootGroupId");

            migrationBuilder.CreateIndex(
                name: "IX_Groups_SeriesId_SeriesNumber",
                table: "Groups",
                columns: new[] { "SeriesId", "SeriesNumber" },
                unique: true,
                filter: "[SeriesId] IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Groups_Status_ClosesAt",
                table: "Groups",
                columns: new[] { "Status", "ClosesAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Groups_Status_OpensAt",
                table: "Groups",
                columns: new[] { "Status", "OpensAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Groups_Topic",
                table: "Groups",
                column: "Topic");

            migrationBuilder.CreateIndex(
                name: "IX_ApiKeys_FormerHash",
                table: "ApiKeys",
                column: "FormerHash");

            migrationBuilder.CreateIndex(
                name: "IX_Activities_CausedHere",
                table: "Activities",
                columns: new[] { "Kind", "MemberId", "OccurredAt" },
                filter: "\"Kind\" >= 100 AND [MemberId] IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_AccountControls_CreatedAt",
                table: "AccountControls",
                column: "CreatedAt");

            migrationBuilder.CreateIndex(
                name: "IX_AccountControls_GroupId_Since",
                table: "AccountControls",
                columns: new[] { "GroupId", "Since" });

            migrationBuilder.CreateIndex(
                name: "IX_AccountControls_MembershipId_Since",
                table: "AccountControls",
                columns: new[] { "MembershipId", "Since" });

            migrationBuilder.CreateIndex(
                name: "IX_AccountControls_OperatorId_Since",
                table: "AccountControls",
                columns: new[] { "OperatorId", "Since" });

            migrationBuilder.CreateIndex(
                name: "IX_AccountControls_Since",
                table: "AccountControls",
                column: "Since");

            migrationBuilder.CreateIndex(
                name: "IX_AccountControls_Until",
                table: "AccountControls",
                column: "Until");

            migrationBuilder.CreateIndex(
                name: "IX_AccountControls_UpdatedAt",
                table: "AccountControls",
                column: "UpdatedAt");

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
                filter: "[ResolvedAt] IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Alerts_UpdatedAt",
                table: "Alerts",
                column: "UpdatedAt");

            migrationBuilder.CreateIndex(
                name: "IX_Announcements_CreatedAt",
                table: "Announcements",
                column: "CreatedAt");

            migrationBuilder.CreateIndex(
                name: "IX_Announcements_GroupId_PublishAt",
                table: "Announcements",
                columns: new[] { "GroupId", "PublishAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Announcements_PinnedInGroupId",
                table: "Announcements",
                column: "PinnedInGroupId",
                unique: true,
                filter: "[PinnedInGroupId] IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Announcements_PublishAt",
                table: "Announcements",
                column: "PublishAt");

            migrationBuilder.CreateIndex(
                name: "IX_Announcements_PublishedAt",
                table: "Announcements",
                column: "PublishedAt");

            migrationBuilder.CreateIndex(
                name: "IX_Announcements_Status_PublishAt",
                table: "Announcements",
                columns: new[] { "Status", "PublishAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Announcements_UpdatedAt",
                table: "Announcements",
                column: "UpdatedAt");

            migrationBuilder.CreateIndex(
                name: "IX_AnnouncementVersions_AnnouncementId_Number",
                table: "AnnouncementVersions",
                columns: new[] { "AnnouncementId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_AnnouncementVersions_WrittenById",
                table: "AnnouncementVersions",
                column: "WrittenById");

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
                name: "IX_Bans_PenaltyId",
                table: "Bans",
                column: "PenaltyId");

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
                name: "IX_CallAttempts_CallEntryId_CalledAt",
                table: "CallAttempts",
                columns: new[] { "CallEntryId", "CalledAt" });

            migrationBuilder.CreateIndex(
                name: "IX_CallAttempts_CallEntryId_IdempotencyKey",
                table: "CallAttempts",
                columns: new[] { "CallEntryId", "IdempotencyKey" },
                unique: true,
                filter: "[IdempotencyKey] IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_CallAttempts_CreatedAt",
                table: "CallAttempts",
                column: "CreatedAt");

            migrationBuilder.CreateIndex(
                name: "IX_CallAttempts_MemberId",
                table: "CallAttempts",
                column: "MemberId");

            migrationBuilder.CreateIndex(
                name: "IX_CallAttempts_OperatorId",
                table: "CallAttempts",
                column: "OperatorId");

            migrationBuilder.CreateIndex(
                name: "IX_CallAttempts_UpdatedAt",
                table: "CallAttempts",
                column: "UpdatedAt");

            migrationBuilder.CreateIndex(
                name: "IX_CallEntries_AddedById",
                table: "CallEntries",
                column: "AddedById");

            migrationBuilder.CreateIndex(
                name: "IX_CallEntries_CallListId_Round_MemberId",
                table: "CallEntries",
                columns: new[] { "CallListId", "Round", "MemberId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_CallEntries_CallListId_Round_OperatorId_Status",
                table: "CallEntries",
                columns: new[] { "CallListId", "Round", "OperatorId", "Status" });

            migrationBuilder.CreateIndex(
                name: "IX_CallEntries_CreatedAt",
                table: "CallEntries",
                column: "CreatedAt");

            migrationBuilder.CreateIndex(
                name: "IX_CallEntries_MemberId",
                table: "CallEntries",
                column: "MemberId");

            migrationBuilder.CreateIndex(
                name: "IX_CallEntries_NextCallAt",
                table: "CallEntries",
                column: "NextCallAt");

            migrationBuilder.CreateIndex(
                name: "IX_CallEntries_OperatorId_Status_NextCallAt",
                table: "CallEntries",
                columns: new[] { "OperatorId", "Status", "NextCallAt" });

            migrationBuilder.CreateIndex(
                name: "IX_CallEntries_UpdatedAt",
                table: "CallEntries",
                column: "UpdatedAt");

            migrationBuilder.CreateIndex(
                name: "IX_CallLists_CampaignId",
                table: "CallLists",
                column: "CampaignId");

            migrationBuilder.CreateIndex(
                name: "IX_CallLists_CreatedAt",
                table: "CallLists",
                column: "CreatedAt");

            migrationBuilder.CreateIndex(
                name: "IX_CallLists_CreatedById",
                table: "CallLists",
                column: "CreatedById");

            migrationBuilder.CreateIndex(
                name: "IX_CallLists_IdempotencyKey",
                table: "CallLists",
                column: "IdempotencyKey",
                unique: true,
                filter: "[IdempotencyKey] IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_CallLists_Name",
                table: "CallLists",
                column: "Name");

            migrationBuilder.CreateIndex(
                name: "IX_CallLists_Status_CreatedAt",
                table: "CallLists",
                columns: new[] { "Status", "CreatedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_CallLists_UpdatedAt",
                table: "CallLists",
                column: "UpdatedAt");

            migrationBuilder.CreateIndex(
                name: "IX_CallRules_CallListId",
                table: "CallRules",
                column: "CallListId");

            migrationBuilder.CreateIndex(
                name: "IX_CallRules_OperatorId",
                table: "CallRules",
                column: "OperatorId");

            migrationBuilder.CreateIndex(
                name: "IX_ChannelCosts_CampaignId",
                table: "ChannelCosts",
                column: "CampaignId");

            migrationBuilder.CreateIndex(
                name: "IX_ChannelCosts_CreatedAt",
                table: "ChannelCosts",
                column: "CreatedAt");

            migrationBuilder.CreateIndex(
                name: "IX_ChannelCosts_From",
                table: "ChannelCosts",
                column: "From");

            migrationBuilder.CreateIndex(
                name: "IX_ChannelCosts_JoinChannelId_From",
                table: "ChannelCosts",
                columns: new[] { "JoinChannelId", "From" });

            migrationBuilder.CreateIndex(
                name: "IX_ChannelCosts_UpdatedAt",
                table: "ChannelCosts",
                column: "UpdatedAt");

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
                name: "IX_EntryDays_EntryPointId",
                table: "EntryDays",
                column: "EntryPointId");

            migrationBuilder.CreateIndex(
                name: "IX_EntryDays_GroupId_Day",
                table: "EntryDays",
                columns: new[] { "GroupId", "Day" });

            migrationBuilder.CreateIndex(
                name: "IX_EntryPoints_CampaignId",
                table: "EntryPoints",
                column: "CampaignId");

            migrationBuilder.CreateIndex(
                name: "IX_EntryPoints_Code",
                table: "EntryPoints",
                column: "Code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_EntryPoints_CreatedAt",
                table: "EntryPoints",
                column: "CreatedAt");

            migrationBuilder.CreateIndex(
                name: "IX_EntryPoints_JoinChannelId",
                table: "EntryPoints",
                column: "JoinChannelId");

            migrationBuilder.CreateIndex(
                name: "IX_EntryPoints_Name",
                table: "EntryPoints",
                column: "Name");

            migrationBuilder.CreateIndex(
                name: "IX_EntryPoints_Status",
                table: "EntryPoints",
                column: "Status");

            migrationBuilder.CreateIndex(
                name: "IX_EntryPoints_UpdatedAt",
                table: "EntryPoints",
                column: "UpdatedAt");

            migrationBuilder.CreateIndex(
                name: "IX_EntryPointTargets_CreatedAt",
                table: "EntryPointTargets",
                column: "CreatedAt");

            migrationBuilder.CreateIndex(
                name: "IX_EntryPointTargets_EntryPointId_Position",
                table: "EntryPointTargets",
                columns: new[] { "EntryPointId", "Position" });

            migrationBuilder.CreateIndex(
                name: "IX_EntryPointTargets_GroupId",
                table: "EntryPointTargets",
                column: "GroupId");

            migrationBuilder.CreateIndex(
                name: "IX_EntryPointTargets_IdentityId",
                table: "EntryPointTargets",
                column: "IdentityId");

            migrationBuilder.CreateIndex(
                name: "IX_EntryPointTargets_UpdatedAt",
                table: "EntryPointTargets",
                column: "UpdatedAt");

            migrationBuilder.CreateIndex(
                name: "IX_Feedback_AssigneeId_Status",
                table: "Feedback",
                columns: new[] { "AssigneeId", "Status" });

            migrationBuilder.CreateIndex(
                name: "IX_Feedback_CampaignId_ReceivedAt",
                table: "Feedback",
                columns: new[] { "CampaignId", "ReceivedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Feedback_Channel_ReceivedAt",
                table: "Feedback",
                columns: new[] { "Channel", "ReceivedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Feedback_ClosedAt",
                table: "Feedback",
                column: "ClosedAt");

            migrationBuilder.CreateIndex(
                name: "IX_Feedback_CreatedAt",
                table: "Feedback",
                column: "CreatedAt");

            migrationBuilder.CreateIndex(
                name: "IX_Feedback_GroupId_ReceivedAt",
                table: "Feedback",
                columns: new[] { "GroupId", "ReceivedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Feedback_IdempotencyKey",
                table: "Feedback",
                column: "IdempotencyKey",
                unique: true,
                filter: "[IdempotencyKey] IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Feedback_MemberId_ReceivedAt",
                table: "Feedback",
                columns: new[] { "MemberId", "ReceivedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Feedback_Product_ReceivedAt",
                table: "Feedback",
                columns: new[] { "Product", "ReceivedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Feedback_ReceivedAt",
                table: "Feedback",
                column: "ReceivedAt");

            migrationBuilder.CreateIndex(
                name: "IX_Feedback_Sentiment_ReceivedAt",
                table: "Feedback",
                columns: new[] { "Sentiment", "ReceivedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Feedback_Status_ReceivedAt",
                table: "Feedback",
                columns: new[] { "Status", "ReceivedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Feedback_Topic_ReceivedAt",
                table: "Feedback",
                columns: new[] { "Topic", "ReceivedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Feedback_UpdatedAt",
                table: "Feedback",
                column: "UpdatedAt");

            migrationBuilder.CreateIndex(
                name: "IX_GroupHandovers_CreatedAt",
                table: "GroupHandovers",
                column: "CreatedAt");

            migrationBuilder.CreateIndex(
                name: "IX_GroupHandovers_FromOperatorId_HandedOverAt",
                table: "GroupHandovers",
                columns: new[] { "FromOperatorId", "HandedOverAt" });

            migrationBuilder.CreateIndex(
                name: "IX_GroupHandovers_GroupId_HandedOverAt",
                table: "GroupHandovers",
                columns: new[] { "GroupId", "HandedOverAt" });

            migrationBuilder.CreateIndex(
                name: "IX_GroupHandovers_HandedOverAt",
                table: "GroupHandovers",
                column: "HandedOverAt");

            migrationBuilder.CreateIndex(
                name: "IX_GroupHandovers_HandedOverById",
                table: "GroupHandovers",
                column: "HandedOverById");

            migrationBuilder.CreateIndex(
                name: "IX_GroupHandovers_ToOperatorId_HandedOverAt",
                table: "GroupHandovers",
                columns: new[] { "ToOperatorId", "HandedOverAt" });

            migrationBuilder.CreateIndex(
                name: "IX_GroupHandovers_UpdatedAt",
                table: "GroupHandovers",
                column: "UpdatedAt");

            migrationBuilder.CreateIndex(
                name: "IX_GroupSeries_CreatedAt",
                table: "GroupSeries",
                column: "CreatedAt");

            migrationBuilder.CreateIndex(
                name: "IX_GroupSeries_Name",
                table: "GroupSeries",
                column: "Name",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_GroupSeries_UpdatedAt",
                table: "GroupSeries",
                column: "UpdatedAt");

            migrationBuilder.CreateIndex(
                name: "IX_GroupTypeTemplates_CreatedAt",
                table: "GroupTypeTemplates",
                column: "CreatedAt");

            migrationBuilder.CreateIndex(
                name: "IX_GroupTypeTemplates_Type",
                table: "GroupTypeTemplates",
                column: "Type",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_GroupTypeTemplates_UpdatedAt",
                table: "GroupTypeTemplates",
                column: "UpdatedAt");

            migrationBuilder.CreateIndex(
                name: "IX_ItemTags_AddedById",
                table: "ItemTags",
                column: "AddedById");

            migrationBuilder.CreateIndex(
                name: "IX_ItemTags_ContentItemId_TagId",
                table: "ItemTags",
                columns: new[] { "ContentItemId", "TagId" });

            migrationBuilder.CreateIndex(
                name: "IX_ItemTags_ExpiresAt",
                table: "ItemTags",
                column: "ExpiresAt");

            migrationBuilder.CreateIndex(
                name: "IX_ItemTags_GroupId_TagId",
                table: "ItemTags",
                columns: new[] { "GroupId", "TagId" });

            migrationBuilder.CreateIndex(
                name: "IX_ItemTags_MembershipId_TagId",
                table: "ItemTags",
                columns: new[] { "MembershipId", "TagId" });

            migrationBuilder.CreateIndex(
                name: "IX_ItemTags_TagId",
                table: "ItemTags",
                column: "TagId");

            migrationBuilder.CreateIndex(
                name: "IX_JoinChannels_CreatedAt",
                table: "JoinChannels",
                column: "CreatedAt");

            migrationBuilder.CreateIndex(
                name: "IX_JoinChannels_Kind",
                table: "JoinChannels",
                column: "Kind");

            migrationBuilder.CreateIndex(
                name: "IX_JoinChannels_Name",
                table: "JoinChannels",
                column: "Name",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_JoinChannels_UpdatedAt",
                table: "JoinChannels",
                column: "UpdatedAt");

            migrationBuilder.CreateIndex(
                name: "IX_JoinPaths_AccountExternalId_Platform",
                table: "JoinPaths",
                columns: new[] { "AccountExternalId", "Platform" });

            migrationBuilder.CreateIndex(
                name: "IX_JoinPaths_CreatedAt",
                table: "JoinPaths",
                column: "CreatedAt");

            migrationBuilder.CreateIndex(
                name: "IX_JoinPaths_EntryPointId_StartedAt",
                table: "JoinPaths",
                columns: new[] { "EntryPointId", "StartedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_JoinPaths_GroupId_Step_StepAt",
                table: "JoinPaths",
                columns: new[] { "GroupId", "Step", "StepAt" });

            migrationBuilder.CreateIndex(
                name: "IX_JoinPaths_MemberId",
                table: "JoinPaths",
                column: "MemberId");

            migrationBuilder.CreateIndex(
                name: "IX_JoinPaths_StartedAt",
                table: "JoinPaths",
                column: "StartedAt");

            migrationBuilder.CreateIndex(
                name: "IX_JoinPaths_Step_StepAt",
                table: "JoinPaths",
                columns: new[] { "Step", "StepAt" });

            migrationBuilder.CreateIndex(
                name: "IX_JoinPaths_StepAt",
                table: "JoinPaths",
                column: "StepAt");

            migrationBuilder.CreateIndex(
                name: "IX_JoinPaths_UpdatedAt",
                table: "JoinPaths",
                column: "UpdatedAt");

            migrationBuilder.CreateIndex(
                name: "IX_JoinRequests_AccountExternalId_Platform",
                table: "JoinRequests",
                columns: new[] { "AccountExternalId", "Platform" });

            migrationBuilder.CreateIndex(
                name: "IX_JoinRequests_CampaignId",
                table: "JoinRequests",
                column: "CampaignId");

            migrationBuilder.CreateIndex(
                name: "IX_JoinRequests_CreatedAt",
                table: "JoinRequests",
                column: "CreatedAt");

            migrationBuilder.CreateIndex(
                name: "IX_JoinRequests_DecidedById",
                table: "JoinRequests",
                column: "DecidedById");

            migrationBuilder.CreateIndex(
                name: "IX_JoinRequests_ExpiresAt",
                table: "JoinRequests",
                column: "ExpiresAt");

            migrationBuilder.CreateIndex(
                name: "IX_JoinRequests_GroupId_Status_RequestedAt",
                table: "JoinRequests",
                columns: new[] { "GroupId", "Status", "RequestedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_JoinRequests_InvitedById",
                table: "JoinRequests",
                column: "InvitedById");

            migrationBuilder.CreateIndex(
                name: "IX_JoinRequests_InvitedByOperatorId",
                table: "JoinRequests",
                column: "InvitedByOperatorId");

            migrationBuilder.CreateIndex(
                name: "IX_JoinRequests_MemberId",
                table: "JoinRequests",
                column: "MemberId");

            migrationBuilder.CreateIndex(
                name: "IX_JoinRequests_OrderId",
                table: "JoinRequests",
                column: "OrderId");

            migrationBuilder.CreateIndex(
                name: "IX_JoinRequests_Pending",
                table: "JoinRequests",
                columns: new[] { "GroupId", "Platform", "AccountExternalId" },
                unique: true,
                filter: "[Status] = 1");

            migrationBuilder.CreateIndex(
                name: "IX_JoinRequests_RequestedAt",
                table: "JoinRequests",
                column: "RequestedAt");

            migrationBuilder.CreateIndex(
                name: "IX_JoinRequests_Status_ExpiresAt",
                table: "JoinRequests",
                columns: new[] { "Status", "ExpiresAt" });

            migrationBuilder.CreateIndex(
                name: "IX_JoinRequests_UpdatedAt",
                table: "JoinRequests",
                column: "UpdatedAt");

            migrationBuilder.CreateIndex(
                name: "IX_JoinTerms_CampaignId",
                table: "JoinTerms",
                column: "CampaignId");

            migrationBuilder.CreateIndex(
                name: "IX_JoinTerms_CreatedAt",
                table: "JoinTerms",
                column: "CreatedAt");

            migrationBuilder.CreateIndex(
                name: "IX_JoinTerms_GroupId",
                table: "JoinTerms",
                column: "GroupId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_JoinTerms_SegmentId",
                table: "JoinTerms",
                column: "SegmentId");

            migrationBuilder.CreateIndex(
                name: "IX_JoinTerms_UpdatedAt",
                table: "JoinTerms",
                column: "UpdatedAt");

            migrationBuilder.CreateIndex(
                name: "IX_MemberAttributes_DefinitionId_Boolean_MemberId",
                table: "MemberAttributes",
                columns: new[] { "DefinitionId", "Boolean", "MemberId" },
                filter: "[Boolean] IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_MemberAttributes_DefinitionId_Date_MemberId",
                table: "MemberAttributes",
                columns: new[] { "DefinitionId", "Date", "MemberId" },
                filter: "[Date] IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_MemberAttributes_DefinitionId_Number_MemberId",
                table: "MemberAttributes",
                columns: new[] { "DefinitionId", "Number", "MemberId" },
                filter: "[Number] IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_MemberAttributes_DefinitionId_Text_MemberId",
                table: "MemberAttributes",
                columns: new[] { "DefinitionId", "Text", "MemberId" },
                filter: "[Text] IS NOT NULL");

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
                filter: "[UnmergedAt] IS NULL");

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
                filter: "[Key] IS NOT NULL");

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
                name: "IX_MutationReceipts_CreatedAt",
                table: "MutationReceipts",
                column: "CreatedAt");

            migrationBuilder.CreateIndex(
                name: "IX_MutationReceipts_OperatorId_KeyHash",
                table: "MutationReceipts",
                columns: new[] { "OperatorId", "KeyHash" },
                unique: true);

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
                name: "IX_RoutingRules_CreatedAt",
                table: "RoutingRules",
                column: "CreatedAt");

            migrationBuilder.CreateIndex(
                name: "IX_RoutingRules_GroupId",
                table: "RoutingRules",
                column: "GroupId");

            migrationBuilder.CreateIndex(
                name: "IX_RoutingRules_JoinChannelId",
                table: "RoutingRules",
                column: "JoinChannelId");

            migrationBuilder.CreateIndex(
                name: "IX_RoutingRules_Position",
                table: "RoutingRules",
                column: "Position");

            migrationBuilder.CreateIndex(
                name: "IX_RoutingRules_SegmentId",
                table: "RoutingRules",
                column: "SegmentId");

            migrationBuilder.CreateIndex(
                name: "IX_RoutingRules_UpdatedAt",
                table: "RoutingRules",
                column: "UpdatedAt");

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
                filter: "[Until] IS NULL");

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
                name: "IX_SegmentMembers_MemberId_SegmentId_LeftAt",
                table: "SegmentMembers",
                columns: new[] { "MemberId", "SegmentId", "LeftAt" });

            migrationBuilder.CreateIndex(
                name: "IX_SegmentMembers_Open",
                table: "SegmentMembers",
                columns: new[] { "SegmentId", "MemberId" },
                unique: true,
                filter: "[LeftAt] IS NULL");

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
                name: "IX_SurveyAnswers_MemberId",
                table: "SurveyAnswers",
                column: "MemberId");

            migrationBuilder.CreateIndex(
                name: "IX_SurveyAnswers_OptionId",
                table: "SurveyAnswers",
                column: "OptionId");

            migrationBuilder.CreateIndex(
                name: "IX_SurveyAnswers_QuestionId_Number_MemberId",
                table: "SurveyAnswers",
                columns: new[] { "QuestionId", "Number", "MemberId" });

            migrationBuilder.CreateIndex(
                name: "IX_SurveyAnswers_QuestionId_OptionId_MemberId",
                table: "SurveyAnswers",
                columns: new[] { "QuestionId", "OptionId", "MemberId" });

            migrationBuilder.CreateIndex(
                name: "IX_SurveyAnswers_ResponseId_QuestionId",
                table: "SurveyAnswers",
                columns: new[] { "ResponseId", "QuestionId" });

            migrationBuilder.CreateIndex(
                name: "IX_SurveyOptions_CreatedAt",
                table: "SurveyOptions",
                column: "CreatedAt");

            migrationBuilder.CreateIndex(
                name: "IX_SurveyOptions_QuestionId_Position",
                table: "SurveyOptions",
                columns: new[] { "QuestionId", "Position" });

            migrationBuilder.CreateIndex(
                name: "IX_SurveyOptions_UpdatedAt",
                table: "SurveyOptions",
                column: "UpdatedAt");

            migrationBuilder.CreateIndex(
                name: "IX_SurveyQuestions_CreatedAt",
                table: "SurveyQuestions",
                column: "CreatedAt");

            migrationBuilder.CreateIndex(
                name: "IX_SurveyQuestions_Measure",
                table: "SurveyQuestions",
                column: "Measure");

            migrationBuilder.CreateIndex(
                name: "IX_SurveyQuestions_SurveyId_Key",
                table: "SurveyQuestions",
                columns: new[] { "SurveyId", "Key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_SurveyQuestions_SurveyId_Position",
                table: "SurveyQuestions",
                columns: new[] { "SurveyId", "Position" });

            migrationBuilder.CreateIndex(
                name: "IX_SurveyQuestions_UpdatedAt",
                table: "SurveyQuestions",
                column: "UpdatedAt");

            migrationBuilder.CreateIndex(
                name: "IX_SurveyResponses_AnsweredAt",
                table: "SurveyResponses",
                column: "AnsweredAt");

            migrationBuilder.CreateIndex(
                name: "IX_SurveyResponses_CreatedAt",
                table: "SurveyResponses",
                column: "CreatedAt");

            migrationBuilder.CreateIndex(
                name: "IX_SurveyResponses_GroupId_AnsweredAt",
                table: "SurveyResponses",
                columns: new[] { "GroupId", "AnsweredAt" });

            migrationBuilder.CreateIndex(
                name: "IX_SurveyResponses_MemberId_AnsweredAt",
                table: "SurveyResponses",
                columns: new[] { "MemberId", "AnsweredAt" });

            migrationBuilder.CreateIndex(
                name: "IX_SurveyResponses_SurveyId_MemberId",
                table: "SurveyResponses",
                columns: new[] { "SurveyId", "MemberId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_SurveyResponses_UpdatedAt",
                table: "SurveyResponses",
                column: "UpdatedAt");

            migrationBuilder.CreateIndex(
                name: "IX_Surveys_ClosesAt",
                table: "Surveys",
                column: "ClosesAt");

            migrationBuilder.CreateIndex(
                name: "IX_Surveys_CreatedAt",
                table: "Surveys",
                column: "CreatedAt");

            migrationBuilder.CreateIndex(
                name: "IX_Surveys_CreatedById",
                table: "Surveys",
                column: "CreatedById");

            migrationBuilder.CreateIndex(
                name: "IX_Surveys_GroupId",
                table: "Surveys",
                column: "GroupId");

            migrationBuilder.CreateIndex(
                name: "IX_Surveys_IdempotencyKey",
                table: "Surveys",
                column: "IdempotencyKey",
                unique: true,
                filter: "[IdempotencyKey] IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Surveys_OpenedAt",
                table: "Surveys",
                column: "OpenedAt");

            migrationBuilder.CreateIndex(
                name: "IX_Surveys_Status_ClosesAt",
                table: "Surveys",
                columns: new[] { "Status", "ClosesAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Surveys_Title",
                table: "Surveys",
                column: "Title");

            migrationBuilder.CreateIndex(
                name: "IX_Surveys_UpdatedAt",
                table: "Surveys",
                column: "UpdatedAt");

            migrationBuilder.CreateIndex(
                name: "IX_TagRules_CreatedAt",
                table: "TagRules",
                column: "CreatedAt");

            migrationBuilder.CreateIndex(
                name: "IX_TagRules_SegmentId",
                table: "TagRules",
                column: "SegmentId");

            migrationBuilder.CreateIndex(
                name: "IX_TagRules_TagId",
                table: "TagRules",
                column: "TagId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_TagRules_UpdatedAt",
                table: "TagRules",
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

            migrationBuilder.CreateIndex(
                name: "IX_WelcomeMessages_CreatedAt",
                table: "WelcomeMessages",
                column: "CreatedAt");

            migrationBuilder.CreateIndex(
                name: "IX_WelcomeMessages_GroupId_RemovedAt_Position",
                table: "WelcomeMessages",
                columns: new[] { "GroupId", "RemovedAt", "Position" });

            migrationBuilder.CreateIndex(
                name: "IX_WelcomeMessages_UpdatedAt",
                table: "WelcomeMessages",
                column: "UpdatedAt");

            migrationBuilder.CreateIndex(
                name: "IX_Wishes_CampaignId",
                table: "Wishes",
                column: "CampaignId");

            migrationBuilder.CreateIndex(
                name: "IX_Wishes_Category_VoteCount",
                table: "Wishes",
                columns: new[] { "Category", "VoteCount" });

            migrationBuilder.CreateIndex(
                name: "IX_Wishes_CreatedAt",
                table: "Wishes",
                column: "CreatedAt");

            migrationBuilder.CreateIndex(
                name: "IX_Wishes_GroupId_VoteCount",
                table: "Wishes",
                columns: new[] { "GroupId", "VoteCount" });

            migrationBuilder.CreateIndex(
                name: "IX_Wishes_IdempotencyKey",
                table: "Wishes",
                column: "IdempotencyKey",
                unique: true,
                filter: "[IdempotencyKey] IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Wishes_MemberId",
                table: "Wishes",
                column: "MemberId");

            migrationBuilder.CreateIndex(
                name: "IX_Wishes_Product",
                table: "Wishes",
                column: "Product");

            migrationBuilder.CreateIndex(
                name: "IX_Wishes_Status_Category_VoteCount",
                table: "Wishes",
                columns: new[] { "Status", "Category", "VoteCount" });

            migrationBuilder.CreateIndex(
                name: "IX_Wishes_Status_VoteCount",
                table: "Wishes",
                columns: new[] { "Status", "VoteCount" });

            migrationBuilder.CreateIndex(
                name: "IX_Wishes_UpdatedAt",
                table: "Wishes",
                column: "UpdatedAt");

            migrationBuilder.CreateIndex(
                name: "IX_Wishes_VoteCount",
                table: "Wishes",
                column: "VoteCount");

            migrationBuilder.CreateIndex(
                name: "IX_WishVotes_MemberId",
                table: "WishVotes",
                column: "MemberId");

            migrationBuilder.CreateIndex(
                name: "IX_WishVotes_WishId_MemberId",
                table: "WishVotes",
                columns: new[] { "WishId", "MemberId" },
                unique: true);

            migrationBuilder.AddForeignKey(
                name: "FK_Groups_GroupSeries_SeriesId",
                table: "Groups",
                column: "SeriesId",
                principalTable: "GroupSeries",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "FK_Groups_Groups_RootGroupId",
                table: "Groups",
                column: "RootGroupId",
                principalTable: "Groups",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);

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

            migrationBuilder.AddForeignKey(
                name: "FK_Memberships_Campaigns_JoinCampaignId",
                table: "Memberships",
                column: "JoinCampaignId",
                principalTable: "Campaigns",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "FK_Memberships_ContentItems_JoinContentItemId",
                table: "Memberships",
                column: "JoinContentItemId",
                principalTable: "ContentItems",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "FK_Memberships_EntryPoints_EntryPointId",
                table: "Memberships",
                column: "EntryPointId",
                principalTable: "EntryPoints",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "FK_Memberships_JoinChannels_JoinChannelId",
                table: "Memberships",
                column: "JoinChannelId",
                principalTable: "JoinChannels",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "FK_Memberships_Members_KolMemberId",
                table: "Memberships",
                column: "KolMemberId",
                principalTable: "Members",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.RestorePeople();
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_Groups_GroupSeries_SeriesId",
                table: "Groups");

            migrationBuilder.DropForeignKey(
                name: "FK_Groups_Groups_RootGroupId",
                table: "Groups");

            migrationBuilder.DropForeignKey(
                name: "FK_Members_MemberTiers_TierId",
                table: "Members");

            migrationBuilder.DropForeignKey(
                name: "FK_Members_Members_MergedIntoId",
                table: "Members");

            migrationBuilder.DropForeignKey(
                name: "FK_Memberships_Campaigns_JoinCampaignId",
                table: "Memberships");

            migrationBuilder.DropForeignKey(
                name: "FK_Memberships_ContentItems_JoinContentItemId",
                table: "Memberships");

            migrationBuilder.DropForeignKey(
                name: "FK_Memberships_EntryPoints_EntryPointId",
                table: "Memberships");

            migrationBuilder.DropForeignKey(
                name: "FK_Memberships_JoinChannels_JoinChannelId",
                table: "Memberships");

            migrationBuilder.DropForeignKey(
                name: "FK_Memberships_Members_KolMemberId",
                table: "Memberships");

            migrationBuilder.DropTable(
                name: "AccountControls");

            migrationBuilder.DropTable(
                name: "AlertEvaluations");

            migrationBuilder.DropTable(
                name: "Alerts");

            migrationBuilder.DropTable(
                name: "AnnouncementVersions");

            migrationBuilder.DropTable(
                name: "AuditEntries");

            migrationBuilder.DropTable(
                name: "BanGroups");

            migrationBuilder.DropTable(
                name: "CallAttempts");

            migrationBuilder.DropTable(
                name: "CallRules");

            migrationBuilder.DropTable(
                name: "ChannelCosts");

            migrationBuilder.DropTable(
                name: "ContactPreferences");

            migrationBuilder.DropTable(
                name: "EntryDays");

            migrationBuilder.DropTable(
                name: "EntryPointTargets");

            migrationBuilder.DropTable(
                name: "Feedback");

            migrationBuilder.DropTable(
                name: "GroupHandovers");

            migrationBuilder.DropTable(
                name: "GroupSeries");

            migrationBuilder.DropTable(
                name: "GroupTypeTemplates");

            migrationBuilder.DropTable(
                name: "ItemTags");

            migrationBuilder.DropTable(
                name: "JoinPaths");

            migrationBuilder.DropTable(
                name: "JoinRequests");

            migrationBuilder.DropTable(
                name: "JoinTerms");

            migrationBuilder.DropTable(
                name: "MemberAttributes");

            migrationBuilder.DropTable(
                name: "MemberMergeActivities");

            migrationBuilder.DropTable(
                name: "MemberMergeRows");

            migrationBuilder.DropTable(
                name: "MemberTierChanges");

            migrationBuilder.DropTable(
                name: "MemberTouches");

            migrationBuilder.DropTable(
                name: "MessageTrails");

            migrationBuilder.DropTable(
                name: "MutationReceipts");

            migrationBuilder.DropTable(
                name: "PenaltySteps");

            migrationBuilder.DropTable(
                name: "PlatformCapabilities");

            migrationBuilder.DropTable(
                name: "PlatformPolicies");

            migrationBuilder.DropTable(
                name: "RetentionStates");

            migrationBuilder.DropTable(
                name: "RoutingRules");

            migrationBuilder.DropTable(
                name: "RuleSetAttachments");

            migrationBuilder.DropTable(
                name: "RuleWordLists");

            migrationBuilder.DropTable(
                name: "SegmentMembers");

            migrationBuilder.DropTable(
                name: "SegmentOverrides");

            migrationBuilder.DropTable(
                name: "SegmentRefreshStates");

            migrationBuilder.DropTable(
                name: "SensitiveWords");

            migrationBuilder.DropTable(
                name: "SurveyAnswers");

            migrationBuilder.DropTable(
                name: "TagRules");

            migrationBuilder.DropTable(
                name: "WelcomeMessages");

            migrationBuilder.DropTable(
                name: "WishVotes");

            migrationBuilder.DropTable(
                name: "Announcements");

            migrationBuilder.DropTable(
                name: "Bans");

            migrationBuilder.DropTable(
                name: "CallEntries");

            migrationBuilder.DropTable(
                name: "EntryPoints");

            migrationBuilder.DropTable(
                name: "AttributeDefinitions");

            migrationBuilder.DropTable(
                name: "MemberMerges");

            migrationBuilder.DropTable(
                name: "MemberTiers");

            migrationBuilder.DropTable(
                name: "StrikePolicies");

            migrationBuilder.DropTable(
                name: "SensitiveWordLists");

            migrationBuilder.DropTable(
                name: "SurveyOptions");

            migrationBuilder.DropTable(
                name: "SurveyResponses");

            migrationBuilder.DropTable(
                name: "Segments");

            migrationBuilder.DropTable(
                name: "Wishes");

            migrationBuilder.DropTable(
                name: "Penalties");

            migrationBuilder.DropTable(
                name: "CallLists");

            migrationBuilder.DropTable(
                name: "JoinChannels");

            migrationBuilder.DropTable(
                name: "SurveyQuestions");

            migrationBuilder.DropTable(
                name: "Violations");

            migrationBuilder.DropTable(
                name: "Surveys");

            migrationBuilder.DropTable(
                name: "Rules");

            migrationBuilder.DropTable(
                name: "RuleSetVersions");

            migrationBuilder.DropTable(
                name: "RuleSets");

            migrationBuilder.DropIndex(
                name: "IX_Operators_Subject",
                table: "Operators");

            migrationBuilder.DropIndex(
                name: "IX_Memberships_AttentionState_GroupId",
                table: "Memberships");

            migrationBuilder.DropIndex(
                name: "IX_Memberships_EntryPointId_JoinedAt",
                table: "Memberships");

            migrationBuilder.DropIndex(
                name: "IX_Memberships_JoinCampaignId",
                table: "Memberships");

            migrationBuilder.DropIndex(
                name: "IX_Memberships_JoinChannelId_JoinedAt",
                table: "Memberships");

            migrationBuilder.DropIndex(
                name: "IX_Memberships_JoinContentItemId",
                table: "Memberships");

            migrationBuilder.DropIndex(
                name: "IX_Memberships_KolMemberId",
                table: "Memberships");

            migrationBuilder.DropIndex(
                name: "IX_Members_ErasedAt",
                table: "Members");

            migrationBuilder.DropIndex(
                name: "IX_Members_MergedIntoId",
                table: "Members");

            migrationBuilder.DropIndex(
                name: "IX_Identities_Primary",
                table: "Identities");

            migrationBuilder.DropIndex(
                name: "IX_Groups_City",
                table: "Groups");

            migrationBuilder.DropIndex(
                name: "IX_Groups_IsOnBrand",
                table: "Groups");

            migrationBuilder.DropIndex(
                name: "IX_Groups_LineageDepth",
                table: "Groups");

            migrationBuilder.DropIndex(
                name: "IX_Groups_RootGroupId",
                table: "Groups");

            migrationBuilder.DropIndex(
                name: "IX_Groups_SeriesId_SeriesNumber",
                table: "Groups");

            migrationBuilder.DropIndex(
                name: "IX_Groups_Status_ClosesAt",
                table: "Groups");

            migrationBuilder.DropIndex(
                name: "IX_Groups_Status_OpensAt",
                table: "Groups");

            migrationBuilder.DropIndex(
                name: "IX_Groups_Topic",
                table: "Groups");

            migrationBuilder.DropIndex(
                name: "IX_ApiKeys_FormerHash",
                table: "ApiKeys");

            migrationBuilder.DropIndex(
                name: "IX_Activities_CausedHere",
                table: "Activities");

            migrationBuilder.DropColumn(
                name: "Department",
                table: "Operators");

            migrationBuilder.DropColumn(
                name: "Duties",
                table: "Operators");

            migrationBuilder.DropColumn(
                name: "Subject",
                table: "Operators");

            migrationBuilder.DropColumn(
                name: "AttentionSince",
                table: "Memberships");

            migrationBuilder.DropColumn(
                name: "AttentionState",
                table: "Memberships");

            migrationBuilder.DropColumn(
                name: "EntryPointId",
                table: "Memberships");

            migrationBuilder.DropColumn(
                name: "JoinCampaignId",
                table: "Memberships");

            migrationBuilder.DropColumn(
                name: "JoinChannelId",
                table: "Memberships");

            migrationBuilder.DropColumn(
                name: "JoinContentItemId",
                table: "Memberships");

            migrationBuilder.DropColumn(
                name: "JoinPolicyBroken",
                table: "Memberships");

            migrationBuilder.DropColumn(
                name: "KolMemberId",
                table: "Memberships");

            migrationBuilder.DropColumn(
                name: "LeaveReasonSource",
                table: "Memberships");

            migrationBuilder.DropColumn(
                name: "NicknameCompliance",
                table: "Memberships");

            migrationBuilder.DropColumn(
                name: "NicknameRemindedAt",
                table: "Memberships");

            migrationBuilder.DropColumn(
                name: "StaffDuty",
                table: "Memberships");

            migrationBuilder.DropColumn(
                name: "WelcomedAt",
                table: "Memberships");

            migrationBuilder.DropColumn(
                name: "MergedIntoId",
                table: "Members");

            migrationBuilder.DropColumn(
                name: "PrimarySince",
                table: "Identities");

            migrationBuilder.DropColumn(
                name: "City",
                table: "Groups");

            migrationBuilder.DropColumn(
                name: "IsOnBrand",
                table: "Groups");

            migrationBuilder.DropColumn(
                name: "LineageDepth",
                table: "Groups");

            migrationBuilder.DropColumn(
                name: "Positioning_Tone",
                table: "Groups");

            migrationBuilder.DropColumn(
                name: "RootGroupId",
                table: "Groups");

            migrationBuilder.DropColumn(
                name: "SeriesId",
                table: "Groups");

            migrationBuilder.DropColumn(
                name: "SeriesNumber",
                table: "Groups");

            migrationBuilder.DropColumn(
                name: "Topic",
                table: "Groups");

            migrationBuilder.DropColumn(
                name: "ValueOffers",
                table: "Groups");

            migrationBuilder.DropColumn(
                name: "FormerHash",
                table: "ApiKeys");

            migrationBuilder.DropColumn(
                name: "FormerValidUntil",
                table: "ApiKeys");

            migrationBuilder.DropColumn(
                name: "RotatedAt",
                table: "ApiKeys");

            migrationBuilder.DropColumn(
                name: "ContentType",
                table: "Activities");

            migrationBuilder.DropColumn(
                name: "IsEffectiveByText",
                table: "Activities");

            migrationBuilder.RenameColumn(
                name: "TierId",
                table: "Members",
                newName: "BlacklistedById");

            migrationBuilder.RenameColumn(
                name: "ErasedAt",
                table: "Members",
                newName: "BlacklistedAt");

            migrationBuilder.RenameIndex(
                name: "IX_Members_TierId",
                table: "Members",
                newName: "IX_Members_BlacklistedById");

            migrationBuilder.AddColumn<string>(
                name: "BlacklistReason",
                table: "Members",
                type: "nvarchar(1000)",
                maxLength: 1000,
                nullable: true,
                collation: "Latin1_General_100_BIN2");

            migrationBuilder.AddColumn<bool>(
                name: "IsBlacklisted",
                table: "Members",
                type: "bit",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "Tier",
                table: "Members",
                type: "nvarchar(50)",
                maxLength: 50,
                nullable: true,
                collation: "Latin1_General_100_BIN2");

            migrationBuilder.AddColumn<string>(
                name: "Branding_NameTemplate",
                table: "Groups",
                type: "nvarchar(200)",
                maxLength: 200,
                nullable: true,
                collation: "Latin1_General_100_BIN2");

            migrationBuilder.AddColumn<string>(
                name: "WelcomeMessage",
                table: "Groups",
                type: "nvarchar(4000)",
                maxLength: 4000,
                nullable: true,
                collation: "Latin1_General_100_BIN2");

            migrationBuilder.CreateIndex(
                name: "IX_Members_IsBlacklisted_BlacklistedAt",
                table: "Members",
                columns: new[] { "IsBlacklisted", "BlacklistedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Members_Tier",
                table: "Members",
                column: "Tier");

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
