using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Headless.Community.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class WipJoining : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
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
                name: "RoutingRules");

            migrationBuilder.DropTable(
                name: "EntryPoints");

            migrationBuilder.DropTable(
                name: "JoinChannels");

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

            migrationBuilder.DropColumn(
                name: "Department",
                table: "Operators");

            migrationBuilder.DropColumn(
                name: "Duties",
                table: "Operators");

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
        }
    }
}
