using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Shouwen.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class AssignmentsAndMessages : Migration
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
                name: "outbox_message",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    subject = table.Column<string>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", nullable: false),
                    occurrence = table.Column<string>(type: "TEXT", nullable: false),
                    person = table.Column<string>(type: "TEXT", nullable: false),
                    clause = table.Column<string>(type: "TEXT", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    put_at = table.Column<long>(type: "INTEGER", nullable: false),
                    is_care = table.Column<bool>(type: "INTEGER", nullable: false),
                    parameters = table.Column<string>(type: "TEXT", nullable: false),
                    planned_at = table.Column<long>(type: "INTEGER", nullable: true),
                    read_at = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_outbox_message", x => x.id);
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
                name: "timer_run",
                columns: table => new
                {
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    done = table.Column<long>(type: "INTEGER", nullable: false),
                    problem = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_timer_run", x => x.name);
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

            migrationBuilder.CreateTable(
                name: "outbox_delivery",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    message_id = table.Column<long>(type: "INTEGER", nullable: false),
                    channel = table.Column<string>(type: "TEXT", nullable: false),
                    state = table.Column<string>(type: "TEXT", nullable: false),
                    attempts = table.Column<int>(type: "INTEGER", nullable: false),
                    next_at = table.Column<long>(type: "INTEGER", nullable: false),
                    lease = table.Column<string>(type: "TEXT", nullable: true),
                    leased_until = table.Column<long>(type: "INTEGER", nullable: true),
                    sent_at = table.Column<long>(type: "INTEGER", nullable: true),
                    last_error = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_outbox_delivery", x => x.id);
                    table.ForeignKey(
                        name: "FK_outbox_delivery_outbox_message_message_id",
                        column: x => x.message_id,
                        principalTable: "outbox_message",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "outbox_attempt",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    delivery_id = table.Column<long>(type: "INTEGER", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    node = table.Column<string>(type: "TEXT", nullable: false),
                    delivered = table.Column<bool>(type: "INTEGER", nullable: false),
                    detail = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_outbox_attempt", x => x.id);
                    table.ForeignKey(
                        name: "FK_outbox_attempt_outbox_delivery_delivery_id",
                        column: x => x.delivery_id,
                        principalTable: "outbox_delivery",
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
                name: "IX_outbox_attempt_delivery_id",
                table: "outbox_attempt",
                column: "delivery_id");

            migrationBuilder.CreateIndex(
                name: "ix_outbox_delivery_dead",
                table: "outbox_delivery",
                column: "message_id",
                filter: "state = 'dead'");

            migrationBuilder.CreateIndex(
                name: "ix_outbox_delivery_lease",
                table: "outbox_delivery",
                column: "lease",
                filter: "lease IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_outbox_delivery_message_id_channel",
                table: "outbox_delivery",
                columns: new[] { "message_id", "channel" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_outbox_delivery_waiting",
                table: "outbox_delivery",
                column: "next_at",
                filter: "state = 'waiting'");

            migrationBuilder.CreateIndex(
                name: "ix_outbox_message_person",
                table: "outbox_message",
                columns: new[] { "person", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_outbox_message_unplanned",
                table: "outbox_message",
                column: "at",
                filter: "planned_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_outbox_message_unread",
                table: "outbox_message",
                columns: new[] { "person", "at" },
                filter: "read_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "ux_outbox_message_identity",
                table: "outbox_message",
                columns: new[] { "subject", "kind", "occurrence", "person" },
                unique: true);

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
                name: "outbox_attempt");

            migrationBuilder.DropTable(
                name: "owner_code");

            migrationBuilder.DropTable(
                name: "owner_session");

            migrationBuilder.DropTable(
                name: "service_centre");

            migrationBuilder.DropTable(
                name: "stand_in");

            migrationBuilder.DropTable(
                name: "timer_run");

            migrationBuilder.DropTable(
                name: "outbox_delivery");

            migrationBuilder.DropTable(
                name: "assignment");

            migrationBuilder.DropTable(
                name: "outbox_message");

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
