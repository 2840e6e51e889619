using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Shouwen.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class SearchAndCustomers : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "owner",
                table: "unit",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "customer_id",
                table: "cases",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "customer",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    phone = table.Column<string>(type: "TEXT", nullable: true),
                    initials = table.Column<string>(type: "TEXT", nullable: false),
                    phone_backwards = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_customer", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "search_mark",
                columns: table => new
                {
                    id = table.Column<int>(type: "INTEGER", nullable: false),
                    position = table.Column<long>(type: "INTEGER", nullable: false),
                    erasures = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_search_mark", x => x.id);
                });

            // The owners written beside the homes become customers; of homes with the same words there is one.
            migrationBuilder.Sql(
                """
                INSERT INTO customer (name, phone, initials) SELECT DISTINCT owner_name, owner_phone, '' FROM unit WHERE owner_name IS NOT NULL;
                UPDATE unit SET owner = (SELECT id FROM customer WHERE name = owner_name AND phone IS owner_phone) WHERE owner_name IS NOT NULL;
                UPDATE customer SET phone_backwards = (
                    WITH RECURSIVE backwards(place, digits) AS (
                        SELECT length(phone), ''
                        UNION ALL
                        SELECT place - 1, digits || CASE WHEN substr(phone, place, 1) BETWEEN '0' AND '9' THEN substr(phone, place, 1) ELSE '' END
                        FROM backwards WHERE place > 0
                    )
                    SELECT nullif(digits, '') FROM backwards WHERE place = 0
                ) WHERE phone IS NOT NULL;
                """
            );

            // Words only, no text: what people wrote stays in log_text, and erasing it there and here is one request.
            migrationBuilder.Sql(
                "CREATE VIRTUAL TABLE text_index USING fts5 (words, content='', contentless_delete=1, tokenize='unicode61 remove_diacritics 0');"
            );

            migrationBuilder.DropColumn(
                name: "owner_name",
                table: "unit");

            migrationBuilder.DropColumn(
                name: "owner_phone",
                table: "unit");

            migrationBuilder.InsertData(
                table: "search_mark",
                columns: new[] { "id", "erasures", "position" },
                values: new object[] { 1, 0L, 0L });

            migrationBuilder.CreateIndex(
                name: "ix_unit_number",
                table: "unit",
                columns: new[] { "number", "project" });

            migrationBuilder.CreateIndex(
                name: "ix_unit_owner",
                table: "unit",
                column: "owner");

            migrationBuilder.CreateIndex(
                name: "ix_unit_project_owner",
                table: "unit",
                columns: new[] { "project", "owner" });

            migrationBuilder.CreateIndex(
                name: "ix_cases_customer",
                table: "cases",
                columns: new[] { "customer_id", "case_id" },
                filter: "customer_id IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_cases_unit",
                table: "cases",
                columns: new[] { "project", "unit", "case_id" },
                filter: "unit IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_customer_initials",
                table: "customer",
                columns: new[] { "initials", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_customer_name",
                table: "customer",
                columns: new[] { "name", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_customer_phone",
                table: "customer",
                columns: new[] { "phone_backwards", "id" });

            migrationBuilder.AddForeignKey(
                name: "FK_unit_customer_owner",
                table: "unit",
                column: "owner",
                principalTable: "customer",
                principalColumn: "id",
                onDelete: ReferentialAction.Restrict);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("DROP TABLE text_index");

            migrationBuilder.DropForeignKey(
                name: "FK_unit_customer_owner",
                table: "unit");

            migrationBuilder.DropTable(
                name: "customer");

            migrationBuilder.DropTable(
                name: "search_mark");

            migrationBuilder.DropIndex(
                name: "ix_unit_number",
                table: "unit");

            migrationBuilder.DropIndex(
                name: "ix_unit_owner",
                table: "unit");

            migrationBuilder.DropIndex(
                name: "ix_unit_project_owner",
                table: "unit");

            migrationBuilder.DropIndex(
                name: "ix_cases_customer",
                table: "cases");

            migrationBuilder.DropIndex(
                name: "ix_cases_unit",
                table: "cases");

            migrationBuilder.DropColumn(
                name: "owner",
                table: "unit");

            migrationBuilder.DropColumn(
                name: "customer_id",
                table: "cases");

            migrationBuilder.AddColumn<string>(
                name: "owner_name",
                table: "unit",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "owner_phone",
                table: "unit",
                type: "TEXT",
                nullable: true);
        }
    }
}
