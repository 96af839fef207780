using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Headless.Community.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class WipCampaigns : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
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
                name: "FK_Campaigns_Segments_SegmentId",
                table: "Campaigns");

            migrationBuilder.DropTable(
                name: "CampaignReviewActions");

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
                name: "VariantAssignments");

            migrationBuilder.DropTable(
                name: "CampaignReviews");

            migrationBuilder.DropTable(
                name: "ReferralTiers");

            migrationBuilder.DropTable(
                name: "ReferralInvitations");

            migrationBuilder.DropTable(
                name: "CampaignVariants");

            migrationBuilder.DropTable(
                name: "ReferralPrograms");

            migrationBuilder.DropIndex(
                name: "IX_Campaigns_SegmentId",
                table: "Campaigns");

            migrationBuilder.DropIndex(
                name: "IX_Campaigns_Status_PreheatsAt",
                table: "Campaigns");

            migrationBuilder.DropIndex(
                name: "IX_Campaigns_Status_ReviewIndexVersion",
                table: "Campaigns");

            migrationBuilder.DropColumn(
                name: "PreheatsAt",
                table: "Campaigns");

            migrationBuilder.DropColumn(
                name: "ReviewIndexVersion",
                table: "Campaigns");

            migrationBuilder.DropColumn(
                name: "SegmentId",
                table: "Campaigns");
        }
    }
}
