using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Shouwen.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class KeptAnswersAndPostponedIndexes : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "attachment",
                columns: table => new
                {
                    id = table.Column<string>(type: "TEXT", nullable: false),
                    case_id = table.Column<long>(type: "INTEGER", nullable: false),
                    seq = table.Column<int>(type: "INTEGER", nullable: true),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    type = table.Column<string>(type: "TEXT", nullable: false),
                    size = table.Column<long>(type: "INTEGER", nullable: false),
                    file = table.Column<string>(type: "TEXT", nullable: false),
                    by = table.Column<string>(type: "TEXT", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_attachment", x => x.id);
                    table.ForeignKey(
                        name: "FK_attachment_cases_case_id",
                        column: x => x.case_id,
                        principalTable: "cases",
                        principalColumn: "case_id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "kept_answer",
                columns: table => new
                {
                    caller = table.Column<string>(type: "TEXT", nullable: false),
                    key = table.Column<string>(type: "TEXT", nullable: false),
                    request = table.Column<byte[]>(type: "BLOB", nullable: false),
                    status = table.Column<int>(type: "INTEGER", nullable: false),
                    location = table.Column<string>(type: "TEXT", nullable: true),
                    tag = table.Column<string>(type: "TEXT", nullable: true),
                    body = table.Column<byte[]>(type: "BLOB", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_kept_answer", x => new { x.caller, x.key });
                });

            migrationBuilder.CreateTable(
                name: "postponed_index",
                columns: table => new
                {
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    sql = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_postponed_index", x => x.name);
                });

            migrationBuilder.CreateIndex(
                name: "ix_attachment_case",
                table: "attachment",
                column: "case_id");

            migrationBuilder.CreateIndex(
                name: "ix_attachment_file",
                table: "attachment",
                column: "file");

            migrationBuilder.CreateIndex(
                name: "IX_kept_answer_at",
                table: "kept_answer",
                column: "at");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "attachment");

            migrationBuilder.DropTable(
                name: "kept_answer");

            migrationBuilder.DropTable(
                name: "postponed_index");
        }
    }
}
