using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Headless.Community.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class WipJoining : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Department",
                table: "Operators",
                type: "TEXT",
                maxLength: 100,
                nullable: true);

            migrationBuilder.AddColumn<byte>(
                name: "Duties",
                table: "Operators",
                type: "INTEGER",
                nullable: false,
                defaultValue: (byte)0);

            migrationBuilder.AddColumn<byte>(
                name: "StaffDuty",
                table: "Memberships",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "AccountControls",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    MembershipId = table.Column<long>(type: "INTEGER", nullable: false),
                    GroupId = table.Column<long>(type: "INTEGER", nullable: false),
                    OperatorId = table.Column<long>(type: "INTEGER", nullable: true),
                    AccountKind = table.Column<byte>(type: "INTEGER", nullable: false),
                    Duty = table.Column<byte>(type: "INTEGER", nullable: true),
                    Since = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Until = table.Column<DateTime>(type: "TEXT", nullable: true),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    UpdatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AccountControls", x => x.Id);
                    table.ForeignKey(
                        name: "FK_AccountControls_Groups_GroupId",
                        column: x => x.GroupId,
                        principalTable: "Groups",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_AccountControls_Memberships_MembershipId",
                        column: x => x.MembershipId,
                        principalTable: "Memberships",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_AccountControls_Operators_OperatorId",
                        column: x => x.OperatorId,
                        principalTable: "Operators",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "GroupHandovers",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    GroupId = table.Column<long>(type: "INTEGER", nullable: false),
                    FromOperatorId = table.Column<long>(type: "INTEGER", nullable: false),
                    ToOperatorId = table.Column<long>(type: "INTEGER", nullable: false),
                    Role = table.Column<byte>(type: "INTEGER", nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    HandedOverAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    HandedOverById = table.Column<long>(type: "INTEGER", nullable: true),
                    AccountCount = table.Column<int>(type: "INTEGER", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    UpdatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_GroupHandovers", x => x.Id);
                    table.ForeignKey(
                        name: "FK_GroupHandovers_Groups_GroupId",
                        column: x => x.GroupId,
                        principalTable: "Groups",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_GroupHandovers_Operators_FromOperatorId",
                        column: x => x.FromOperatorId,
                        principalTable: "Operators",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_GroupHandovers_Operators_HandedOverById",
                        column: x => x.HandedOverById,
                        principalTable: "Operators",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_GroupHandovers_Operators_ToOperatorId",
                        column: x => x.ToOperatorId,
                        principalTable: "Operators",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_AccountControls_CreatedAt",
                table: "AccountControls",
                column: "CreatedAt");

            migrationBuilder.CreateIndex(
                name: "IX_AccountControls_GroupId_Since",
                table: "AccountControls",
                columns: new[] { "GroupId", "Since" });

            migrationBuilder.CreateIndex(
                name: "IX_AccountControls_MembershipId_Since",
                table: "AccountControls",
                columns: new[] { "MembershipId", "Since" });

            migrationBuilder.CreateIndex(
                name: "IX_AccountControls_OperatorId_Since",
                table: "AccountControls",
                columns: new[] { "OperatorId", "Since" });

            migrationBuilder.CreateIndex(
                name: "IX_AccountControls_Since",
                table: "AccountControls",
                column: "Since");

            migrationBuilder.CreateIndex(
                name: "IX_AccountControls_Until",
                table: "AccountControls",
                column: "Until");

            migrationBuilder.CreateIndex(
                name: "IX_AccountControls_UpdatedAt",
                table: "AccountControls",
                column: "UpdatedAt");

            migrationBuilder.CreateIndex(
                name: "IX_GroupHandovers_CreatedAt",
                table: "GroupHandovers",
                column: "CreatedAt");

            migrationBuilder.CreateIndex(
                name: "IX_GroupHandovers_FromOperatorId_HandedOverAt",
                table: "GroupHandovers",
                columns: new[] { "FromOperatorId", "HandedOverAt" });

            migrationBuilder.CreateIndex(
                name: "IX_GroupHandovers_GroupId_HandedOverAt",
                table: "GroupHandovers",
                columns: new[] { "GroupId", "HandedOverAt" });

            migrationBuilder.CreateIndex(
                name: "IX_GroupHandovers_HandedOverAt",
                table: "GroupHandovers",
                column: "HandedOverAt");

            migrationBuilder.CreateIndex(
                name: "IX_GroupHandovers_HandedOverById",
                table: "GroupHandovers",
                column: "HandedOverById");

            migrationBuilder.CreateIndex(
                name: "IX_GroupHandovers_ToOperatorId_HandedOverAt",
                table: "GroupHandovers",
                columns: new[] { "ToOperatorId", "HandedOverAt" });

            migrationBuilder.CreateIndex(
                name: "IX_GroupHandovers_UpdatedAt",
                table: "GroupHandovers",
                column: "UpdatedAt");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "AccountControls");

            migrationBuilder.DropTable(
                name: "GroupHandovers");

            migrationBuilder.DropColumn(
                name: "Department",
                table: "Operators");

            migrationBuilder.DropColumn(
                name: "Duties",
                table: "Operators");

            migrationBuilder.DropColumn(
                name: "StaffDuty",
                table: "Memberships");
        }
    }
}
