using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Headless.Community.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class DigestsAndReplies : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "DigestId",
                table: "Mailings",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "ReplyToExternalId",
                table: "Activities",
                type: "TEXT",
                maxLength: 200,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "DigestSchedules",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Kind = table.Column<byte>(type: "INTEGER", nullable: false),
                    GroupId = table.Column<long>(type: "INTEGER", nullable: false),
                    IsActive = table.Column<bool>(type: "INTEGER", nullable: false),
                    Title = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Intro = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    Channel = table.Column<byte>(type: "INTEGER", nullable: false),
                    ItemCount = table.Column<int>(type: "INTEGER", nullable: false),
                    DraftMinute = table.Column<int>(type: "INTEGER", nullable: false),
                    DeliverMinute = table.Column<int>(type: "INTEGER", nullable: false),
                    IsAutomatic = table.Column<bool>(type: "INTEGER", nullable: false),
                    Categories = table.Column<string>(type: "TEXT", maxLength: 20, nullable: true),
                    Keywords = table.Column<string>(type: "TEXT", maxLength: 1020, nullable: true),
                    NextDraftAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    LastDate = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    LastFound = table.Column<int>(type: "INTEGER", nullable: true),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    UpdatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DigestSchedules", x => x.Id);
                    table.ForeignKey(
                        name: "FK_DigestSchedules_Groups_GroupId",
                        column: x => x.GroupId,
                        principalTable: "Groups",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "EffectiveMessageChanges",
                columns: table => new
                {
                    ActivityId = table.Column<long>(type: "INTEGER", nullable: false),
                    IsEffective = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_EffectiveMessageChanges", x => x.ActivityId);
                });

            migrationBuilder.CreateTable(
                name: "EffectiveMessageRuleVersions",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Number = table.Column<short>(type: "INTEGER", nullable: false),
                    Status = table.Column<short>(type: "INTEGER", nullable: false),
                    MinLetters = table.Column<int>(type: "INTEGER", nullable: false),
                    MinCjkCharacters = table.Column<int>(type: "INTEGER", nullable: false),
                    MinLength = table.Column<int>(type: "INTEGER", nullable: false),
                    ExcludesCommands = table.Column<bool>(type: "INTEGER", nullable: false),
                    ExcludesRepeats = table.Column<bool>(type: "INTEGER", nullable: false),
                    ExcludedTextLines = table.Column<string>(type: "TEXT", maxLength: 10200, nullable: false),
                    ExcludedTypes = table.Column<short>(type: "INTEGER", nullable: false),
                    Note = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    PublishedById = table.Column<long>(type: "INTEGER", nullable: true),
                    ActivatedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    EndedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    UpToActivityId = table.Column<long>(type: "INTEGER", nullable: false),
                    MessageCount = table.Column<long>(type: "INTEGER", nullable: false),
                    JudgedCount = table.Column<long>(type: "INTEGER", nullable: false),
                    ChangedCount = table.Column<long>(type: "INTEGER", nullable: false),
                    WithoutTextCount = table.Column<long>(type: "INTEGER", nullable: false),
                    GroupCursor = table.Column<long>(type: "INTEGER", nullable: false),
                    ActivityCursor = table.Column<long>(type: "INTEGER", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    UpdatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_EffectiveMessageRuleVersions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_EffectiveMessageRuleVersions_Operators_PublishedById",
                        column: x => x.PublishedById,
                        principalTable: "Operators",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Questions",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Topic = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Text = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    MemberId = table.Column<long>(type: "INTEGER", nullable: true),
                    GroupId = table.Column<long>(type: "INTEGER", nullable: true),
                    AskedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Status = table.Column<byte>(type: "INTEGER", nullable: false),
                    FirstAnsweredAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    ClosedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    CloseReason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    AnswerCount = table.Column<int>(type: "INTEGER", nullable: false),
                    AcceptedAnswerId = table.Column<long>(type: "INTEGER", nullable: true),
                    ContentItemId = table.Column<long>(type: "INTEGER", nullable: true),
                    IdempotencyKey = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    UpdatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Questions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Questions_ContentItems_ContentItemId",
                        column: x => x.ContentItemId,
                        principalTable: "ContentItems",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Questions_Groups_GroupId",
                        column: x => x.GroupId,
                        principalTable: "Groups",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Questions_Members_MemberId",
                        column: x => x.MemberId,
                        principalTable: "Members",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ReplyDays",
                columns: table => new
                {
                    GroupId = table.Column<long>(type: "INTEGER", nullable: false),
                    Day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    MemberId = table.Column<long>(type: "INTEGER", nullable: false),
                    Given = table.Column<int>(type: "INTEGER", nullable: false),
                    Received = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ReplyDays", x => new { x.GroupId, x.Day, x.MemberId });
                });

            migrationBuilder.CreateTable(
                name: "Digests",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Kind = table.Column<byte>(type: "INTEGER", nullable: false),
                    GroupId = table.Column<long>(type: "INTEGER", nullable: false),
                    Date = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    From = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Until = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Title = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Intro = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    Channel = table.Column<byte>(type: "INTEGER", nullable: false),
                    Status = table.Column<byte>(type: "INTEGER", nullable: false),
                    DeliverAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    ScheduleId = table.Column<long>(type: "INTEGER", nullable: true),
                    ApprovedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    ApprovedById = table.Column<long>(type: "INTEGER", nullable: true),
                    DeliveredAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    DiscardedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    DiscardReason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    UpdatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Digests", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Digests_DigestSchedules_ScheduleId",
                        column: x => x.ScheduleId,
                        principalTable: "DigestSchedules",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Digests_Groups_GroupId",
                        column: x => x.GroupId,
                        principalTable: "Groups",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Digests_Operators_ApprovedById",
                        column: x => x.ApprovedById,
                        principalTable: "Operators",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Answers",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    QuestionId = table.Column<long>(type: "INTEGER", nullable: false),
                    Text = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    ContentItemId = table.Column<long>(type: "INTEGER", nullable: true),
                    MemberId = table.Column<long>(type: "INTEGER", nullable: true),
                    OperatorId = table.Column<long>(type: "INTEGER", nullable: true),
                    AnsweredAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    IdempotencyKey = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    UpdatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Answers", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Answers_ContentItems_ContentItemId",
                        column: x => x.ContentItemId,
                        principalTable: "ContentItems",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Answers_Members_MemberId",
                        column: x => x.MemberId,
                        principalTable: "Members",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Answers_Operators_OperatorId",
                        column: x => x.OperatorId,
                        principalTable: "Operators",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Answers_Questions_QuestionId",
                        column: x => x.QuestionId,
                        principalTable: "Questions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "DigestItems",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    DigestId = table.Column<long>(type: "INTEGER", nullable: false),
                    Position = table.Column<int>(type: "INTEGER", nullable: false),
                    ActivityId = table.Column<long>(type: "INTEGER", nullable: true),
                    MemberId = table.Column<long>(type: "INTEGER", nullable: true),
                    ContentItemId = table.Column<long>(type: "INTEGER", nullable: true),
                    Title = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    Note = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    Score = table.Column<int>(type: "INTEGER", nullable: true),
                    ScoreParts = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    ScoreVersion = table.Column<short>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DigestItems", x => x.Id);
                    table.ForeignKey(
                        name: "FK_DigestItems_Activities_ActivityId",
                        column: x => x.ActivityId,
                        principalTable: "Activities",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_DigestItems_ContentItems_ContentItemId",
                        column: x => x.ContentItemId,
                        principalTable: "ContentItems",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_DigestItems_Digests_DigestId",
                        column: x => x.DigestId,
                        principalTable: "Digests",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_DigestItems_Members_MemberId",
                        column: x => x.MemberId,
                        principalTable: "Members",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.InsertData(
                table: "EffectiveMessageRuleVersions",
                columns: new[] { "Id", "ActivatedAt", "ActivityCursor", "ChangedCount", "CreatedAt", "EndedAt", "ExcludedTextLines", "ExcludedTypes", "ExcludesCommands", "ExcludesRepeats", "GroupCursor", "JudgedCount", "MessageCount", "MinCjkCharacters", "MinLength", "MinLetters", "Note", "Number", "PublishedById", "Status", "UpToActivityId", "UpdatedAt", "Version", "WithoutTextCount" },
                values: new object[] { -1L, new DateTime(2026, 11, 22, 0, 0, 0, 0, DateTimeKind.Utc), 0L, 0L, new DateTime(2026, 11, 22, 0, 0, 0, 0, DateTimeKind.Utc), null, "", (short)0, true, true, 0L, 0L, 0L, 1, 0, 2, null, (short)1, null, (short)2, 0L, new DateTime(2026, 11, 22, 0, 0, 0, 0, DateTimeKind.Utc), 1L, 0L });

            migrationBuilder.CreateIndex(
                name: "IX_Mailings_DigestId",
                table: "Mailings",
                column: "DigestId");

            migrationBuilder.CreateIndex(
                name: "IX_Activities_Source_ReplyToExternalId",
                table: "Activities",
                columns: new[] { "Source", "ReplyToExternalId" },
                filter: "\"ReplyToExternalId\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Answers_ContentItemId",
                table: "Answers",
                column: "ContentItemId");

            migrationBuilder.CreateIndex(
                name: "IX_Answers_CreatedAt",
                table: "Answers",
                column: "CreatedAt");

            migrationBuilder.CreateIndex(
                name: "IX_Answers_IdempotencyKey",
                table: "Answers",
                column: "IdempotencyKey",
                unique: true,
                filter: "\"IdempotencyKey\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Answers_MemberId",
                table: "Answers",
                column: "MemberId");

            migrationBuilder.CreateIndex(
                name: "IX_Answers_OperatorId",
                table: "Answers",
                column: "OperatorId");

            migrationBuilder.CreateIndex(
                name: "IX_Answers_QuestionId_AnsweredAt",
                table: "Answers",
                columns: new[] { "QuestionId", "AnsweredAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Answers_UpdatedAt",
                table: "Answers",
                column: "UpdatedAt");

            migrationBuilder.CreateIndex(
                name: "IX_DigestItems_ActivityId",
                table: "DigestItems",
                column: "ActivityId");

            migrationBuilder.CreateIndex(
                name: "IX_DigestItems_ContentItemId",
                table: "DigestItems",
                column: "ContentItemId");

            migrationBuilder.CreateIndex(
                name: "IX_DigestItems_DigestId_Position",
                table: "DigestItems",
                columns: new[] { "DigestId", "Position" });

            migrationBuilder.CreateIndex(
                name: "IX_DigestItems_MemberId",
                table: "DigestItems",
                column: "MemberId");

            migrationBuilder.CreateIndex(
                name: "IX_Digests_ApprovedById",
                table: "Digests",
                column: "ApprovedById");

            migrationBuilder.CreateIndex(
                name: "IX_Digests_CreatedAt",
                table: "Digests",
                column: "CreatedAt");

            migrationBuilder.CreateIndex(
                name: "IX_Digests_Date",
                table: "Digests",
                column: "Date");

            migrationBuilder.CreateIndex(
                name: "IX_Digests_DeliverAt",
                table: "Digests",
                column: "DeliverAt");

            migrationBuilder.CreateIndex(
                name: "IX_Digests_DeliveredAt",
                table: "Digests",
                column: "DeliveredAt");

            migrationBuilder.CreateIndex(
                name: "IX_Digests_GroupId_Date",
                table: "Digests",
                columns: new[] { "GroupId", "Date" });

            migrationBuilder.CreateIndex(
                name: "IX_Digests_GroupId_Kind_Date",
                table: "Digests",
                columns: new[] { "GroupId", "Kind", "Date" },
                unique: true,
                filter: "\"DiscardedAt\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Digests_Kind_Date",
                table: "Digests",
                columns: new[] { "Kind", "Date" });

            migrationBuilder.CreateIndex(
                name: "IX_Digests_ScheduleId",
                table: "Digests",
                column: "ScheduleId");

            migrationBuilder.CreateIndex(
                name: "IX_Digests_Status_DeliverAt",
                table: "Digests",
                columns: new[] { "Status", "DeliverAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Digests_UpdatedAt",
                table: "Digests",
                column: "UpdatedAt");

            migrationBuilder.CreateIndex(
                name: "IX_DigestSchedules_CreatedAt",
                table: "DigestSchedules",
                column: "CreatedAt");

            migrationBuilder.CreateIndex(
                name: "IX_DigestSchedules_GroupId_Kind",
                table: "DigestSchedules",
                columns: new[] { "GroupId", "Kind" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_DigestSchedules_Kind",
                table: "DigestSchedules",
                column: "Kind");

            migrationBuilder.CreateIndex(
                name: "IX_DigestSchedules_NextDraftAt",
                table: "DigestSchedules",
                column: "NextDraftAt");

            migrationBuilder.CreateIndex(
                name: "IX_DigestSchedules_UpdatedAt",
                table: "DigestSchedules",
                column: "UpdatedAt");

            migrationBuilder.CreateIndex(
                name: "IX_EffectiveMessageRuleVersions_CreatedAt",
                table: "EffectiveMessageRuleVersions",
                column: "CreatedAt");

            migrationBuilder.CreateIndex(
                name: "IX_EffectiveMessageRuleVersions_Number",
                table: "EffectiveMessageRuleVersions",
                column: "Number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_EffectiveMessageRuleVersions_PublishedById",
                table: "EffectiveMessageRuleVersions",
                column: "PublishedById");

            migrationBuilder.CreateIndex(
                name: "IX_EffectiveMessageRuleVersions_Status",
                table: "EffectiveMessageRuleVersions",
                column: "Status");

            migrationBuilder.CreateIndex(
                name: "IX_EffectiveMessageRuleVersions_UpdatedAt",
                table: "EffectiveMessageRuleVersions",
                column: "UpdatedAt");

            migrationBuilder.CreateIndex(
                name: "IX_Questions_AnswerCount",
                table: "Questions",
                column: "AnswerCount");

            migrationBuilder.CreateIndex(
                name: "IX_Questions_AskedAt",
                table: "Questions",
                column: "AskedAt");

            migrationBuilder.CreateIndex(
                name: "IX_Questions_ContentItemId_AskedAt",
                table: "Questions",
                columns: new[] { "ContentItemId", "AskedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Questions_CreatedAt",
                table: "Questions",
                column: "CreatedAt");

            migrationBuilder.CreateIndex(
                name: "IX_Questions_FirstAnsweredAt",
                table: "Questions",
                column: "FirstAnsweredAt");

            migrationBuilder.CreateIndex(
                name: "IX_Questions_GroupId_Status_AskedAt",
                table: "Questions",
                columns: new[] { "GroupId", "Status", "AskedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Questions_IdempotencyKey",
                table: "Questions",
                column: "IdempotencyKey",
                unique: true,
                filter: "\"IdempotencyKey\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Questions_MemberId_AskedAt",
                table: "Questions",
                columns: new[] { "MemberId", "AskedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Questions_Status_AskedAt",
                table: "Questions",
                columns: new[] { "Status", "AskedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Questions_Topic_AskedAt",
                table: "Questions",
                columns: new[] { "Topic", "AskedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Questions_UpdatedAt",
                table: "Questions",
                column: "UpdatedAt");

            migrationBuilder.CreateIndex(
                name: "IX_ReplyDays_MemberId_Day",
                table: "ReplyDays",
                columns: new[] { "MemberId", "Day" });

            migrationBuilder.AddForeignKey(
                name: "FK_Mailings_Digests_DigestId",
                table: "Mailings",
                column: "DigestId",
                principalTable: "Digests",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_Mailings_Digests_DigestId",
                table: "Mailings");

            migrationBuilder.DropTable(
                name: "Answers");

            migrationBuilder.DropTable(
                name: "DigestItems");

            migrationBuilder.DropTable(
                name: "EffectiveMessageChanges");

            migrationBuilder.DropTable(
                name: "EffectiveMessageRuleVersions");

            migrationBuilder.DropTable(
                name: "ReplyDays");

            migrationBuilder.DropTable(
                name: "Questions");

            migrationBuilder.DropTable(
                name: "Digests");

            migrationBuilder.DropTable(
                name: "DigestSchedules");

            migrationBuilder.DropIndex(
                name: "IX_Mailings_DigestId",
                table: "Mailings");

            migrationBuilder.DropIndex(
                name: "IX_Activities_Source_ReplyToExternalId",
                table: "Activities");

            migrationBuilder.DropColumn(
                name: "DigestId",
                table: "Mailings");

            migrationBuilder.DropColumn(
                name: "ReplyToExternalId",
                table: "Activities");
        }
    }
}
