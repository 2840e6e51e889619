using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Shouwen.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Claims : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "claim",
                columns: table => new
                {
                    case_id = table.Column<long>(type: "INTEGER", nullable: false),
                    ordinal = table.Column<int>(type: "INTEGER", nullable: false),
                    progress = table.Column<string>(type: "TEXT", nullable: false),
                    raised_at = table.Column<long>(type: "INTEGER", nullable: false),
                    cause = table.Column<string>(type: "TEXT", nullable: true),
                    contractor = table.Column<string>(type: "TEXT", nullable: true),
                    proposed_fen = table.Column<long>(type: "INTEGER", nullable: true),
                    level = table.Column<string>(type: "TEXT", nullable: true),
                    person = table.Column<string>(type: "TEXT", nullable: true),
                    unsigned_by = table.Column<string>(type: "TEXT", nullable: true),
                    granted_fen = table.Column<long>(type: "INTEGER", nullable: true),
                    paid_fen = table.Column<long>(type: "INTEGER", nullable: true),
                    paid_at = table.Column<long>(type: "INTEGER", nullable: true),
                    due_at = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_claim", x => new { x.case_id, x.ordinal });
                });

            migrationBuilder.CreateIndex(
                name: "ix_claim_person",
                table: "claim",
                column: "person",
                filter: "person IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_claim_raised",
                table: "claim",
                columns: new[] { "raised_at", "case_id", "ordinal" });

            migrationBuilder.CreateIndex(
                name: "ix_claim_unsigned",
                table: "claim",
                column: "unsigned_by",
                filter: "unsigned_by IS NOT NULL");

            // Cases whose claims were raised before are computed again by the next sweep, which writes their rows.
            migrationBuilder.Sql(
                "UPDATE cases SET changes_at = computed_until WHERE case_id IN (SELECT case_id FROM log_event WHERE type = 'claim.raised');"
            );
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "claim");
        }
    }
}
