using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace Headless.Community.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Results : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Memberships_AccountKind_JoinedAt",
                table: "Memberships");

            migrationBuilder.CreateTable(
                name: "ContentReaches",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    ContentItemId = table.Column<long>(type: "bigint", nullable: false),
                    MemberId = table.Column<long>(type: "bigint", nullable: false),
                    GroupId = table.Column<long>(type: "bigint", nullable: true),
                    GroupAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    ReachedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    OpenedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    CompletedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    CommentedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    LikedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    SharedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    FollowedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    Deliveries = table.Column<int>(type: "integer", nullable: false),
                    Exposures = table.Column<int>(type: "integer", nullable: false),
                    Opens = table.Column<int>(type: "integer", nullable: false),
                    Completions = table.Column<int>(type: "integer", nullable: false),
                    Comments = table.Column<int>(type: "integer", nullable: false),
                    Likes = table.Column<int>(type: "integer", nullable: false),
                    Shares = table.Column<int>(type: "integer", nullable: false),
                    Follows = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ContentReaches", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "PageVisitors",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    PageId = table.Column<long>(type: "bigint", nullable: false),
                    LinkId = table.Column<long>(type: "bigint", nullable: false),
                    Day = table.Column<DateOnly>(type: "date", nullable: false),
                    Key = table.Column<string>(type: "character varying(22)", maxLength: 22, nullable: false, collation: "C"),
                    Views = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PageVisitors", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "TrackedPages",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false, collation: "C"),
                    Url = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false, collation: "C"),
                    Counting = table.Column<byte>(type: "smallint", nullable: false),
                    GroupId = table.Column<long>(type: "bigint", nullable: true),
                    CampaignId = table.Column<long>(type: "bigint", nullable: true),
                    Status = table.Column<byte>(type: "smallint", nullable: false),
                    RetiredAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    ViewCount = table.Column<long>(type: "bigint", nullable: false),
                    VisitorCount = table.Column<long>(type: "bigint", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    UpdatedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TrackedPages", x => x.Id);
                    table.ForeignKey(
                        name: "FK_TrackedPages_Campaigns_CampaignId",
                        column: x => x.CampaignId,
                        principalTable: "Campaigns",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_TrackedPages_Groups_GroupId",
                        column: x => x.GroupId,
                        principalTable: "Groups",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "VisitorSalts",
                columns: table => new
                {
                    Day = table.Column<DateOnly>(type: "date", nullable: false),
                    Salt = table.Column<byte[]>(type: "bytea", maxLength: 32, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_VisitorSalts", x => x.Day);
                });

            migrationBuilder.CreateTable(
                name: "PageDays",
                columns: table => new
                {
                    PageId = table.Column<long>(type: "bigint", nullable: false),
                    LinkId = table.Column<long>(type: "bigint", nullable: false),
                    Day = table.Column<DateOnly>(type: "date", nullable: false),
                    Views = table.Column<long>(type: "bigint", nullable: false),
                    Visitors = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PageDays", x => new { x.PageId, x.LinkId, x.Day });
                    table.ForeignKey(
                        name: "FK_PageDays_TrackedPages_PageId",
                        column: x => x.PageId,
                        principalTable: "TrackedPages",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "TrackedLinks",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    PageId = table.Column<long>(type: "bigint", nullable: false),
                    Code = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false, collation: "C"),
                    Name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false, collation: "C"),
                    Keyword = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true, collation: "C"),
                    GroupId = table.Column<long>(type: "bigint", nullable: true),
                    ContentItemId = table.Column<long>(type: "bigint", nullable: true),
                    ExpiresAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    Status = table.Column<byte>(type: "smallint", nullable: false),
                    ClickCount = table.Column<long>(type: "bigint", nullable: false),
                    VisitorCount = table.Column<long>(type: "bigint", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    UpdatedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TrackedLinks", x => x.Id);
                    table.ForeignKey(
                        name: "FK_TrackedLinks_ContentItems_ContentItemId",
                        column: x => x.ContentItemId,
                        principalTable: "ContentItems",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_TrackedLinks_Groups_GroupId",
                        column: x => x.GroupId,
                        principalTable: "Groups",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_TrackedLinks_TrackedPages_PageId",
                        column: x => x.PageId,
                        principalTable: "TrackedPages",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Memberships_Figures",
                table: "Memberships",
                columns: new[] { "AccountKind", "GroupId", "JoinedAt", "MemberId", "LeftAt", "JoinKnown" });

            migrationBuilder.CreateIndex(
                name: "IX_GroupDays_GroupId_Day_MemberDelta_PresenceDelta",
                table: "GroupDays",
                columns: new[] { "GroupId", "Day", "MemberDelta", "PresenceDelta" });

            migrationBuilder.CreateIndex(
                name: "IX_ContentReaches_ContentItemId_MemberId",
                table: "ContentReaches",
                columns: new[] { "ContentItemId", "MemberId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ContentReaches_GroupId",
                table: "ContentReaches",
                column: "GroupId");

            migrationBuilder.CreateIndex(
                name: "IX_ContentReaches_MemberId",
                table: "ContentReaches",
                column: "MemberId");

            migrationBuilder.CreateIndex(
                name: "IX_ContentReaches_OpenedAt_GroupId",
                table: "ContentReaches",
                columns: new[] { "OpenedAt", "GroupId" });

            migrationBuilder.CreateIndex(
                name: "IX_ContentReaches_ReachedAt_GroupId_OpenedAt",
                table: "ContentReaches",
                columns: new[] { "ReachedAt", "GroupId", "OpenedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_PageDays_Day_PageId",
                table: "PageDays",
                columns: new[] { "Day", "PageId" });

            migrationBuilder.CreateIndex(
                name: "IX_PageVisitors_Day_Key_LinkId_PageId",
                table: "PageVisitors",
                columns: new[] { "Day", "Key", "LinkId", "PageId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_TrackedLinks_ClickCount",
                table: "TrackedLinks",
                column: "ClickCount");

            migrationBuilder.CreateIndex(
                name: "IX_TrackedLinks_Code",
                table: "TrackedLinks",
                column: "Code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_TrackedLinks_ContentItemId",
                table: "TrackedLinks",
                column: "ContentItemId");

            migrationBuilder.CreateIndex(
                name: "IX_TrackedLinks_CreatedAt",
                table: "TrackedLinks",
                column: "CreatedAt");

            migrationBuilder.CreateIndex(
                name: "IX_TrackedLinks_GroupId",
                table: "TrackedLinks",
                column: "GroupId");

            migrationBuilder.CreateIndex(
                name: "IX_TrackedLinks_Keyword",
                table: "TrackedLinks",
                column: "Keyword");

            migrationBuilder.CreateIndex(
                name: "IX_TrackedLinks_Name",
                table: "TrackedLinks",
                column: "Name");

            migrationBuilder.CreateIndex(
                name: "IX_TrackedLinks_PageId_ClickCount",
                table: "TrackedLinks",
                columns: new[] { "PageId", "ClickCount" });

            migrationBuilder.CreateIndex(
                name: "IX_TrackedLinks_UpdatedAt",
                table: "TrackedLinks",
                column: "UpdatedAt");

            migrationBuilder.CreateIndex(
                name: "IX_TrackedPages_CampaignId",
                table: "TrackedPages",
                column: "CampaignId");

            migrationBuilder.CreateIndex(
                name: "IX_TrackedPages_CreatedAt",
                table: "TrackedPages",
                column: "CreatedAt");

            migrationBuilder.CreateIndex(
                name: "IX_TrackedPages_GroupId",
                table: "TrackedPages",
                column: "GroupId");

            migrationBuilder.CreateIndex(
                name: "IX_TrackedPages_Name",
                table: "TrackedPages",
                column: "Name");

            migrationBuilder.CreateIndex(
                name: "IX_TrackedPages_UpdatedAt",
                table: "TrackedPages",
                column: "UpdatedAt");

            migrationBuilder.CreateIndex(
                name: "IX_TrackedPages_ViewCount",
                table: "TrackedPages",
                column: "ViewCount");

            migrationBuilder.CreateIndex(
                name: "IX_TrackedPages_VisitorCount",
                table: "TrackedPages",
                column: "VisitorCount");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "ContentReaches");

            migrationBuilder.DropTable(
                name: "PageDays");

            migrationBuilder.DropTable(
                name: "PageVisitors");

            migrationBuilder.DropTable(
                name: "TrackedLinks");

            migrationBuilder.DropTable(
                name: "VisitorSalts");

            migrationBuilder.DropTable(
                name: "TrackedPages");

            migrationBuilder.DropIndex(
                name: "IX_Memberships_Figures",
                table: "Memberships");

            migrationBuilder.DropIndex(
                name: "IX_GroupDays_GroupId_Day_MemberDelta_PresenceDelta",
                table: "GroupDays");

            migrationBuilder.CreateIndex(
                name: "IX_Memberships_AccountKind_JoinedAt",
                table: "Memberships",
                columns: new[] { "AccountKind", "JoinedAt" });
        }
    }
}
