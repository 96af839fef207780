using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace Headless.Community.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Operations : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Orders_MemberId_PaidAt",
                table: "Orders");

            migrationBuilder.DropIndex(
                name: "IX_Memberships_AttentionState_GroupId",
                table: "Memberships");

            migrationBuilder.DropIndex(
                name: "IX_Members_MergedIntoId",
                table: "Members");

            migrationBuilder.DropIndex(
                name: "IX_MemberDays_GroupId_Day_EffectiveMessages",
                table: "MemberDays");

            migrationBuilder.AddColumn<decimal>(
                name: "RefundedAmount",
                table: "Orders",
                type: "numeric(19,4)",
                precision: 19,
                scale: 4,
                nullable: false,
                defaultValue: 0m);

            migrationBuilder.AddColumn<short>(
                name: "RollupVersion",
                table: "MetricStates",
                type: "smallint",
                nullable: false,
                defaultValue: (short)0);

            migrationBuilder.AddColumn<int>(
                name: "EffectiveMessages",
                table: "GroupDays",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "ExcludedMessages",
                table: "GroupDays",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "Joins",
                table: "GroupDays",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "Leaves",
                table: "GroupDays",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "MemberDelta",
                table: "GroupDays",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "Messages",
                table: "GroupDays",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "Brief",
                table: "ContentItems",
                type: "character varying(10000)",
                maxLength: 10000,
                nullable: true,
                collation: "C");

            migrationBuilder.AddColumn<DateTime>(
                name: "DueAt",
                table: "ContentItems",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "IndexVersion",
                table: "ContentItems",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<long>(
                name: "InviteeId",
                table: "ContentItems",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "InviteeName",
                table: "ContentItems",
                type: "character varying(200)",
                maxLength: 200,
                nullable: true,
                collation: "C");

            migrationBuilder.AddColumn<string>(
                name: "KeyPoints",
                table: "ContentItems",
                type: "character varying(10000)",
                maxLength: 10000,
                nullable: true,
                collation: "C");

            migrationBuilder.AddColumn<DateTime>(
                name: "LastUsedAt",
                table: "ContentItems",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Outline",
                table: "ContentItems",
                type: "character varying(10000)",
                maxLength: 10000,
                nullable: true,
                collation: "C");

            migrationBuilder.AddColumn<DateTime>(
                name: "ReceivedAt",
                table: "ContentItems",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "TextVersion",
                table: "ContentItems",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "UsageCount",
                table: "ContentItems",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.CreateTable(
                name: "Assets",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false, collation: "C"),
                    AltText = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true, collation: "C"),
                    Status = table.Column<byte>(type: "smallint", nullable: false),
                    Size = table.Column<long>(type: "bigint", nullable: false),
                    Sha256 = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true, collation: "C"),
                    Kind = table.Column<byte>(type: "smallint", nullable: true),
                    MediaType = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true, collation: "C"),
                    Width = table.Column<int>(type: "integer", nullable: true),
                    Height = table.Column<int>(type: "integer", nullable: true),
                    UploadUntil = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    UploadedById = table.Column<long>(type: "bigint", nullable: true),
                    CreatedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    UpdatedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Assets", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Assets_Operators_UploadedById",
                        column: x => x.UploadedById,
                        principalTable: "Operators",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "AttributionRules",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    ModelList = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false, collation: "C"),
                    WindowDays = table.Column<int>(type: "integer", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    UpdatedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AttributionRules", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "CadenceRules",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Category = table.Column<byte>(type: "smallint", nullable: false),
                    MinPerWeek = table.Column<int>(type: "integer", nullable: false),
                    MaxPerWeek = table.Column<int>(type: "integer", nullable: true),
                    CreatedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    UpdatedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CadenceRules", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "CampaignOccurrences",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    CampaignId = table.Column<long>(type: "bigint", nullable: false),
                    On = table.Column<DateOnly>(type: "date", nullable: false),
                    Status = table.Column<byte>(type: "smallint", nullable: false),
                    StartsAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    EndsAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    IsMoved = table.Column<bool>(type: "boolean", nullable: false),
                    CancelReason = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true, collation: "C"),
                    CreatedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    UpdatedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CampaignOccurrences", x => x.Id);
                    table.ForeignKey(
                        name: "FK_CampaignOccurrences_Campaigns_CampaignId",
                        column: x => x.CampaignId,
                        principalTable: "Campaigns",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "CampaignPlans",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    CampaignId = table.Column<long>(type: "bigint", nullable: false),
                    Rule = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false, collation: "C"),
                    FirstOn = table.Column<DateOnly>(type: "date", nullable: false),
                    LastOn = table.Column<DateOnly>(type: "date", nullable: false),
                    IsEndAssumed = table.Column<bool>(type: "boolean", nullable: false),
                    StartMinute = table.Column<int>(type: "integer", nullable: false),
                    DurationInMinutes = table.Column<int>(type: "integer", nullable: false),
                    CountdownFromMinutes = table.Column<int>(type: "integer", nullable: true),
                    CountdownEveryMinutes = table.Column<int>(type: "integer", nullable: true),
                    CountdownText = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true, collation: "C"),
                    CreatedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    UpdatedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CampaignPlans", x => x.Id);
                    table.ForeignKey(
                        name: "FK_CampaignPlans_Campaigns_CampaignId",
                        column: x => x.CampaignId,
                        principalTable: "Campaigns",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ContentItemVersions",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    ContentItemId = table.Column<long>(type: "bigint", nullable: false),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    Title = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false, collation: "C"),
                    Body = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    WrittenAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    WrittenById = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ContentItemVersions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ContentItemVersions_ContentItems_ContentItemId",
                        column: x => x.ContentItemId,
                        principalTable: "ContentItems",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_ContentItemVersions_Operators_WrittenById",
                        column: x => x.WrittenById,
                        principalTable: "Operators",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ContentUses",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    ContentItemId = table.Column<long>(type: "bigint", nullable: false),
                    GroupId = table.Column<long>(type: "bigint", nullable: false),
                    Category = table.Column<byte>(type: "smallint", nullable: false),
                    CampaignId = table.Column<long>(type: "bigint", nullable: true),
                    UsedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    ReportedById = table.Column<long>(type: "bigint", nullable: true),
                    Note = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true, collation: "C"),
                    CreatedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    UpdatedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ContentUses", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ContentUses_Campaigns_CampaignId",
                        column: x => x.CampaignId,
                        principalTable: "Campaigns",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ContentUses_ContentItems_ContentItemId",
                        column: x => x.ContentItemId,
                        principalTable: "ContentItems",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ContentUses_Groups_GroupId",
                        column: x => x.GroupId,
                        principalTable: "Groups",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ContentUses_Operators_ReportedById",
                        column: x => x.ReportedById,
                        principalTable: "Operators",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "CostEntries",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Kind = table.Column<byte>(type: "smallint", nullable: false),
                    GroupId = table.Column<long>(type: "bigint", nullable: true),
                    CampaignId = table.Column<long>(type: "bigint", nullable: true),
                    Amount = table.Column<decimal>(type: "numeric(19,4)", precision: 19, scale: 4, nullable: false),
                    Currency = table.Column<string>(type: "character varying(3)", maxLength: 3, nullable: false, collation: "C"),
                    SpentAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Note = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true, collation: "C"),
                    IdempotencyKey = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true, collation: "C"),
                    CreatedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    UpdatedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CostEntries", x => x.Id);
                    table.ForeignKey(
                        name: "FK_CostEntries_Campaigns_CampaignId",
                        column: x => x.CampaignId,
                        principalTable: "Campaigns",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_CostEntries_Groups_GroupId",
                        column: x => x.GroupId,
                        principalTable: "Groups",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "CouponTemplates",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false, collation: "C"),
                    Kind = table.Column<byte>(type: "smallint", nullable: false),
                    Amount = table.Column<decimal>(type: "numeric(19,4)", precision: 19, scale: 4, nullable: true),
                    Percent = table.Column<decimal>(type: "numeric(19,4)", precision: 19, scale: 4, nullable: true),
                    MinimumAmount = table.Column<decimal>(type: "numeric(19,4)", precision: 19, scale: 4, nullable: true),
                    Currency = table.Column<string>(type: "character varying(3)", maxLength: 3, nullable: true, collation: "C"),
                    TotalLimit = table.Column<int>(type: "integer", nullable: true),
                    PerMemberLimit = table.Column<int>(type: "integer", nullable: true),
                    IssuedCount = table.Column<int>(type: "integer", nullable: false),
                    RedeemedCount = table.Column<int>(type: "integer", nullable: false),
                    StartsAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    EndsAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    ValidDays = table.Column<int>(type: "integer", nullable: true),
                    CampaignId = table.Column<long>(type: "bigint", nullable: true),
                    IsClosed = table.Column<bool>(type: "boolean", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    UpdatedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Version = table.Column<long>(type: "bigint", nullable: false)
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
                    Id = table.Column<int>(type: "integer", nullable: false),
                    LastActivityId = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_EarningStates", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "IncentiveBudgets",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false, collation: "C"),
                    Amount = table.Column<decimal>(type: "numeric(19,4)", precision: 19, scale: 4, nullable: false),
                    Currency = table.Column<string>(type: "character varying(3)", maxLength: 3, nullable: false, collation: "C"),
                    Reserved = table.Column<decimal>(type: "numeric(19,4)", precision: 19, scale: 4, nullable: false),
                    Spent = table.Column<decimal>(type: "numeric(19,4)", precision: 19, scale: 4, nullable: false),
                    StartsAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    EndsAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    AllowedReasonFlags = table.Column<int>(type: "integer", nullable: false),
                    GroupId = table.Column<long>(type: "bigint", nullable: true),
                    CampaignId = table.Column<long>(type: "bigint", nullable: true),
                    IsClosed = table.Column<bool>(type: "boolean", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    UpdatedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Version = table.Column<long>(type: "bigint", nullable: false)
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
                name: "LaunchChecks",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    CampaignId = table.Column<long>(type: "bigint", nullable: false),
                    Kind = table.Column<byte>(type: "smallint", nullable: false),
                    Text = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true, collation: "C"),
                    Answer = table.Column<byte>(type: "smallint", nullable: true),
                    Note = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true, collation: "C"),
                    AnsweredAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    AnsweredById = table.Column<long>(type: "bigint", nullable: true),
                    CreatedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    UpdatedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LaunchChecks", x => x.Id);
                    table.ForeignKey(
                        name: "FK_LaunchChecks_Campaigns_CampaignId",
                        column: x => x.CampaignId,
                        principalTable: "Campaigns",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_LaunchChecks_Operators_AnsweredById",
                        column: x => x.AnsweredById,
                        principalTable: "Operators",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Offers",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    CampaignId = table.Column<long>(type: "bigint", nullable: false),
                    Name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false, collation: "C"),
                    Url = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true, collation: "C"),
                    Audience = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true, collation: "C"),
                    Currency = table.Column<string>(type: "character varying(3)", maxLength: 3, nullable: false, collation: "C"),
                    LossCap = table.Column<decimal>(type: "numeric(19,4)", precision: 19, scale: 4, nullable: false),
                    Promises = table.Column<byte>(type: "smallint", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    UpdatedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Offers", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Offers_Campaigns_CampaignId",
                        column: x => x.CampaignId,
                        principalTable: "Campaigns",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "PointPrograms",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false, collation: "C"),
                    Unit = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false, collation: "C"),
                    AllowsNegative = table.Column<bool>(type: "boolean", nullable: false),
                    ExpiresAfterDays = table.Column<int>(type: "integer", nullable: true),
                    TimeZone = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false, collation: "C"),
                    IsRetired = table.Column<bool>(type: "boolean", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    UpdatedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PointPrograms", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Products",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Sku = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false, collation: "C"),
                    Name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false, collation: "C"),
                    Category = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false, collation: "C"),
                    Price = table.Column<decimal>(type: "numeric(19,4)", precision: 19, scale: 4, nullable: false),
                    FloorPrice = table.Column<decimal>(type: "numeric(19,4)", precision: 19, scale: 4, nullable: true),
                    Currency = table.Column<string>(type: "character varying(3)", maxLength: 3, nullable: false, collation: "C"),
                    IsRetired = table.Column<bool>(type: "boolean", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    UpdatedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Products", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Refunds",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    OrderId = table.Column<long>(type: "bigint", nullable: false),
                    MemberId = table.Column<long>(type: "bigint", nullable: true),
                    Amount = table.Column<decimal>(type: "numeric(19,4)", precision: 19, scale: 4, nullable: false),
                    RefundedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Reason = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true, collation: "C"),
                    IdempotencyKey = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true, collation: "C"),
                    CreatedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    UpdatedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Refunds", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Refunds_Members_MemberId",
                        column: x => x.MemberId,
                        principalTable: "Members",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Refunds_Orders_OrderId",
                        column: x => x.OrderId,
                        principalTable: "Orders",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "SalesTargets",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false, collation: "C"),
                    GroupId = table.Column<long>(type: "bigint", nullable: true),
                    CampaignId = table.Column<long>(type: "bigint", nullable: true),
                    From = table.Column<DateOnly>(type: "date", nullable: false),
                    To = table.Column<DateOnly>(type: "date", nullable: false),
                    StartsAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    EndsAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Amount = table.Column<decimal>(type: "numeric(19,4)", precision: 19, scale: 4, nullable: false),
                    Currency = table.Column<string>(type: "character varying(3)", maxLength: 3, nullable: false, collation: "C"),
                    Weights = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    CreatedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    UpdatedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SalesTargets", x => x.Id);
                    table.ForeignKey(
                        name: "FK_SalesTargets_Campaigns_CampaignId",
                        column: x => x.CampaignId,
                        principalTable: "Campaigns",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_SalesTargets_Groups_GroupId",
                        column: x => x.GroupId,
                        principalTable: "Groups",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "SearchTerms",
                columns: table => new
                {
                    Scope = table.Column<byte>(type: "smallint", nullable: false),
                    OwnerId = table.Column<long>(type: "bigint", nullable: false),
                    Term = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false, collation: "C"),
                    Weight = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SearchTerms", x => new { x.Scope, x.OwnerId, x.Term });
                });

            migrationBuilder.CreateTable(
                name: "TitleTemplates",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Text = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false, collation: "C"),
                    Kind = table.Column<byte>(type: "smallint", nullable: false),
                    Category = table.Column<byte>(type: "smallint", nullable: true),
                    KeywordLines = table.Column<string>(type: "character varying(1020)", maxLength: 1020, nullable: false, collation: "C"),
                    Note = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true, collation: "C"),
                    CreatedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    UpdatedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TitleTemplates", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "ContentItemAssets",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    ContentItemId = table.Column<long>(type: "bigint", nullable: false),
                    AssetId = table.Column<long>(type: "bigint", nullable: false),
                    Position = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ContentItemAssets", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ContentItemAssets_Assets_AssetId",
                        column: x => x.AssetId,
                        principalTable: "Assets",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ContentItemAssets_ContentItems_ContentItemId",
                        column: x => x.ContentItemId,
                        principalTable: "ContentItems",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "OrderAttributions",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    OrderId = table.Column<long>(type: "bigint", nullable: false),
                    RuleId = table.Column<long>(type: "bigint", nullable: false),
                    Model = table.Column<byte>(type: "smallint", nullable: true),
                    GroupId = table.Column<long>(type: "bigint", nullable: true),
                    CampaignId = table.Column<long>(type: "bigint", nullable: true),
                    TouchedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_OrderAttributions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_OrderAttributions_AttributionRules_RuleId",
                        column: x => x.RuleId,
                        principalTable: "AttributionRules",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_OrderAttributions_Campaigns_CampaignId",
                        column: x => x.CampaignId,
                        principalTable: "Campaigns",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_OrderAttributions_Groups_GroupId",
                        column: x => x.GroupId,
                        principalTable: "Groups",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_OrderAttributions_Orders_OrderId",
                        column: x => x.OrderId,
                        principalTable: "Orders",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "CampaignTasks",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    CampaignId = table.Column<long>(type: "bigint", nullable: false),
                    OccurrenceId = table.Column<long>(type: "bigint", nullable: false),
                    Kind = table.Column<byte>(type: "smallint", nullable: false),
                    DueAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Text = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false, collation: "C"),
                    Status = table.Column<byte>(type: "smallint", nullable: false),
                    Evidence = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true, collation: "C"),
                    DoneAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    DoneById = table.Column<long>(type: "bigint", nullable: true),
                    CreatedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    UpdatedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CampaignTasks", x => x.Id);
                    table.ForeignKey(
                        name: "FK_CampaignTasks_CampaignOccurrences_OccurrenceId",
                        column: x => x.OccurrenceId,
                        principalTable: "CampaignOccurrences",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_CampaignTasks_Campaigns_CampaignId",
                        column: x => x.CampaignId,
                        principalTable: "Campaigns",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_CampaignTasks_Operators_DoneById",
                        column: x => x.DoneById,
                        principalTable: "Operators",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "CampaignSteps",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    CampaignPlanId = table.Column<long>(type: "bigint", nullable: false),
                    Kind = table.Column<byte>(type: "smallint", nullable: false),
                    DaysBefore = table.Column<int>(type: "integer", nullable: false),
                    Minute = table.Column<int>(type: "integer", nullable: false),
                    Text = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CampaignSteps", x => x.Id);
                    table.ForeignKey(
                        name: "FK_CampaignSteps_CampaignPlans_CampaignPlanId",
                        column: x => x.CampaignPlanId,
                        principalTable: "CampaignPlans",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Coupons",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    TemplateId = table.Column<long>(type: "bigint", nullable: false),
                    MemberId = table.Column<long>(type: "bigint", nullable: false),
                    Code = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false, collation: "C"),
                    Status = table.Column<byte>(type: "smallint", nullable: false),
                    IssuedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    ExpiresAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    RedeemedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    OrderId = table.Column<long>(type: "bigint", nullable: true),
                    Discount = table.Column<decimal>(type: "numeric(19,4)", precision: 19, scale: 4, nullable: true),
                    Currency = table.Column<string>(type: "character varying(3)", maxLength: 3, nullable: true, collation: "C"),
                    VoidReason = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true, collation: "C"),
                    IdempotencyKey = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true, collation: "C"),
                    RedemptionKey = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true, collation: "C"),
                    CreatedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    UpdatedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Version = table.Column<long>(type: "bigint", nullable: false)
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
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    MemberId = table.Column<long>(type: "bigint", nullable: false),
                    GroupId = table.Column<long>(type: "bigint", nullable: true),
                    BudgetId = table.Column<long>(type: "bigint", nullable: true),
                    Name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false, collation: "C"),
                    Quantity = table.Column<int>(type: "integer", nullable: false),
                    Cost = table.Column<decimal>(type: "numeric(19,4)", precision: 19, scale: 4, nullable: false),
                    Currency = table.Column<string>(type: "character varying(3)", maxLength: 3, nullable: false, collation: "C"),
                    Reason = table.Column<int>(type: "integer", nullable: false),
                    Note = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true, collation: "C"),
                    SentAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Status = table.Column<byte>(type: "smallint", nullable: false),
                    ClosedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    IdempotencyKey = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true, collation: "C"),
                    CreatedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    UpdatedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Version = table.Column<long>(type: "bigint", nullable: false)
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
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    BudgetId = table.Column<long>(type: "bigint", nullable: false),
                    GroupId = table.Column<long>(type: "bigint", nullable: false),
                    Title = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false, collation: "C"),
                    Reason = table.Column<int>(type: "integer", nullable: false),
                    Amount = table.Column<decimal>(type: "numeric(19,4)", precision: 19, scale: 4, nullable: false),
                    Currency = table.Column<string>(type: "character varying(3)", maxLength: 3, nullable: false, collation: "C"),
                    PartCount = table.Column<int>(type: "integer", nullable: false),
                    Split = table.Column<byte>(type: "smallint", nullable: false),
                    Seed = table.Column<long>(type: "bigint", nullable: false),
                    ExpiresAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Status = table.Column<byte>(type: "smallint", nullable: false),
                    ClaimedCount = table.Column<int>(type: "integer", nullable: false),
                    ClaimedAmount = table.Column<decimal>(type: "numeric(19,4)", precision: 19, scale: 4, nullable: false),
                    IdempotencyKey = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true, collation: "C"),
                    CreatedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    UpdatedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Version = table.Column<long>(type: "bigint", nullable: false)
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
                name: "OfferItems",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    OfferId = table.Column<long>(type: "bigint", nullable: false),
                    Product = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false, collation: "C"),
                    Sku = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true, collation: "C"),
                    Role = table.Column<byte>(type: "smallint", nullable: false),
                    ListPrice = table.Column<decimal>(type: "numeric(19,4)", precision: 19, scale: 4, nullable: false),
                    Price = table.Column<decimal>(type: "numeric(19,4)", precision: 19, scale: 4, nullable: false),
                    SiteMinimumPrice = table.Column<decimal>(type: "numeric(19,4)", precision: 19, scale: 4, nullable: true),
                    UnitCost = table.Column<decimal>(type: "numeric(19,4)", precision: 19, scale: 4, nullable: true),
                    ExpectedUnits = table.Column<int>(type: "integer", nullable: true),
                    Stock = table.Column<int>(type: "integer", nullable: true),
                    Reserved = table.Column<int>(type: "integer", nullable: false),
                    Sold = table.Column<int>(type: "integer", nullable: false),
                    LowStockAt = table.Column<int>(type: "integer", nullable: true),
                    IsLow = table.Column<bool>(type: "boolean", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    UpdatedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_OfferItems", x => x.Id);
                    table.ForeignKey(
                        name: "FK_OfferItems_Offers_OfferId",
                        column: x => x.OfferId,
                        principalTable: "Offers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "CheckInPrograms",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false, collation: "C"),
                    Mode = table.Column<byte>(type: "smallint", nullable: false),
                    TimeZone = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false, collation: "C"),
                    GroupId = table.Column<long>(type: "bigint", nullable: true),
                    StartsOn = table.Column<DateOnly>(type: "date", nullable: true),
                    EndsOn = table.Column<DateOnly>(type: "date", nullable: true),
                    MakeUpLimit = table.Column<int>(type: "integer", nullable: false),
                    MakeUpWithinDays = table.Column<int>(type: "integer", nullable: false),
                    PointProgramId = table.Column<long>(type: "bigint", nullable: true),
                    PointsPerDay = table.Column<int>(type: "integer", nullable: false),
                    IsEnded = table.Column<bool>(type: "boolean", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    UpdatedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Version = table.Column<long>(type: "bigint", nullable: false)
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
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    ProgramId = table.Column<long>(type: "bigint", nullable: false),
                    Name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false, collation: "C"),
                    ActivityKind = table.Column<short>(type: "smallint", nullable: false),
                    Points = table.Column<int>(type: "integer", nullable: false),
                    PerAmount = table.Column<decimal>(type: "numeric(19,4)", precision: 19, scale: 4, nullable: true),
                    Currency = table.Column<string>(type: "character varying(3)", maxLength: 3, nullable: true, collation: "C"),
                    DailyCap = table.Column<int>(type: "integer", nullable: true),
                    IsEverywhere = table.Column<bool>(type: "boolean", nullable: false),
                    IsActive = table.Column<bool>(type: "boolean", nullable: false),
                    AfterActivityId = table.Column<long>(type: "bigint", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    UpdatedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Version = table.Column<long>(type: "bigint", nullable: false)
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
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    ProgramId = table.Column<long>(type: "bigint", nullable: false),
                    MemberId = table.Column<long>(type: "bigint", nullable: false),
                    Balance = table.Column<long>(type: "bigint", nullable: false),
                    NextExpiryAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
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
                name: "Consultations",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    MemberId = table.Column<long>(type: "bigint", nullable: false),
                    GroupId = table.Column<long>(type: "bigint", nullable: true),
                    ProductId = table.Column<long>(type: "bigint", nullable: true),
                    Topic = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false, collation: "C"),
                    Note = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true, collation: "C"),
                    Channel = table.Column<byte>(type: "smallint", nullable: false),
                    ConsultedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Outcome = table.Column<byte>(type: "smallint", nullable: false),
                    ClosedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    OrderId = table.Column<long>(type: "bigint", nullable: true),
                    IdempotencyKey = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true, collation: "C"),
                    CreatedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    UpdatedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Consultations", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Consultations_Groups_GroupId",
                        column: x => x.GroupId,
                        principalTable: "Groups",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Consultations_Members_MemberId",
                        column: x => x.MemberId,
                        principalTable: "Members",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Consultations_Orders_OrderId",
                        column: x => x.OrderId,
                        principalTable: "Orders",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Consultations_Products_ProductId",
                        column: x => x.ProductId,
                        principalTable: "Products",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "OrderItems",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    OrderId = table.Column<long>(type: "bigint", nullable: false),
                    ProductId = table.Column<long>(type: "bigint", nullable: true),
                    Name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false, collation: "C"),
                    Category = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true, collation: "C"),
                    Quantity = table.Column<int>(type: "integer", nullable: false),
                    UnitPrice = table.Column<decimal>(type: "numeric(19,4)", precision: 19, scale: 4, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_OrderItems", x => x.Id);
                    table.ForeignKey(
                        name: "FK_OrderItems_Orders_OrderId",
                        column: x => x.OrderId,
                        principalTable: "Orders",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_OrderItems_Products_ProductId",
                        column: x => x.ProductId,
                        principalTable: "Products",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "RedPacketParts",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    DropId = table.Column<long>(type: "bigint", nullable: false),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    Amount = table.Column<decimal>(type: "numeric(19,4)", precision: 19, scale: 4, nullable: false),
                    MemberId = table.Column<long>(type: "bigint", nullable: true),
                    ClaimedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
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
                name: "StockReservations",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    OfferItemId = table.Column<long>(type: "bigint", nullable: false),
                    Reference = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false, collation: "C"),
                    Quantity = table.Column<int>(type: "integer", nullable: false),
                    Status = table.Column<byte>(type: "smallint", nullable: false),
                    ExpiresAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    ClosedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    CreatedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    UpdatedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_StockReservations", x => x.Id);
                    table.ForeignKey(
                        name: "FK_StockReservations_OfferItems_OfferItemId",
                        column: x => x.OfferItemId,
                        principalTable: "OfferItems",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "CheckInMilestones",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    ProgramId = table.Column<long>(type: "bigint", nullable: false),
                    Days = table.Column<int>(type: "integer", nullable: false),
                    Name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false, collation: "C"),
                    Points = table.Column<int>(type: "integer", nullable: false)
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
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    ProgramId = table.Column<long>(type: "bigint", nullable: false),
                    MemberId = table.Column<long>(type: "bigint", nullable: false),
                    Day = table.Column<DateOnly>(type: "date", nullable: false),
                    CheckedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    IsMakeUp = table.Column<bool>(type: "boolean", nullable: false),
                    Streak = table.Column<int>(type: "integer", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    UpdatedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Version = table.Column<long>(type: "bigint", nullable: false)
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
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    ProgramId = table.Column<long>(type: "bigint", nullable: false),
                    MemberId = table.Column<long>(type: "bigint", nullable: false),
                    TotalDays = table.Column<int>(type: "integer", nullable: false),
                    LastStreak = table.Column<int>(type: "integer", nullable: false),
                    LongestStreak = table.Column<int>(type: "integer", nullable: false),
                    LastDay = table.Column<DateOnly>(type: "date", nullable: true),
                    MakeUps = table.Column<int>(type: "integer", nullable: false),
                    Turn = table.Column<long>(type: "bigint", nullable: false)
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
                    RuleId = table.Column<long>(type: "bigint", nullable: false),
                    GroupId = table.Column<long>(type: "bigint", nullable: false)
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
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    ProgramId = table.Column<long>(type: "bigint", nullable: false),
                    MemberId = table.Column<long>(type: "bigint", nullable: false),
                    GroupId = table.Column<long>(type: "bigint", nullable: true),
                    Kind = table.Column<byte>(type: "smallint", nullable: false),
                    Points = table.Column<long>(type: "bigint", nullable: false),
                    BalanceAfter = table.Column<long>(type: "bigint", nullable: false),
                    OccurredAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Day = table.Column<DateOnly>(type: "date", nullable: false),
                    ExpiresAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    Note = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true, collation: "C"),
                    RuleId = table.Column<long>(type: "bigint", nullable: true),
                    ActivityId = table.Column<long>(type: "bigint", nullable: true),
                    OrderId = table.Column<long>(type: "bigint", nullable: true),
                    ReversesId = table.Column<long>(type: "bigint", nullable: true),
                    IdempotencyKey = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true, collation: "C"),
                    CreatedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    UpdatedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Version = table.Column<long>(type: "bigint", nullable: false)
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
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    MilestoneId = table.Column<long>(type: "bigint", nullable: false),
                    MemberId = table.Column<long>(type: "bigint", nullable: false),
                    ReachedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
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
                name: "IX_Orders_MemberId_Status_Currency_PaidAt_Amount",
                table: "Orders",
                columns: new[] { "MemberId", "Status", "Currency", "PaidAt", "Amount" });

            migrationBuilder.CreateIndex(
                name: "IX_Members_MergedIntoId",
                table: "Members",
                column: "MergedIntoId",
                filter: "\"MergedIntoId\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_MemberDays_GroupId_Day_EffectiveMessages_MemberId",
                table: "MemberDays",
                columns: new[] { "GroupId", "Day", "EffectiveMessages", "MemberId" });

            migrationBuilder.CreateIndex(
                name: "IX_GroupHours_Moved",
                table: "GroupHours",
                columns: new[] { "GroupId", "HourStart", "MemberDelta" },
                filter: "\"MemberDelta\" <> 0");

            migrationBuilder.CreateIndex(
                name: "IX_ContentItems_DueAt",
                table: "ContentItems",
                column: "DueAt");

            migrationBuilder.CreateIndex(
                name: "IX_ContentItems_IndexVersion",
                table: "ContentItems",
                column: "IndexVersion");

            migrationBuilder.CreateIndex(
                name: "IX_ContentItems_InviteeId",
                table: "ContentItems",
                column: "InviteeId");

            migrationBuilder.CreateIndex(
                name: "IX_ContentItems_LastUsedAt",
                table: "ContentItems",
                column: "LastUsedAt");

            migrationBuilder.CreateIndex(
                name: "IX_ContentItems_UsageCount",
                table: "ContentItems",
                column: "UsageCount");

            migrationBuilder.CreateIndex(
                name: "IX_Assets_CreatedAt",
                table: "Assets",
                column: "CreatedAt");

            migrationBuilder.CreateIndex(
                name: "IX_Assets_Kind_CreatedAt",
                table: "Assets",
                columns: new[] { "Kind", "CreatedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Assets_MediaType",
                table: "Assets",
                column: "MediaType");

            migrationBuilder.CreateIndex(
                name: "IX_Assets_Name",
                table: "Assets",
                column: "Name");

            migrationBuilder.CreateIndex(
                name: "IX_Assets_Sha256",
                table: "Assets",
                column: "Sha256");

            migrationBuilder.CreateIndex(
                name: "IX_Assets_Size",
                table: "Assets",
                column: "Size");

            migrationBuilder.CreateIndex(
                name: "IX_Assets_Status_CreatedAt",
                table: "Assets",
                columns: new[] { "Status", "CreatedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Assets_UpdatedAt",
                table: "Assets",
                column: "UpdatedAt");

            migrationBuilder.CreateIndex(
                name: "IX_Assets_UploadedById",
                table: "Assets",
                column: "UploadedById");

            migrationBuilder.CreateIndex(
                name: "IX_Assets_UploadUntil",
                table: "Assets",
                column: "UploadUntil");

            migrationBuilder.CreateIndex(
                name: "IX_AttributionRules_CreatedAt",
                table: "AttributionRules",
                column: "CreatedAt");

            migrationBuilder.CreateIndex(
                name: "IX_AttributionRules_Number",
                table: "AttributionRules",
                column: "Number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_AttributionRules_UpdatedAt",
                table: "AttributionRules",
                column: "UpdatedAt");

            migrationBuilder.CreateIndex(
                name: "IX_CadenceRules_Category",
                table: "CadenceRules",
                column: "Category",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_CadenceRules_CreatedAt",
                table: "CadenceRules",
                column: "CreatedAt");

            migrationBuilder.CreateIndex(
                name: "IX_CadenceRules_UpdatedAt",
                table: "CadenceRules",
                column: "UpdatedAt");

            migrationBuilder.CreateIndex(
                name: "IX_CampaignOccurrences_CampaignId_On",
                table: "CampaignOccurrences",
                columns: new[] { "CampaignId", "On" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_CampaignOccurrences_CreatedAt",
                table: "CampaignOccurrences",
                column: "CreatedAt");

            migrationBuilder.CreateIndex(
                name: "IX_CampaignOccurrences_EndsAt",
                table: "CampaignOccurrences",
                column: "EndsAt");

            migrationBuilder.CreateIndex(
                name: "IX_CampaignOccurrences_StartsAt",
                table: "CampaignOccurrences",
                column: "StartsAt");

            migrationBuilder.CreateIndex(
                name: "IX_CampaignOccurrences_Status_StartsAt",
                table: "CampaignOccurrences",
                columns: new[] { "Status", "StartsAt" });

            migrationBuilder.CreateIndex(
                name: "IX_CampaignOccurrences_UpdatedAt",
                table: "CampaignOccurrences",
                column: "UpdatedAt");

            migrationBuilder.CreateIndex(
                name: "IX_CampaignPlans_CampaignId",
                table: "CampaignPlans",
                column: "CampaignId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_CampaignPlans_CreatedAt",
                table: "CampaignPlans",
                column: "CreatedAt");

            migrationBuilder.CreateIndex(
                name: "IX_CampaignPlans_UpdatedAt",
                table: "CampaignPlans",
                column: "UpdatedAt");

            migrationBuilder.CreateIndex(
                name: "IX_CampaignSteps_CampaignPlanId",
                table: "CampaignSteps",
                column: "CampaignPlanId");

            migrationBuilder.CreateIndex(
                name: "IX_CampaignTasks_CampaignId",
                table: "CampaignTasks",
                column: "CampaignId");

            migrationBuilder.CreateIndex(
                name: "IX_CampaignTasks_CreatedAt",
                table: "CampaignTasks",
                column: "CreatedAt");

            migrationBuilder.CreateIndex(
                name: "IX_CampaignTasks_DoneById",
                table: "CampaignTasks",
                column: "DoneById");

            migrationBuilder.CreateIndex(
                name: "IX_CampaignTasks_DueAt",
                table: "CampaignTasks",
                column: "DueAt");

            migrationBuilder.CreateIndex(
                name: "IX_CampaignTasks_Kind_DueAt",
                table: "CampaignTasks",
                columns: new[] { "Kind", "DueAt" });

            migrationBuilder.CreateIndex(
                name: "IX_CampaignTasks_OccurrenceId_DueAt",
                table: "CampaignTasks",
                columns: new[] { "OccurrenceId", "DueAt" });

            migrationBuilder.CreateIndex(
                name: "IX_CampaignTasks_Status_DueAt",
                table: "CampaignTasks",
                columns: new[] { "Status", "DueAt" });

            migrationBuilder.CreateIndex(
                name: "IX_CampaignTasks_UpdatedAt",
                table: "CampaignTasks",
                column: "UpdatedAt");

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
                name: "IX_Consultations_ConsultedAt",
                table: "Consultations",
                column: "ConsultedAt");

            migrationBuilder.CreateIndex(
                name: "IX_Consultations_CreatedAt",
                table: "Consultations",
                column: "CreatedAt");

            migrationBuilder.CreateIndex(
                name: "IX_Consultations_GroupId_ConsultedAt",
                table: "Consultations",
                columns: new[] { "GroupId", "ConsultedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Consultations_IdempotencyKey",
                table: "Consultations",
                column: "IdempotencyKey",
                unique: true,
                filter: "\"IdempotencyKey\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Consultations_MemberId_ConsultedAt",
                table: "Consultations",
                columns: new[] { "MemberId", "ConsultedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Consultations_OrderId",
                table: "Consultations",
                column: "OrderId",
                filter: "\"OrderId\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Consultations_Outcome_ConsultedAt",
                table: "Consultations",
                columns: new[] { "Outcome", "ConsultedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Consultations_ProductId",
                table: "Consultations",
                column: "ProductId",
                filter: "\"ProductId\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Consultations_Topic_ConsultedAt",
                table: "Consultations",
                columns: new[] { "Topic", "ConsultedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Consultations_UpdatedAt",
                table: "Consultations",
                column: "UpdatedAt");

            migrationBuilder.CreateIndex(
                name: "IX_ContentItemAssets_AssetId",
                table: "ContentItemAssets",
                column: "AssetId");

            migrationBuilder.CreateIndex(
                name: "IX_ContentItemAssets_ContentItemId_AssetId",
                table: "ContentItemAssets",
                columns: new[] { "ContentItemId", "AssetId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ContentItemVersions_ContentItemId_Number",
                table: "ContentItemVersions",
                columns: new[] { "ContentItemId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ContentItemVersions_WrittenById",
                table: "ContentItemVersions",
                column: "WrittenById");

            migrationBuilder.CreateIndex(
                name: "IX_ContentUses_CampaignId",
                table: "ContentUses",
                column: "CampaignId");

            migrationBuilder.CreateIndex(
                name: "IX_ContentUses_Category_UsedAt",
                table: "ContentUses",
                columns: new[] { "Category", "UsedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_ContentUses_ContentItemId_UsedAt",
                table: "ContentUses",
                columns: new[] { "ContentItemId", "UsedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_ContentUses_CreatedAt",
                table: "ContentUses",
                column: "CreatedAt");

            migrationBuilder.CreateIndex(
                name: "IX_ContentUses_GroupId_UsedAt_Category",
                table: "ContentUses",
                columns: new[] { "GroupId", "UsedAt", "Category" });

            migrationBuilder.CreateIndex(
                name: "IX_ContentUses_ReportedById",
                table: "ContentUses",
                column: "ReportedById");

            migrationBuilder.CreateIndex(
                name: "IX_ContentUses_UpdatedAt",
                table: "ContentUses",
                column: "UpdatedAt");

            migrationBuilder.CreateIndex(
                name: "IX_ContentUses_UsedAt",
                table: "ContentUses",
                column: "UsedAt");

            migrationBuilder.CreateIndex(
                name: "IX_CostEntries_CampaignId_SpentAt",
                table: "CostEntries",
                columns: new[] { "CampaignId", "SpentAt" });

            migrationBuilder.CreateIndex(
                name: "IX_CostEntries_CreatedAt",
                table: "CostEntries",
                column: "CreatedAt");

            migrationBuilder.CreateIndex(
                name: "IX_CostEntries_GroupId_SpentAt",
                table: "CostEntries",
                columns: new[] { "GroupId", "SpentAt" });

            migrationBuilder.CreateIndex(
                name: "IX_CostEntries_IdempotencyKey",
                table: "CostEntries",
                column: "IdempotencyKey",
                unique: true,
                filter: "\"IdempotencyKey\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_CostEntries_Kind_SpentAt",
                table: "CostEntries",
                columns: new[] { "Kind", "SpentAt" });

            migrationBuilder.CreateIndex(
                name: "IX_CostEntries_SpentAt",
                table: "CostEntries",
                column: "SpentAt");

            migrationBuilder.CreateIndex(
                name: "IX_CostEntries_UpdatedAt",
                table: "CostEntries",
                column: "UpdatedAt");

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
                name: "IX_LaunchChecks_AnsweredById",
                table: "LaunchChecks",
                column: "AnsweredById");

            migrationBuilder.CreateIndex(
                name: "IX_LaunchChecks_CampaignId_Answer",
                table: "LaunchChecks",
                columns: new[] { "CampaignId", "Answer" });

            migrationBuilder.CreateIndex(
                name: "IX_LaunchChecks_CreatedAt",
                table: "LaunchChecks",
                column: "CreatedAt");

            migrationBuilder.CreateIndex(
                name: "IX_LaunchChecks_UpdatedAt",
                table: "LaunchChecks",
                column: "UpdatedAt");

            migrationBuilder.CreateIndex(
                name: "IX_OfferItems_CreatedAt",
                table: "OfferItems",
                column: "CreatedAt");

            migrationBuilder.CreateIndex(
                name: "IX_OfferItems_IsLow_CreatedAt",
                table: "OfferItems",
                columns: new[] { "IsLow", "CreatedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_OfferItems_OfferId",
                table: "OfferItems",
                column: "OfferId");

            migrationBuilder.CreateIndex(
                name: "IX_OfferItems_Price",
                table: "OfferItems",
                column: "Price");

            migrationBuilder.CreateIndex(
                name: "IX_OfferItems_Product",
                table: "OfferItems",
                column: "Product");

            migrationBuilder.CreateIndex(
                name: "IX_OfferItems_Role_CreatedAt",
                table: "OfferItems",
                columns: new[] { "Role", "CreatedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_OfferItems_Sku",
                table: "OfferItems",
                column: "Sku");

            migrationBuilder.CreateIndex(
                name: "IX_OfferItems_UpdatedAt",
                table: "OfferItems",
                column: "UpdatedAt");

            migrationBuilder.CreateIndex(
                name: "IX_Offers_CampaignId",
                table: "Offers",
                column: "CampaignId");

            migrationBuilder.CreateIndex(
                name: "IX_Offers_CreatedAt",
                table: "Offers",
                column: "CreatedAt");

            migrationBuilder.CreateIndex(
                name: "IX_Offers_Name",
                table: "Offers",
                column: "Name");

            migrationBuilder.CreateIndex(
                name: "IX_Offers_UpdatedAt",
                table: "Offers",
                column: "UpdatedAt");

            migrationBuilder.CreateIndex(
                name: "IX_OrderAttributions_CampaignId",
                table: "OrderAttributions",
                column: "CampaignId");

            migrationBuilder.CreateIndex(
                name: "IX_OrderAttributions_GroupId",
                table: "OrderAttributions",
                column: "GroupId");

            migrationBuilder.CreateIndex(
                name: "IX_OrderAttributions_OrderId_RuleId",
                table: "OrderAttributions",
                columns: new[] { "OrderId", "RuleId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_OrderAttributions_RuleId_GroupId",
                table: "OrderAttributions",
                columns: new[] { "RuleId", "GroupId" });

            migrationBuilder.CreateIndex(
                name: "IX_OrderItems_Category_OrderId",
                table: "OrderItems",
                columns: new[] { "Category", "OrderId" },
                filter: "\"Category\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_OrderItems_OrderId",
                table: "OrderItems",
                column: "OrderId");

            migrationBuilder.CreateIndex(
                name: "IX_OrderItems_ProductId",
                table: "OrderItems",
                column: "ProductId",
                filter: "\"ProductId\" IS NOT NULL");

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
                name: "IX_Products_Category_Name",
                table: "Products",
                columns: new[] { "Category", "Name" });

            migrationBuilder.CreateIndex(
                name: "IX_Products_CreatedAt",
                table: "Products",
                column: "CreatedAt");

            migrationBuilder.CreateIndex(
                name: "IX_Products_Name",
                table: "Products",
                column: "Name");

            migrationBuilder.CreateIndex(
                name: "IX_Products_Sku",
                table: "Products",
                column: "Sku",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Products_UpdatedAt",
                table: "Products",
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

            migrationBuilder.CreateIndex(
                name: "IX_Refunds_CreatedAt",
                table: "Refunds",
                column: "CreatedAt");

            migrationBuilder.CreateIndex(
                name: "IX_Refunds_IdempotencyKey",
                table: "Refunds",
                column: "IdempotencyKey",
                unique: true,
                filter: "\"IdempotencyKey\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Refunds_MemberId",
                table: "Refunds",
                column: "MemberId",
                filter: "\"MemberId\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Refunds_OrderId",
                table: "Refunds",
                column: "OrderId");

            migrationBuilder.CreateIndex(
                name: "IX_Refunds_UpdatedAt",
                table: "Refunds",
                column: "UpdatedAt");

            migrationBuilder.CreateIndex(
                name: "IX_SalesTargets_CampaignId",
                table: "SalesTargets",
                column: "CampaignId");

            migrationBuilder.CreateIndex(
                name: "IX_SalesTargets_CreatedAt",
                table: "SalesTargets",
                column: "CreatedAt");

            migrationBuilder.CreateIndex(
                name: "IX_SalesTargets_From",
                table: "SalesTargets",
                column: "From");

            migrationBuilder.CreateIndex(
                name: "IX_SalesTargets_GroupId",
                table: "SalesTargets",
                column: "GroupId");

            migrationBuilder.CreateIndex(
                name: "IX_SalesTargets_Name",
                table: "SalesTargets",
                column: "Name");

            migrationBuilder.CreateIndex(
                name: "IX_SalesTargets_UpdatedAt",
                table: "SalesTargets",
                column: "UpdatedAt");

            migrationBuilder.CreateIndex(
                name: "IX_SearchTerms_Scope_Term_Weight_OwnerId",
                table: "SearchTerms",
                columns: new[] { "Scope", "Term", "Weight", "OwnerId" });

            migrationBuilder.CreateIndex(
                name: "IX_StockReservations_CreatedAt",
                table: "StockReservations",
                column: "CreatedAt");

            migrationBuilder.CreateIndex(
                name: "IX_StockReservations_OfferItemId_Reference",
                table: "StockReservations",
                columns: new[] { "OfferItemId", "Reference" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_StockReservations_Status_ExpiresAt",
                table: "StockReservations",
                columns: new[] { "Status", "ExpiresAt" });

            migrationBuilder.CreateIndex(
                name: "IX_StockReservations_UpdatedAt",
                table: "StockReservations",
                column: "UpdatedAt");

            migrationBuilder.CreateIndex(
                name: "IX_TitleTemplates_Category_CreatedAt",
                table: "TitleTemplates",
                columns: new[] { "Category", "CreatedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_TitleTemplates_CreatedAt",
                table: "TitleTemplates",
                column: "CreatedAt");

            migrationBuilder.CreateIndex(
                name: "IX_TitleTemplates_Kind_CreatedAt",
                table: "TitleTemplates",
                columns: new[] { "Kind", "CreatedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_TitleTemplates_Text",
                table: "TitleTemplates",
                column: "Text",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_TitleTemplates_UpdatedAt",
                table: "TitleTemplates",
                column: "UpdatedAt");

            migrationBuilder.AddForeignKey(
                name: "FK_ContentItems_Members_InviteeId",
                table: "ContentItems",
                column: "InviteeId",
                principalTable: "Members",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_ContentItems_Members_InviteeId",
                table: "ContentItems");

            migrationBuilder.DropTable(
                name: "CadenceRules");

            migrationBuilder.DropTable(
                name: "CampaignSteps");

            migrationBuilder.DropTable(
                name: "CampaignTasks");

            migrationBuilder.DropTable(
                name: "CheckInRewards");

            migrationBuilder.DropTable(
                name: "CheckIns");

            migrationBuilder.DropTable(
                name: "CheckInStandings");

            migrationBuilder.DropTable(
                name: "Consultations");

            migrationBuilder.DropTable(
                name: "ContentItemAssets");

            migrationBuilder.DropTable(
                name: "ContentItemVersions");

            migrationBuilder.DropTable(
                name: "ContentUses");

            migrationBuilder.DropTable(
                name: "CostEntries");

            migrationBuilder.DropTable(
                name: "Coupons");

            migrationBuilder.DropTable(
                name: "EarningRuleGroups");

            migrationBuilder.DropTable(
                name: "EarningStates");

            migrationBuilder.DropTable(
                name: "Gifts");

            migrationBuilder.DropTable(
                name: "LaunchChecks");

            migrationBuilder.DropTable(
                name: "OrderAttributions");

            migrationBuilder.DropTable(
                name: "OrderItems");

            migrationBuilder.DropTable(
                name: "PointBalances");

            migrationBuilder.DropTable(
                name: "PointEntries");

            migrationBuilder.DropTable(
                name: "RedPacketParts");

            migrationBuilder.DropTable(
                name: "Refunds");

            migrationBuilder.DropTable(
                name: "SalesTargets");

            migrationBuilder.DropTable(
                name: "SearchTerms");

            migrationBuilder.DropTable(
                name: "StockReservations");

            migrationBuilder.DropTable(
                name: "TitleTemplates");

            migrationBuilder.DropTable(
                name: "CampaignPlans");

            migrationBuilder.DropTable(
                name: "CampaignOccurrences");

            migrationBuilder.DropTable(
                name: "CheckInMilestones");

            migrationBuilder.DropTable(
                name: "Assets");

            migrationBuilder.DropTable(
                name: "CouponTemplates");

            migrationBuilder.DropTable(
                name: "AttributionRules");

            migrationBuilder.DropTable(
                name: "Products");

            migrationBuilder.DropTable(
                name: "EarningRules");

            migrationBuilder.DropTable(
                name: "RedPacketDrops");

            migrationBuilder.DropTable(
                name: "OfferItems");

            migrationBuilder.DropTable(
                name: "CheckInPrograms");

            migrationBuilder.DropTable(
                name: "IncentiveBudgets");

            migrationBuilder.DropTable(
                name: "Offers");

            migrationBuilder.DropTable(
                name: "PointPrograms");

            migrationBuilder.DropIndex(
                name: "IX_Orders_MemberId_Status_Currency_PaidAt_Amount",
                table: "Orders");

            migrationBuilder.DropIndex(
                name: "IX_Members_MergedIntoId",
                table: "Members");

            migrationBuilder.DropIndex(
                name: "IX_MemberDays_GroupId_Day_EffectiveMessages_MemberId",
                table: "MemberDays");

            migrationBuilder.DropIndex(
                name: "IX_GroupHours_Moved",
                table: "GroupHours");

            migrationBuilder.DropIndex(
                name: "IX_ContentItems_DueAt",
                table: "ContentItems");

            migrationBuilder.DropIndex(
                name: "IX_ContentItems_IndexVersion",
                table: "ContentItems");

            migrationBuilder.DropIndex(
                name: "IX_ContentItems_InviteeId",
                table: "ContentItems");

            migrationBuilder.DropIndex(
                name: "IX_ContentItems_LastUsedAt",
                table: "ContentItems");

            migrationBuilder.DropIndex(
                name: "IX_ContentItems_UsageCount",
                table: "ContentItems");

            migrationBuilder.DropColumn(
                name: "RefundedAmount",
                table: "Orders");

            migrationBuilder.DropColumn(
                name: "RollupVersion",
                table: "MetricStates");

            migrationBuilder.DropColumn(
                name: "EffectiveMessages",
                table: "GroupDays");

            migrationBuilder.DropColumn(
                name: "ExcludedMessages",
                table: "GroupDays");

            migrationBuilder.DropColumn(
                name: "Joins",
                table: "GroupDays");

            migrationBuilder.DropColumn(
                name: "Leaves",
                table: "GroupDays");

            migrationBuilder.DropColumn(
                name: "MemberDelta",
                table: "GroupDays");

            migrationBuilder.DropColumn(
                name: "Messages",
                table: "GroupDays");

            migrationBuilder.DropColumn(
                name: "Brief",
                table: "ContentItems");

            migrationBuilder.DropColumn(
                name: "DueAt",
                table: "ContentItems");

            migrationBuilder.DropColumn(
                name: "IndexVersion",
                table: "ContentItems");

            migrationBuilder.DropColumn(
                name: "InviteeId",
                table: "ContentItems");

            migrationBuilder.DropColumn(
                name: "InviteeName",
                table: "ContentItems");

            migrationBuilder.DropColumn(
                name: "KeyPoints",
                table: "ContentItems");

            migrationBuilder.DropColumn(
                name: "LastUsedAt",
                table: "ContentItems");

            migrationBuilder.DropColumn(
                name: "Outline",
                table: "ContentItems");

            migrationBuilder.DropColumn(
                name: "ReceivedAt",
                table: "ContentItems");

            migrationBuilder.DropColumn(
                name: "TextVersion",
                table: "ContentItems");

            migrationBuilder.DropColumn(
                name: "UsageCount",
                table: "ContentItems");

            migrationBuilder.CreateIndex(
                name: "IX_Orders_MemberId_PaidAt",
                table: "Orders",
                columns: new[] { "MemberId", "PaidAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Memberships_AttentionState_GroupId",
                table: "Memberships",
                columns: new[] { "AttentionState", "GroupId" });

            migrationBuilder.CreateIndex(
                name: "IX_Members_MergedIntoId",
                table: "Members",
                column: "MergedIntoId");

            migrationBuilder.CreateIndex(
                name: "IX_MemberDays_GroupId_Day_EffectiveMessages",
                table: "MemberDays",
                columns: new[] { "GroupId", "Day", "EffectiveMessages" });
        }
    }
}
