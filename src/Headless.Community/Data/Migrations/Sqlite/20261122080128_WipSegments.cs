using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Headless.Community.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class WipSegments : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "RefreshedAt",
                table: "Segments");

            migrationBuilder.RenameColumn(
                name: "UsesPersonalData",
                table: "Segments",
                newName: "Privacy");

            migrationBuilder.CreateTable(
                name: "ItemTags",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    TagId = table.Column<long>(type: "INTEGER", nullable: false),
                    GroupId = table.Column<long>(type: "INTEGER", nullable: true),
                    MembershipId = table.Column<long>(type: "INTEGER", nullable: true),
                    ContentItemId = table.Column<long>(type: "INTEGER", nullable: true),
                    Source = table.Column<byte>(type: "INTEGER", nullable: false),
                    AddedById = table.Column<long>(type: "INTEGER", nullable: true),
                    AddedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ExpiresAt = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ItemTags", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ItemTags_ContentItems_ContentItemId",
                        column: x => x.ContentItemId,
                        principalTable: "ContentItems",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ItemTags_Groups_GroupId",
                        column: x => x.GroupId,
                        principalTable: "Groups",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ItemTags_Memberships_MembershipId",
                        column: x => x.MembershipId,
                        principalTable: "Memberships",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ItemTags_Operators_AddedById",
                        column: x => x.AddedById,
                        principalTable: "Operators",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ItemTags_Tags_TagId",
                        column: x => x.TagId,
                        principalTable: "Tags",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "SegmentRefreshStates",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false),
                    LastActivityId = table.Column<long>(type: "INTEGER", nullable: false),
                    TimeAt = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SegmentRefreshStates", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "TagRules",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    TagId = table.Column<long>(type: "INTEGER", nullable: false),
                    SegmentId = table.Column<long>(type: "INTEGER", nullable: false),
                    RemoveWhenEnds = table.Column<bool>(type: "INTEGER", nullable: false),
                    IsActive = table.Column<bool>(type: "INTEGER", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    UpdatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TagRules", x => x.Id);
                    table.ForeignKey(
                        name: "FK_TagRules_Segments_SegmentId",
                        column: x => x.SegmentId,
                        principalTable: "Segments",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_TagRules_Tags_TagId",
                        column: x => x.TagId,
                        principalTable: "Tags",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_ItemTags_AddedById",
                table: "ItemTags",
                column: "AddedById");

            migrationBuilder.CreateIndex(
                name: "IX_ItemTags_ContentItemId_TagId",
                table: "ItemTags",
                columns: new[] { "ContentItemId", "TagId" });

            migrationBuilder.CreateIndex(
                name: "IX_ItemTags_ExpiresAt",
                table: "ItemTags",
                column: "ExpiresAt");

            migrationBuilder.CreateIndex(
                name: "IX_ItemTags_GroupId_TagId",
                table: "ItemTags",
                columns: new[] { "GroupId", "TagId" });

            migrationBuilder.CreateIndex(
                name: "IX_ItemTags_MembershipId_TagId",
                table: "ItemTags",
                columns: new[] { "MembershipId", "TagId" });

            migrationBuilder.CreateIndex(
                name: "IX_ItemTags_TagId",
                table: "ItemTags",
                column: "TagId");

            migrationBuilder.CreateIndex(
                name: "IX_TagRules_CreatedAt",
                table: "TagRules",
                column: "CreatedAt");

            migrationBuilder.CreateIndex(
                name: "IX_TagRules_SegmentId",
                table: "TagRules",
                column: "SegmentId");

            migrationBuilder.CreateIndex(
                name: "IX_TagRules_TagId",
                table: "TagRules",
                column: "TagId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_TagRules_UpdatedAt",
                table: "TagRules",
                column: "UpdatedAt");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "ItemTags");

            migrationBuilder.DropTable(
                name: "SegmentRefreshStates");

            migrationBuilder.DropTable(
                name: "TagRules");

            migrationBuilder.RenameColumn(
                name: "Privacy",
                table: "Segments",
                newName: "UsesPersonalData");

            migrationBuilder.AddColumn<DateTime>(
                name: "RefreshedAt",
                table: "Segments",
                type: "TEXT",
                nullable: true);
        }
    }
}
