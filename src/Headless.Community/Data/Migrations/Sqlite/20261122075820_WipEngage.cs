using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Headless.Community.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class WipEngage : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "CallLists",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Script = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    CampaignId = table.Column<long>(type: "INTEGER", nullable: true),
                    CreatedById = table.Column<long>(type: "INTEGER", nullable: true),
                    IdempotencyKey = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    Status = table.Column<byte>(type: "INTEGER", nullable: false),
                    Round = table.Column<int>(type: "INTEGER", nullable: false),
                    ClosedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    UpdatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
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
                name: "Feedback",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Topic = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Text = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    Channel = table.Column<byte>(type: "INTEGER", nullable: false),
                    Sentiment = table.Column<byte>(type: "INTEGER", nullable: true),
                    MemberId = table.Column<long>(type: "INTEGER", nullable: true),
                    GroupId = table.Column<long>(type: "INTEGER", nullable: true),
                    Product = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    CampaignId = table.Column<long>(type: "INTEGER", nullable: true),
                    ReceivedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Status = table.Column<byte>(type: "INTEGER", nullable: false),
                    AssigneeId = table.Column<long>(type: "INTEGER", nullable: true),
                    Resolution = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    ClosedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    IdempotencyKey = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    UpdatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
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
                name: "Surveys",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Title = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Description = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    GroupId = table.Column<long>(type: "INTEGER", nullable: true),
                    Status = table.Column<byte>(type: "INTEGER", nullable: false),
                    OpenedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    ClosesAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    CreatedById = table.Column<long>(type: "INTEGER", nullable: true),
                    IdempotencyKey = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    UpdatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
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
                name: "Wishes",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Category = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Product = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Note = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    MemberId = table.Column<long>(type: "INTEGER", nullable: true),
                    GroupId = table.Column<long>(type: "INTEGER", nullable: true),
                    CampaignId = table.Column<long>(type: "INTEGER", nullable: true),
                    Status = table.Column<byte>(type: "INTEGER", nullable: false),
                    StatusReason = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    StatusChangedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    VoteCount = table.Column<int>(type: "INTEGER", nullable: false),
                    IdempotencyKey = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    UpdatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
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
                name: "CallEntries",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    CallListId = table.Column<long>(type: "INTEGER", nullable: false),
                    Round = table.Column<int>(type: "INTEGER", nullable: false),
                    MemberId = table.Column<long>(type: "INTEGER", nullable: false),
                    Region = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    OperatorId = table.Column<long>(type: "INTEGER", nullable: true),
                    AddedById = table.Column<long>(type: "INTEGER", nullable: true),
                    Status = table.Column<byte>(type: "INTEGER", nullable: false),
                    SkipReason = table.Column<byte>(type: "INTEGER", nullable: true),
                    AttemptCount = table.Column<int>(type: "INTEGER", nullable: false),
                    LastAttemptAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    NextCallAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    UpdatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
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
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    CallListId = table.Column<long>(type: "INTEGER", nullable: false),
                    Region = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    OperatorId = table.Column<long>(type: "INTEGER", nullable: true)
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
                name: "SurveyQuestions",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    SurveyId = table.Column<long>(type: "INTEGER", nullable: false),
                    Position = table.Column<int>(type: "INTEGER", nullable: false),
                    Key = table.Column<string>(type: "TEXT", maxLength: 50, nullable: false),
                    Kind = table.Column<byte>(type: "INTEGER", nullable: false),
                    Text = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    IsRequired = table.Column<bool>(type: "INTEGER", nullable: false),
                    ScaleMin = table.Column<int>(type: "INTEGER", nullable: true),
                    ScaleMax = table.Column<int>(type: "INTEGER", nullable: true),
                    Measure = table.Column<byte>(type: "INTEGER", nullable: true),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    UpdatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
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
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    SurveyId = table.Column<long>(type: "INTEGER", nullable: false),
                    MemberId = table.Column<long>(type: "INTEGER", nullable: false),
                    GroupId = table.Column<long>(type: "INTEGER", nullable: true),
                    AnsweredAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    IdempotencyKey = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    UpdatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
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
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    WishId = table.Column<long>(type: "INTEGER", nullable: false),
                    MemberId = table.Column<long>(type: "INTEGER", nullable: false),
                    VotedAt = table.Column<DateTime>(type: "TEXT", nullable: false)
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
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    CallEntryId = table.Column<long>(type: "INTEGER", nullable: false),
                    MemberId = table.Column<long>(type: "INTEGER", nullable: false),
                    OperatorId = table.Column<long>(type: "INTEGER", nullable: true),
                    Outcome = table.Column<byte>(type: "INTEGER", nullable: false),
                    CalledAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Note = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    NextCallAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    IdempotencyKey = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    UpdatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
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
                name: "SurveyOptions",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    QuestionId = table.Column<long>(type: "INTEGER", nullable: false),
                    Position = table.Column<int>(type: "INTEGER", nullable: false),
                    Label = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    UpdatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
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
                name: "SurveyAnswers",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    ResponseId = table.Column<long>(type: "INTEGER", nullable: false),
                    QuestionId = table.Column<long>(type: "INTEGER", nullable: false),
                    MemberId = table.Column<long>(type: "INTEGER", nullable: false),
                    OptionId = table.Column<long>(type: "INTEGER", nullable: true),
                    Number = table.Column<double>(type: "REAL", nullable: true),
                    Text = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true)
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

            migrationBuilder.CreateIndex(
                name: "IX_CallAttempts_CallEntryId_CalledAt",
                table: "CallAttempts",
                columns: new[] { "CallEntryId", "CalledAt" });

            migrationBuilder.CreateIndex(
                name: "IX_CallAttempts_CallEntryId_IdempotencyKey",
                table: "CallAttempts",
                columns: new[] { "CallEntryId", "IdempotencyKey" },
                unique: true,
                filter: "\"IdempotencyKey\" IS NOT NULL");

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
                filter: "\"IdempotencyKey\" IS NOT NULL");

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
                filter: "\"IdempotencyKey\" IS NOT NULL");

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
                filter: "\"IdempotencyKey\" IS NOT NULL");

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
                filter: "\"IdempotencyKey\" IS NOT NULL");

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
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "CallAttempts");

            migrationBuilder.DropTable(
                name: "CallRules");

            migrationBuilder.DropTable(
                name: "Feedback");

            migrationBuilder.DropTable(
                name: "SurveyAnswers");

            migrationBuilder.DropTable(
                name: "WishVotes");

            migrationBuilder.DropTable(
                name: "CallEntries");

            migrationBuilder.DropTable(
                name: "SurveyOptions");

            migrationBuilder.DropTable(
                name: "SurveyResponses");

            migrationBuilder.DropTable(
                name: "Wishes");

            migrationBuilder.DropTable(
                name: "CallLists");

            migrationBuilder.DropTable(
                name: "SurveyQuestions");

            migrationBuilder.DropTable(
                name: "Surveys");
        }
    }
}
