using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Shouwen.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class MattersReviewsCommendations : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_attachment_cases_case_id",
                table: "attachment");

            migrationBuilder.AddColumn<string>(
                name: "desk_book",
                table: "service_centre",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "reporter",
                table: "cases",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "waits_for_desk",
                table: "cases",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.CreateTable(
                name: "commendation",
                columns: table => new
                {
                    item_id = table.Column<long>(type: "INTEGER", nullable: false),
                    month = table.Column<int>(type: "INTEGER", nullable: false),
                    subject = table.Column<string>(type: "TEXT", nullable: false),
                    place = table.Column<string>(type: "TEXT", nullable: false),
                    clause = table.Column<string>(type: "TEXT", nullable: false),
                    name_zh = table.Column<string>(type: "TEXT", nullable: false),
                    name_en = table.Column<string>(type: "TEXT", nullable: false),
                    measure_zh = table.Column<string>(type: "TEXT", nullable: false),
                    measure_en = table.Column<string>(type: "TEXT", nullable: false),
                    amount = table.Column<int>(type: "INTEGER", nullable: true),
                    decided_by = table.Column<string>(type: "TEXT", nullable: false),
                    decided_at = table.Column<long>(type: "INTEGER", nullable: false),
                    hash = table.Column<byte[]>(type: "BLOB", nullable: false),
                    delivered_in = table.Column<int>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_commendation", x => x.item_id);
                });

            migrationBuilder.CreateTable(
                name: "design_review",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    project = table.Column<string>(type: "TEXT", nullable: false),
                    title = table.Column<string>(type: "TEXT", nullable: false),
                    by = table.Column<string>(type: "TEXT", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    finished_by = table.Column<string>(type: "TEXT", nullable: true),
                    finished_at = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_design_review", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "watch_mark",
                columns: table => new
                {
                    id = table.Column<int>(type: "INTEGER", nullable: false),
                    position = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_watch_mark", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "design_review_tick",
                columns: table => new
                {
                    review_id = table.Column<long>(type: "INTEGER", nullable: false),
                    entry_id = table.Column<long>(type: "INTEGER", nullable: false),
                    verdict = table.Column<string>(type: "TEXT", nullable: false),
                    remark = table.Column<string>(type: "TEXT", nullable: false),
                    by = table.Column<string>(type: "TEXT", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_design_review_tick", x => new { x.review_id, x.entry_id });
                    table.ForeignKey(
                        name: "FK_design_review_tick_casebook_entry_entry_id",
                        column: x => x.entry_id,
                        principalTable: "casebook_entry",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_design_review_tick_design_review_review_id",
                        column: x => x.review_id,
                        principalTable: "design_review",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.InsertData(
                table: "watch_mark",
                columns: new[] { "id", "position" },
                values: new object[] { 1, 0L });

            // What happened before this version was never followed: decisions are proposed from now on.
            migrationBuilder.Sql("UPDATE watch_mark SET position = coalesce((SELECT max(position) FROM log_head), 0) WHERE id = 1");

            migrationBuilder.CreateIndex(
                name: "ix_log_event_desk_rated",
                table: "log_event",
                column: "at",
                filter: "type = 'record.desk.rated'");

            migrationBuilder.CreateIndex(
                name: "ix_log_event_record",
                table: "log_event",
                columns: new[] { "type", "at", "case_id", "seq" },
                filter: "type >= 'record.' AND type < 'record/'");

            migrationBuilder.CreateIndex(
                name: "ix_cases_reporter",
                table: "cases",
                columns: new[] { "reporter", "case_id" },
                filter: "reporter IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_commendation_delivered_in",
                table: "commendation",
                column: "delivered_in");

            migrationBuilder.CreateIndex(
                name: "ix_design_review_project",
                table: "design_review",
                columns: new[] { "project", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_design_review_tick_entry",
                table: "design_review_tick",
                column: "entry_id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "commendation");

            migrationBuilder.DropTable(
                name: "design_review_tick");

            migrationBuilder.DropTable(
                name: "watch_mark");

            migrationBuilder.DropTable(
                name: "design_review");

            migrationBuilder.DropIndex(
                name: "ix_log_event_desk_rated",
                table: "log_event");

            migrationBuilder.DropIndex(
                name: "ix_log_event_record",
                table: "log_event");

            migrationBuilder.DropIndex(
                name: "ix_cases_reporter",
                table: "cases");

            migrationBuilder.DropColumn(
                name: "desk_book",
                table: "service_centre");

            migrationBuilder.DropColumn(
                name: "reporter",
                table: "cases");

            migrationBuilder.DropColumn(
                name: "waits_for_desk",
                table: "cases");

            migrationBuilder.AddForeignKey(
                name: "FK_attachment_cases_case_id",
                table: "attachment",
                column: "case_id",
                principalTable: "cases",
                principalColumn: "case_id",
                onDelete: ReferentialAction.Restrict);
        }
    }
}
