using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Headless.Community.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class WipPlaybooks : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "TimeZone",
                table: "Groups",
                type: "TEXT",
                maxLength: 64,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "Playbooks",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Description = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    Target = table.Column<byte>(type: "INTEGER", nullable: false),
                    Status = table.Column<byte>(type: "INTEGER", nullable: false),
                    StopsOn = table.Column<int>(type: "INTEGER", nullable: false),
                    AfterActivityId = table.Column<long>(type: "INTEGER", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    UpdatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Playbooks", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "PlaybookStates",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false),
                    LastActivityId = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PlaybookStates", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "PlaybookGroups",
                columns: table => new
                {
                    PlaybookId = table.Column<long>(type: "INTEGER", nullable: false),
                    GroupId = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PlaybookGroups", x => new { x.PlaybookId, x.GroupId });
                    table.ForeignKey(
                        name: "FK_PlaybookGroups_Groups_GroupId",
                        column: x => x.GroupId,
                        principalTable: "Groups",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_PlaybookGroups_Playbooks_PlaybookId",
                        column: x => x.PlaybookId,
                        principalTable: "Playbooks",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "PlaybookRuns",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    PlaybookId = table.Column<long>(type: "INTEGER", nullable: false),
                    GroupId = table.Column<long>(type: "INTEGER", nullable: false),
                    MemberId = table.Column<long>(type: "INTEGER", nullable: true),
                    MembershipId = table.Column<long>(type: "INTEGER", nullable: true),
                    CampaignId = table.Column<long>(type: "INTEGER", nullable: true),
                    StartsAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    TimeZone = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Status = table.Column<byte>(type: "INTEGER", nullable: false),
                    StopFlags = table.Column<int>(type: "INTEGER", nullable: false),
                    StoppedBy = table.Column<int>(type: "INTEGER", nullable: true),
                    StopReason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    EndedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Key = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    AfterActivityId = table.Column<long>(type: "INTEGER", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    UpdatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PlaybookRuns", x => x.Id);
                    table.ForeignKey(
                        name: "FK_PlaybookRuns_Campaigns_CampaignId",
                        column: x => x.CampaignId,
                        principalTable: "Campaigns",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_PlaybookRuns_Groups_GroupId",
                        column: x => x.GroupId,
                        principalTable: "Groups",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_PlaybookRuns_Members_MemberId",
                        column: x => x.MemberId,
                        principalTable: "Members",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_PlaybookRuns_Memberships_MembershipId",
                        column: x => x.MembershipId,
                        principalTable: "Memberships",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_PlaybookRuns_Playbooks_PlaybookId",
                        column: x => x.PlaybookId,
                        principalTable: "Playbooks",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "PlaybookSteps",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    PlaybookId = table.Column<long>(type: "INTEGER", nullable: false),
                    Position = table.Column<int>(type: "INTEGER", nullable: false),
                    Kind = table.Column<byte>(type: "INTEGER", nullable: false),
                    Title = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Instructions = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    DayOffset = table.Column<int>(type: "INTEGER", nullable: false),
                    Minute = table.Column<int>(type: "INTEGER", nullable: true),
                    GraceMinutes = table.Column<int>(type: "INTEGER", nullable: false),
                    Audience = table.Column<byte>(type: "INTEGER", nullable: false),
                    SegmentId = table.Column<long>(type: "INTEGER", nullable: true),
                    Channel = table.Column<byte>(type: "INTEGER", nullable: false),
                    Purpose = table.Column<byte>(type: "INTEGER", nullable: false),
                    ContentItemId = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PlaybookSteps", x => x.Id);
                    table.ForeignKey(
                        name: "FK_PlaybookSteps_ContentItems_ContentItemId",
                        column: x => x.ContentItemId,
                        principalTable: "ContentItems",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_PlaybookSteps_Playbooks_PlaybookId",
                        column: x => x.PlaybookId,
                        principalTable: "Playbooks",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_PlaybookSteps_Segments_SegmentId",
                        column: x => x.SegmentId,
                        principalTable: "Segments",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "PlaybookTasks",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    RunId = table.Column<long>(type: "INTEGER", nullable: false),
                    GroupId = table.Column<long>(type: "INTEGER", nullable: false),
                    MemberId = table.Column<long>(type: "INTEGER", nullable: true),
                    CampaignId = table.Column<long>(type: "INTEGER", nullable: true),
                    Kind = table.Column<byte>(type: "INTEGER", nullable: false),
                    Title = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Instructions = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    DayOffset = table.Column<int>(type: "INTEGER", nullable: false),
                    Minute = table.Column<int>(type: "INTEGER", nullable: true),
                    Audience = table.Column<byte>(type: "INTEGER", nullable: false),
                    SegmentId = table.Column<long>(type: "INTEGER", nullable: true),
                    Channel = table.Column<byte>(type: "INTEGER", nullable: false),
                    Purpose = table.Column<byte>(type: "INTEGER", nullable: false),
                    ContentItemId = table.Column<long>(type: "INTEGER", nullable: true),
                    DueAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    OverdueAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Status = table.Column<byte>(type: "INTEGER", nullable: false),
                    AssigneeId = table.Column<long>(type: "INTEGER", nullable: true),
                    Evidence = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    DoneAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    DoneById = table.Column<long>(type: "INTEGER", nullable: true),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    UpdatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PlaybookTasks", x => x.Id);
                    table.ForeignKey(
                        name: "FK_PlaybookTasks_Campaigns_CampaignId",
                        column: x => x.CampaignId,
                        principalTable: "Campaigns",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_PlaybookTasks_ContentItems_ContentItemId",
                        column: x => x.ContentItemId,
                        principalTable: "ContentItems",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_PlaybookTasks_Groups_GroupId",
                        column: x => x.GroupId,
                        principalTable: "Groups",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_PlaybookTasks_Members_MemberId",
                        column: x => x.MemberId,
                        principalTable: "Members",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_PlaybookTasks_Operators_AssigneeId",
                        column: x => x.AssigneeId,
                        principalTable: "Operators",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_PlaybookTasks_Operators_DoneById",
                        column: x => x.DoneById,
                        principalTable: "Operators",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_PlaybookTasks_PlaybookRuns_RunId",
                        column: x => x.RunId,
                        principalTable: "PlaybookRuns",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_PlaybookTasks_Segments_SegmentId",
                        column: x => x.SegmentId,
                        principalTable: "Segments",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Mailings",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Audience = table.Column<byte>(type: "INTEGER", nullable: false),
                    Channel = table.Column<byte>(type: "INTEGER", nullable: false),
                    Purpose = table.Column<byte>(type: "INTEGER", nullable: false),
                    Text = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    ContentItemId = table.Column<long>(type: "INTEGER", nullable: true),
                    CampaignId = table.Column<long>(type: "INTEGER", nullable: true),
                    SegmentId = table.Column<long>(type: "INTEGER", nullable: true),
                    GroupId = table.Column<long>(type: "INTEGER", nullable: true),
                    PlaybookTaskId = table.Column<long>(type: "INTEGER", nullable: true),
                    SendAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ExpiresAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    RecipientCount = table.Column<int>(type: "INTEGER", nullable: false),
                    UnreachableCount = table.Column<int>(type: "INTEGER", nullable: false),
                    RequestedById = table.Column<long>(type: "INTEGER", nullable: true),
                    CancelledAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    CancelReason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    IdempotencyKey = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    UpdatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Mailings", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Mailings_Campaigns_CampaignId",
                        column: x => x.CampaignId,
                        principalTable: "Campaigns",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Mailings_ContentItems_ContentItemId",
                        column: x => x.ContentItemId,
                        principalTable: "ContentItems",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Mailings_Groups_GroupId",
                        column: x => x.GroupId,
                        principalTable: "Groups",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Mailings_Operators_RequestedById",
                        column: x => x.RequestedById,
                        principalTable: "Operators",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Mailings_PlaybookTasks_PlaybookTaskId",
                        column: x => x.PlaybookTaskId,
                        principalTable: "PlaybookTasks",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Mailings_Segments_SegmentId",
                        column: x => x.SegmentId,
                        principalTable: "Segments",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Deliveries",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    MailingId = table.Column<long>(type: "INTEGER", nullable: false),
                    MemberId = table.Column<long>(type: "INTEGER", nullable: true),
                    GroupId = table.Column<long>(type: "INTEGER", nullable: true),
                    IdentityId = table.Column<long>(type: "INTEGER", nullable: true),
                    Platform = table.Column<byte>(type: "INTEGER", nullable: true),
                    Channel = table.Column<byte>(type: "INTEGER", nullable: false),
                    Purpose = table.Column<byte>(type: "INTEGER", nullable: false),
                    ContentItemId = table.Column<long>(type: "INTEGER", nullable: true),
                    CampaignId = table.Column<long>(type: "INTEGER", nullable: true),
                    Status = table.Column<byte>(type: "INTEGER", nullable: false),
                    Reason = table.Column<byte>(type: "INTEGER", nullable: true),
                    Detail = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    SendAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ExpiresAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    ClaimId = table.Column<string>(type: "TEXT", maxLength: 32, nullable: true),
                    ClaimedById = table.Column<long>(type: "INTEGER", nullable: true),
                    LeaseUntil = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Attempts = table.Column<int>(type: "INTEGER", nullable: false),
                    SentAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    ExternalId = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    UpdatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Deliveries", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Deliveries_Campaigns_CampaignId",
                        column: x => x.CampaignId,
                        principalTable: "Campaigns",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Deliveries_ContentItems_ContentItemId",
                        column: x => x.ContentItemId,
                        principalTable: "ContentItems",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Deliveries_Groups_GroupId",
                        column: x => x.GroupId,
                        principalTable: "Groups",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Deliveries_Identities_IdentityId",
                        column: x => x.IdentityId,
                        principalTable: "Identities",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.SetNull);
                    table.ForeignKey(
                        name: "FK_Deliveries_Mailings_MailingId",
                        column: x => x.MailingId,
                        principalTable: "Mailings",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Deliveries_Members_MemberId",
                        column: x => x.MemberId,
                        principalTable: "Members",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Deliveries_Operators_ClaimedById",
                        column: x => x.ClaimedById,
                        principalTable: "Operators",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Deliveries_CampaignId",
                table: "Deliveries",
                column: "CampaignId");

            migrationBuilder.CreateIndex(
                name: "IX_Deliveries_Channel",
                table: "Deliveries",
                column: "Channel");

            migrationBuilder.CreateIndex(
                name: "IX_Deliveries_ClaimedById",
                table: "Deliveries",
                column: "ClaimedById");

            migrationBuilder.CreateIndex(
                name: "IX_Deliveries_ClaimId",
                table: "Deliveries",
                column: "ClaimId");

            migrationBuilder.CreateIndex(
                name: "IX_Deliveries_ContentItemId_Status",
                table: "Deliveries",
                columns: new[] { "ContentItemId", "Status" });

            migrationBuilder.CreateIndex(
                name: "IX_Deliveries_CreatedAt",
                table: "Deliveries",
                column: "CreatedAt");

            migrationBuilder.CreateIndex(
                name: "IX_Deliveries_GroupId_Status",
                table: "Deliveries",
                columns: new[] { "GroupId", "Status" });

            migrationBuilder.CreateIndex(
                name: "IX_Deliveries_IdentityId",
                table: "Deliveries",
                column: "IdentityId");

            migrationBuilder.CreateIndex(
                name: "IX_Deliveries_MailingId_Status",
                table: "Deliveries",
                columns: new[] { "MailingId", "Status" });

            migrationBuilder.CreateIndex(
                name: "IX_Deliveries_MemberId_Status_SentAt",
                table: "Deliveries",
                columns: new[] { "MemberId", "Status", "SentAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Deliveries_Purpose",
                table: "Deliveries",
                column: "Purpose");

            migrationBuilder.CreateIndex(
                name: "IX_Deliveries_Reason",
                table: "Deliveries",
                column: "Reason");

            migrationBuilder.CreateIndex(
                name: "IX_Deliveries_SendAt",
                table: "Deliveries",
                column: "SendAt");

            migrationBuilder.CreateIndex(
                name: "IX_Deliveries_SentAt",
                table: "Deliveries",
                column: "SentAt");

            migrationBuilder.CreateIndex(
                name: "IX_Deliveries_Status_ExpiresAt",
                table: "Deliveries",
                columns: new[] { "Status", "ExpiresAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Deliveries_Status_LeaseUntil",
                table: "Deliveries",
                columns: new[] { "Status", "LeaseUntil" });

            migrationBuilder.CreateIndex(
                name: "IX_Deliveries_Status_SendAt",
                table: "Deliveries",
                columns: new[] { "Status", "SendAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Deliveries_UpdatedAt",
                table: "Deliveries",
                column: "UpdatedAt");

            migrationBuilder.CreateIndex(
                name: "IX_Mailings_CampaignId",
                table: "Mailings",
                column: "CampaignId");

            migrationBuilder.CreateIndex(
                name: "IX_Mailings_CancelledAt",
                table: "Mailings",
                column: "CancelledAt");

            migrationBuilder.CreateIndex(
                name: "IX_Mailings_Channel_SendAt",
                table: "Mailings",
                columns: new[] { "Channel", "SendAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Mailings_ContentItemId",
                table: "Mailings",
                column: "ContentItemId");

            migrationBuilder.CreateIndex(
                name: "IX_Mailings_CreatedAt",
                table: "Mailings",
                column: "CreatedAt");

            migrationBuilder.CreateIndex(
                name: "IX_Mailings_GroupId",
                table: "Mailings",
                column: "GroupId");

            migrationBuilder.CreateIndex(
                name: "IX_Mailings_IdempotencyKey",
                table: "Mailings",
                column: "IdempotencyKey",
                unique: true,
                filter: "\"IdempotencyKey\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Mailings_PlaybookTaskId",
                table: "Mailings",
                column: "PlaybookTaskId");

            migrationBuilder.CreateIndex(
                name: "IX_Mailings_Purpose_SendAt",
                table: "Mailings",
                columns: new[] { "Purpose", "SendAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Mailings_RequestedById",
                table: "Mailings",
                column: "RequestedById");

            migrationBuilder.CreateIndex(
                name: "IX_Mailings_SegmentId",
                table: "Mailings",
                column: "SegmentId");

            migrationBuilder.CreateIndex(
                name: "IX_Mailings_SendAt",
                table: "Mailings",
                column: "SendAt");

            migrationBuilder.CreateIndex(
                name: "IX_Mailings_UpdatedAt",
                table: "Mailings",
                column: "UpdatedAt");

            migrationBuilder.CreateIndex(
                name: "IX_PlaybookGroups_GroupId",
                table: "PlaybookGroups",
                column: "GroupId");

            migrationBuilder.CreateIndex(
                name: "IX_PlaybookRuns_CampaignId",
                table: "PlaybookRuns",
                column: "CampaignId");

            migrationBuilder.CreateIndex(
                name: "IX_PlaybookRuns_CreatedAt",
                table: "PlaybookRuns",
                column: "CreatedAt");

            migrationBuilder.CreateIndex(
                name: "IX_PlaybookRuns_GroupId_Status",
                table: "PlaybookRuns",
                columns: new[] { "GroupId", "Status" });

            migrationBuilder.CreateIndex(
                name: "IX_PlaybookRuns_Key",
                table: "PlaybookRuns",
                column: "Key",
                unique: true,
                filter: "\"Key\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_PlaybookRuns_MemberId_Status",
                table: "PlaybookRuns",
                columns: new[] { "MemberId", "Status" });

            migrationBuilder.CreateIndex(
                name: "IX_PlaybookRuns_MembershipId",
                table: "PlaybookRuns",
                column: "MembershipId");

            migrationBuilder.CreateIndex(
                name: "IX_PlaybookRuns_PlaybookId_Status",
                table: "PlaybookRuns",
                columns: new[] { "PlaybookId", "Status" });

            migrationBuilder.CreateIndex(
                name: "IX_PlaybookRuns_StartsAt",
                table: "PlaybookRuns",
                column: "StartsAt");

            migrationBuilder.CreateIndex(
                name: "IX_PlaybookRuns_Status_AfterActivityId",
                table: "PlaybookRuns",
                columns: new[] { "Status", "AfterActivityId" });

            migrationBuilder.CreateIndex(
                name: "IX_PlaybookRuns_UpdatedAt",
                table: "PlaybookRuns",
                column: "UpdatedAt");

            migrationBuilder.CreateIndex(
                name: "IX_Playbooks_CreatedAt",
                table: "Playbooks",
                column: "CreatedAt");

            migrationBuilder.CreateIndex(
                name: "IX_Playbooks_Name",
                table: "Playbooks",
                column: "Name",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Playbooks_Status_Target",
                table: "Playbooks",
                columns: new[] { "Status", "Target" });

            migrationBuilder.CreateIndex(
                name: "IX_Playbooks_Target",
                table: "Playbooks",
                column: "Target");

            migrationBuilder.CreateIndex(
                name: "IX_Playbooks_UpdatedAt",
                table: "Playbooks",
                column: "UpdatedAt");

            migrationBuilder.CreateIndex(
                name: "IX_PlaybookSteps_ContentItemId",
                table: "PlaybookSteps",
                column: "ContentItemId");

            migrationBuilder.CreateIndex(
                name: "IX_PlaybookSteps_PlaybookId_Position",
                table: "PlaybookSteps",
                columns: new[] { "PlaybookId", "Position" });

            migrationBuilder.CreateIndex(
                name: "IX_PlaybookSteps_SegmentId",
                table: "PlaybookSteps",
                column: "SegmentId");

            migrationBuilder.CreateIndex(
                name: "IX_PlaybookTasks_AssigneeId_Status_DueAt",
                table: "PlaybookTasks",
                columns: new[] { "AssigneeId", "Status", "DueAt" });

            migrationBuilder.CreateIndex(
                name: "IX_PlaybookTasks_CampaignId",
                table: "PlaybookTasks",
                column: "CampaignId");

            migrationBuilder.CreateIndex(
                name: "IX_PlaybookTasks_ContentItemId",
                table: "PlaybookTasks",
                column: "ContentItemId");

            migrationBuilder.CreateIndex(
                name: "IX_PlaybookTasks_CreatedAt",
                table: "PlaybookTasks",
                column: "CreatedAt");

            migrationBuilder.CreateIndex(
                name: "IX_PlaybookTasks_DoneAt",
                table: "PlaybookTasks",
                column: "DoneAt");

            migrationBuilder.CreateIndex(
                name: "IX_PlaybookTasks_DoneById",
                table: "PlaybookTasks",
                column: "DoneById");

            migrationBuilder.CreateIndex(
                name: "IX_PlaybookTasks_DueAt",
                table: "PlaybookTasks",
                column: "DueAt");

            migrationBuilder.CreateIndex(
                name: "IX_PlaybookTasks_GroupId_DueAt",
                table: "PlaybookTasks",
                columns: new[] { "GroupId", "DueAt" });

            migrationBuilder.CreateIndex(
                name: "IX_PlaybookTasks_MemberId_DueAt",
                table: "PlaybookTasks",
                columns: new[] { "MemberId", "DueAt" });

            migrationBuilder.CreateIndex(
                name: "IX_PlaybookTasks_RunId_DueAt",
                table: "PlaybookTasks",
                columns: new[] { "RunId", "DueAt" });

            migrationBuilder.CreateIndex(
                name: "IX_PlaybookTasks_SegmentId",
                table: "PlaybookTasks",
                column: "SegmentId");

            migrationBuilder.CreateIndex(
                name: "IX_PlaybookTasks_Status_DueAt",
                table: "PlaybookTasks",
                columns: new[] { "Status", "DueAt" });

            migrationBuilder.CreateIndex(
                name: "IX_PlaybookTasks_Status_OverdueAt",
                table: "PlaybookTasks",
                columns: new[] { "Status", "OverdueAt" });

            migrationBuilder.CreateIndex(
                name: "IX_PlaybookTasks_UpdatedAt",
                table: "PlaybookTasks",
                column: "UpdatedAt");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "Deliveries");

            migrationBuilder.DropTable(
                name: "PlaybookGroups");

            migrationBuilder.DropTable(
                name: "PlaybookStates");

            migrationBuilder.DropTable(
                name: "PlaybookSteps");

            migrationBuilder.DropTable(
                name: "Mailings");

            migrationBuilder.DropTable(
                name: "PlaybookTasks");

            migrationBuilder.DropTable(
                name: "PlaybookRuns");

            migrationBuilder.DropTable(
                name: "Playbooks");

            migrationBuilder.DropColumn(
                name: "TimeZone",
                table: "Groups");
        }
    }
}
