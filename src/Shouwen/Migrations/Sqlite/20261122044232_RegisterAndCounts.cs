using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Shouwen.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class RegisterAndCounts : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_cases_due",
                table: "cases");

            migrationBuilder.DropIndex(
                name: "ix_cases_open_due",
                table: "cases");

            migrationBuilder.DropIndex(
                name: "ix_cases_opened",
                table: "cases");

            migrationBuilder.DropIndex(
                name: "ix_cases_project_due",
                table: "cases");

            migrationBuilder.CreateTable(
                name: "case_count",
                columns: table => new
                {
                    whole = table.Column<int>(type: "INTEGER", nullable: false),
                    project = table.Column<string>(type: "TEXT", nullable: false),
                    category = table.Column<string>(type: "TEXT", nullable: false),
                    month = table.Column<int>(type: "INTEGER", nullable: false),
                    opened = table.Column<long>(type: "INTEGER", nullable: false),
                    open = table.Column<long>(type: "INTEGER", nullable: false),
                    closed = table.Column<long>(type: "INTEGER", nullable: false),
                    due = table.Column<long>(type: "INTEGER", nullable: false),
                    in_time = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_case_count", x => new { x.whole, x.project, x.category, x.month });
                });

            migrationBuilder.CreateTable(
                name: "chosen_columns",
                columns: table => new
                {
                    staff_id = table.Column<string>(type: "TEXT", nullable: false),
                    columns = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_chosen_columns", x => x.staff_id);
                });

            migrationBuilder.CreateTable(
                name: "saved_view",
                columns: table => new
                {
                    staff_id = table.Column<string>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    address = table.Column<string>(type: "TEXT", nullable: false),
                    is_default = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_saved_view", x => new { x.staff_id, x.name });
                });

            migrationBuilder.CreateIndex(
                name: "ix_cases_nature_opened",
                table: "cases",
                columns: new[] { "nature", "opened_at", "case_id" },
                filter: "nature <> 'ordinary'");

            migrationBuilder.CreateIndex(
                name: "ix_cases_open_due",
                table: "cases",
                columns: new[] { "due_at", "case_id", "category", "nature", "lead_department", "state", "project", "closed_at" },
                filter: "closed_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_cases_open_opened",
                table: "cases",
                columns: new[] { "opened_at", "case_id" },
                filter: "closed_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_cases_project_open_due",
                table: "cases",
                columns: new[] { "project", "due_at", "case_id", "category", "nature", "lead_department", "state", "closed_at" },
                filter: "closed_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_cases_project_open_opened",
                table: "cases",
                columns: new[] { "project", "opened_at", "case_id" },
                filter: "closed_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_cases_closed_opened",
                table: "cases",
                columns: new[] { "opened_at", "case_id" },
                filter: "closed_at IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_cases_project_closed_opened",
                table: "cases",
                columns: new[] { "project", "opened_at", "case_id" },
                filter: "closed_at IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_case_count_open",
                table: "case_count",
                columns: new[] { "whole", "project", "category", "open" },
                filter: "open <> 0");

            // The cases that are there already are counted once; from now on every change keeps the sums.
            migrationBuilder.Sql(
                """
                INSERT INTO case_count (whole, project, category, month, opened, open, closed, due, in_time)
                SELECT 0, project, category, month, sum(opened), sum(open), sum(closed), sum(due), sum(in_time) FROM (
                    SELECT coalesce(project, '') AS project, coalesce(category, '') AS category,
                        (strftime('%Y', opened_at / 1000000 + 28800, 'unixepoch') * 12 + strftime('%m', opened_at / 1000000 + 28800, 'unixepoch') - 1) AS month,
                        1 AS opened, closed_at IS NULL AS open, 0 AS closed, 0 AS due, 0 AS in_time FROM cases
                    UNION ALL
                    SELECT coalesce(project, ''), coalesce(category, ''),
                        (strftime('%Y', closed_at / 1000000 + 28800, 'unixepoch') * 12 + strftime('%m', closed_at / 1000000 + 28800, 'unixepoch') - 1),
                        0, 0, 1, 0, 0 FROM cases WHERE closed_at IS NOT NULL AND closing_time_usable <> 0
                    UNION ALL
                    SELECT coalesce(project, ''), coalesce(category, ''),
                        (strftime('%Y', case_clock.due_at / 1000000 + 28800, 'unixepoch') * 12 + strftime('%m', case_clock.due_at / 1000000 + 28800, 'unixepoch') - 1),
                        0, 0, 0, 1, case_clock.state = 'met' FROM case_clock JOIN cases ON cases.case_id = case_clock.case_id
                    WHERE clock = 'resolve' AND case_clock.state IN ('met', 'breached')
                ) GROUP BY project, category, month;
                INSERT INTO case_count (whole, project, category, month, opened, open, closed, due, in_time)
                SELECT 1, project, category, month, sum(opened), sum(open), sum(closed), sum(due), sum(in_time) FROM (
                    SELECT '' AS project, coalesce(category, '') AS category,
                        (strftime('%Y', opened_at / 1000000 + 28800, 'unixepoch') * 12 + strftime('%m', opened_at / 1000000 + 28800, 'unixepoch') - 1) AS month,
                        1 AS opened, closed_at IS NULL AS open, 0 AS closed, 0 AS due, 0 AS in_time FROM cases
                    UNION ALL
                    SELECT '', coalesce(category, ''),
                        (strftime('%Y', closed_at / 1000000 + 28800, 'unixepoch') * 12 + strftime('%m', closed_at / 1000000 + 28800, 'unixepoch') - 1),
                        0, 0, 1, 0, 0 FROM cases WHERE closed_at IS NOT NULL AND closing_time_usable <> 0
                    UNION ALL
                    SELECT '', coalesce(category, ''),
                        (strftime('%Y', case_clock.due_at / 1000000 + 28800, 'unixepoch') * 12 + strftime('%m', case_clock.due_at / 1000000 + 28800, 'unixepoch') - 1),
                        0, 0, 0, 1, case_clock.state = 'met' FROM case_clock JOIN cases ON cases.case_id = case_clock.case_id
                    WHERE clock = 'resolve' AND case_clock.state IN ('met', 'breached')
                ) GROUP BY project, category, month;
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "case_count");

            migrationBuilder.DropTable(
                name: "chosen_columns");

            migrationBuilder.DropTable(
                name: "saved_view");

            migrationBuilder.DropIndex(
                name: "ix_cases_nature_opened",
                table: "cases");

            migrationBuilder.DropIndex(
                name: "ix_cases_open_due",
                table: "cases");

            migrationBuilder.DropIndex(
                name: "ix_cases_open_opened",
                table: "cases");

            migrationBuilder.DropIndex(
                name: "ix_cases_project_open_due",
                table: "cases");

            migrationBuilder.DropIndex(
                name: "ix_cases_project_open_opened",
                table: "cases");

            migrationBuilder.DropIndex(
                name: "ix_cases_closed_opened",
                table: "cases");

            migrationBuilder.DropIndex(
                name: "ix_cases_project_closed_opened",
                table: "cases");

            migrationBuilder.CreateIndex(
                name: "ix_cases_opened",
                table: "cases",
                columns: new[] { "opened_at", "case_id" });

            migrationBuilder.CreateIndex(
                name: "ix_cases_due",
                table: "cases",
                columns: new[] { "due_at", "case_id" });

            migrationBuilder.CreateIndex(
                name: "ix_cases_open_due",
                table: "cases",
                columns: new[] { "due_at", "case_id" },
                filter: "closed_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_cases_project_due",
                table: "cases",
                columns: new[] { "project", "due_at", "case_id" });
        }
    }
}
