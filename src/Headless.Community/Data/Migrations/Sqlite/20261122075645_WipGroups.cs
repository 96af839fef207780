using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

#pragma warning disable CA1814 // Prefer jagged arrays over multidimensional

namespace Headless.Community.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class WipGroups : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "Branding_NameTemplate",
                table: "Groups");

            migrationBuilder.DropColumn(
                name: "WelcomeMessage",
                table: "Groups");

            migrationBuilder.AddColumn<string>(
                name: "City",
                table: "Groups",
                type: "TEXT",
                maxLength: 100,
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "IsOnBrand",
                table: "Groups",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "LineageDepth",
                table: "Groups",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "Positioning_Tone",
                table: "Groups",
                type: "TEXT",
                maxLength: 1000,
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "RootGroupId",
                table: "Groups",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "SeriesId",
                table: "Groups",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "SeriesNumber",
                table: "Groups",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Topic",
                table: "Groups",
                type: "TEXT",
                maxLength: 100,
                nullable: true);

            migrationBuilder.AddColumn<short>(
                name: "ValueOffers",
                table: "Groups",
                type: "INTEGER",
                nullable: false,
                defaultValue: (short)0);

            migrationBuilder.CreateTable(
                name: "Announcements",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    GroupId = table.Column<long>(type: "INTEGER", nullable: false),
                    Kind = table.Column<byte>(type: "INTEGER", nullable: false),
                    Text = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    CountsDownTo = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Status = table.Column<byte>(type: "INTEGER", nullable: false),
                    IsPinned = table.Column<bool>(type: "INTEGER", nullable: false),
                    PinnedInGroupId = table.Column<long>(type: "INTEGER", nullable: true),
                    PublishAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    PublishedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    RetractedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    UpdatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Announcements", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Announcements_Groups_GroupId",
                        column: x => x.GroupId,
                        principalTable: "Groups",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "GroupSeries",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    NameTemplate = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    City = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    Topic = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    AvatarUrl = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    Tagline = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    NextNumber = table.Column<int>(type: "INTEGER", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    UpdatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_GroupSeries", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "GroupTypeTemplates",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Type = table.Column<byte>(type: "INTEGER", nullable: false),
                    Purposes = table.Column<byte>(type: "INTEGER", nullable: false),
                    KeyMetrics = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    MinAdmins = table.Column<int>(type: "INTEGER", nullable: false),
                    MaxAdmins = table.Column<int>(type: "INTEGER", nullable: false),
                    Guidance = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    UpdatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_GroupTypeTemplates", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "WelcomeMessages",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    GroupId = table.Column<long>(type: "INTEGER", nullable: false),
                    JoinReason = table.Column<byte>(type: "INTEGER", nullable: true),
                    JoinChannel = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    Text = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    Position = table.Column<int>(type: "INTEGER", nullable: false),
                    RemovedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    UpdatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_WelcomeMessages", x => x.Id);
                    table.ForeignKey(
                        name: "FK_WelcomeMessages_Groups_GroupId",
                        column: x => x.GroupId,
                        principalTable: "Groups",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "AnnouncementVersions",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    AnnouncementId = table.Column<long>(type: "INTEGER", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Text = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    WrittenAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    WrittenById = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AnnouncementVersions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_AnnouncementVersions_Announcements_AnnouncementId",
                        column: x => x.AnnouncementId,
                        principalTable: "Announcements",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_AnnouncementVersions_Operators_WrittenById",
                        column: x => x.WrittenById,
                        principalTable: "Operators",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.InsertData(
                table: "GroupTypeTemplates",
                columns: new[] { "Id", "CreatedAt", "Guidance", "KeyMetrics", "MaxAdmins", "MinAdmins", "Purposes", "Type", "UpdatedAt", "Version" },
                values: new object[,]
                {
                    { -5L, new DateTime(2026, 11, 22, 0, 0, 0, 0, DateTimeKind.Utc), "None of the others: say what it is for.", "INTERACTION_RATE MEMBER_COUNT LEAVE_RATE", 3, 1, (byte)8, (byte)5, new DateTime(2026, 11, 22, 0, 0, 0, 0, DateTimeKind.Utc), 1L },
                    { -4L, new DateTime(2026, 11, 22, 0, 0, 0, 0, DateTimeKind.Utc), "Core customers: an exclusive price and a short way to service.", "ACTIVE_MEMBER_RATE INTERACTION_RATE LEAVE_RATE", 3, 1, (byte)6, (byte)4, new DateTime(2026, 11, 22, 0, 0, 0, 0, DateTimeKind.Utc), 1L },
                    { -3L, new DateTime(2026, 11, 22, 0, 0, 0, 0, DateTimeKind.Utc), "Sells fast and closes by its date: orders shown, saving guides, red packets.", "JOIN_COUNT MESSAGES_PER_ACTIVE_MEMBER ACTIVE_MEMBER_RATE", 3, 1, (byte)4, (byte)3, new DateTime(2026, 11, 22, 0, 0, 0, 0, DateTimeKind.Utc), 1L },
                    { -2L, new DateTime(2026, 11, 22, 0, 0, 0, 0, DateTimeKind.Utc), "Deals and repurchase for many at a low price with little staff: perks, tasks, sharing.", "INTERACTION_RATE ACTIVE_MEMBER_RATE LEAVE_RATE", 1, 1, (byte)6, (byte)2, new DateTime(2026, 11, 22, 0, 0, 0, 0, DateTimeKind.Utc), 1L },
                    { -1L, new DateTime(2026, 11, 22, 0, 0, 0, 0, DateTimeKind.Utc), "Takes traffic in, from a low price to a higher one: perks, daily topics, play.", "JOIN_COUNT MEMBER_COUNT LEAVE_RATE INTERACTION_RATE", 3, 1, (byte)9, (byte)1, new DateTime(2026, 11, 22, 0, 0, 0, 0, DateTimeKind.Utc), 1L }
                });

            migrationBuilder.CreateIndex(
                name: "IX_Groups_City",
                table: "Groups",
                column: "City");

            migrationBuilder.CreateIndex(
                name: "IX_Groups_IsOnBrand",
                table: "Groups",
                column: "IsOnBrand");

            migrationBuilder.CreateIndex(
                name: "IX_Groups_LineageDepth",
                table: "Groups",
                column: "LineageDepth");

            migrationBuilder.CreateIndex(
                name: "IX_Groups_RootGroupId",
                table: "Groups",
                column: "RootGroupId");

            migrationBuilder.CreateIndex(
                name: "IX_Groups_SeriesId_SeriesNumber",
                table: "Groups",
                columns: new[] { "SeriesId", "SeriesNumber" },
                unique: true,
                filter: "\"SeriesId\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Groups_Status_ClosesAt",
                table: "Groups",
                columns: new[] { "Status", "ClosesAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Groups_Status_OpensAt",
                table: "Groups",
                columns: new[] { "Status", "OpensAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Groups_Topic",
                table: "Groups",
                column: "Topic");

            migrationBuilder.CreateIndex(
                name: "IX_Announcements_CreatedAt",
                table: "Announcements",
                column: "CreatedAt");

            migrationBuilder.CreateIndex(
                name: "IX_Announcements_GroupId_PublishAt",
                table: "Announcements",
                columns: new[] { "GroupId", "PublishAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Announcements_PinnedInGroupId",
                table: "Announcements",
                column: "PinnedInGroupId",
                unique: true,
                filter: "\"PinnedInGroupId\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Announcements_PublishAt",
                table: "Announcements",
                column: "PublishAt");

            migrationBuilder.CreateIndex(
                name: "IX_Announcements_PublishedAt",
                table: "Announcements",
                column: "PublishedAt");

            migrationBuilder.CreateIndex(
                name: "IX_Announcements_Status_PublishAt",
                table: "Announcements",
                columns: new[] { "Status", "PublishAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Announcements_UpdatedAt",
                table: "Announcements",
                column: "UpdatedAt");

            migrationBuilder.CreateIndex(
                name: "IX_AnnouncementVersions_AnnouncementId_Number",
                table: "AnnouncementVersions",
                columns: new[] { "AnnouncementId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_AnnouncementVersions_WrittenById",
                table: "AnnouncementVersions",
                column: "WrittenById");

            migrationBuilder.CreateIndex(
                name: "IX_GroupSeries_CreatedAt",
                table: "GroupSeries",
                column: "CreatedAt");

            migrationBuilder.CreateIndex(
                name: "IX_GroupSeries_Name",
                table: "GroupSeries",
                column: "Name",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_GroupSeries_UpdatedAt",
                table: "GroupSeries",
                column: "UpdatedAt");

            migrationBuilder.CreateIndex(
                name: "IX_GroupTypeTemplates_CreatedAt",
                table: "GroupTypeTemplates",
                column: "CreatedAt");

            migrationBuilder.CreateIndex(
                name: "IX_GroupTypeTemplates_Type",
                table: "GroupTypeTemplates",
                column: "Type",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_GroupTypeTemplates_UpdatedAt",
                table: "GroupTypeTemplates",
                column: "UpdatedAt");

            migrationBuilder.CreateIndex(
                name: "IX_WelcomeMessages_CreatedAt",
                table: "WelcomeMessages",
                column: "CreatedAt");

            migrationBuilder.CreateIndex(
                name: "IX_WelcomeMessages_GroupId_RemovedAt_Position",
                table: "WelcomeMessages",
                columns: new[] { "GroupId", "RemovedAt", "Position" });

            migrationBuilder.CreateIndex(
                name: "IX_WelcomeMessages_UpdatedAt",
                table: "WelcomeMessages",
                column: "UpdatedAt");

            migrationBuilder.AddForeignKey(
                name: "FK_Groups_GroupSeries_SeriesId",
                table: "Groups",
                column: "SeriesId",
                principalTable: "GroupSeries",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "FK_Groups_Groups_RootGroupId",
                table: "Groups",
                column: "RootGroupId",
                principalTable: "Groups",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_Groups_GroupSeries_SeriesId",
                table: "Groups");

            migrationBuilder.DropForeignKey(
                name: "FK_Groups_Groups_RootGroupId",
                table: "Groups");

            migrationBuilder.DropTable(
                name: "AnnouncementVersions");

            migrationBuilder.DropTable(
                name: "GroupSeries");

            migrationBuilder.DropTable(
                name: "GroupTypeTemplates");

            migrationBuilder.DropTable(
                name: "WelcomeMessages");

            migrationBuilder.DropTable(
                name: "Announcements");

            migrationBuilder.DropIndex(
                name: "IX_Groups_City",
                table: "Groups");

            migrationBuilder.DropIndex(
                name: "IX_Groups_IsOnBrand",
                table: "Groups");

            migrationBuilder.DropIndex(
                name: "IX_Groups_LineageDepth",
                table: "Groups");

            migrationBuilder.DropIndex(
                name: "IX_Groups_RootGroupId",
                table: "Groups");

            migrationBuilder.DropIndex(
                name: "IX_Groups_SeriesId_SeriesNumber",
                table: "Groups");

            migrationBuilder.DropIndex(
                name: "IX_Groups_Status_ClosesAt",
                table: "Groups");

            migrationBuilder.DropIndex(
                name: "IX_Groups_Status_OpensAt",
                table: "Groups");

            migrationBuilder.DropIndex(
                name: "IX_Groups_Topic",
                table: "Groups");

            migrationBuilder.DropColumn(
                name: "City",
                table: "Groups");

            migrationBuilder.DropColumn(
                name: "IsOnBrand",
                table: "Groups");

            migrationBuilder.DropColumn(
                name: "LineageDepth",
                table: "Groups");

            migrationBuilder.DropColumn(
                name: "Positioning_Tone",
                table: "Groups");

            migrationBuilder.DropColumn(
                name: "RootGroupId",
                table: "Groups");

            migrationBuilder.DropColumn(
                name: "SeriesId",
                table: "Groups");

            migrationBuilder.DropColumn(
                name: "SeriesNumber",
                table: "Groups");

            migrationBuilder.DropColumn(
                name: "Topic",
                table: "Groups");

            migrationBuilder.DropColumn(
                name: "ValueOffers",
                table: "Groups");

            migrationBuilder.AddColumn<string>(
                name: "Branding_NameTemplate",
                table: "Groups",
                type: "TEXT",
                maxLength: 200,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "WelcomeMessage",
                table: "Groups",
                type: "TEXT",
                maxLength: 4000,
                nullable: true);
        }
    }
}
