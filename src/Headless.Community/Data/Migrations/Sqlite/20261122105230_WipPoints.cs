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
                name: "CouponTemplates",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Kind = table.Column<byte>(type: "INTEGER", nullable: false),
                    Amount = table.Column<long>(type: "INTEGER", precision: 19, scale: 4, nullable: true),
                    Percent = table.Column<long>(type: "INTEGER", precision: 19, scale: 4, nullable: true),
                    MinimumAmount = table.Column<long>(type: "INTEGER", precision: 19, scale: 4, nullable: true),
                    Currency = table.Column<string>(type: "TEXT", maxLength: 3, nullable: true),
                    TotalLimit = table.Column<int>(type: "INTEGER", nullable: true),
                    PerMemberLimit = table.Column<int>(type: "INTEGER", nullable: true),
                    IssuedCount = table.Column<int>(type: "INTEGER", nullable: false),
                    RedeemedCount = table.Column<int>(type: "INTEGER", nullable: false),
                    StartsAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    EndsAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    ValidDays = table.Column<int>(type: "INTEGER", nullable: true),
                    CampaignId = table.Column<long>(type: "INTEGER", nullable: true),
                    IsClosed = table.Column<bool>(type: "INTEGER", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    UpdatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CouponTemplates", x => x.Id);
                    table.ForeignKey(
                        name: "FK_CouponTemplates_Campaigns_CampaignId",
                        column: x => x.CampaignId,
                        principalTable: "Campaigns",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

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
                name: "IncentiveBudgets",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Amount = table.Column<long>(type: "INTEGER", precision: 19, scale: 4, nullable: false),
                    Currency = table.Column<string>(type: "TEXT", maxLength: 3, nullable: false),
                    Reserved = table.Column<long>(type: "INTEGER", precision: 19, scale: 4, nullable: false),
                    Spent = table.Column<long>(type: "INTEGER", precision: 19, scale: 4, nullable: false),
                    StartsAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    EndsAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    AllowedReasonFlags = table.Column<int>(type: "INTEGER", nullable: false),
                    GroupId = table.Column<long>(type: "INTEGER", nullable: true),
                    CampaignId = table.Column<long>(type: "INTEGER", nullable: true),
                    IsClosed = table.Column<bool>(type: "INTEGER", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    UpdatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_IncentiveBudgets", x => x.Id);
                    table.ForeignKey(
                        name: "FK_IncentiveBudgets_Campaigns_CampaignId",
                        column: x => x.CampaignId,
                        principalTable: "Campaigns",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_IncentiveBudgets_Groups_GroupId",
                        column: x => x.GroupId,
                        principalTable: "Groups",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
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
                name: "Coupons",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    TemplateId = table.Column<long>(type: "INTEGER", nullable: false),
                    MemberId = table.Column<long>(type: "INTEGER", nullable: false),
                    Code = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    Status = table.Column<byte>(type: "INTEGER", nullable: false),
                    IssuedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ExpiresAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    RedeemedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    OrderId = table.Column<long>(type: "INTEGER", nullable: true),
                    Discount = table.Column<long>(type: "INTEGER", precision: 19, scale: 4, nullable: true),
                    Currency = table.Column<string>(type: "TEXT", maxLength: 3, nullable: true),
                    VoidReason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    IdempotencyKey = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    RedemptionKey = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    UpdatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Coupons", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Coupons_CouponTemplates_TemplateId",
                        column: x => x.TemplateId,
                        principalTable: "CouponTemplates",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Coupons_Members_MemberId",
                        column: x => x.MemberId,
                        principalTable: "Members",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Coupons_Orders_OrderId",
                        column: x => x.OrderId,
                        principalTable: "Orders",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Gifts",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    MemberId = table.Column<long>(type: "INTEGER", nullable: false),
                    GroupId = table.Column<long>(type: "INTEGER", nullable: true),
                    BudgetId = table.Column<long>(type: "INTEGER", nullable: true),
                    Name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Quantity = table.Column<int>(type: "INTEGER", nullable: false),
                    Cost = table.Column<long>(type: "INTEGER", precision: 19, scale: 4, nullable: false),
                    Currency = table.Column<string>(type: "TEXT", maxLength: 3, nullable: false),
                    Reason = table.Column<int>(type: "INTEGER", nullable: false),
                    Note = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    SentAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Status = table.Column<byte>(type: "INTEGER", nullable: false),
                    ClosedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    IdempotencyKey = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    UpdatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Gifts", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Gifts_Groups_GroupId",
                        column: x => x.GroupId,
                        principalTable: "Groups",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Gifts_IncentiveBudgets_BudgetId",
                        column: x => x.BudgetId,
                        principalTable: "IncentiveBudgets",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Gifts_Members_MemberId",
                        column: x => x.MemberId,
                        principalTable: "Members",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "RedPacketDrops",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    BudgetId = table.Column<long>(type: "INTEGER", nullable: false),
                    GroupId = table.Column<long>(type: "INTEGER", nullable: false),
                    Title = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Reason = table.Column<int>(type: "INTEGER", nullable: false),
                    Amount = table.Column<long>(type: "INTEGER", precision: 19, scale: 4, nullable: false),
                    Currency = table.Column<string>(type: "TEXT", maxLength: 3, nullable: false),
                    PartCount = table.Column<int>(type: "INTEGER", nullable: false),
                    Split = table.Column<byte>(type: "INTEGER", nullable: false),
                    Seed = table.Column<long>(type: "INTEGER", nullable: false),
                    ExpiresAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Status = table.Column<byte>(type: "INTEGER", nullable: false),
                    ClaimedCount = table.Column<int>(type: "INTEGER", nullable: false),
                    ClaimedAmount = table.Column<long>(type: "INTEGER", precision: 19, scale: 4, nullable: false),
                    IdempotencyKey = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    UpdatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RedPacketDrops", x => x.Id);
                    table.ForeignKey(
                        name: "FK_RedPacketDrops_Groups_GroupId",
                        column: x => x.GroupId,
                        principalTable: "Groups",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_RedPacketDrops_IncentiveBudgets_BudgetId",
                        column: x => x.BudgetId,
                        principalTable: "IncentiveBudgets",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
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
                name: "RedPacketParts",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    DropId = table.Column<long>(type: "INTEGER", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Amount = table.Column<long>(type: "INTEGER", precision: 19, scale: 4, nullable: false),
                    MemberId = table.Column<long>(type: "INTEGER", nullable: true),
                    ClaimedAt = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RedPacketParts", x => x.Id);
                    table.ForeignKey(
                        name: "FK_RedPacketParts_Members_MemberId",
                        column: x => x.MemberId,
                        principalTable: "Members",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_RedPacketParts_RedPacketDrops_DropId",
                        column: x => x.DropId,
                        principalTable: "RedPacketDrops",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
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
                name: "IX_Coupons_Code",
                table: "Coupons",
                column: "Code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Coupons_CreatedAt",
                table: "Coupons",
                column: "CreatedAt");

            migrationBuilder.CreateIndex(
                name: "IX_Coupons_IdempotencyKey",
                table: "Coupons",
                column: "IdempotencyKey",
                unique: true,
                filter: "\"IdempotencyKey\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Coupons_IssuedAt",
                table: "Coupons",
                column: "IssuedAt");

            migrationBuilder.CreateIndex(
                name: "IX_Coupons_MemberId_Status",
                table: "Coupons",
                columns: new[] { "MemberId", "Status" });

            migrationBuilder.CreateIndex(
                name: "IX_Coupons_OrderId",
                table: "Coupons",
                column: "OrderId",
                filter: "\"OrderId\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Coupons_RedeemedAt",
                table: "Coupons",
                column: "RedeemedAt");

            migrationBuilder.CreateIndex(
                name: "IX_Coupons_RedemptionKey",
                table: "Coupons",
                column: "RedemptionKey",
                unique: true,
                filter: "\"RedemptionKey\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Coupons_Status_ExpiresAt",
                table: "Coupons",
                columns: new[] { "Status", "ExpiresAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Coupons_TemplateId_MemberId",
                table: "Coupons",
                columns: new[] { "TemplateId", "MemberId" });

            migrationBuilder.CreateIndex(
                name: "IX_Coupons_UpdatedAt",
                table: "Coupons",
                column: "UpdatedAt");

            migrationBuilder.CreateIndex(
                name: "IX_CouponTemplates_CampaignId",
                table: "CouponTemplates",
                column: "CampaignId");

            migrationBuilder.CreateIndex(
                name: "IX_CouponTemplates_CreatedAt",
                table: "CouponTemplates",
                column: "CreatedAt");

            migrationBuilder.CreateIndex(
                name: "IX_CouponTemplates_EndsAt",
                table: "CouponTemplates",
                column: "EndsAt");

            migrationBuilder.CreateIndex(
                name: "IX_CouponTemplates_Name",
                table: "CouponTemplates",
                column: "Name",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_CouponTemplates_UpdatedAt",
                table: "CouponTemplates",
                column: "UpdatedAt");

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
                name: "IX_Gifts_BudgetId",
                table: "Gifts",
                column: "BudgetId");

            migrationBuilder.CreateIndex(
                name: "IX_Gifts_CreatedAt",
                table: "Gifts",
                column: "CreatedAt");

            migrationBuilder.CreateIndex(
                name: "IX_Gifts_GroupId_SentAt",
                table: "Gifts",
                columns: new[] { "GroupId", "SentAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Gifts_IdempotencyKey",
                table: "Gifts",
                column: "IdempotencyKey",
                unique: true,
                filter: "\"IdempotencyKey\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Gifts_MemberId_SentAt",
                table: "Gifts",
                columns: new[] { "MemberId", "SentAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Gifts_SentAt",
                table: "Gifts",
                column: "SentAt");

            migrationBuilder.CreateIndex(
                name: "IX_Gifts_Status_SentAt",
                table: "Gifts",
                columns: new[] { "Status", "SentAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Gifts_UpdatedAt",
                table: "Gifts",
                column: "UpdatedAt");

            migrationBuilder.CreateIndex(
                name: "IX_IncentiveBudgets_CampaignId",
                table: "IncentiveBudgets",
                column: "CampaignId");

            migrationBuilder.CreateIndex(
                name: "IX_IncentiveBudgets_CreatedAt",
                table: "IncentiveBudgets",
                column: "CreatedAt");

            migrationBuilder.CreateIndex(
                name: "IX_IncentiveBudgets_GroupId",
                table: "IncentiveBudgets",
                column: "GroupId");

            migrationBuilder.CreateIndex(
                name: "IX_IncentiveBudgets_Name",
                table: "IncentiveBudgets",
                column: "Name");

            migrationBuilder.CreateIndex(
                name: "IX_IncentiveBudgets_UpdatedAt",
                table: "IncentiveBudgets",
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

            migrationBuilder.CreateIndex(
                name: "IX_RedPacketDrops_BudgetId",
                table: "RedPacketDrops",
                column: "BudgetId");

            migrationBuilder.CreateIndex(
                name: "IX_RedPacketDrops_CreatedAt",
                table: "RedPacketDrops",
                column: "CreatedAt");

            migrationBuilder.CreateIndex(
                name: "IX_RedPacketDrops_ExpiresAt",
                table: "RedPacketDrops",
                column: "ExpiresAt");

            migrationBuilder.CreateIndex(
                name: "IX_RedPacketDrops_GroupId_CreatedAt",
                table: "RedPacketDrops",
                columns: new[] { "GroupId", "CreatedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_RedPacketDrops_IdempotencyKey",
                table: "RedPacketDrops",
                column: "IdempotencyKey",
                unique: true,
                filter: "\"IdempotencyKey\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_RedPacketDrops_Status_ExpiresAt",
                table: "RedPacketDrops",
                columns: new[] { "Status", "ExpiresAt" });

            migrationBuilder.CreateIndex(
                name: "IX_RedPacketDrops_UpdatedAt",
                table: "RedPacketDrops",
                column: "UpdatedAt");

            migrationBuilder.CreateIndex(
                name: "IX_RedPacketParts_DropId_MemberId",
                table: "RedPacketParts",
                columns: new[] { "DropId", "MemberId" },
                unique: true,
                filter: "\"MemberId\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_RedPacketParts_DropId_Number",
                table: "RedPacketParts",
                columns: new[] { "DropId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_RedPacketParts_MemberId",
                table: "RedPacketParts",
                column: "MemberId",
                filter: "\"MemberId\" IS NOT NULL");
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
                name: "Coupons");

            migrationBuilder.DropTable(
                name: "EarningRuleGroups");

            migrationBuilder.DropTable(
                name: "EarningStates");

            migrationBuilder.DropTable(
                name: "Gifts");

            migrationBuilder.DropTable(
                name: "PointBalances");

            migrationBuilder.DropTable(
                name: "PointEntries");

            migrationBuilder.DropTable(
                name: "RedPacketParts");

            migrationBuilder.DropTable(
                name: "CheckInMilestones");

            migrationBuilder.DropTable(
                name: "CouponTemplates");

            migrationBuilder.DropTable(
                name: "EarningRules");

            migrationBuilder.DropTable(
                name: "RedPacketDrops");

            migrationBuilder.DropTable(
                name: "CheckInPrograms");

            migrationBuilder.DropTable(
                name: "IncentiveBudgets");

            migrationBuilder.DropTable(
                name: "PointPrograms");
        }
    }
}
