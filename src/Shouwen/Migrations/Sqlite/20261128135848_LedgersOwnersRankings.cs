using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Shouwen.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class LedgersOwnersRankings : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "article",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    latest = table.Column<int>(type: "INTEGER", nullable: false),
                    published = table.Column<int>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_article", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "case_indicator",
                columns: table => new
                {
                    case_id = table.Column<long>(type: "INTEGER", nullable: false),
                    ordinal = table.Column<int>(type: "INTEGER", nullable: false),
                    month = table.Column<int>(type: "INTEGER", nullable: false),
                    indicator = table.Column<string>(type: "TEXT", nullable: false),
                    project = table.Column<string>(type: "TEXT", nullable: false),
                    value = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_case_indicator", x => new { x.case_id, x.ordinal });
                });

            migrationBuilder.CreateTable(
                name: "case_link",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    case_id = table.Column<long>(type: "INTEGER", nullable: false),
                    digest = table.Column<byte[]>(type: "BLOB", nullable: false),
                    @sealed = table.Column<string>(name: "sealed", type: "TEXT", nullable: false),
                    made_at = table.Column<long>(type: "INTEGER", nullable: false),
                    ends_at = table.Column<long>(type: "INTEGER", nullable: false),
                    revoked_at = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_case_link", x => x.id);
                    table.ForeignKey(
                        name: "FK_case_link_cases_case_id",
                        column: x => x.case_id,
                        principalTable: "cases",
                        principalColumn: "case_id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "casebook_entry",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    case_number = table.Column<string>(type: "TEXT", nullable: false),
                    project = table.Column<string>(type: "TEXT", nullable: true),
                    title = table.Column<string>(type: "TEXT", nullable: false),
                    trade = table.Column<string>(type: "TEXT", nullable: false),
                    part = table.Column<string>(type: "TEXT", nullable: false),
                    cause = table.Column<string>(type: "TEXT", nullable: false),
                    prevention = table.Column<string>(type: "TEXT", nullable: false),
                    cost_fen = table.Column<long>(type: "INTEGER", nullable: true),
                    photo = table.Column<string>(type: "TEXT", nullable: true),
                    by = table.Column<string>(type: "TEXT", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_casebook_entry", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "decision_item",
                columns: table => new
                {
                    item_id = table.Column<long>(type: "INTEGER", nullable: false),
                    month = table.Column<int>(type: "INTEGER", nullable: false),
                    decision = table.Column<string>(type: "TEXT", nullable: false),
                    subject = table.Column<string>(type: "TEXT", nullable: false),
                    place = table.Column<string>(type: "TEXT", nullable: false),
                    occurrence = table.Column<string>(type: "TEXT", nullable: false),
                    state = table.Column<string>(type: "TEXT", nullable: false),
                    proposed_at = table.Column<long>(type: "INTEGER", nullable: false),
                    measure = table.Column<string>(type: "TEXT", nullable: true),
                    amount = table.Column<int>(type: "INTEGER", nullable: true),
                    decided_at = table.Column<long>(type: "INTEGER", nullable: true),
                    decided_by = table.Column<string>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false),
                    hash = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_decision_item", x => x.item_id);
                });

            migrationBuilder.CreateTable(
                name: "ledger_entry",
                columns: table => new
                {
                    entry_id = table.Column<long>(type: "INTEGER", nullable: false),
                    month = table.Column<int>(type: "INTEGER", nullable: false),
                    ledger = table.Column<string>(type: "TEXT", nullable: false),
                    place = table.Column<string>(type: "TEXT", nullable: false),
                    day = table.Column<long>(type: "INTEGER", nullable: false),
                    by = table.Column<string>(type: "TEXT", nullable: false),
                    state = table.Column<string>(type: "TEXT", nullable: false),
                    due_at = table.Column<long>(type: "INTEGER", nullable: true),
                    subject = table.Column<string>(type: "TEXT", nullable: true),
                    responsible = table.Column<string>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false),
                    fields_of = table.Column<int>(type: "INTEGER", nullable: false),
                    hash = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ledger_entry", x => x.entry_id);
                });

            migrationBuilder.CreateTable(
                name: "owner_report",
                columns: table => new
                {
                    customer_id = table.Column<long>(type: "INTEGER", nullable: false),
                    once = table.Column<string>(type: "TEXT", nullable: false),
                    number = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_owner_report", x => new { x.customer_id, x.once });
                });

            migrationBuilder.CreateTable(
                name: "rule_publication",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    book = table.Column<string>(type: "TEXT", nullable: false),
                    draft_id = table.Column<long>(type: "INTEGER", nullable: false),
                    text = table.Column<string>(type: "TEXT", nullable: false),
                    effective_from = table.Column<long>(type: "INTEGER", nullable: false),
                    reason = table.Column<string>(type: "TEXT", nullable: false),
                    published_by = table.Column<string>(type: "TEXT", nullable: false),
                    published_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_rule_publication", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "rule_simulation",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    draft_id = table.Column<long>(type: "INTEGER", nullable: false),
                    book = table.Column<string>(type: "TEXT", nullable: false),
                    text = table.Column<string>(type: "TEXT", nullable: false),
                    first_day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    end_day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    by = table.Column<string>(type: "TEXT", nullable: false),
                    begun_at = table.Column<long>(type: "INTEGER", nullable: false),
                    projects = table.Column<string>(type: "TEXT", nullable: true),
                    state = table.Column<string>(type: "TEXT", nullable: false),
                    done = table.Column<int>(type: "INTEGER", nullable: false),
                    total = table.Column<int>(type: "INTEGER", nullable: false),
                    lease_until = table.Column<long>(type: "INTEGER", nullable: true),
                    ended_at = table.Column<long>(type: "INTEGER", nullable: true),
                    result = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_rule_simulation", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "rule_simulation_case",
                columns: table => new
                {
                    simulation_id = table.Column<long>(type: "INTEGER", nullable: false),
                    ordinal = table.Column<int>(type: "INTEGER", nullable: false),
                    number = table.Column<string>(type: "TEXT", nullable: false),
                    before_fen = table.Column<long>(type: "INTEGER", nullable: false),
                    before_percent = table.Column<int>(type: "INTEGER", nullable: false),
                    before_decisions = table.Column<int>(type: "INTEGER", nullable: false),
                    after_fen = table.Column<long>(type: "INTEGER", nullable: false),
                    after_percent = table.Column<int>(type: "INTEGER", nullable: false),
                    after_decisions = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_rule_simulation_case", x => new { x.simulation_id, x.ordinal });
                });

            migrationBuilder.CreateTable(
                name: "statement_appeal",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    month = table.Column<int>(type: "INTEGER", nullable: false),
                    line = table.Column<string>(type: "TEXT", nullable: false),
                    subject = table.Column<string>(type: "TEXT", nullable: false),
                    reason = table.Column<string>(type: "TEXT", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    state = table.Column<string>(type: "TEXT", nullable: false),
                    answer = table.Column<string>(type: "TEXT", nullable: true),
                    decided_by = table.Column<string>(type: "TEXT", nullable: true),
                    decided_at = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_statement_appeal", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "web_hook",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    url = table.Column<string>(type: "TEXT", nullable: false),
                    secret = table.Column<string>(type: "TEXT", nullable: false),
                    kinds = table.Column<string>(type: "TEXT", nullable: false),
                    made_by = table.Column<string>(type: "TEXT", nullable: false),
                    made_at = table.Column<long>(type: "INTEGER", nullable: false),
                    failing_since = table.Column<long>(type: "INTEGER", nullable: true),
                    disabled_at = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_web_hook", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "article_version",
                columns: table => new
                {
                    article_id = table.Column<long>(type: "INTEGER", nullable: false),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    kind = table.Column<string>(type: "TEXT", nullable: false),
                    title = table.Column<string>(type: "TEXT", nullable: false),
                    text = table.Column<string>(type: "TEXT", nullable: false),
                    tags = table.Column<string>(type: "TEXT", nullable: false),
                    category = table.Column<string>(type: "TEXT", nullable: true),
                    valid_from = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    valid_until = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    by = table.Column<string>(type: "TEXT", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    published_by = table.Column<string>(type: "TEXT", nullable: true),
                    published_at = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_article_version", x => new { x.article_id, x.number });
                    table.ForeignKey(
                        name: "FK_article_version_article_article_id",
                        column: x => x.article_id,
                        principalTable: "article",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ledger_action",
                columns: table => new
                {
                    entry_id = table.Column<long>(type: "INTEGER", nullable: false),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    responsible = table.Column<string>(type: "TEXT", nullable: false),
                    due_at = table.Column<long>(type: "INTEGER", nullable: false),
                    done_at = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ledger_action", x => new { x.entry_id, x.number });
                    table.ForeignKey(
                        name: "FK_ledger_action_ledger_entry_entry_id",
                        column: x => x.entry_id,
                        principalTable: "ledger_entry",
                        principalColumn: "entry_id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "statement_appeal_file",
                columns: table => new
                {
                    id = table.Column<string>(type: "TEXT", nullable: false),
                    appeal_id = table.Column<long>(type: "INTEGER", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    type = table.Column<string>(type: "TEXT", nullable: false),
                    file = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_statement_appeal_file", x => x.id);
                    table.ForeignKey(
                        name: "FK_statement_appeal_file_statement_appeal_appeal_id",
                        column: x => x.appeal_id,
                        principalTable: "statement_appeal",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_case_indicator_month",
                table: "case_indicator",
                columns: new[] { "month", "indicator", "project", "value", "case_id" });

            migrationBuilder.CreateIndex(
                name: "ix_case_link_case",
                table: "case_link",
                column: "case_id");

            migrationBuilder.CreateIndex(
                name: "ix_case_link_digest",
                table: "case_link",
                column: "digest",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_casebook_entry_trade",
                table: "casebook_entry",
                columns: new[] { "trade", "part" });

            migrationBuilder.CreateIndex(
                name: "ux_casebook_entry_case",
                table: "casebook_entry",
                column: "case_number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_decision_item_subject",
                table: "decision_item",
                columns: new[] { "subject", "item_id" });

            migrationBuilder.CreateIndex(
                name: "ix_decision_item_waiting",
                table: "decision_item",
                column: "item_id",
                filter: "state = 'proposed'");

            migrationBuilder.CreateIndex(
                name: "ux_decision_item_occurrence",
                table: "decision_item",
                columns: new[] { "decision", "occurrence" },
                unique: true,
                filter: "state <> 'withdrawn'");

            migrationBuilder.CreateIndex(
                name: "ix_ledger_action_open",
                table: "ledger_action",
                column: "due_at",
                filter: "done_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_ledger_action_responsible",
                table: "ledger_action",
                columns: new[] { "responsible", "entry_id" });

            migrationBuilder.CreateIndex(
                name: "ix_ledger_entry_day",
                table: "ledger_entry",
                columns: new[] { "ledger", "day", "place" });

            migrationBuilder.CreateIndex(
                name: "ix_ledger_entry_ledger",
                table: "ledger_entry",
                columns: new[] { "ledger", "entry_id" });

            migrationBuilder.CreateIndex(
                name: "ix_ledger_entry_open",
                table: "ledger_entry",
                columns: new[] { "ledger", "due_at" },
                filter: "state IN ('open', 'answered')");

            migrationBuilder.CreateIndex(
                name: "ix_ledger_entry_place",
                table: "ledger_entry",
                columns: new[] { "ledger", "place", "entry_id" });

            migrationBuilder.CreateIndex(
                name: "ix_ledger_entry_subject",
                table: "ledger_entry",
                columns: new[] { "ledger", "subject", "day" },
                filter: "subject IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_rule_simulation_draft",
                table: "rule_simulation",
                column: "draft_id");

            migrationBuilder.CreateIndex(
                name: "ix_rule_simulation_to_do",
                table: "rule_simulation",
                column: "state",
                filter: "state IN ('waiting', 'running')");

            migrationBuilder.CreateIndex(
                name: "ix_statement_appeal_state",
                table: "statement_appeal",
                columns: new[] { "state", "id" });

            migrationBuilder.CreateIndex(
                name: "ux_statement_appeal_line",
                table: "statement_appeal",
                columns: new[] { "month", "line" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_statement_appeal_file_appeal_id",
                table: "statement_appeal_file",
                column: "appeal_id");

            migrationBuilder.CreateIndex(
                name: "ix_statement_appeal_file_file",
                table: "statement_appeal_file",
                column: "file");

            migrationBuilder.CreateIndex(
                name: "ix_web_hook_active",
                table: "web_hook",
                column: "id",
                filter: "disabled_at IS NULL");

            // What the rankings count of the cases that are there already.
            migrationBuilder.Sql(
                """
                INSERT INTO case_indicator (case_id, ordinal, month, indicator, project, value)
                SELECT k.case_id, 2 * k.ordinal,
                    strftime('%Y', k.due_at / 1000000 + 28800, 'unixepoch') * 12 + strftime('%m', k.due_at / 1000000 + 28800, 'unixepoch') - 1,
                    'onTime', c.project, k.state = 'met'
                FROM case_clock k JOIN cases c ON c.case_id = k.case_id
                WHERE k.clock = 'resolve' AND k.state IN ('met', 'breached') AND c.procedure <> 'historic' AND c.project IS NOT NULL
                UNION ALL
                SELECT k.case_id, 2 * k.ordinal + 1,
                    strftime('%Y', k.stopped_at / 1000000 + 28800, 'unixepoch') * 12 + strftime('%m', k.stopped_at / 1000000 + 28800, 'unixepoch') - 1,
                    'efficiency', c.project, (k.stopped_at - k.started_at) / 1000000 * 1000000 / ((k.due_at - k.started_at) / 1000000)
                FROM case_clock k JOIN cases c ON c.case_id = k.case_id
                WHERE k.clock = 'resolve' AND k.state IN ('met', 'breached') AND k.stopped_at IS NOT NULL AND k.due_at > k.started_at
                    AND c.procedure <> 'historic' AND c.project IS NOT NULL
                UNION ALL
                SELECT e.case_id, 999999 + row_number() OVER (PARTITION BY e.case_id ORDER BY e.at, e.seq),
                    strftime('%Y', e.at / 1000000 + 28800, 'unixepoch') * 12 + strftime('%m', e.at / 1000000 + 28800, 'unixepoch') - 1,
                    'satisfaction', c.project, json_extract(e.data, '$.score')
                FROM log_event e JOIN cases c ON c.case_id = e.case_id AND c.month = e.month
                WHERE e.type = 'callback.made' AND json_extract(e.data, '$.purpose') = 'closure' AND json_extract(e.data, '$.score') IS NOT NULL
                    AND c.procedure <> 'historic' AND c.project IS NOT NULL
                """
            );

            // Of these the model does not know: the words of articles and of the casebook, as text_index for cases.
            migrationBuilder.Sql(
                "CREATE VIRTUAL TABLE article_index USING fts5 (words, content='', contentless_delete=1, tokenize='unicode61 remove_diacritics 0');"
            );
            migrationBuilder.Sql(
                "CREATE VIRTUAL TABLE casebook_index USING fts5 (words, content='', contentless_delete=1, tokenize='unicode61 remove_diacritics 0');"
            );
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("DROP TABLE casebook_index;");
            migrationBuilder.Sql("DROP TABLE article_index;");

            migrationBuilder.DropTable(
                name: "article_version");

            migrationBuilder.DropTable(
                name: "case_indicator");

            migrationBuilder.DropTable(
                name: "case_link");

            migrationBuilder.DropTable(
                name: "casebook_entry");

            migrationBuilder.DropTable(
                name: "decision_item");

            migrationBuilder.DropTable(
                name: "ledger_action");

            migrationBuilder.DropTable(
                name: "owner_report");

            migrationBuilder.DropTable(
                name: "rule_publication");

            migrationBuilder.DropTable(
                name: "rule_simulation");

            migrationBuilder.DropTable(
                name: "rule_simulation_case");

            migrationBuilder.DropTable(
                name: "statement_appeal_file");

            migrationBuilder.DropTable(
                name: "web_hook");

            migrationBuilder.DropTable(
                name: "article");

            migrationBuilder.DropTable(
                name: "ledger_entry");

            migrationBuilder.DropTable(
                name: "statement_appeal");
        }
    }
}
