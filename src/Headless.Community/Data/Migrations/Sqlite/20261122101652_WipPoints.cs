using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Headless.Community.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class WipPoints : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "EarningStates",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false),
                    LastActivityId = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_EarningStates", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "PointPrograms",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Unit = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    AllowsNegative = table.Column<bool>(type: "INTEGER", nullable: false),
                    ExpiresAfterDays = table.Column<int>(type: "INTEGER", nullable: true),
                    TimeZone = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    IsRetired = table.Column<bool>(type: "INTEGER", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    UpdatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PointPrograms", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "CheckInPrograms",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Mode = table.Column<byte>(type: "INTEGER", nullable: false),
                    TimeZone = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    GroupId = table.Column<long>(type: "INTEGER", nullable: true),
                    StartsOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    EndsOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    MakeUpLimit = table.Column<int>(type: "INTEGER", nullable: false),
                    MakeUpWithinDays = table.Column<int>(type: "INTEGER", nullable: false),
                    PointProgramId = table.Column<long>(type: "INTEGER", nullable: true),
                    PointsPerDay = table.Column<int>(type: "INTEGER", nullable: false),
                    IsEnded = table.Column<bool>(type: "INTEGER", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    UpdatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CheckInPrograms", x => x.Id);
                    table.ForeignKey(
                        name: "FK_CheckInPrograms_Groups_GroupId",
                        column: x => x.GroupId,
                        principalTable: "Groups",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_CheckInPrograms_PointPrograms_PointProgramId",
                        column: x => x.PointProgramId,
                        principalTable: "PointPrograms",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "EarningRules",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    ProgramId = table.Column<long>(type: "INTEGER", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    ActivityKind = table.Column<short>(type: "INTEGER", nullable: false),
                    Points = table.Column<int>(type: "INTEGER", nullable: false),
                    PerAmount = table.Column<long>(type: "INTEGER", precision: 19, scale: 4, nullable: true),
                    Currency = table.Column<string>(type: "TEXT", maxLength: 3, nullable: true),
                    DailyCap = table.Column<int>(type: "INTEGER", nullable: true),
                    IsEverywhere = table.Column<bool>(type: "INTEGER", nullable: false),
                    IsActive = table.Column<bool>(type: "INTEGER", nullable: false),
                    AfterActivityId = table.Column<long>(type: "INTEGER", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    UpdatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_EarningRules", x => x.Id);
                    table.ForeignKey(
                        name: "FK_EarningRules_PointPrograms_ProgramId",
                        column: x => x.ProgramId,
                        principalTable: "PointPrograms",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "PointBalances",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    ProgramId = table.Column<long>(type: "INTEGER", nullable: false),
                    MemberId = table.Column<long>(type: "INTEGER", nullable: false),
                    Balance = table.Column<long>(type: "INTEGER", nullable: false),
                    NextExpiryAt = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PointBalances", x => x.Id);
                    table.ForeignKey(
                        name: "FK_PointBalances_Members_MemberId",
                        column: x => x.MemberId,
                        principalTable: "Members",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_PointBalances_PointPrograms_ProgramId",
                        column: x => x.ProgramId,
                        principalTable: "PointPrograms",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "CheckInMilestones",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    ProgramId = table.Column<long>(type: "INTEGER", nullable: false),
                    Days = table.Column<int>(type: "INTEGER", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Points = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CheckInMilestones", x => x.Id);
                    table.ForeignKey(
                        name: "FK_CheckInMilestones_CheckInPrograms_ProgramId",
                        column: x => x.ProgramId,
                        principalTable: "CheckInPrograms",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "CheckIns",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    ProgramId = table.Column<long>(type: "INTEGER", nullable: false),
                    MemberId = table.Column<long>(type: "INTEGER", nullable: false),
                    Day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    CheckedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    IsMakeUp = table.Column<bool>(type: "INTEGER", nullable: false),
                    Streak = table.Column<int>(type: "INTEGER", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    UpdatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CheckIns", x => x.Id);
                    table.ForeignKey(
                        name: "FK_CheckIns_CheckInPrograms_ProgramId",
                        column: x => x.ProgramId,
                        principalTable: "CheckInPrograms",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_CheckIns_Members_MemberId",
                        column: x => x.MemberId,
                        principalTable: "Members",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "CheckInStandings",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    ProgramId = table.Column<long>(type: "INTEGER", nullable: false),
                    MemberId = table.Column<long>(type: "INTEGER", nullable: false),
                    TotalDays = table.Column<int>(type: "INTEGER", nullable: false),
                    LastStreak = table.Column<int>(type: "INTEGER", nullable: false),
                    LongestStreak = table.Column<int>(type: "INTEGER", nullable: false),
                    LastDay = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    MakeUps = table.Column<int>(type: "INTEGER", nullable: false),
                    Turn = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CheckInStandings", x => x.Id);
                    table.ForeignKey(
                        name: "FK_CheckInStandings_CheckInPrograms_ProgramId",
                        column: x => x.ProgramId,
                        principalTable: "CheckInPrograms",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_CheckInStandings_Members_MemberId",
                        column: x => x.MemberId,
                        principalTable: "Members",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "EarningRuleGroups",
                columns: table => new
                {
                    RuleId = table.Column<long>(type: "INTEGER", nullable: false),
                    GroupId = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_EarningRuleGroups", x => new { x.RuleId, x.GroupId });
                    table.ForeignKey(
                        name: "FK_EarningRuleGroups_EarningRules_RuleId",
                        column: x => x.RuleId,
                        principalTable: "EarningRules",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_EarningRuleGroups_Groups_GroupId",
                        column: x => x.GroupId,
                        principalTable: "Groups",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "PointEntries",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    ProgramId = table.Column<long>(type: "INTEGER", nullable: false),
                    MemberId = table.Column<long>(type: "INTEGER", nullable: false),
                    GroupId = table.Column<long>(type: "INTEGER", nullable: true),
                    Kind = table.Column<byte>(type: "INTEGER", nullable: false),
                    Points = table.Column<long>(type: "INTEGER", nullable: false),
                    BalanceAfter = table.Column<long>(type: "INTEGER", nullable: false),
                    OccurredAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    ExpiresAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Note = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    RuleId = table.Column<long>(type: "INTEGER", nullable: true),
                    ActivityId = table.Column<long>(type: "INTEGER", nullable: true),
                    OrderId = table.Column<long>(type: "INTEGER", nullable: true),
                    ReversesId = table.Column<long>(type: "INTEGER", nullable: true),
                    IdempotencyKey = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    UpdatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PointEntries", x => x.Id);
                    table.ForeignKey(
                        name: "FK_PointEntries_EarningRules_RuleId",
                        column: x => x.RuleId,
                        principalTable: "EarningRules",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_PointEntries_Groups_GroupId",
                        column: x => x.GroupId,
                        principalTable: "Groups",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_PointEntries_Members_MemberId",
                        column: x => x.MemberId,
                        principalTable: "Members",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_PointEntries_PointEntries_ReversesId",
                        column: x => x.ReversesId,
                        principalTable: "PointEntries",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_PointEntries_PointPrograms_ProgramId",
                        column: x => x.ProgramId,
                        principalTable: "PointPrograms",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "CheckInRewards",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    MilestoneId = table.Column<long>(type: "INTEGER", nullable: false),
                    MemberId = table.Column<long>(type: "INTEGER", nullable: false),
                    ReachedAt = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CheckInRewards", x => x.Id);
                    table.ForeignKey(
                        name: "FK_CheckInRewards_CheckInMilestones_MilestoneId",
                        column: x => x.MilestoneId,
                        principalTable: "CheckInMilestones",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_CheckInRewards_Members_MemberId",
                        column: x => x.MemberId,
                        principalTable: "Members",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_CheckInMilestones_ProgramId_Days",
                table: "CheckInMilestones",
                columns: new[] { "ProgramId", "Days" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_CheckInPrograms_CreatedAt",
                table: "CheckInPrograms",
                column: "CreatedAt");

            migrationBuilder.CreateIndex(
                name: "IX_CheckInPrograms_GroupId",
                table: "CheckInPrograms",
                column: "GroupId");

            migrationBuilder.CreateIndex(
                name: "IX_CheckInPrograms_Name",
                table: "CheckInPrograms",
                column: "Name");

            migrationBuilder.CreateIndex(
                name: "IX_CheckInPrograms_PointProgramId",
                table: "CheckInPrograms",
                column: "PointProgramId");

            migrationBuilder.CreateIndex(
                name: "IX_CheckInPrograms_UpdatedAt",
                table: "CheckInPrograms",
                column: "UpdatedAt");

            migrationBuilder.CreateIndex(
                name: "IX_CheckInRewards_MemberId",
                table: "CheckInRewards",
                column: "MemberId");

            migrationBuilder.CreateIndex(
                name: "IX_CheckInRewards_MilestoneId_MemberId",
                table: "CheckInRewards",
                columns: new[] { "MilestoneId", "MemberId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_CheckIns_CreatedAt",
                table: "CheckIns",
                column: "CreatedAt");

            migrationBuilder.CreateIndex(
                name: "IX_CheckIns_Day",
                table: "CheckIns",
                column: "Day");

            migrationBuilder.CreateIndex(
                name: "IX_CheckIns_MemberId_Day",
                table: "CheckIns",
                columns: new[] { "MemberId", "Day" });

            migrationBuilder.CreateIndex(
                name: "IX_CheckIns_ProgramId_Day",
                table: "CheckIns",
                columns: new[] { "ProgramId", "Day" });

            migrationBuilder.CreateIndex(
                name: "IX_CheckIns_ProgramId_MemberId_Day",
                table: "CheckIns",
                columns: new[] { "ProgramId", "MemberId", "Day" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_CheckIns_UpdatedAt",
                table: "CheckIns",
                column: "UpdatedAt");

            migrationBuilder.CreateIndex(
                name: "IX_CheckInStandings_MemberId",
                table: "CheckInStandings",
                column: "MemberId");

            migrationBuilder.CreateIndex(
                name: "IX_CheckInStandings_ProgramId_LongestStreak",
                table: "CheckInStandings",
                columns: new[] { "ProgramId", "LongestStreak" });

            migrationBuilder.CreateIndex(
                name: "IX_CheckInStandings_ProgramId_MemberId",
                table: "CheckInStandings",
                columns: new[] { "ProgramId", "MemberId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_CheckInStandings_ProgramId_TotalDays",
                table: "CheckInStandings",
                columns: new[] { "ProgramId", "TotalDays" });

            migrationBuilder.CreateIndex(
                name: "IX_EarningRuleGroups_GroupId",
                table: "EarningRuleGroups",
                column: "GroupId");

            migrationBuilder.CreateIndex(
                name: "IX_EarningRules_CreatedAt",
                table: "EarningRules",
                column: "CreatedAt");

            migrationBuilder.CreateIndex(
                name: "IX_EarningRules_IsActive",
                table: "EarningRules",
                column: "IsActive");

            migrationBuilder.CreateIndex(
                name: "IX_EarningRules_ProgramId",
                table: "EarningRules",
                column: "ProgramId");

            migrationBuilder.CreateIndex(
                name: "IX_EarningRules_UpdatedAt",
                table: "EarningRules",
                column: "UpdatedAt");

            migrationBuilder.CreateIndex(
                name: "IX_PointBalances_MemberId_ProgramId_Balance",
                table: "PointBalances",
                columns: new[] { "MemberId", "ProgramId", "Balance" });

            migrationBuilder.CreateIndex(
                name: "IX_PointBalances_NextExpiryAt",
                table: "PointBalances",
                column: "NextExpiryAt",
                filter: "\"NextExpiryAt\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_PointBalances_ProgramId_Balance",
                table: "PointBalances",
                columns: new[] { "ProgramId", "Balance" });

            migrationBuilder.CreateIndex(
                name: "IX_PointBalances_ProgramId_MemberId",
                table: "PointBalances",
                columns: new[] { "ProgramId", "MemberId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_PointEntries_ActivityId_RuleId",
                table: "PointEntries",
                columns: new[] { "ActivityId", "RuleId" },
                unique: true,
                filter: "\"ActivityId\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_PointEntries_CreatedAt",
                table: "PointEntries",
                column: "CreatedAt");

            migrationBuilder.CreateIndex(
                name: "IX_PointEntries_GroupId_OccurredAt",
                table: "PointEntries",
                columns: new[] { "GroupId", "OccurredAt" });

            migrationBuilder.CreateIndex(
                name: "IX_PointEntries_IdempotencyKey",
                table: "PointEntries",
                column: "IdempotencyKey",
                unique: true,
                filter: "\"IdempotencyKey\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_PointEntries_MemberId_ProgramId_OccurredAt",
                table: "PointEntries",
                columns: new[] { "MemberId", "ProgramId", "OccurredAt" });

            migrationBuilder.CreateIndex(
                name: "IX_PointEntries_OccurredAt",
                table: "PointEntries",
                column: "OccurredAt");

            migrationBuilder.CreateIndex(
                name: "IX_PointEntries_OrderId",
                table: "PointEntries",
                column: "OrderId",
                filter: "\"OrderId\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_PointEntries_ProgramId_OccurredAt",
                table: "PointEntries",
                columns: new[] { "ProgramId", "OccurredAt" });

            migrationBuilder.CreateIndex(
                name: "IX_PointEntries_ReversesId",
                table: "PointEntries",
                column: "ReversesId",
                unique: true,
                filter: "\"ReversesId\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_PointEntries_RuleId_MemberId_Day",
                table: "PointEntries",
                columns: new[] { "RuleId", "MemberId", "Day" },
                filter: "\"RuleId\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_PointEntries_UpdatedAt",
                table: "PointEntries",
                column: "UpdatedAt");

            migrationBuilder.CreateIndex(
                name: "IX_PointPrograms_CreatedAt",
                table: "PointPrograms",
                column: "CreatedAt");

            migrationBuilder.CreateIndex(
                name: "IX_PointPrograms_Name",
                table: "PointPrograms",
                column: "Name",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_PointPrograms_UpdatedAt",
                table: "PointPrograms",
                column: "UpdatedAt");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "CheckInRewards");

            migrationBuilder.DropTable(
                name: "CheckIns");

            migrationBuilder.DropTable(
                name: "CheckInStandings");

            migrationBuilder.DropTable(
                name: "EarningRuleGroups");

            migrationBuilder.DropTable(
                name: "EarningStates");

            migrationBuilder.DropTable(
                name: "PointBalances");

            migrationBuilder.DropTable(
                name: "PointEntries");

            migrationBuilder.DropTable(
                name: "CheckInMilestones");

            migrationBuilder.DropTable(
                name: "EarningRules");

            migrationBuilder.DropTable(
                name: "CheckInPrograms");

            migrationBuilder.DropTable(
                name: "PointPrograms");
        }
    }
}
