using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

#pragma warning disable CA1814 // Prefer jagged arrays over multidimensional

namespace Headless.Community.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class People : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "AlertEvaluations",
                columns: table => new
                {
                    Kind = table.Column<short>(type: "INTEGER", nullable: false),
                    EvaluatedAt = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AlertEvaluations", x => x.Kind);
                });

            migrationBuilder.CreateTable(
                name: "Alerts",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Kind = table.Column<short>(type: "INTEGER", nullable: false),
                    SubjectKind = table.Column<short>(type: "INTEGER", nullable: false),
                    SubjectId = table.Column<long>(type: "INTEGER", nullable: false),
                    GroupId = table.Column<long>(type: "INTEGER", nullable: true),
                    OperatorId = table.Column<long>(type: "INTEGER", nullable: true),
                    CampaignId = table.Column<long>(type: "INTEGER", nullable: true),
                    Severity = table.Column<byte>(type: "INTEGER", nullable: false),
                    Status = table.Column<byte>(type: "INTEGER", nullable: false),
                    Message = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    SuggestedAction = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    Evidence = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    OpenedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    AcknowledgedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    AcknowledgedById = table.Column<long>(type: "INTEGER", nullable: true),
                    AcknowledgeNote = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    ResolvedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    UpdatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Alerts", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Alerts_Campaigns_CampaignId",
                        column: x => x.CampaignId,
                        principalTable: "Campaigns",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Alerts_Groups_GroupId",
                        column: x => x.GroupId,
                        principalTable: "Groups",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Alerts_Operators_AcknowledgedById",
                        column: x => x.AcknowledgedById,
                        principalTable: "Operators",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Alerts_Operators_OperatorId",
                        column: x => x.OperatorId,
                        principalTable: "Operators",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "AttributeDefinitions",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Key = table.Column<string>(type: "TEXT", maxLength: 50, nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Description = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    Type = table.Column<byte>(type: "INTEGER", nullable: false),
                    Privacy = table.Column<byte>(type: "INTEGER", nullable: false),
                    IsRequired = table.Column<bool>(type: "INTEGER", nullable: false),
                    Unit = table.Column<string>(type: "TEXT", maxLength: 20, nullable: true),
                    MaxLength = table.Column<int>(type: "INTEGER", nullable: true),
                    Minimum = table.Column<long>(type: "INTEGER", precision: 19, scale: 4, nullable: true),
                    Maximum = table.Column<long>(type: "INTEGER", precision: 19, scale: 4, nullable: true),
                    Options = table.Column<string>(type: "TEXT", nullable: false),
                    IsArchived = table.Column<bool>(type: "INTEGER", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    UpdatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AttributeDefinitions", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "AuditEntries",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    OperatorId = table.Column<long>(type: "INTEGER", nullable: true),
                    ApiKeyId = table.Column<long>(type: "INTEGER", nullable: true),
                    Mutation = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Action = table.Column<byte>(type: "INTEGER", nullable: false),
                    SubjectType = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    SubjectId = table.Column<long>(type: "INTEGER", nullable: true),
                    MemberId = table.Column<long>(type: "INTEGER", nullable: true),
                    Count = table.Column<int>(type: "INTEGER", nullable: false),
                    Changes = table.Column<string>(type: "TEXT", nullable: false),
                    PersonalChanges = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AuditEntries", x => x.Id);
                    table.ForeignKey(
                        name: "FK_AuditEntries_ApiKeys_ApiKeyId",
                        column: x => x.ApiKeyId,
                        principalTable: "ApiKeys",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_AuditEntries_Operators_OperatorId",
                        column: x => x.OperatorId,
                        principalTable: "Operators",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "PlatformCapabilities",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Platform = table.Column<byte>(type: "INTEGER", nullable: false),
                    Capability = table.Column<short>(type: "INTEGER", nullable: false),
                    IsAvailable = table.Column<bool>(type: "INTEGER", nullable: false),
                    AsOf = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Source = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    Origin = table.Column<byte>(type: "INTEGER", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    UpdatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PlatformCapabilities", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "PlatformPolicies",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Platform = table.Column<byte>(type: "INTEGER", nullable: false),
                    Key = table.Column<short>(type: "INTEGER", nullable: false),
                    Value = table.Column<int>(type: "INTEGER", nullable: false),
                    EffectiveFrom = table.Column<DateTime>(type: "TEXT", nullable: false),
                    AsOf = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Source = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    Origin = table.Column<byte>(type: "INTEGER", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    UpdatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PlatformPolicies", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "MemberAttributes",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    MemberId = table.Column<long>(type: "INTEGER", nullable: false),
                    DefinitionId = table.Column<long>(type: "INTEGER", nullable: false),
                    Text = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    Number = table.Column<long>(type: "INTEGER", precision: 19, scale: 4, nullable: true),
                    Boolean = table.Column<bool>(type: "INTEGER", nullable: true),
                    Date = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    SetAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    SetById = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MemberAttributes", x => x.Id);
                    table.ForeignKey(
                        name: "FK_MemberAttributes_AttributeDefinitions_DefinitionId",
                        column: x => x.DefinitionId,
                        principalTable: "AttributeDefinitions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_MemberAttributes_Members_MemberId",
                        column: x => x.MemberId,
                        principalTable: "Members",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_MemberAttributes_Operators_SetById",
                        column: x => x.SetById,
                        principalTable: "Operators",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.InsertData(
                table: "PlatformCapabilities",
                columns: new[] { "Id", "AsOf", "Capability", "CreatedAt", "IsAvailable", "Origin", "Platform", "Source", "UpdatedAt", "Version" },
                values: new object[,]
                {
                    { -42L, new DateOnly(2026, 11, 22), (short)6, new DateTime(2026, 11, 22, 0, 0, 0, 0, DateTimeKind.Utc), false, (byte)1, (byte)7, "Ours, from how the platform's groups work", new DateTime(2026, 11, 22, 0, 0, 0, 0, DateTimeKind.Utc), 1L },
                    { -41L, new DateOnly(2026, 11, 22), (short)8, new DateTime(2026, 11, 22, 0, 0, 0, 0, DateTimeKind.Utc), false, (byte)1, (byte)7, "Ours, from how the platform's groups work", new DateTime(2026, 11, 22, 0, 0, 0, 0, DateTimeKind.Utc), 1L },
                    { -40L, new DateOnly(2026, 11, 22), (short)5, new DateTime(2026, 11, 22, 0, 0, 0, 0, DateTimeKind.Utc), false, (byte)1, (byte)7, "Ours, from how the platform's groups work", new DateTime(2026, 11, 22, 0, 0, 0, 0, DateTimeKind.Utc), 1L },
                    { -39L, new DateOnly(2026, 11, 22), (short)14, new DateTime(2026, 11, 22, 0, 0, 0, 0, DateTimeKind.Utc), false, (byte)1, (byte)7, "Ours, from how the platform's groups work", new DateTime(2026, 11, 22, 0, 0, 0, 0, DateTimeKind.Utc), 1L },
                    { -38L, new DateOnly(2026, 11, 22), (short)12, new DateTime(2026, 11, 22, 0, 0, 0, 0, DateTimeKind.Utc), false, (byte)1, (byte)7, "Ours, from how the platform's groups work", new DateTime(2026, 11, 22, 0, 0, 0, 0, DateTimeKind.Utc), 1L },
                    { -37L, new DateOnly(2026, 11, 22), (short)15, new DateTime(2026, 11, 22, 0, 0, 0, 0, DateTimeKind.Utc), true, (byte)1, (byte)7, "Ours, from how the platform's groups work", new DateTime(2026, 11, 22, 0, 0, 0, 0, DateTimeKind.Utc), 1L },
                    { -36L, new DateOnly(2026, 11, 22), (short)1, new DateTime(2026, 11, 22, 0, 0, 0, 0, DateTimeKind.Utc), true, (byte)1, (byte)7, "Ours, from how the platform's groups work", new DateTime(2026, 11, 22, 0, 0, 0, 0, DateTimeKind.Utc), 1L },
                    { -35L, new DateOnly(2026, 11, 22), (short)5, new DateTime(2026, 11, 22, 0, 0, 0, 0, DateTimeKind.Utc), true, (byte)1, (byte)6, "Ours, from how the platform's groups work", new DateTime(2026, 11, 22, 0, 0, 0, 0, DateTimeKind.Utc), 1L },
                    { -34L, new DateOnly(2026, 11, 22), (short)6, new DateTime(2026, 11, 22, 0, 0, 0, 0, DateTimeKind.Utc), true, (byte)1, (byte)6, "Ours, from how the platform's groups work", new DateTime(2026, 11, 22, 0, 0, 0, 0, DateTimeKind.Utc), 1L },
                    { -33L, new DateOnly(2026, 11, 22), (short)1, new DateTime(2026, 11, 22, 0, 0, 0, 0, DateTimeKind.Utc), true, (byte)1, (byte)6, "Ours, from how the platform's groups work", new DateTime(2026, 11, 22, 0, 0, 0, 0, DateTimeKind.Utc), 1L },
                    { -32L, new DateOnly(2026, 11, 22), (short)14, new DateTime(2026, 11, 22, 0, 0, 0, 0, DateTimeKind.Utc), true, (byte)1, (byte)6, "Ours, from how the platform's groups work", new DateTime(2026, 11, 22, 0, 0, 0, 0, DateTimeKind.Utc), 1L },
                    { -31L, new DateOnly(2026, 11, 22), (short)12, new DateTime(2026, 11, 22, 0, 0, 0, 0, DateTimeKind.Utc), true, (byte)1, (byte)6, "Ours, from how the platform's groups work", new DateTime(2026, 11, 22, 0, 0, 0, 0, DateTimeKind.Utc), 1L },
                    { -30L, new DateOnly(2026, 11, 22), (short)5, new DateTime(2026, 11, 22, 0, 0, 0, 0, DateTimeKind.Utc), true, (byte)1, (byte)5, "Ours, from how the platform's groups work", new DateTime(2026, 11, 22, 0, 0, 0, 0, DateTimeKind.Utc), 1L },
                    { -29L, new DateOnly(2026, 11, 22), (short)1, new DateTime(2026, 11, 22, 0, 0, 0, 0, DateTimeKind.Utc), true, (byte)1, (byte)5, "Ours, from how the platform's groups work", new DateTime(2026, 11, 22, 0, 0, 0, 0, DateTimeKind.Utc), 1L },
                    { -28L, new DateOnly(2026, 11, 22), (short)14, new DateTime(2026, 11, 22, 0, 0, 0, 0, DateTimeKind.Utc), true, (byte)1, (byte)5, "Ours, from how the platform's groups work", new DateTime(2026, 11, 22, 0, 0, 0, 0, DateTimeKind.Utc), 1L },
                    { -27L, new DateOnly(2026, 11, 22), (short)12, new DateTime(2026, 11, 22, 0, 0, 0, 0, DateTimeKind.Utc), true, (byte)1, (byte)5, "Ours, from how the platform's groups work", new DateTime(2026, 11, 22, 0, 0, 0, 0, DateTimeKind.Utc), 1L },
                    { -26L, new DateOnly(2026, 11, 22), (short)14, new DateTime(2026, 11, 22, 0, 0, 0, 0, DateTimeKind.Utc), true, (byte)1, (byte)4, "Ours, from how the platform's groups work", new DateTime(2026, 11, 22, 0, 0, 0, 0, DateTimeKind.Utc), 1L },
                    { -25L, new DateOnly(2026, 11, 22), (short)12, new DateTime(2026, 11, 22, 0, 0, 0, 0, DateTimeKind.Utc), true, (byte)1, (byte)4, "Ours, from how the platform's groups work", new DateTime(2026, 11, 22, 0, 0, 0, 0, DateTimeKind.Utc), 1L },
                    { -24L, new DateOnly(2026, 11, 22), (short)15, new DateTime(2026, 11, 22, 0, 0, 0, 0, DateTimeKind.Utc), true, (byte)1, (byte)3, "Ours, from how the platform's groups work", new DateTime(2026, 11, 22, 0, 0, 0, 0, DateTimeKind.Utc), 1L },
                    { -23L, new DateOnly(2026, 11, 22), (short)14, new DateTime(2026, 11, 22, 0, 0, 0, 0, DateTimeKind.Utc), true, (byte)1, (byte)3, "Ours, from how the platform's groups work", new DateTime(2026, 11, 22, 0, 0, 0, 0, DateTimeKind.Utc), 1L },
                    { -22L, new DateOnly(2026, 11, 22), (short)12, new DateTime(2026, 11, 22, 0, 0, 0, 0, DateTimeKind.Utc), true, (byte)1, (byte)3, "Ours, from how the platform's groups work", new DateTime(2026, 11, 22, 0, 0, 0, 0, DateTimeKind.Utc), 1L },
                    { -21L, new DateOnly(2026, 11, 22), (short)15, new DateTime(2026, 11, 22, 0, 0, 0, 0, DateTimeKind.Utc), true, (byte)1, (byte)2, "Ours, from how the platform's groups work", new DateTime(2026, 11, 22, 0, 0, 0, 0, DateTimeKind.Utc), 1L },
                    { -20L, new DateOnly(2026, 11, 22), (short)12, new DateTime(2026, 11, 22, 0, 0, 0, 0, DateTimeKind.Utc), true, (byte)1, (byte)2, "Ours, from how the platform's groups work", new DateTime(2026, 11, 22, 0, 0, 0, 0, DateTimeKind.Utc), 1L },
                    { -19L, new DateOnly(2026, 11, 22), (short)14, new DateTime(2026, 11, 22, 0, 0, 0, 0, DateTimeKind.Utc), true, (byte)1, (byte)1, "Ours, from how the platform's groups work", new DateTime(2026, 11, 22, 0, 0, 0, 0, DateTimeKind.Utc), 1L },
                    { -18L, new DateOnly(2026, 11, 22), (short)12, new DateTime(2026, 11, 22, 0, 0, 0, 0, DateTimeKind.Utc), true, (byte)1, (byte)1, "Ours, from how the platform's groups work", new DateTime(2026, 11, 22, 0, 0, 0, 0, DateTimeKind.Utc), 1L },
                    { -17L, new DateOnly(2020, 12, 3), (short)8, new DateTime(2026, 11, 22, 0, 0, 0, 0, DateTimeKind.Utc), false, (byte)1, (byte)3, "The articles that this product is modelled on, 2020", new DateTime(2026, 11, 22, 0, 0, 0, 0, DateTimeKind.Utc), 1L },
                    { -16L, new DateOnly(2020, 12, 3), (short)8, new DateTime(2026, 11, 22, 0, 0, 0, 0, DateTimeKind.Utc), false, (byte)1, (byte)1, "The articles that this product is modelled on, 2020", new DateTime(2026, 11, 22, 0, 0, 0, 0, DateTimeKind.Utc), 1L },
                    { -15L, new DateOnly(2020, 12, 3), (short)11, new DateTime(2026, 11, 22, 0, 0, 0, 0, DateTimeKind.Utc), true, (byte)1, (byte)4, "The articles that this product is modelled on, 2020", new DateTime(2026, 11, 22, 0, 0, 0, 0, DateTimeKind.Utc), 1L },
                    { -14L, new DateOnly(2020, 12, 3), (short)10, new DateTime(2026, 11, 22, 0, 0, 0, 0, DateTimeKind.Utc), true, (byte)1, (byte)4, "The articles that this product is modelled on, 2020", new DateTime(2026, 11, 22, 0, 0, 0, 0, DateTimeKind.Utc), 1L },
                    { -13L, new DateOnly(2020, 12, 3), (short)9, new DateTime(2026, 11, 22, 0, 0, 0, 0, DateTimeKind.Utc), true, (byte)1, (byte)4, "The articles that this product is modelled on, 2020", new DateTime(2026, 11, 22, 0, 0, 0, 0, DateTimeKind.Utc), 1L },
                    { -12L, new DateOnly(2020, 12, 3), (short)8, new DateTime(2026, 11, 22, 0, 0, 0, 0, DateTimeKind.Utc), true, (byte)1, (byte)4, "The articles that this product is modelled on, 2020", new DateTime(2026, 11, 22, 0, 0, 0, 0, DateTimeKind.Utc), 1L },
                    { -11L, new DateOnly(2020, 12, 3), (short)7, new DateTime(2026, 11, 22, 0, 0, 0, 0, DateTimeKind.Utc), true, (byte)1, (byte)9, "The articles that this product is modelled on, 2020", new DateTime(2026, 11, 22, 0, 0, 0, 0, DateTimeKind.Utc), 1L },
                    { -10L, new DateOnly(2020, 12, 3), (short)6, new DateTime(2026, 11, 22, 0, 0, 0, 0, DateTimeKind.Utc), true, (byte)1, (byte)9, "The articles that this product is modelled on, 2020", new DateTime(2026, 11, 22, 0, 0, 0, 0, DateTimeKind.Utc), 1L },
                    { -9L, new DateOnly(2020, 12, 3), (short)15, new DateTime(2026, 11, 22, 0, 0, 0, 0, DateTimeKind.Utc), false, (byte)1, (byte)1, "The articles that this product is modelled on, 2020", new DateTime(2026, 11, 22, 0, 0, 0, 0, DateTimeKind.Utc), 1L },
                    { -8L, new DateOnly(2020, 12, 3), (short)1, new DateTime(2026, 11, 22, 0, 0, 0, 0, DateTimeKind.Utc), false, (byte)1, (byte)1, "The articles that this product is modelled on, 2020", new DateTime(2026, 11, 22, 0, 0, 0, 0, DateTimeKind.Utc), 1L },
                    { -7L, new DateOnly(2020, 12, 3), (short)13, new DateTime(2026, 11, 22, 0, 0, 0, 0, DateTimeKind.Utc), true, (byte)1, (byte)1, "The articles that this product is modelled on, 2020", new DateTime(2026, 11, 22, 0, 0, 0, 0, DateTimeKind.Utc), 1L },
                    { -6L, new DateOnly(2020, 12, 3), (short)16, new DateTime(2026, 11, 22, 0, 0, 0, 0, DateTimeKind.Utc), true, (byte)1, (byte)3, "The articles that this product is modelled on, 2020", new DateTime(2026, 11, 22, 0, 0, 0, 0, DateTimeKind.Utc), 1L },
                    { -5L, new DateOnly(2020, 12, 3), (short)5, new DateTime(2026, 11, 22, 0, 0, 0, 0, DateTimeKind.Utc), true, (byte)1, (byte)3, "The articles that this product is modelled on, 2020", new DateTime(2026, 11, 22, 0, 0, 0, 0, DateTimeKind.Utc), 1L },
                    { -4L, new DateOnly(2020, 12, 3), (short)4, new DateTime(2026, 11, 22, 0, 0, 0, 0, DateTimeKind.Utc), true, (byte)1, (byte)3, "The articles that this product is modelled on, 2020", new DateTime(2026, 11, 22, 0, 0, 0, 0, DateTimeKind.Utc), 1L },
                    { -3L, new DateOnly(2020, 12, 3), (short)3, new DateTime(2026, 11, 22, 0, 0, 0, 0, DateTimeKind.Utc), true, (byte)1, (byte)3, "The articles that this product is modelled on, 2020", new DateTime(2026, 11, 22, 0, 0, 0, 0, DateTimeKind.Utc), 1L },
                    { -2L, new DateOnly(2020, 12, 3), (short)2, new DateTime(2026, 11, 22, 0, 0, 0, 0, DateTimeKind.Utc), true, (byte)1, (byte)3, "The articles that this product is modelled on, 2020", new DateTime(2026, 11, 22, 0, 0, 0, 0, DateTimeKind.Utc), 1L },
                    { -1L, new DateOnly(2020, 12, 3), (short)1, new DateTime(2026, 11, 22, 0, 0, 0, 0, DateTimeKind.Utc), true, (byte)1, (byte)3, "The articles that this product is modelled on, 2020", new DateTime(2026, 11, 22, 0, 0, 0, 0, DateTimeKind.Utc), 1L }
                });

            migrationBuilder.InsertData(
                table: "PlatformPolicies",
                columns: new[] { "Id", "AsOf", "CreatedAt", "EffectiveFrom", "Key", "Origin", "Platform", "Source", "UpdatedAt", "Value", "Version" },
                values: new object[,]
                {
                    { -10L, new DateOnly(2026, 11, 22), new DateTime(2026, 11, 22, 0, 0, 0, 0, DateTimeKind.Utc), new DateTime(2019, 1, 1, 0, 0, 0, 0, DateTimeKind.Utc), (short)2, (byte)1, (byte)5, "The platform's questions and answers", new DateTime(2026, 11, 22, 0, 0, 0, 0, DateTimeKind.Utc), 200000, 1L },
                    { -9L, new DateOnly(2026, 11, 22), new DateTime(2026, 11, 22, 0, 0, 0, 0, DateTimeKind.Utc), new DateTime(2019, 1, 1, 0, 0, 0, 0, DateTimeKind.Utc), (short)2, (byte)1, (byte)4, "Community reports, not the platform's own documentation", new DateTime(2026, 11, 22, 0, 0, 0, 0, DateTimeKind.Utc), 1000, 1L },
                    { -8L, new DateOnly(2026, 11, 22), new DateTime(2026, 11, 22, 0, 0, 0, 0, DateTimeKind.Utc), new DateTime(2014, 1, 1, 0, 0, 0, 0, DateTimeKind.Utc), (short)2, (byte)1, (byte)3, "Community reports, not the platform's own documentation; fewer for most owners", new DateTime(2026, 11, 22, 0, 0, 0, 0, DateTimeKind.Utc), 2000, 1L },
                    { -7L, new DateOnly(2025, 11, 17), new DateTime(2026, 11, 22, 0, 0, 0, 0, DateTimeKind.Utc), new DateTime(2025, 11, 17, 0, 0, 0, 0, DateTimeKind.Utc), (short)3, (byte)1, (byte)2, "The platform's page 92135: as many as the month has days, and adjustable; 30 stands for that", new DateTime(2026, 11, 22, 0, 0, 0, 0, DateTimeKind.Utc), 30, 1L },
                    { -6L, new DateOnly(2020, 12, 3), new DateTime(2026, 11, 22, 0, 0, 0, 0, DateTimeKind.Utc), new DateTime(2020, 1, 1, 0, 0, 0, 0, DateTimeKind.Utc), (short)3, (byte)1, (byte)2, "Community reports, not the platform's own documentation: client libraries of the time", new DateTime(2026, 11, 22, 0, 0, 0, 0, DateTimeKind.Utc), 4, 1L },
                    { -5L, new DateOnly(2026, 11, 22), new DateTime(2026, 11, 22, 0, 0, 0, 0, DateTimeKind.Utc), new DateTime(2020, 1, 1, 0, 0, 0, 0, DateTimeKind.Utc), (short)2, (byte)1, (byte)2, "Community reports, not the platform's own documentation", new DateTime(2026, 11, 22, 0, 0, 0, 0, DateTimeKind.Utc), 500, 1L },
                    { -4L, new DateOnly(2026, 11, 22), new DateTime(2026, 11, 22, 0, 0, 0, 0, DateTimeKind.Utc), new DateTime(2014, 1, 1, 0, 0, 0, 0, DateTimeKind.Utc), (short)2, (byte)1, (byte)1, "Community reports, not the platform's own documentation", new DateTime(2026, 11, 22, 0, 0, 0, 0, DateTimeKind.Utc), 500, 1L },
                    { -3L, new DateOnly(2026, 11, 22), new DateTime(2026, 11, 22, 0, 0, 0, 0, DateTimeKind.Utc), new DateTime(2014, 1, 1, 0, 0, 0, 0, DateTimeKind.Utc), (short)4, (byte)1, (byte)1, "Community reports, not the platform's own documentation", new DateTime(2026, 11, 22, 0, 0, 0, 0, DateTimeKind.Utc), 7, 1L },
                    { -2L, new DateOnly(2026, 8, 1), new DateTime(2026, 11, 22, 0, 0, 0, 0, DateTimeKind.Utc), new DateTime(2023, 6, 1, 0, 0, 0, 0, DateTimeKind.Utc), (short)1, (byte)1, (byte)1, "Community reports, not the platform's own documentation: notices in public repositories, 2023 to 2026", new DateTime(2026, 11, 22, 0, 0, 0, 0, DateTimeKind.Utc), 200, 1L },
                    { -1L, new DateOnly(2020, 12, 3), new DateTime(2026, 11, 22, 0, 0, 0, 0, DateTimeKind.Utc), new DateTime(2014, 1, 1, 0, 0, 0, 0, DateTimeKind.Utc), (short)1, (byte)1, (byte)1, "The articles that this product is modelled on, 2020; a page of 2014 says the same", new DateTime(2026, 11, 22, 0, 0, 0, 0, DateTimeKind.Utc), 100, 1L }
                });

            migrationBuilder.CreateIndex(
                name: "IX_Alerts_AcknowledgedById",
                table: "Alerts",
                column: "AcknowledgedById");

            migrationBuilder.CreateIndex(
                name: "IX_Alerts_CampaignId",
                table: "Alerts",
                column: "CampaignId");

            migrationBuilder.CreateIndex(
                name: "IX_Alerts_CreatedAt",
                table: "Alerts",
                column: "CreatedAt");

            migrationBuilder.CreateIndex(
                name: "IX_Alerts_GroupId_OpenedAt",
                table: "Alerts",
                columns: new[] { "GroupId", "OpenedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Alerts_Kind_OpenedAt",
                table: "Alerts",
                columns: new[] { "Kind", "OpenedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Alerts_OpenedAt",
                table: "Alerts",
                column: "OpenedAt");

            migrationBuilder.CreateIndex(
                name: "IX_Alerts_OperatorId_OpenedAt",
                table: "Alerts",
                columns: new[] { "OperatorId", "OpenedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Alerts_ResolvedAt",
                table: "Alerts",
                column: "ResolvedAt");

            migrationBuilder.CreateIndex(
                name: "IX_Alerts_Status_OpenedAt",
                table: "Alerts",
                columns: new[] { "Status", "OpenedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Alerts_Unresolved",
                table: "Alerts",
                columns: new[] { "Kind", "SubjectKind", "SubjectId" },
                unique: true,
                filter: "\"ResolvedAt\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Alerts_UpdatedAt",
                table: "Alerts",
                column: "UpdatedAt");

            migrationBuilder.CreateIndex(
                name: "IX_AttributeDefinitions_CreatedAt",
                table: "AttributeDefinitions",
                column: "CreatedAt");

            migrationBuilder.CreateIndex(
                name: "IX_AttributeDefinitions_Key",
                table: "AttributeDefinitions",
                column: "Key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_AttributeDefinitions_UpdatedAt",
                table: "AttributeDefinitions",
                column: "UpdatedAt");

            migrationBuilder.CreateIndex(
                name: "IX_AuditEntries_ApiKeyId",
                table: "AuditEntries",
                column: "ApiKeyId");

            migrationBuilder.CreateIndex(
                name: "IX_AuditEntries_At",
                table: "AuditEntries",
                column: "At");

            migrationBuilder.CreateIndex(
                name: "IX_AuditEntries_MemberId",
                table: "AuditEntries",
                column: "MemberId");

            migrationBuilder.CreateIndex(
                name: "IX_AuditEntries_Mutation",
                table: "AuditEntries",
                column: "Mutation");

            migrationBuilder.CreateIndex(
                name: "IX_AuditEntries_OperatorId",
                table: "AuditEntries",
                column: "OperatorId");

            migrationBuilder.CreateIndex(
                name: "IX_AuditEntries_SubjectType_SubjectId",
                table: "AuditEntries",
                columns: new[] { "SubjectType", "SubjectId" });

            migrationBuilder.CreateIndex(
                name: "IX_MemberAttributes_DefinitionId_Boolean_MemberId",
                table: "MemberAttributes",
                columns: new[] { "DefinitionId", "Boolean", "MemberId" },
                filter: "\"Boolean\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_MemberAttributes_DefinitionId_Date_MemberId",
                table: "MemberAttributes",
                columns: new[] { "DefinitionId", "Date", "MemberId" },
                filter: "\"Date\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_MemberAttributes_DefinitionId_Number_MemberId",
                table: "MemberAttributes",
                columns: new[] { "DefinitionId", "Number", "MemberId" },
                filter: "\"Number\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_MemberAttributes_DefinitionId_Text_MemberId",
                table: "MemberAttributes",
                columns: new[] { "DefinitionId", "Text", "MemberId" },
                filter: "\"Text\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_MemberAttributes_MemberId_DefinitionId",
                table: "MemberAttributes",
                columns: new[] { "MemberId", "DefinitionId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_MemberAttributes_SetById",
                table: "MemberAttributes",
                column: "SetById");

            migrationBuilder.CreateIndex(
                name: "IX_PlatformCapabilities_CreatedAt",
                table: "PlatformCapabilities",
                column: "CreatedAt");

            migrationBuilder.CreateIndex(
                name: "IX_PlatformCapabilities_Platform_Capability_Origin",
                table: "PlatformCapabilities",
                columns: new[] { "Platform", "Capability", "Origin" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_PlatformCapabilities_UpdatedAt",
                table: "PlatformCapabilities",
                column: "UpdatedAt");

            migrationBuilder.CreateIndex(
                name: "IX_PlatformPolicies_CreatedAt",
                table: "PlatformPolicies",
                column: "CreatedAt");

            migrationBuilder.CreateIndex(
                name: "IX_PlatformPolicies_Platform_Key_Origin_EffectiveFrom",
                table: "PlatformPolicies",
                columns: new[] { "Platform", "Key", "Origin", "EffectiveFrom" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_PlatformPolicies_UpdatedAt",
                table: "PlatformPolicies",
                column: "UpdatedAt");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "AlertEvaluations");

            migrationBuilder.DropTable(
                name: "Alerts");

            migrationBuilder.DropTable(
                name: "AuditEntries");

            migrationBuilder.DropTable(
                name: "MemberAttributes");

            migrationBuilder.DropTable(
                name: "PlatformCapabilities");

            migrationBuilder.DropTable(
                name: "PlatformPolicies");

            migrationBuilder.DropTable(
                name: "AttributeDefinitions");
        }
    }
}
