using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Shouwen.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class RelatedCases : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "handed_to",
                table: "service_centre",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "desk",
                table: "cases",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "lead",
                table: "cases",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "merged_into",
                table: "cases",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "serves",
                table: "cases",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "ix_cases_desk",
                table: "cases",
                column: "desk",
                filter: "desk IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_cases_lead",
                table: "cases",
                column: "lead",
                filter: "lead IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_cases_merged",
                table: "cases",
                column: "merged_into",
                filter: "merged_into IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_cases_serves",
                table: "cases",
                column: "serves",
                filter: "serves IS NOT NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_cases_desk",
                table: "cases");

            migrationBuilder.DropIndex(
                name: "ix_cases_lead",
                table: "cases");

            migrationBuilder.DropIndex(
                name: "ix_cases_merged",
                table: "cases");

            migrationBuilder.DropIndex(
                name: "ix_cases_serves",
                table: "cases");

            migrationBuilder.DropColumn(
                name: "handed_to",
                table: "service_centre");

            migrationBuilder.DropColumn(
                name: "desk",
                table: "cases");

            migrationBuilder.DropColumn(
                name: "lead",
                table: "cases");

            migrationBuilder.DropColumn(
                name: "merged_into",
                table: "cases");

            migrationBuilder.DropColumn(
                name: "serves",
                table: "cases");
        }
    }
}
