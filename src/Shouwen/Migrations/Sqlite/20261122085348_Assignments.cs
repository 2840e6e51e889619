using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Shouwen.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Assignments : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "closed_at",
                table: "place",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "assignment",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    staff_id = table.Column<string>(type: "TEXT", nullable: false),
                    post = table.Column<string>(type: "TEXT", nullable: false),
                    place = table.Column<string>(type: "TEXT", nullable: false),
                    department = table.Column<string>(type: "TEXT", nullable: false),
                    from_at = table.Column<long>(type: "INTEGER", nullable: false),
                    until_at = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_assignment", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "owner_code",
                columns: table => new
                {
                    phone = table.Column<string>(type: "TEXT", nullable: false),
                    hash = table.Column<string>(type: "TEXT", nullable: false),
                    expires_at = table.Column<long>(type: "INTEGER", nullable: false),
                    attempts = table.Column<int>(type: "INTEGER", nullable: false),
                    sent_at = table.Column<long>(type: "INTEGER", nullable: false),
                    sent = table.Column<int>(type: "INTEGER", nullable: false),
                    counted_from = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_owner_code", x => x.phone);
                });

            migrationBuilder.CreateTable(
                name: "owner_session",
                columns: table => new
                {
                    hash = table.Column<byte[]>(type: "BLOB", nullable: false),
                    phone = table.Column<string>(type: "TEXT", nullable: false),
                    ends_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_owner_session", x => x.hash);
                });

            migrationBuilder.CreateTable(
                name: "service_centre",
                columns: table => new
                {
                    place = table.Column<string>(type: "TEXT", nullable: false),
                    opens_at = table.Column<long>(type: "INTEGER", nullable: false),
                    last_handover_at = table.Column<long>(type: "INTEGER", nullable: true),
                    closed_at = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_service_centre", x => x.place);
                });

            migrationBuilder.CreateTable(
                name: "stand_in",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    assignment_id = table.Column<long>(type: "INTEGER", nullable: false),
                    staff_id = table.Column<string>(type: "TEXT", nullable: false),
                    from_at = table.Column<long>(type: "INTEGER", nullable: false),
                    until_at = table.Column<long>(type: "INTEGER", nullable: false),
                    reason = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_stand_in", x => x.id);
                    table.ForeignKey(
                        name: "FK_stand_in_assignment_assignment_id",
                        column: x => x.assignment_id,
                        principalTable: "assignment",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_assignment_place_post",
                table: "assignment",
                columns: new[] { "place", "post" });

            migrationBuilder.CreateIndex(
                name: "IX_assignment_staff_id",
                table: "assignment",
                column: "staff_id");

            migrationBuilder.CreateIndex(
                name: "IX_owner_session_ends_at",
                table: "owner_session",
                column: "ends_at");

            migrationBuilder.CreateIndex(
                name: "IX_stand_in_assignment_id",
                table: "stand_in",
                column: "assignment_id");

            migrationBuilder.CreateIndex(
                name: "IX_stand_in_staff_id",
                table: "stand_in",
                column: "staff_id");

            // Everybody keeps what the staff record said, from the beginning of records (2000-01-01 in China): one
            // assignment for each role, and a plain one for whoever had none.
            migrationBuilder.Sql(
                "INSERT INTO assignment (staff_id, post, place, department, from_at, until_at) "
                + "SELECT staff.id, role.value, staff.place, CASE WHEN role.value IN ('department', 'member') THEN staff.department ELSE '' END, 946656000000000, NULL "
                + "FROM staff, json_each(staff.roles) AS role "
                + "WHERE role.value IN ('specialist', 'department', 'leader', 'chairman', 'deputyManager', 'generalManager', 'hr', 'finance', 'reader', 'administrator') "
                + "ORDER BY staff.id, role.key;");
            migrationBuilder.Sql(
                "INSERT INTO assignment (staff_id, post, place, department, from_at, until_at) "
                + "SELECT id, 'member', place, department, 946656000000000, NULL FROM staff "
                + "WHERE NOT EXISTS (SELECT 1 FROM assignment WHERE staff_id = staff.id) ORDER BY id;");

            migrationBuilder.DropColumn(
                name: "department",
                table: "staff");

            migrationBuilder.DropColumn(
                name: "place",
                table: "staff");

            migrationBuilder.DropColumn(
                name: "roles",
                table: "staff");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "owner_code");

            migrationBuilder.DropTable(
                name: "owner_session");

            migrationBuilder.DropTable(
                name: "service_centre");

            migrationBuilder.DropTable(
                name: "stand_in");

            migrationBuilder.DropTable(
                name: "assignment");

            migrationBuilder.DropColumn(
                name: "closed_at",
                table: "place");

            migrationBuilder.AddColumn<string>(
                name: "department",
                table: "staff",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "place",
                table: "staff",
                type: "TEXT",
                nullable: false,
                defaultValue: "group");

            migrationBuilder.AddColumn<string>(
                name: "roles",
                table: "staff",
                type: "TEXT",
                nullable: false,
                defaultValue: "");
        }
    }
}
