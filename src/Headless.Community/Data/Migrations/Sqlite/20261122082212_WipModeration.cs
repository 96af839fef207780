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
            migrationBuilder.DropIndex(
                name: "IX_Members_Tier",
                table: "Members");

            migrationBuilder.DropColumn(
                name: "Tier",
                table: "Members");

            migrationBuilder.AddColumn<string>(
                name: "Department",
                table: "Operators",
                type: "TEXT",
                maxLength: 100,
                nullable: true);

            migrationBuilder.AddColumn<byte>(
                name: "Duties",
                table: "Operators",
                type: "INTEGER",
                nullable: false,
                defaultValue: (byte)0);

            migrationBuilder.AddColumn<string>(
                name: "Subject",
                table: "Operators",
                type: "TEXT",
                maxLength: 255,
                nullable: true);

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

            migrationBuilder.AddColumn<long>(
                name: "EntryPointId",
                table: "Memberships",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "JoinCampaignId",
                table: "Memberships",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "JoinChannelId",
                table: "Memberships",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "JoinContentItemId",
                table: "Memberships",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "JoinPolicyBroken",
                table: "Memberships",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<long>(
                name: "KolMemberId",
                table: "Memberships",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<byte>(
                name: "LeaveReasonSource",
                table: "Memberships",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<byte>(
                name: "NicknameCompliance",
                table: "Memberships",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "NicknameRemindedAt",
                table: "Memberships",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<byte>(
                name: "StaffDuty",
                table: "Memberships",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "WelcomedAt",
                table: "Memberships",
                type: "TEXT",
                nullable: true);

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

            migrationBuilder.AddColumn<long>(
                name: "PenaltyId",
                table: "Bans",
                type: "INTEGER",
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
                name: "AccountControls",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    MembershipId = table.Column<long>(type: "INTEGER", nullable: false),
                    GroupId = table.Column<long>(type: "INTEGER", nullable: false),
                    OperatorId = table.Column<long>(type: "INTEGER", nullable: true),
                    AccountKind = table.Column<byte>(type: "INTEGER", nullable: false),
                    Duty = table.Column<byte>(type: "INTEGER", nullable: true),
                    Since = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Until = table.Column<DateTime>(type: "TEXT", nullable: true),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    UpdatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
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
                name: "EntryDays",
                columns: table => new
                {
                    JoinChannelId = table.Column<long>(type: "INTEGER", nullable: false),
                    EntryPointId = table.Column<long>(type: "INTEGER", nullable: false),
                    GroupId = table.Column<long>(type: "INTEGER", nullable: false),
                    Day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Exposures = table.Column<int>(type: "INTEGER", nullable: false),
                    Scans = table.Column<int>(type: "INTEGER", nullable: false),
                    AnonymousScans = table.Column<int>(type: "INTEGER", nullable: false),
                    Friends = table.Column<int>(type: "INTEGER", nullable: false),
                    Invites = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_EntryDays", x => new { x.JoinChannelId, x.EntryPointId, x.GroupId, x.Day });
                });

            migrationBuilder.CreateTable(
                name: "GroupHandovers",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    GroupId = table.Column<long>(type: "INTEGER", nullable: false),
                    FromOperatorId = table.Column<long>(type: "INTEGER", nullable: false),
                    ToOperatorId = table.Column<long>(type: "INTEGER", nullable: false),
                    Role = table.Column<byte>(type: "INTEGER", nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    HandedOverAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    HandedOverById = table.Column<long>(type: "INTEGER", nullable: true),
                    AccountCount = table.Column<int>(type: "INTEGER", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    UpdatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
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
                name: "JoinChannels",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Kind = table.Column<byte>(type: "INTEGER", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Note = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    IsActive = table.Column<bool>(type: "INTEGER", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    UpdatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_JoinChannels", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "JoinRequests",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    GroupId = table.Column<long>(type: "INTEGER", nullable: false),
                    Platform = table.Column<byte>(type: "INTEGER", nullable: false),
                    AccountExternalId = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    DisplayName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    MemberId = table.Column<long>(type: "INTEGER", nullable: true),
                    Status = table.Column<byte>(type: "INTEGER", nullable: false),
                    RequestedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ExpiresAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Note = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    InvitedById = table.Column<long>(type: "INTEGER", nullable: true),
                    InvitedByOperatorId = table.Column<long>(type: "INTEGER", nullable: true),
                    OrderId = table.Column<long>(type: "INTEGER", nullable: true),
                    CampaignId = table.Column<long>(type: "INTEGER", nullable: true),
                    DecidedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    DecidedById = table.Column<long>(type: "INTEGER", nullable: true),
                    DecisionReason = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    IsException = table.Column<bool>(type: "INTEGER", nullable: false),
                    JoinedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    UpdatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
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
                name: "JoinTerms",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    GroupId = table.Column<long>(type: "INTEGER", nullable: false),
                    CampaignId = table.Column<long>(type: "INTEGER", nullable: true),
                    SegmentId = table.Column<long>(type: "INTEGER", nullable: true),
                    EntryFeeAmount = table.Column<long>(type: "INTEGER", precision: 19, scale: 4, nullable: true),
                    EntryFeeCurrency = table.Column<string>(type: "TEXT", maxLength: 3, nullable: true),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    UpdatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
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
                name: "ChannelCosts",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    JoinChannelId = table.Column<long>(type: "INTEGER", nullable: false),
                    From = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    To = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Amount = table.Column<long>(type: "INTEGER", precision: 19, scale: 4, nullable: false),
                    Currency = table.Column<string>(type: "TEXT", maxLength: 3, nullable: false),
                    Note = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    CampaignId = table.Column<long>(type: "INTEGER", nullable: true),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    UpdatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
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
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Code = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    JoinChannelId = table.Column<long>(type: "INTEGER", nullable: false),
                    CampaignId = table.Column<long>(type: "INTEGER", nullable: true),
                    Status = table.Column<byte>(type: "INTEGER", nullable: false),
                    FallbackIdentityId = table.Column<long>(type: "INTEGER", nullable: true),
                    LastTargetId = table.Column<long>(type: "INTEGER", nullable: true),
                    ExposureCount = table.Column<long>(type: "INTEGER", nullable: false),
                    ScanCount = table.Column<long>(type: "INTEGER", nullable: false),
                    FriendCount = table.Column<long>(type: "INTEGER", nullable: false),
                    InviteCount = table.Column<long>(type: "INTEGER", nullable: false),
                    JoinCount = table.Column<long>(type: "INTEGER", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    UpdatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
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
                name: "RoutingRules",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Position = table.Column<int>(type: "INTEGER", nullable: false),
                    IsActive = table.Column<bool>(type: "INTEGER", nullable: false),
                    SegmentId = table.Column<long>(type: "INTEGER", nullable: true),
                    Region = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    Platform = table.Column<byte>(type: "INTEGER", nullable: true),
                    JoinChannelId = table.Column<long>(type: "INTEGER", nullable: true),
                    Label = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    GroupId = table.Column<long>(type: "INTEGER", nullable: false),
                    IncludesReplicas = table.Column<bool>(type: "INTEGER", nullable: false),
                    Capacity = table.Column<int>(type: "INTEGER", nullable: true),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    UpdatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
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
                name: "EntryPointTargets",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    EntryPointId = table.Column<long>(type: "INTEGER", nullable: false),
                    Position = table.Column<int>(type: "INTEGER", nullable: false),
                    GroupId = table.Column<long>(type: "INTEGER", nullable: true),
                    IdentityId = table.Column<long>(type: "INTEGER", nullable: true),
                    Limit = table.Column<int>(type: "INTEGER", nullable: true),
                    ScanCount = table.Column<long>(type: "INTEGER", nullable: false),
                    FriendCount = table.Column<long>(type: "INTEGER", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    UpdatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
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
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    EntryPointId = table.Column<long>(type: "INTEGER", nullable: false),
                    GroupId = table.Column<long>(type: "INTEGER", nullable: false),
                    Platform = table.Column<byte>(type: "INTEGER", nullable: false),
                    AccountExternalId = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    DisplayName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    MemberId = table.Column<long>(type: "INTEGER", nullable: true),
                    MembershipId = table.Column<long>(type: "INTEGER", nullable: true),
                    Step = table.Column<byte>(type: "INTEGER", nullable: false),
                    StepAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    StartedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ScannedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    FriendedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    InvitedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    JoinedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    UpdatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
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
                name: "IX_Operators_Subject",
                table: "Operators",
                column: "Subject",
                unique: true,
                filter: "\"Subject\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Memberships_AttentionState_GroupId",
                table: "Memberships",
                columns: new[] { "AttentionState", "GroupId" });

            migrationBuilder.CreateIndex(
                name: "IX_Memberships_EntryPointId_JoinedAt",
                table: "Memberships",
                columns: new[] { "EntryPointId", "JoinedAt" },
                filter: "\"EntryPointId\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Memberships_JoinCampaignId",
                table: "Memberships",
                column: "JoinCampaignId",
                filter: "\"JoinCampaignId\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Memberships_JoinChannelId_JoinedAt",
                table: "Memberships",
                columns: new[] { "JoinChannelId", "JoinedAt" },
                filter: "\"JoinChannelId\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Memberships_JoinContentItemId",
                table: "Memberships",
                column: "JoinContentItemId",
                filter: "\"JoinContentItemId\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Memberships_KolMemberId",
                table: "Memberships",
                column: "KolMemberId",
                filter: "\"KolMemberId\" IS NOT NULL");

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
                name: "IX_Bans_PenaltyId",
                table: "Bans",
                column: "PenaltyId");

            migrationBuilder.CreateIndex(
                name: "IX_ApiKeys_FormerHash",
                table: "ApiKeys",
                column: "FormerHash");

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
                filter: "\"Status\" = 1");

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
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_Bans_Penalties_PenaltyId",
                table: "Bans");

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
                name: "ChannelCosts");

            migrationBuilder.DropTable(
                name: "ContactPreferences");

            migrationBuilder.DropTable(
                name: "EntryDays");

            migrationBuilder.DropTable(
                name: "EntryPointTargets");

            migrationBuilder.DropTable(
                name: "GroupHandovers");

            migrationBuilder.DropTable(
                name: "JoinPaths");

            migrationBuilder.DropTable(
                name: "JoinRequests");

            migrationBuilder.DropTable(
                name: "JoinTerms");

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
                name: "Penalties");

            migrationBuilder.DropTable(
                name: "PenaltySteps");

            migrationBuilder.DropTable(
                name: "RetentionStates");

            migrationBuilder.DropTable(
                name: "RoutingRules");

            migrationBuilder.DropTable(
                name: "RuleSetAttachments");

            migrationBuilder.DropTable(
                name: "RuleWordLists");

            migrationBuilder.DropTable(
                name: "SensitiveWords");

            migrationBuilder.DropTable(
                name: "EntryPoints");

            migrationBuilder.DropTable(
                name: "MemberMerges");

            migrationBuilder.DropTable(
                name: "MemberTiers");

            migrationBuilder.DropTable(
                name: "Violations");

            migrationBuilder.DropTable(
                name: "StrikePolicies");

            migrationBuilder.DropTable(
                name: "SensitiveWordLists");

            migrationBuilder.DropTable(
                name: "JoinChannels");

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
                name: "IX_Members_TierId",
                table: "Members");

            migrationBuilder.DropIndex(
                name: "IX_Identities_Primary",
                table: "Identities");

            migrationBuilder.DropIndex(
                name: "IX_Bans_PenaltyId",
                table: "Bans");

            migrationBuilder.DropIndex(
                name: "IX_ApiKeys_FormerHash",
                table: "ApiKeys");

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

            migrationBuilder.DropColumn(
                name: "PenaltyId",
                table: "Bans");

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
