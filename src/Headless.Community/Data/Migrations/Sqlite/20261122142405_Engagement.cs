using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Headless.Community.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Engagement : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Alerts_Unresolved",
                table: "Alerts");

            migrationBuilder.AddColumn<byte>(
                name: "Class",
                table: "Members",
                type: "INTEGER",
                nullable: false,
                defaultValue: (byte)0);

            migrationBuilder.AddColumn<byte>(
                name: "ClassConflicts",
                table: "Members",
                type: "INTEGER",
                nullable: false,
                defaultValue: (byte)0);

            migrationBuilder.AddColumn<string>(
                name: "ClassEvidence",
                table: "Members",
                type: "TEXT",
                maxLength: 1000,
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "ClassSince",
                table: "Members",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<byte>(
                name: "Engagement",
                table: "Members",
                type: "INTEGER",
                nullable: false,
                defaultValue: (byte)0);

            migrationBuilder.AddColumn<DateTime>(
                name: "EngagementSince",
                table: "Members",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "TimeZone",
                table: "Groups",
                type: "TEXT",
                maxLength: 64,
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "PreheatsAt",
                table: "Campaigns",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "ReviewIndexVersion",
                table: "Campaigns",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<long>(
                name: "SegmentId",
                table: "Campaigns",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "RuleId",
                table: "Alerts",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "AlertRules",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    IsActive = table.Column<bool>(type: "INTEGER", nullable: false),
                    Metric = table.Column<string>(type: "TEXT", maxLength: 50, nullable: false),
                    Scope = table.Column<byte>(type: "INTEGER", nullable: false),
                    GroupId = table.Column<long>(type: "INTEGER", nullable: true),
                    GroupType = table.Column<byte>(type: "INTEGER", nullable: true),
                    PurposeFlags = table.Column<byte>(type: "INTEGER", nullable: false),
                    Comparison = table.Column<byte>(type: "INTEGER", nullable: false),
                    Threshold = table.Column<long>(type: "INTEGER", precision: 19, scale: 4, nullable: true),
                    Baseline = table.Column<byte>(type: "INTEGER", nullable: true),
                    WindowDays = table.Column<int>(type: "INTEGER", nullable: false),
                    IncludesToday = table.Column<bool>(type: "INTEGER", nullable: false),
                    MinSample = table.Column<int>(type: "INTEGER", nullable: false),
                    QuietHours = table.Column<int>(type: "INTEGER", nullable: false),
                    Currency = table.Column<string>(type: "TEXT", maxLength: 3, nullable: true),
                    Severity = table.Column<byte>(type: "INTEGER", nullable: false),
                    SuggestedAction = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    UpdatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AlertRules", x => x.Id);
                    table.ForeignKey(
                        name: "FK_AlertRules_Groups_GroupId",
                        column: x => x.GroupId,
                        principalTable: "Groups",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "CampaignReviews",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    CampaignId = table.Column<long>(type: "INTEGER", nullable: false),
                    WentWell = table.Column<string>(type: "TEXT", maxLength: 10000, nullable: false),
                    Defects = table.Column<string>(type: "TEXT", maxLength: 10000, nullable: false),
                    Figures = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    FiguresAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    AuthorId = table.Column<long>(type: "INTEGER", nullable: true),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    UpdatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CampaignReviews", x => x.Id);
                    table.ForeignKey(
                        name: "FK_CampaignReviews_Campaigns_CampaignId",
                        column: x => x.CampaignId,
                        principalTable: "Campaigns",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_CampaignReviews_Operators_AuthorId",
                        column: x => x.AuthorId,
                        principalTable: "Operators",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "CampaignVariants",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    CampaignId = table.Column<long>(type: "INTEGER", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Text = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    ContentItemId = table.Column<long>(type: "INTEGER", nullable: true),
                    Weight = table.Column<int>(type: "INTEGER", nullable: false),
                    Position = table.Column<int>(type: "INTEGER", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    UpdatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CampaignVariants", x => x.Id);
                    table.ForeignKey(
                        name: "FK_CampaignVariants_Campaigns_CampaignId",
                        column: x => x.CampaignId,
                        principalTable: "Campaigns",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_CampaignVariants_ContentItems_ContentItemId",
                        column: x => x.ContentItemId,
                        principalTable: "ContentItems",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ClassificationStates",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false),
                    LastActivityId = table.Column<long>(type: "INTEGER", nullable: false),
                    FollowedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    RulesVersion = table.Column<long>(type: "INTEGER", nullable: false),
                    PassedMemberId = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ClassificationStates", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "ClassStrategies",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Class = table.Column<byte>(type: "INTEGER", nullable: false),
                    Text = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    UpdatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ClassStrategies", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "EngagementStates",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false),
                    Day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    PassedMemberId = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_EngagementStates", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "MemberClassChanges",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    MemberId = table.Column<long>(type: "INTEGER", nullable: false),
                    From = table.Column<byte>(type: "INTEGER", nullable: false),
                    To = table.Column<byte>(type: "INTEGER", nullable: false),
                    ChangedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Conflicts = table.Column<byte>(type: "INTEGER", nullable: false),
                    Evidence = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MemberClassChanges", x => x.Id);
                    table.ForeignKey(
                        name: "FK_MemberClassChanges_Members_MemberId",
                        column: x => x.MemberId,
                        principalTable: "Members",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "MemberClassRules",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    LoyalMonths = table.Column<int>(type: "INTEGER", nullable: false),
                    NeedGapMonths = table.Column<int>(type: "INTEGER", nullable: false),
                    NeedTagId = table.Column<long>(type: "INTEGER", nullable: true),
                    BargainCeiling = table.Column<long>(type: "INTEGER", precision: 19, scale: 4, nullable: true),
                    BargainCurrency = table.Column<string>(type: "TEXT", maxLength: 3, nullable: true),
                    ObservationDays = table.Column<int>(type: "INTEGER", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    UpdatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MemberClassRules", x => x.Id);
                    table.ForeignKey(
                        name: "FK_MemberClassRules_Tags_NeedTagId",
                        column: x => x.NeedTagId,
                        principalTable: "Tags",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

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
                name: "ReferralConsents",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    MemberId = table.Column<long>(type: "INTEGER", nullable: false),
                    OptedOutAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    PromptCount = table.Column<int>(type: "INTEGER", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    UpdatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ReferralConsents", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ReferralConsents_Members_MemberId",
                        column: x => x.MemberId,
                        principalTable: "Members",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ReferralPrograms",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Mechanic = table.Column<byte>(type: "INTEGER", nullable: false),
                    Status = table.Column<byte>(type: "INTEGER", nullable: false),
                    CampaignId = table.Column<long>(type: "INTEGER", nullable: true),
                    SegmentId = table.Column<long>(type: "INTEGER", nullable: true),
                    PosterId = table.Column<long>(type: "INTEGER", nullable: true),
                    LandingUrl = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    StayDays = table.Column<int>(type: "INTEGER", nullable: false),
                    RequiresOrder = table.Column<bool>(type: "INTEGER", nullable: false),
                    OrderDays = table.Column<int>(type: "INTEGER", nullable: false),
                    RoundHours = table.Column<int>(type: "INTEGER", nullable: true),
                    ListPrice = table.Column<long>(type: "INTEGER", precision: 19, scale: 4, nullable: true),
                    FloorPrice = table.Column<long>(type: "INTEGER", precision: 19, scale: 4, nullable: true),
                    PriceStep = table.Column<long>(type: "INTEGER", precision: 19, scale: 4, nullable: true),
                    Currency = table.Column<string>(type: "TEXT", maxLength: 3, nullable: true),
                    MaxDailyJoins = table.Column<int>(type: "INTEGER", nullable: true),
                    PromptLimit = table.Column<int>(type: "INTEGER", nullable: false),
                    PromptDays = table.Column<int>(type: "INTEGER", nullable: false),
                    StartsAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    EndsAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    ActivatedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    AfterActivityId = table.Column<long>(type: "INTEGER", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    UpdatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ReferralPrograms", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ReferralPrograms_Campaigns_CampaignId",
                        column: x => x.CampaignId,
                        principalTable: "Campaigns",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ReferralPrograms_ContentItems_PosterId",
                        column: x => x.PosterId,
                        principalTable: "ContentItems",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ReferralPrograms_Segments_SegmentId",
                        column: x => x.SegmentId,
                        principalTable: "Segments",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ReferralStates",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false),
                    LastActivityId = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ReferralStates", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "RelayLeases",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Name = table.Column<string>(type: "TEXT", maxLength: 50, nullable: false),
                    Owner = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    Token = table.Column<long>(type: "INTEGER", nullable: false),
                    Beat = table.Column<long>(type: "INTEGER", nullable: false),
                    RenewedAt = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RelayLeases", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Webhooks",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Url = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    OperatorId = table.Column<long>(type: "INTEGER", nullable: false),
                    Role = table.Column<byte>(type: "INTEGER", nullable: false),
                    ScopeFlags = table.Column<int>(type: "INTEGER", nullable: false),
                    Query = table.Column<string>(type: "TEXT", maxLength: 8000, nullable: true),
                    Status = table.Column<byte>(type: "INTEGER", nullable: false),
                    DisabledReason = table.Column<byte>(type: "INTEGER", nullable: true),
                    DisabledAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Secret = table.Column<byte[]>(type: "BLOB", maxLength: 128, nullable: false),
                    FormerSecret = table.Column<byte[]>(type: "BLOB", maxLength: 128, nullable: true),
                    FormerSecretUntil = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Position = table.Column<long>(type: "INTEGER", nullable: false),
                    FailingSince = table.Column<DateTime>(type: "TEXT", nullable: true),
                    FailureCount = table.Column<int>(type: "INTEGER", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    UpdatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Webhooks", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Webhooks_Operators_OperatorId",
                        column: x => x.OperatorId,
                        principalTable: "Operators",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "CampaignReviewActions",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    ReviewId = table.Column<long>(type: "INTEGER", nullable: false),
                    Position = table.Column<int>(type: "INTEGER", nullable: false),
                    Text = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    DueOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    DoneAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    DoneById = table.Column<long>(type: "INTEGER", nullable: true),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    UpdatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CampaignReviewActions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_CampaignReviewActions_CampaignReviews_ReviewId",
                        column: x => x.ReviewId,
                        principalTable: "CampaignReviews",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_CampaignReviewActions_Operators_DoneById",
                        column: x => x.DoneById,
                        principalTable: "Operators",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "VariantAssignments",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    CampaignId = table.Column<long>(type: "INTEGER", nullable: false),
                    VariantId = table.Column<long>(type: "INTEGER", nullable: false),
                    MemberId = table.Column<long>(type: "INTEGER", nullable: false),
                    AssignedAt = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_VariantAssignments", x => x.Id);
                    table.ForeignKey(
                        name: "FK_VariantAssignments_CampaignVariants_VariantId",
                        column: x => x.VariantId,
                        principalTable: "CampaignVariants",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_VariantAssignments_Campaigns_CampaignId",
                        column: x => x.CampaignId,
                        principalTable: "Campaigns",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_VariantAssignments_Members_MemberId",
                        column: x => x.MemberId,
                        principalTable: "Members",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
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
                name: "ReferralInvitations",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    ProgramId = table.Column<long>(type: "INTEGER", nullable: false),
                    MemberId = table.Column<long>(type: "INTEGER", nullable: false),
                    IssuedToId = table.Column<long>(type: "INTEGER", nullable: false),
                    Round = table.Column<int>(type: "INTEGER", nullable: false),
                    Code = table.Column<string>(type: "TEXT", maxLength: 10, nullable: false),
                    ExpiresAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    RevokedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    RevokeReason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    Ancestors = table.Column<string>(type: "TEXT", maxLength: 420, nullable: false),
                    Depth = table.Column<int>(type: "INTEGER", nullable: false),
                    JoinedCount = table.Column<int>(type: "INTEGER", nullable: false),
                    QualifiedCount = table.Column<int>(type: "INTEGER", nullable: false),
                    ClaimCount = table.Column<int>(type: "INTEGER", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    UpdatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ReferralInvitations", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ReferralInvitations_Members_MemberId",
                        column: x => x.MemberId,
                        principalTable: "Members",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ReferralInvitations_ReferralPrograms_ProgramId",
                        column: x => x.ProgramId,
                        principalTable: "ReferralPrograms",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ReferralProgramGroups",
                columns: table => new
                {
                    ProgramId = table.Column<long>(type: "INTEGER", nullable: false),
                    GroupId = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ReferralProgramGroups", x => new { x.ProgramId, x.GroupId });
                    table.ForeignKey(
                        name: "FK_ReferralProgramGroups_Groups_GroupId",
                        column: x => x.GroupId,
                        principalTable: "Groups",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ReferralProgramGroups_ReferralPrograms_ProgramId",
                        column: x => x.ProgramId,
                        principalTable: "ReferralPrograms",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ReferralPrompts",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    ProgramId = table.Column<long>(type: "INTEGER", nullable: false),
                    MemberId = table.Column<long>(type: "INTEGER", nullable: false),
                    PromptedAt = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ReferralPrompts", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ReferralPrompts_Members_MemberId",
                        column: x => x.MemberId,
                        principalTable: "Members",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ReferralPrompts_ReferralPrograms_ProgramId",
                        column: x => x.ProgramId,
                        principalTable: "ReferralPrograms",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ReferralTiers",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    ProgramId = table.Column<long>(type: "INTEGER", nullable: false),
                    Threshold = table.Column<int>(type: "INTEGER", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    IsRepeating = table.Column<bool>(type: "INTEGER", nullable: false),
                    Kind = table.Column<byte>(type: "INTEGER", nullable: false),
                    PointProgramId = table.Column<long>(type: "INTEGER", nullable: true),
                    Points = table.Column<int>(type: "INTEGER", nullable: true),
                    CouponTemplateId = table.Column<long>(type: "INTEGER", nullable: true),
                    BudgetId = table.Column<long>(type: "INTEGER", nullable: true),
                    Cost = table.Column<long>(type: "INTEGER", precision: 19, scale: 4, nullable: true),
                    Currency = table.Column<string>(type: "TEXT", maxLength: 3, nullable: true),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    UpdatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ReferralTiers", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ReferralTiers_CouponTemplates_CouponTemplateId",
                        column: x => x.CouponTemplateId,
                        principalTable: "CouponTemplates",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ReferralTiers_IncentiveBudgets_BudgetId",
                        column: x => x.BudgetId,
                        principalTable: "IncentiveBudgets",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ReferralTiers_PointPrograms_PointProgramId",
                        column: x => x.PointProgramId,
                        principalTable: "PointPrograms",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ReferralTiers_ReferralPrograms_ProgramId",
                        column: x => x.ProgramId,
                        principalTable: "ReferralPrograms",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "WebhookDeliveries",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    WebhookId = table.Column<long>(type: "INTEGER", nullable: false),
                    ActivityId = table.Column<long>(type: "INTEGER", nullable: true),
                    Kind = table.Column<short>(type: "INTEGER", nullable: true),
                    MessageId = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Status = table.Column<byte>(type: "INTEGER", nullable: false),
                    IsInOrder = table.Column<bool>(type: "INTEGER", nullable: false),
                    AttemptCount = table.Column<int>(type: "INTEGER", nullable: false),
                    Round = table.Column<int>(type: "INTEGER", nullable: false),
                    NextAttemptAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    CompletedAt = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_WebhookDeliveries", x => x.Id);
                    table.ForeignKey(
                        name: "FK_WebhookDeliveries_Webhooks_WebhookId",
                        column: x => x.WebhookId,
                        principalTable: "Webhooks",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "WebhookGroups",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    WebhookId = table.Column<long>(type: "INTEGER", nullable: false),
                    GroupId = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_WebhookGroups", x => x.Id);
                    table.ForeignKey(
                        name: "FK_WebhookGroups_Groups_GroupId",
                        column: x => x.GroupId,
                        principalTable: "Groups",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_WebhookGroups_Webhooks_WebhookId",
                        column: x => x.WebhookId,
                        principalTable: "Webhooks",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "WebhookKind",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    WebhookId = table.Column<long>(type: "INTEGER", nullable: false),
                    Kind = table.Column<short>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_WebhookKind", x => x.Id);
                    table.ForeignKey(
                        name: "FK_WebhookKind_Webhooks_WebhookId",
                        column: x => x.WebhookId,
                        principalTable: "Webhooks",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
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
                name: "Referrals",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    ProgramId = table.Column<long>(type: "INTEGER", nullable: false),
                    InvitationId = table.Column<long>(type: "INTEGER", nullable: false),
                    InviterId = table.Column<long>(type: "INTEGER", nullable: false),
                    MemberId = table.Column<long>(type: "INTEGER", nullable: false),
                    Status = table.Column<byte>(type: "INTEGER", nullable: false),
                    Reason = table.Column<byte>(type: "INTEGER", nullable: true),
                    MembershipId = table.Column<long>(type: "INTEGER", nullable: true),
                    GroupId = table.Column<long>(type: "INTEGER", nullable: true),
                    JoinedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    DueAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    OrderDueAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    OrderId = table.Column<long>(type: "INTEGER", nullable: true),
                    DecidedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    DecidedById = table.Column<long>(type: "INTEGER", nullable: true),
                    Note = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    IsCleared = table.Column<bool>(type: "INTEGER", nullable: false),
                    Path = table.Column<string>(type: "TEXT", maxLength: 441, nullable: false),
                    Depth = table.Column<int>(type: "INTEGER", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    UpdatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Referrals", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Referrals_Groups_GroupId",
                        column: x => x.GroupId,
                        principalTable: "Groups",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Referrals_Members_InviterId",
                        column: x => x.InviterId,
                        principalTable: "Members",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Referrals_Members_MemberId",
                        column: x => x.MemberId,
                        principalTable: "Members",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Referrals_Memberships_MembershipId",
                        column: x => x.MembershipId,
                        principalTable: "Memberships",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Referrals_Operators_DecidedById",
                        column: x => x.DecidedById,
                        principalTable: "Operators",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Referrals_Orders_OrderId",
                        column: x => x.OrderId,
                        principalTable: "Orders",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Referrals_ReferralInvitations_InvitationId",
                        column: x => x.InvitationId,
                        principalTable: "ReferralInvitations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Referrals_ReferralPrograms_ProgramId",
                        column: x => x.ProgramId,
                        principalTable: "ReferralPrograms",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ReferralRewards",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    TierId = table.Column<long>(type: "INTEGER", nullable: false),
                    InvitationId = table.Column<long>(type: "INTEGER", nullable: false),
                    ProgramId = table.Column<long>(type: "INTEGER", nullable: false),
                    MemberId = table.Column<long>(type: "INTEGER", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Cost = table.Column<long>(type: "INTEGER", precision: 19, scale: 4, nullable: true),
                    Currency = table.Column<string>(type: "TEXT", maxLength: 3, nullable: true),
                    PointEntryId = table.Column<long>(type: "INTEGER", nullable: true),
                    CouponId = table.Column<long>(type: "INTEGER", nullable: true),
                    GiftId = table.Column<long>(type: "INTEGER", nullable: true),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    UpdatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ReferralRewards", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ReferralRewards_Coupons_CouponId",
                        column: x => x.CouponId,
                        principalTable: "Coupons",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ReferralRewards_Gifts_GiftId",
                        column: x => x.GiftId,
                        principalTable: "Gifts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ReferralRewards_Members_MemberId",
                        column: x => x.MemberId,
                        principalTable: "Members",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ReferralRewards_PointEntries_PointEntryId",
                        column: x => x.PointEntryId,
                        principalTable: "PointEntries",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ReferralRewards_ReferralInvitations_InvitationId",
                        column: x => x.InvitationId,
                        principalTable: "ReferralInvitations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ReferralRewards_ReferralPrograms_ProgramId",
                        column: x => x.ProgramId,
                        principalTable: "ReferralPrograms",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ReferralRewards_ReferralTiers_TierId",
                        column: x => x.TierId,
                        principalTable: "ReferralTiers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "WebhookAttempts",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    DeliveryId = table.Column<long>(type: "INTEGER", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    DurationMilliseconds = table.Column<int>(type: "INTEGER", nullable: false),
                    StatusCode = table.Column<int>(type: "INTEGER", nullable: true),
                    Failure = table.Column<byte>(type: "INTEGER", nullable: true),
                    Message = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    Response = table.Column<string>(type: "TEXT", maxLength: 1024, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_WebhookAttempts", x => x.Id);
                    table.ForeignKey(
                        name: "FK_WebhookAttempts_WebhookDeliveries_DeliveryId",
                        column: x => x.DeliveryId,
                        principalTable: "WebhookDeliveries",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
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
                name: "IX_Members_Class",
                table: "Members",
                column: "Class");

            migrationBuilder.CreateIndex(
                name: "IX_Members_Engagement",
                table: "Members",
                column: "Engagement");

            migrationBuilder.CreateIndex(
                name: "IX_Campaigns_SegmentId",
                table: "Campaigns",
                column: "SegmentId");

            migrationBuilder.CreateIndex(
                name: "IX_Campaigns_Status_PreheatsAt",
                table: "Campaigns",
                columns: new[] { "Status", "PreheatsAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Campaigns_Status_ReviewIndexVersion",
                table: "Campaigns",
                columns: new[] { "Status", "ReviewIndexVersion" });

            migrationBuilder.CreateIndex(
                name: "IX_Alerts_RuleId_OpenedAt",
                table: "Alerts",
                columns: new[] { "RuleId", "OpenedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Alerts_Unresolved",
                table: "Alerts",
                columns: new[] { "Kind", "SubjectKind", "SubjectId" },
                unique: true,
                filter: "\"ResolvedAt\" IS NULL AND \"RuleId\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Alerts_UnresolvedOfRule",
                table: "Alerts",
                columns: new[] { "RuleId", "SubjectKind", "SubjectId" },
                unique: true,
                filter: "\"ResolvedAt\" IS NULL AND \"RuleId\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_AlertRules_CreatedAt",
                table: "AlertRules",
                column: "CreatedAt");

            migrationBuilder.CreateIndex(
                name: "IX_AlertRules_GroupId",
                table: "AlertRules",
                column: "GroupId");

            migrationBuilder.CreateIndex(
                name: "IX_AlertRules_IsActive",
                table: "AlertRules",
                column: "IsActive");

            migrationBuilder.CreateIndex(
                name: "IX_AlertRules_Metric",
                table: "AlertRules",
                column: "Metric");

            migrationBuilder.CreateIndex(
                name: "IX_AlertRules_Name",
                table: "AlertRules",
                column: "Name",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_AlertRules_UpdatedAt",
                table: "AlertRules",
                column: "UpdatedAt");

            migrationBuilder.CreateIndex(
                name: "IX_CampaignReviewActions_CreatedAt",
                table: "CampaignReviewActions",
                column: "CreatedAt");

            migrationBuilder.CreateIndex(
                name: "IX_CampaignReviewActions_DoneById",
                table: "CampaignReviewActions",
                column: "DoneById");

            migrationBuilder.CreateIndex(
                name: "IX_CampaignReviewActions_ReviewId_Position",
                table: "CampaignReviewActions",
                columns: new[] { "ReviewId", "Position" });

            migrationBuilder.CreateIndex(
                name: "IX_CampaignReviewActions_UpdatedAt",
                table: "CampaignReviewActions",
                column: "UpdatedAt");

            migrationBuilder.CreateIndex(
                name: "IX_CampaignReviews_AuthorId",
                table: "CampaignReviews",
                column: "AuthorId");

            migrationBuilder.CreateIndex(
                name: "IX_CampaignReviews_CampaignId",
                table: "CampaignReviews",
                column: "CampaignId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_CampaignReviews_CreatedAt",
                table: "CampaignReviews",
                column: "CreatedAt");

            migrationBuilder.CreateIndex(
                name: "IX_CampaignReviews_UpdatedAt",
                table: "CampaignReviews",
                column: "UpdatedAt");

            migrationBuilder.CreateIndex(
                name: "IX_CampaignVariants_CampaignId_Position",
                table: "CampaignVariants",
                columns: new[] { "CampaignId", "Position" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_CampaignVariants_ContentItemId",
                table: "CampaignVariants",
                column: "ContentItemId");

            migrationBuilder.CreateIndex(
                name: "IX_CampaignVariants_CreatedAt",
                table: "CampaignVariants",
                column: "CreatedAt");

            migrationBuilder.CreateIndex(
                name: "IX_CampaignVariants_UpdatedAt",
                table: "CampaignVariants",
                column: "UpdatedAt");

            migrationBuilder.CreateIndex(
                name: "IX_ClassStrategies_Class",
                table: "ClassStrategies",
                column: "Class",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ClassStrategies_CreatedAt",
                table: "ClassStrategies",
                column: "CreatedAt");

            migrationBuilder.CreateIndex(
                name: "IX_ClassStrategies_UpdatedAt",
                table: "ClassStrategies",
                column: "UpdatedAt");

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
                name: "IX_MemberClassChanges_MemberId_ChangedAt",
                table: "MemberClassChanges",
                columns: new[] { "MemberId", "ChangedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_MemberClassRules_CreatedAt",
                table: "MemberClassRules",
                column: "CreatedAt");

            migrationBuilder.CreateIndex(
                name: "IX_MemberClassRules_NeedTagId",
                table: "MemberClassRules",
                column: "NeedTagId");

            migrationBuilder.CreateIndex(
                name: "IX_MemberClassRules_UpdatedAt",
                table: "MemberClassRules",
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

            migrationBuilder.CreateIndex(
                name: "IX_ReferralConsents_CreatedAt",
                table: "ReferralConsents",
                column: "CreatedAt");

            migrationBuilder.CreateIndex(
                name: "IX_ReferralConsents_MemberId",
                table: "ReferralConsents",
                column: "MemberId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ReferralConsents_UpdatedAt",
                table: "ReferralConsents",
                column: "UpdatedAt");

            migrationBuilder.CreateIndex(
                name: "IX_ReferralInvitations_Code",
                table: "ReferralInvitations",
                column: "Code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ReferralInvitations_CreatedAt",
                table: "ReferralInvitations",
                column: "CreatedAt");

            migrationBuilder.CreateIndex(
                name: "IX_ReferralInvitations_ExpiresAt",
                table: "ReferralInvitations",
                column: "ExpiresAt");

            migrationBuilder.CreateIndex(
                name: "IX_ReferralInvitations_JoinedCount",
                table: "ReferralInvitations",
                column: "JoinedCount");

            migrationBuilder.CreateIndex(
                name: "IX_ReferralInvitations_MemberId_ProgramId",
                table: "ReferralInvitations",
                columns: new[] { "MemberId", "ProgramId" });

            migrationBuilder.CreateIndex(
                name: "IX_ReferralInvitations_ProgramId_IssuedToId_Round",
                table: "ReferralInvitations",
                columns: new[] { "ProgramId", "IssuedToId", "Round" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ReferralInvitations_ProgramId_QualifiedCount",
                table: "ReferralInvitations",
                columns: new[] { "ProgramId", "QualifiedCount" });

            migrationBuilder.CreateIndex(
                name: "IX_ReferralInvitations_QualifiedCount",
                table: "ReferralInvitations",
                column: "QualifiedCount");

            migrationBuilder.CreateIndex(
                name: "IX_ReferralInvitations_UpdatedAt",
                table: "ReferralInvitations",
                column: "UpdatedAt");

            migrationBuilder.CreateIndex(
                name: "IX_ReferralProgramGroups_GroupId",
                table: "ReferralProgramGroups",
                column: "GroupId");

            migrationBuilder.CreateIndex(
                name: "IX_ReferralPrograms_CampaignId",
                table: "ReferralPrograms",
                column: "CampaignId");

            migrationBuilder.CreateIndex(
                name: "IX_ReferralPrograms_CreatedAt",
                table: "ReferralPrograms",
                column: "CreatedAt");

            migrationBuilder.CreateIndex(
                name: "IX_ReferralPrograms_Mechanic_CreatedAt",
                table: "ReferralPrograms",
                columns: new[] { "Mechanic", "CreatedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_ReferralPrograms_Name",
                table: "ReferralPrograms",
                column: "Name",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ReferralPrograms_PosterId",
                table: "ReferralPrograms",
                column: "PosterId");

            migrationBuilder.CreateIndex(
                name: "IX_ReferralPrograms_SegmentId",
                table: "ReferralPrograms",
                column: "SegmentId");

            migrationBuilder.CreateIndex(
                name: "IX_ReferralPrograms_Status_CreatedAt",
                table: "ReferralPrograms",
                columns: new[] { "Status", "CreatedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_ReferralPrograms_UpdatedAt",
                table: "ReferralPrograms",
                column: "UpdatedAt");

            migrationBuilder.CreateIndex(
                name: "IX_ReferralPrompts_MemberId_PromptedAt",
                table: "ReferralPrompts",
                columns: new[] { "MemberId", "PromptedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_ReferralPrompts_ProgramId",
                table: "ReferralPrompts",
                column: "ProgramId");

            migrationBuilder.CreateIndex(
                name: "IX_ReferralRewards_CouponId",
                table: "ReferralRewards",
                column: "CouponId",
                filter: "\"CouponId\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_ReferralRewards_CreatedAt",
                table: "ReferralRewards",
                column: "CreatedAt");

            migrationBuilder.CreateIndex(
                name: "IX_ReferralRewards_GiftId",
                table: "ReferralRewards",
                column: "GiftId",
                filter: "\"GiftId\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_ReferralRewards_InvitationId",
                table: "ReferralRewards",
                column: "InvitationId");

            migrationBuilder.CreateIndex(
                name: "IX_ReferralRewards_MemberId",
                table: "ReferralRewards",
                column: "MemberId");

            migrationBuilder.CreateIndex(
                name: "IX_ReferralRewards_PointEntryId",
                table: "ReferralRewards",
                column: "PointEntryId",
                filter: "\"PointEntryId\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_ReferralRewards_ProgramId_CreatedAt",
                table: "ReferralRewards",
                columns: new[] { "ProgramId", "CreatedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_ReferralRewards_TierId_InvitationId_Number",
                table: "ReferralRewards",
                columns: new[] { "TierId", "InvitationId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ReferralRewards_UpdatedAt",
                table: "ReferralRewards",
                column: "UpdatedAt");

            migrationBuilder.CreateIndex(
                name: "IX_Referrals_CreatedAt",
                table: "Referrals",
                column: "CreatedAt");

            migrationBuilder.CreateIndex(
                name: "IX_Referrals_DecidedAt",
                table: "Referrals",
                column: "DecidedAt");

            migrationBuilder.CreateIndex(
                name: "IX_Referrals_DecidedById",
                table: "Referrals",
                column: "DecidedById",
                filter: "\"DecidedById\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Referrals_GroupId_JoinedAt",
                table: "Referrals",
                columns: new[] { "GroupId", "JoinedAt" },
                filter: "\"GroupId\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Referrals_InvitationId_JoinedAt",
                table: "Referrals",
                columns: new[] { "InvitationId", "JoinedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Referrals_InviterId_JoinedAt",
                table: "Referrals",
                columns: new[] { "InviterId", "JoinedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Referrals_JoinedAt",
                table: "Referrals",
                column: "JoinedAt");

            migrationBuilder.CreateIndex(
                name: "IX_Referrals_MemberId",
                table: "Referrals",
                column: "MemberId");

            migrationBuilder.CreateIndex(
                name: "IX_Referrals_MembershipId",
                table: "Referrals",
                column: "MembershipId",
                filter: "\"MembershipId\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Referrals_OrderId",
                table: "Referrals",
                column: "OrderId",
                filter: "\"OrderId\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Referrals_Path",
                table: "Referrals",
                column: "Path");

            migrationBuilder.CreateIndex(
                name: "IX_Referrals_ProgramId_MemberId",
                table: "Referrals",
                columns: new[] { "ProgramId", "MemberId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Referrals_Reason_JoinedAt",
                table: "Referrals",
                columns: new[] { "Reason", "JoinedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Referrals_Status_DueAt",
                table: "Referrals",
                columns: new[] { "Status", "DueAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Referrals_UpdatedAt",
                table: "Referrals",
                column: "UpdatedAt");

            migrationBuilder.CreateIndex(
                name: "IX_ReferralTiers_BudgetId",
                table: "ReferralTiers",
                column: "BudgetId");

            migrationBuilder.CreateIndex(
                name: "IX_ReferralTiers_CouponTemplateId",
                table: "ReferralTiers",
                column: "CouponTemplateId");

            migrationBuilder.CreateIndex(
                name: "IX_ReferralTiers_CreatedAt",
                table: "ReferralTiers",
                column: "CreatedAt");

            migrationBuilder.CreateIndex(
                name: "IX_ReferralTiers_PointProgramId",
                table: "ReferralTiers",
                column: "PointProgramId");

            migrationBuilder.CreateIndex(
                name: "IX_ReferralTiers_ProgramId_Threshold",
                table: "ReferralTiers",
                columns: new[] { "ProgramId", "Threshold" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ReferralTiers_UpdatedAt",
                table: "ReferralTiers",
                column: "UpdatedAt");

            migrationBuilder.CreateIndex(
                name: "IX_RelayLeases_Name",
                table: "RelayLeases",
                column: "Name",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_VariantAssignments_CampaignId_MemberId",
                table: "VariantAssignments",
                columns: new[] { "CampaignId", "MemberId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_VariantAssignments_MemberId",
                table: "VariantAssignments",
                column: "MemberId");

            migrationBuilder.CreateIndex(
                name: "IX_VariantAssignments_VariantId",
                table: "VariantAssignments",
                column: "VariantId");

            migrationBuilder.CreateIndex(
                name: "IX_WebhookAttempts_DeliveryId_Number",
                table: "WebhookAttempts",
                columns: new[] { "DeliveryId", "Number" });

            migrationBuilder.CreateIndex(
                name: "IX_WebhookDeliveries_CreatedAt",
                table: "WebhookDeliveries",
                column: "CreatedAt");

            migrationBuilder.CreateIndex(
                name: "IX_WebhookDeliveries_MessageId",
                table: "WebhookDeliveries",
                column: "MessageId");

            migrationBuilder.CreateIndex(
                name: "IX_WebhookDeliveries_NextAttemptAt_WebhookId",
                table: "WebhookDeliveries",
                columns: new[] { "NextAttemptAt", "WebhookId" },
                filter: "\"NextAttemptAt\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_WebhookDeliveries_Status_CreatedAt",
                table: "WebhookDeliveries",
                columns: new[] { "Status", "CreatedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_WebhookDeliveries_WebhookId_ActivityId",
                table: "WebhookDeliveries",
                columns: new[] { "WebhookId", "ActivityId" },
                unique: true,
                filter: "\"ActivityId\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_WebhookDeliveries_WebhookId_Status_CreatedAt",
                table: "WebhookDeliveries",
                columns: new[] { "WebhookId", "Status", "CreatedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_WebhookGroups_GroupId",
                table: "WebhookGroups",
                column: "GroupId");

            migrationBuilder.CreateIndex(
                name: "IX_WebhookGroups_WebhookId_GroupId",
                table: "WebhookGroups",
                columns: new[] { "WebhookId", "GroupId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_WebhookKind_WebhookId_Kind",
                table: "WebhookKind",
                columns: new[] { "WebhookId", "Kind" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Webhooks_CreatedAt",
                table: "Webhooks",
                column: "CreatedAt");

            migrationBuilder.CreateIndex(
                name: "IX_Webhooks_FailingSince",
                table: "Webhooks",
                column: "FailingSince");

            migrationBuilder.CreateIndex(
                name: "IX_Webhooks_Name",
                table: "Webhooks",
                column: "Name");

            migrationBuilder.CreateIndex(
                name: "IX_Webhooks_OperatorId",
                table: "Webhooks",
                column: "OperatorId");

            migrationBuilder.CreateIndex(
                name: "IX_Webhooks_Status",
                table: "Webhooks",
                column: "Status");

            migrationBuilder.CreateIndex(
                name: "IX_Webhooks_UpdatedAt",
                table: "Webhooks",
                column: "UpdatedAt");

            migrationBuilder.AddForeignKey(
                name: "FK_Alerts_AlertRules_RuleId",
                table: "Alerts",
                column: "RuleId",
                principalTable: "AlertRules",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "FK_Campaigns_Segments_SegmentId",
                table: "Campaigns",
                column: "SegmentId",
                principalTable: "Segments",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_Alerts_AlertRules_RuleId",
                table: "Alerts");

            migrationBuilder.DropForeignKey(
                name: "FK_Campaigns_Segments_SegmentId",
                table: "Campaigns");

            migrationBuilder.DropTable(
                name: "AlertRules");

            migrationBuilder.DropTable(
                name: "CampaignReviewActions");

            migrationBuilder.DropTable(
                name: "ClassificationStates");

            migrationBuilder.DropTable(
                name: "ClassStrategies");

            migrationBuilder.DropTable(
                name: "Deliveries");

            migrationBuilder.DropTable(
                name: "EngagementStates");

            migrationBuilder.DropTable(
                name: "MemberClassChanges");

            migrationBuilder.DropTable(
                name: "MemberClassRules");

            migrationBuilder.DropTable(
                name: "PlaybookGroups");

            migrationBuilder.DropTable(
                name: "PlaybookStates");

            migrationBuilder.DropTable(
                name: "PlaybookSteps");

            migrationBuilder.DropTable(
                name: "ReferralConsents");

            migrationBuilder.DropTable(
                name: "ReferralProgramGroups");

            migrationBuilder.DropTable(
                name: "ReferralPrompts");

            migrationBuilder.DropTable(
                name: "ReferralRewards");

            migrationBuilder.DropTable(
                name: "Referrals");

            migrationBuilder.DropTable(
                name: "ReferralStates");

            migrationBuilder.DropTable(
                name: "RelayLeases");

            migrationBuilder.DropTable(
                name: "VariantAssignments");

            migrationBuilder.DropTable(
                name: "WebhookAttempts");

            migrationBuilder.DropTable(
                name: "WebhookGroups");

            migrationBuilder.DropTable(
                name: "WebhookKind");

            migrationBuilder.DropTable(
                name: "CampaignReviews");

            migrationBuilder.DropTable(
                name: "Mailings");

            migrationBuilder.DropTable(
                name: "ReferralTiers");

            migrationBuilder.DropTable(
                name: "ReferralInvitations");

            migrationBuilder.DropTable(
                name: "CampaignVariants");

            migrationBuilder.DropTable(
                name: "WebhookDeliveries");

            migrationBuilder.DropTable(
                name: "PlaybookTasks");

            migrationBuilder.DropTable(
                name: "ReferralPrograms");

            migrationBuilder.DropTable(
                name: "Webhooks");

            migrationBuilder.DropTable(
                name: "PlaybookRuns");

            migrationBuilder.DropTable(
                name: "Playbooks");

            migrationBuilder.DropIndex(
                name: "IX_Members_Class",
                table: "Members");

            migrationBuilder.DropIndex(
                name: "IX_Members_Engagement",
                table: "Members");

            migrationBuilder.DropIndex(
                name: "IX_Campaigns_SegmentId",
                table: "Campaigns");

            migrationBuilder.DropIndex(
                name: "IX_Campaigns_Status_PreheatsAt",
                table: "Campaigns");

            migrationBuilder.DropIndex(
                name: "IX_Campaigns_Status_ReviewIndexVersion",
                table: "Campaigns");

            migrationBuilder.DropIndex(
                name: "IX_Alerts_RuleId_OpenedAt",
                table: "Alerts");

            migrationBuilder.DropIndex(
                name: "IX_Alerts_Unresolved",
                table: "Alerts");

            migrationBuilder.DropIndex(
                name: "IX_Alerts_UnresolvedOfRule",
                table: "Alerts");

            migrationBuilder.DropColumn(
                name: "Class",
                table: "Members");

            migrationBuilder.DropColumn(
                name: "ClassConflicts",
                table: "Members");

            migrationBuilder.DropColumn(
                name: "ClassEvidence",
                table: "Members");

            migrationBuilder.DropColumn(
                name: "ClassSince",
                table: "Members");

            migrationBuilder.DropColumn(
                name: "Engagement",
                table: "Members");

            migrationBuilder.DropColumn(
                name: "EngagementSince",
                table: "Members");

            migrationBuilder.DropColumn(
                name: "TimeZone",
                table: "Groups");

            migrationBuilder.DropColumn(
                name: "PreheatsAt",
                table: "Campaigns");

            migrationBuilder.DropColumn(
                name: "ReviewIndexVersion",
                table: "Campaigns");

            migrationBuilder.DropColumn(
                name: "SegmentId",
                table: "Campaigns");

            migrationBuilder.DropColumn(
                name: "RuleId",
                table: "Alerts");

            migrationBuilder.CreateIndex(
                name: "IX_Alerts_Unresolved",
                table: "Alerts",
                columns: new[] { "Kind", "SubjectKind", "SubjectId" },
                unique: true,
                filter: "\"ResolvedAt\" IS NULL");
        }
    }
}
