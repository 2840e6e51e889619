CREATE TABLE IF NOT EXISTS "__EFMigrationsHistory" (
    "MigrationId" TEXT NOT NULL CONSTRAINT "PK___EFMigrationsHistory" PRIMARY KEY,
    "ProductVersion" TEXT NOT NULL
);

BEGIN TRANSACTION;
CREATE TABLE "account" (
    "id" TEXT NOT NULL CONSTRAINT "PK_account" PRIMARY KEY,
    "staff_id" TEXT NOT NULL,
    "user_name" TEXT NOT NULL,
    "normalized_user_name" TEXT NOT NULL,
    "password_hash" TEXT NULL,
    "security_stamp" TEXT NULL,
    "concurrency_stamp" TEXT NULL,
    "two_factor_enabled" INTEGER NOT NULL,
    "lockout_end" INTEGER NULL,
    "lockout_enabled" INTEGER NOT NULL,
    "access_failed_count" INTEGER NOT NULL
);

CREATE TABLE "account_claim" (
    "id" INTEGER NOT NULL CONSTRAINT "PK_account_claim" PRIMARY KEY AUTOINCREMENT,
    "user_id" TEXT NULL,
    "claim_type" TEXT NULL,
    "claim_value" TEXT NULL
);

CREATE TABLE "account_login" (
    "login_provider" TEXT NOT NULL,
    "provider_key" TEXT NOT NULL,
    "provider_display_name" TEXT NULL,
    "user_id" TEXT NULL,
    CONSTRAINT "PK_account_login" PRIMARY KEY ("login_provider", "provider_key")
);

CREATE TABLE "account_token" (
    "user_id" TEXT NOT NULL,
    "login_provider" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "value" TEXT NULL,
    CONSTRAINT "PK_account_token" PRIMARY KEY ("user_id", "login_provider", "name")
);

CREATE TABLE "case_clock" (
    "case_id" INTEGER NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "clock" TEXT NOT NULL,
    "clause" TEXT NOT NULL,
    "cycle" INTEGER NOT NULL,
    "started_at" INTEGER NOT NULL,
    "due_at" INTEGER NOT NULL,
    "stopped_at" INTEGER NULL,
    "ended_at" INTEGER NULL,
    "ended_by" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "provisional" INTEGER NOT NULL,
    CONSTRAINT "PK_case_clock" PRIMARY KEY ("case_id", "ordinal")
);

CREATE TABLE "case_number" (
    "project" TEXT NOT NULL,
    "year" INTEGER NOT NULL,
    "last" INTEGER NOT NULL,
    CONSTRAINT "PK_case_number" PRIMARY KEY ("project", "year")
);

CREATE TABLE "case_penalty" (
    "case_id" INTEGER NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "clause" TEXT NOT NULL,
    "clock" TEXT NOT NULL,
    "cycle" INTEGER NOT NULL,
    "subject" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "month" INTEGER NOT NULL,
    "units" INTEGER NOT NULL,
    "amount_fen" INTEGER NULL,
    "per_unit_fen" INTEGER NULL,
    "percent_of_bonus" INTEGER NULL,
    "decision" TEXT NULL,
    "first_at" INTEGER NOT NULL,
    "last_at" INTEGER NOT NULL,
    CONSTRAINT "PK_case_penalty" PRIMARY KEY ("case_id", "ordinal")
);

CREATE TABLE "cases" (
    "case_id" INTEGER NOT NULL CONSTRAINT "PK_cases" PRIMARY KEY,
    "month" INTEGER NOT NULL,
    "number" TEXT NOT NULL,
    "rules" TEXT NOT NULL,
    "procedure" TEXT NOT NULL,
    "source" TEXT NULL,
    "reference" TEXT NULL,
    "project" TEXT NULL,
    "unit" TEXT NULL,
    "channel" TEXT NULL,
    "category" TEXT NULL,
    "kind" TEXT NULL,
    "state" TEXT NOT NULL,
    "cycle" INTEGER NOT NULL,
    "nature" TEXT NOT NULL,
    "lead_department" TEXT NULL,
    "accountable" TEXT NULL,
    "opened_at" INTEGER NOT NULL,
    "closed_at" INTEGER NULL,
    "closing_time_usable" INTEGER NOT NULL,
    "due_at" INTEGER NOT NULL,
    "due_clock" TEXT NULL,
    "due_started_at" INTEGER NULL,
    "version" INTEGER NOT NULL,
    "rule_version" TEXT NOT NULL,
    "provisional" INTEGER NOT NULL,
    "last_hash" BLOB NOT NULL,
    "computed_until" INTEGER NOT NULL,
    "changes_at" INTEGER NULL,
    "mark" INTEGER NOT NULL
);

CREATE TABLE "log_event" (
    "month" INTEGER NOT NULL,
    "case_id" INTEGER NOT NULL,
    "seq" INTEGER NOT NULL,
    "type" TEXT NOT NULL,
    "at" INTEGER NOT NULL,
    "received_at" INTEGER NOT NULL,
    "recorded_at" INTEGER NOT NULL,
    "device_at" INTEGER NULL,
    "by" TEXT NULL,
    "about" TEXT NULL,
    "data" TEXT NOT NULL,
    "hash" BLOB NOT NULL,
    CONSTRAINT "PK_log_event" PRIMARY KEY ("month", "case_id", "seq")
);

CREATE TABLE "log_head" (
    "position" INTEGER NOT NULL CONSTRAINT "PK_log_head" PRIMARY KEY,
    "month" INTEGER NOT NULL,
    "case_id" INTEGER NOT NULL,
    "seq" INTEGER NOT NULL,
    "case_hash" BLOB NOT NULL,
    "hash" BLOB NOT NULL
);

CREATE TABLE "log_text" (
    "month" INTEGER NOT NULL,
    "case_id" INTEGER NOT NULL,
    "seq" INTEGER NOT NULL,
    "salt" BLOB NULL,
    "text" TEXT NULL,
    "erased_at" INTEGER NULL,
    CONSTRAINT "PK_log_text" PRIMARY KEY ("month", "case_id", "seq")
);

CREATE TABLE "log_tip" (
    "id" INTEGER NOT NULL CONSTRAINT "PK_log_tip" PRIMARY KEY,
    "position" INTEGER NOT NULL,
    "hash" BLOB NOT NULL,
    "last_case" INTEGER NOT NULL
);

CREATE TABLE "project" (
    "code" TEXT NOT NULL CONSTRAINT "PK_project" PRIMARY KEY,
    "name" TEXT NOT NULL,
    "region" TEXT NOT NULL
);

CREATE TABLE "protection_key" (
    "name" TEXT NOT NULL CONSTRAINT "PK_protection_key" PRIMARY KEY,
    "xml" TEXT NOT NULL
);

CREATE TABLE "staff" (
    "id" TEXT NOT NULL CONSTRAINT "PK_staff" PRIMARY KEY,
    "name" TEXT NOT NULL,
    "post" TEXT NOT NULL,
    "department" TEXT NOT NULL,
    "phone" TEXT NULL,
    "roles" TEXT NOT NULL
);

CREATE TABLE "unit" (
    "project" TEXT NOT NULL,
    "number" TEXT NOT NULL,
    "owner_name" TEXT NULL,
    "owner_phone" TEXT NULL,
    CONSTRAINT "PK_unit" PRIMARY KEY ("project", "number"),
    CONSTRAINT "FK_unit_project_project" FOREIGN KEY ("project") REFERENCES "project" ("code") ON DELETE RESTRICT
);

INSERT INTO "log_tip" ("id", "hash", "last_case", "position")
VALUES (1, X'0000000000000000000000000000000000000000000000000000000000000000', 0, 0);
SELECT changes();


CREATE UNIQUE INDEX "IX_account_normalized_user_name" ON "account" ("normalized_user_name");

CREATE UNIQUE INDEX "IX_account_staff_id" ON "account" ("staff_id");

CREATE INDEX "IX_account_claim_user_id" ON "account_claim" ("user_id");

CREATE INDEX "IX_account_login_user_id" ON "account_login" ("user_id");

CREATE INDEX "ix_case_penalty_month" ON "case_penalty" ("month", "subject");

CREATE INDEX "ix_cases_changes" ON "cases" ("changes_at") WHERE changes_at IS NOT NULL;

CREATE INDEX "ix_cases_due" ON "cases" ("due_at", "case_id");

CREATE INDEX "ix_cases_open_due" ON "cases" ("due_at", "case_id") WHERE closed_at IS NULL;

CREATE INDEX "ix_cases_opened" ON "cases" ("opened_at", "case_id");

CREATE INDEX "ix_cases_project_due" ON "cases" ("project", "due_at", "case_id");

CREATE UNIQUE INDEX "ux_cases_number" ON "cases" ("number");

CREATE UNIQUE INDEX "ux_cases_source" ON "cases" ("source", "reference") WHERE source IS NOT NULL;

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20261122021102_Begin', '10.0.14');

COMMIT;

BEGIN TRANSACTION;
ALTER TABLE "staff" ADD "place" TEXT NOT NULL DEFAULT 'group';

CREATE TABLE "place" (
    "id" TEXT NOT NULL CONSTRAINT "PK_place" PRIMARY KEY,
    "parent_id" TEXT NULL,
    "kind" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    CONSTRAINT "FK_place_place_parent_id" FOREIGN KEY ("parent_id") REFERENCES "place" ("id") ON DELETE RESTRICT
);

CREATE INDEX "IX_place_parent_id" ON "place" ("parent_id");

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20261122034742_Places', '10.0.14');

COMMIT;

BEGIN TRANSACTION;
CREATE TABLE "access_note" (
    "id" INTEGER NOT NULL CONSTRAINT "PK_access_note" PRIMARY KEY AUTOINCREMENT,
    "at" INTEGER NOT NULL,
    "staff" TEXT NOT NULL,
    "action" TEXT NOT NULL,
    "subject" TEXT NOT NULL
);

CREATE INDEX "ix_access_note_subject" ON "access_note" ("subject");

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20261122040242_AccessNotes', '10.0.14');

COMMIT;

BEGIN TRANSACTION;
ALTER TABLE "account" ADD "last_code_step" INTEGER NOT NULL DEFAULT 0;

CREATE TABLE "account_passkey" (
    "credential_id" BLOB NOT NULL CONSTRAINT "PK_account_passkey" PRIMARY KEY,
    "user_id" TEXT NOT NULL,
    "data" TEXT NOT NULL
);

CREATE TABLE "api_token" (
    "id" INTEGER NOT NULL CONSTRAINT "PK_api_token" PRIMARY KEY AUTOINCREMENT,
    "hash" BLOB NOT NULL,
    "staff_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "created_at" INTEGER NOT NULL,
    "expires_at" INTEGER NULL,
    "revoked_at" INTEGER NULL,
    "used_at" INTEGER NULL
);

CREATE TABLE "password_link" (
    "account_id" TEXT NOT NULL CONSTRAINT "PK_password_link" PRIMARY KEY,
    "hash" BLOB NOT NULL,
    "expires_at" INTEGER NOT NULL
);

CREATE TABLE "sign_in_session" (
    "id" TEXT NOT NULL CONSTRAINT "PK_sign_in_session" PRIMARY KEY,
    "account_id" TEXT NOT NULL,
    "staff_id" TEXT NOT NULL,
    "started_at" INTEGER NOT NULL,
    "seen_at" INTEGER NOT NULL,
    "address" TEXT NOT NULL,
    "browser" TEXT NOT NULL
);

CREATE INDEX "IX_account_passkey_user_id" ON "account_passkey" ("user_id");

CREATE UNIQUE INDEX "IX_api_token_hash" ON "api_token" ("hash");

CREATE INDEX "IX_api_token_staff_id" ON "api_token" ("staff_id");

CREATE UNIQUE INDEX "IX_password_link_hash" ON "password_link" ("hash");

CREATE INDEX "IX_sign_in_session_account_id" ON "sign_in_session" ("account_id");

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20261122042716_SignIn', '10.0.14');

COMMIT;

BEGIN TRANSACTION;
DROP INDEX "ix_cases_due";

DROP INDEX "ix_cases_open_due";

DROP INDEX "ix_cases_opened";

DROP INDEX "ix_cases_project_due";

CREATE TABLE "case_count" (
    "whole" INTEGER NOT NULL,
    "project" TEXT NOT NULL,
    "category" TEXT NOT NULL,
    "month" INTEGER NOT NULL,
    "opened" INTEGER NOT NULL,
    "open" INTEGER NOT NULL,
    "closed" INTEGER NOT NULL,
    "due" INTEGER NOT NULL,
    "in_time" INTEGER NOT NULL,
    CONSTRAINT "PK_case_count" PRIMARY KEY ("whole", "project", "category", "month")
);

CREATE TABLE "chosen_columns" (
    "staff_id" TEXT NOT NULL CONSTRAINT "PK_chosen_columns" PRIMARY KEY,
    "columns" TEXT NOT NULL
);

CREATE TABLE "saved_view" (
    "staff_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "address" TEXT NOT NULL,
    "is_default" INTEGER NOT NULL,
    CONSTRAINT "PK_saved_view" PRIMARY KEY ("staff_id", "name")
);

CREATE INDEX "ix_cases_nature_opened" ON "cases" ("nature", "opened_at", "case_id") WHERE nature <> 'ordinary';

CREATE INDEX "ix_cases_open_due" ON "cases" ("due_at", "case_id", "category", "nature", "lead_department", "state", "project", "closed_at") WHERE closed_at IS NULL;

CREATE INDEX "ix_cases_open_opened" ON "cases" ("opened_at", "case_id") WHERE closed_at IS NULL;

CREATE INDEX "ix_cases_project_open_due" ON "cases" ("project", "due_at", "case_id", "category", "nature", "lead_department", "state", "closed_at") WHERE closed_at IS NULL;

CREATE INDEX "ix_cases_project_open_opened" ON "cases" ("project", "opened_at", "case_id") WHERE closed_at IS NULL;

CREATE INDEX "ix_cases_closed_opened" ON "cases" ("opened_at", "case_id") WHERE closed_at IS NOT NULL;

CREATE INDEX "ix_cases_project_closed_opened" ON "cases" ("project", "opened_at", "case_id") WHERE closed_at IS NOT NULL;

CREATE INDEX "ix_case_count_open" ON "case_count" ("whole", "project", "category", "open") WHERE open <> 0;

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

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20261122044232_RegisterAndCounts', '10.0.14');

COMMIT;

BEGIN TRANSACTION;
ALTER TABLE "unit" ADD "owner" INTEGER NULL;

ALTER TABLE "cases" ADD "customer_id" INTEGER NULL;

CREATE TABLE "customer" (
    "id" INTEGER NOT NULL CONSTRAINT "PK_customer" PRIMARY KEY AUTOINCREMENT,
    "name" TEXT NOT NULL,
    "phone" TEXT NULL,
    "initials" TEXT NOT NULL,
    "phone_backwards" TEXT NULL
);

CREATE TABLE "search_mark" (
    "id" INTEGER NOT NULL CONSTRAINT "PK_search_mark" PRIMARY KEY,
    "position" INTEGER NOT NULL,
    "erasures" INTEGER NOT NULL
);

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

CREATE VIRTUAL TABLE text_index USING fts5 (words, content='', contentless_delete=1, tokenize='unicode61 remove_diacritics 0');

INSERT INTO "search_mark" ("id", "erasures", "position")
VALUES (1, 0, 0);
SELECT changes();


CREATE INDEX "ix_unit_number" ON "unit" ("number", "project");

CREATE INDEX "ix_unit_owner" ON "unit" ("owner");

CREATE INDEX "ix_unit_project_owner" ON "unit" ("project", "owner");

CREATE INDEX "ix_cases_customer" ON "cases" ("customer_id", "case_id") WHERE customer_id IS NOT NULL;

CREATE INDEX "ix_cases_unit" ON "cases" ("project", "unit", "case_id") WHERE unit IS NOT NULL;

CREATE INDEX "ix_customer_initials" ON "customer" ("initials", "id");

CREATE INDEX "ix_customer_name" ON "customer" ("name", "id");

CREATE INDEX "ix_customer_phone" ON "customer" ("phone_backwards", "id");

CREATE TABLE "ef_temp_unit" (
    "project" TEXT NOT NULL,
    "number" TEXT NOT NULL,
    "owner" INTEGER NULL,
    CONSTRAINT "PK_unit" PRIMARY KEY ("project", "number"),
    CONSTRAINT "FK_unit_customer_owner" FOREIGN KEY ("owner") REFERENCES "customer" ("id") ON DELETE RESTRICT,
    CONSTRAINT "FK_unit_project_project" FOREIGN KEY ("project") REFERENCES "project" ("code") ON DELETE RESTRICT
);

INSERT INTO "ef_temp_unit" ("project", "number", "owner")
SELECT "project", "number", "owner"
FROM "unit";

COMMIT;

PRAGMA foreign_keys = 0;

BEGIN TRANSACTION;
DROP TABLE "unit";

ALTER TABLE "ef_temp_unit" RENAME TO "unit";

COMMIT;

PRAGMA foreign_keys = 1;

BEGIN TRANSACTION;
CREATE INDEX "ix_unit_number" ON "unit" ("number", "project");

CREATE INDEX "ix_unit_owner" ON "unit" ("owner");

CREATE INDEX "ix_unit_project_owner" ON "unit" ("project", "owner");

COMMIT;

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20261122052259_SearchAndCustomers', '10.0.14');

BEGIN TRANSACTION;
CREATE TABLE "attachment" (
    "id" TEXT NOT NULL CONSTRAINT "PK_attachment" PRIMARY KEY,
    "case_id" INTEGER NOT NULL,
    "seq" INTEGER NULL,
    "name" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    "file" TEXT NOT NULL,
    "by" TEXT NOT NULL,
    "at" INTEGER NOT NULL,
    CONSTRAINT "FK_attachment_cases_case_id" FOREIGN KEY ("case_id") REFERENCES "cases" ("case_id") ON DELETE RESTRICT
);

CREATE TABLE "kept_answer" (
    "caller" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "request" BLOB NOT NULL,
    "status" INTEGER NOT NULL,
    "location" TEXT NULL,
    "tag" TEXT NULL,
    "body" BLOB NOT NULL,
    "at" INTEGER NOT NULL,
    CONSTRAINT "PK_kept_answer" PRIMARY KEY ("caller", "key")
);

CREATE TABLE "postponed_index" (
    "name" TEXT NOT NULL CONSTRAINT "PK_postponed_index" PRIMARY KEY,
    "sql" TEXT NOT NULL
);

CREATE INDEX "ix_attachment_case" ON "attachment" ("case_id");

CREATE INDEX "ix_attachment_file" ON "attachment" ("file");

CREATE INDEX "IX_kept_answer_at" ON "kept_answer" ("at");

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20261122055032_KeptAnswersAndPostponedIndexes', '10.0.14');

COMMIT;

BEGIN TRANSACTION;
ALTER TABLE "attachment" ADD "erased_at" INTEGER NULL;

ALTER TABLE "attachment" ADD "kind" TEXT NULL;

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20261122075459_AttachmentKinds', '10.0.14');

COMMIT;

BEGIN TRANSACTION;
ALTER TABLE "place" ADD "closed_at" INTEGER NULL;

CREATE TABLE "assignment" (
    "id" INTEGER NOT NULL CONSTRAINT "PK_assignment" PRIMARY KEY AUTOINCREMENT,
    "staff_id" TEXT NOT NULL,
    "post" TEXT NOT NULL,
    "place" TEXT NOT NULL,
    "department" TEXT NOT NULL,
    "from_at" INTEGER NOT NULL,
    "until_at" INTEGER NULL
);

CREATE TABLE "outbox_message" (
    "id" INTEGER NOT NULL CONSTRAINT "PK_outbox_message" PRIMARY KEY AUTOINCREMENT,
    "subject" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "occurrence" TEXT NOT NULL,
    "person" TEXT NOT NULL,
    "clause" TEXT NOT NULL,
    "at" INTEGER NOT NULL,
    "put_at" INTEGER NOT NULL,
    "is_care" INTEGER NOT NULL,
    "parameters" TEXT NOT NULL,
    "planned_at" INTEGER NULL,
    "read_at" INTEGER NULL
);

CREATE TABLE "owner_code" (
    "phone" TEXT NOT NULL CONSTRAINT "PK_owner_code" PRIMARY KEY,
    "hash" TEXT NOT NULL,
    "expires_at" INTEGER NOT NULL,
    "attempts" INTEGER NOT NULL,
    "sent_at" INTEGER NOT NULL,
    "sent" INTEGER NOT NULL,
    "counted_from" INTEGER NOT NULL
);

CREATE TABLE "owner_session" (
    "hash" BLOB NOT NULL CONSTRAINT "PK_owner_session" PRIMARY KEY,
    "phone" TEXT NOT NULL,
    "ends_at" INTEGER NOT NULL
);

CREATE TABLE "service_centre" (
    "place" TEXT NOT NULL CONSTRAINT "PK_service_centre" PRIMARY KEY,
    "opens_at" INTEGER NOT NULL,
    "last_handover_at" INTEGER NULL,
    "closed_at" INTEGER NULL
);

CREATE TABLE "timer_run" (
    "name" TEXT NOT NULL CONSTRAINT "PK_timer_run" PRIMARY KEY,
    "at" INTEGER NOT NULL,
    "done" INTEGER NOT NULL,
    "problem" TEXT NULL
);

CREATE TABLE "stand_in" (
    "id" INTEGER NOT NULL CONSTRAINT "PK_stand_in" PRIMARY KEY AUTOINCREMENT,
    "assignment_id" INTEGER NOT NULL,
    "staff_id" TEXT NOT NULL,
    "from_at" INTEGER NOT NULL,
    "until_at" INTEGER NOT NULL,
    "reason" TEXT NOT NULL,
    CONSTRAINT "FK_stand_in_assignment_assignment_id" FOREIGN KEY ("assignment_id") REFERENCES "assignment" ("id") ON DELETE RESTRICT
);

CREATE TABLE "outbox_delivery" (
    "id" INTEGER NOT NULL CONSTRAINT "PK_outbox_delivery" PRIMARY KEY AUTOINCREMENT,
    "message_id" INTEGER NOT NULL,
    "channel" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "attempts" INTEGER NOT NULL,
    "next_at" INTEGER NOT NULL,
    "lease" TEXT NULL,
    "leased_until" INTEGER NULL,
    "sent_at" INTEGER NULL,
    "last_error" TEXT NULL,
    CONSTRAINT "FK_outbox_delivery_outbox_message_message_id" FOREIGN KEY ("message_id") REFERENCES "outbox_message" ("id") ON DELETE RESTRICT
);

CREATE TABLE "outbox_attempt" (
    "id" INTEGER NOT NULL CONSTRAINT "PK_outbox_attempt" PRIMARY KEY AUTOINCREMENT,
    "delivery_id" INTEGER NOT NULL,
    "at" INTEGER NOT NULL,
    "node" TEXT NOT NULL,
    "delivered" INTEGER NOT NULL,
    "detail" TEXT NOT NULL,
    CONSTRAINT "FK_outbox_attempt_outbox_delivery_delivery_id" FOREIGN KEY ("delivery_id") REFERENCES "outbox_delivery" ("id") ON DELETE RESTRICT
);

CREATE INDEX "IX_assignment_place_post" ON "assignment" ("place", "post");

CREATE INDEX "IX_assignment_staff_id" ON "assignment" ("staff_id");

CREATE INDEX "IX_outbox_attempt_delivery_id" ON "outbox_attempt" ("delivery_id");

CREATE INDEX "ix_outbox_delivery_dead" ON "outbox_delivery" ("message_id") WHERE state = 'dead';

CREATE INDEX "ix_outbox_delivery_lease" ON "outbox_delivery" ("lease") WHERE lease IS NOT NULL;

CREATE UNIQUE INDEX "IX_outbox_delivery_message_id_channel" ON "outbox_delivery" ("message_id", "channel");

CREATE INDEX "ix_outbox_delivery_waiting" ON "outbox_delivery" ("next_at") WHERE state = 'waiting';

CREATE INDEX "ix_outbox_message_person" ON "outbox_message" ("person", "id");

CREATE INDEX "ix_outbox_message_unplanned" ON "outbox_message" ("at") WHERE planned_at IS NULL;

CREATE INDEX "ix_outbox_message_unread" ON "outbox_message" ("person", "at") WHERE read_at IS NULL;

CREATE UNIQUE INDEX "ux_outbox_message_identity" ON "outbox_message" ("subject", "kind", "occurrence", "person");

CREATE INDEX "IX_owner_session_ends_at" ON "owner_session" ("ends_at");

CREATE INDEX "IX_stand_in_assignment_id" ON "stand_in" ("assignment_id");

CREATE INDEX "IX_stand_in_staff_id" ON "stand_in" ("staff_id");

INSERT INTO assignment (staff_id, post, place, department, from_at, until_at) SELECT staff.id, role.value, staff.place, CASE WHEN role.value IN ('department', 'member') THEN staff.department ELSE '' END, 946656000000000, NULL FROM staff, json_each(staff.roles) AS role WHERE role.value IN ('specialist', 'department', 'leader', 'chairman', 'deputyManager', 'generalManager', 'hr', 'finance', 'reader', 'administrator') ORDER BY staff.id, role.key;

INSERT INTO assignment (staff_id, post, place, department, from_at, until_at) SELECT id, 'member', place, department, 946656000000000, NULL FROM staff WHERE NOT EXISTS (SELECT 1 FROM assignment WHERE staff_id = staff.id) ORDER BY id;

CREATE TABLE "ef_temp_staff" (
    "id" TEXT NOT NULL CONSTRAINT "PK_staff" PRIMARY KEY,
    "name" TEXT NOT NULL,
    "phone" TEXT NULL,
    "post" TEXT NOT NULL
);

INSERT INTO "ef_temp_staff" ("id", "name", "phone", "post")
SELECT "id", "name", "phone", "post"
FROM "staff";

COMMIT;

PRAGMA foreign_keys = 0;

BEGIN TRANSACTION;
DROP TABLE "staff";

ALTER TABLE "ef_temp_staff" RENAME TO "staff";

COMMIT;

PRAGMA foreign_keys = 1;

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20261122085726_AssignmentsAndMessages', '10.0.14');

BEGIN TRANSACTION;
CREATE TABLE "rule_draft" (
    "id" INTEGER NOT NULL CONSTRAINT "PK_rule_draft" PRIMARY KEY AUTOINCREMENT,
    "book" TEXT NOT NULL,
    "from_version" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "begun_by" TEXT NOT NULL,
    "begun_at" INTEGER NOT NULL,
    "changed_by" TEXT NOT NULL,
    "changed_at" INTEGER NOT NULL,
    "revision" INTEGER NOT NULL,
    "ended_at" INTEGER NULL
);

CREATE INDEX "ix_rule_draft_open" ON "rule_draft" ("book") WHERE ended_at IS NULL;

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20261128121810_RuleDrafts', '10.0.14');

COMMIT;

BEGIN TRANSACTION;
CREATE TABLE "statement" (
    "month" INTEGER NOT NULL CONSTRAINT "PK_statement" PRIMARY KEY,
    "sequence" INTEGER NOT NULL,
    "delivered_at" INTEGER NOT NULL,
    "delivered_by" TEXT NULL,
    "log_position" INTEGER NOT NULL,
    "log_hash" BLOB NOT NULL,
    "rule_versions" TEXT NOT NULL,
    "previous" BLOB NOT NULL,
    "seal" BLOB NOT NULL
);

CREATE TABLE "statement_decision" (
    "id" INTEGER NOT NULL CONSTRAINT "PK_statement_decision" PRIMARY KEY AUTOINCREMENT,
    "month" INTEGER NOT NULL,
    "line" TEXT NOT NULL,
    "outcome" TEXT NOT NULL,
    "choice" TEXT NULL,
    "reason" TEXT NULL,
    "document" TEXT NULL,
    "units" INTEGER NOT NULL,
    "amount_fen" INTEGER NOT NULL,
    "percent_of_bonus" INTEGER NOT NULL,
    "decisions" INTEGER NOT NULL,
    "by" TEXT NOT NULL,
    "at" INTEGER NOT NULL
);

CREATE TABLE "statement_line" (
    "month" INTEGER NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "line" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "case_number" TEXT NOT NULL,
    "project" TEXT NULL,
    "rules" TEXT NOT NULL,
    "case_version" INTEGER NOT NULL,
    "case_hash" BLOB NOT NULL,
    "clause" TEXT NOT NULL,
    "cycle" INTEGER NOT NULL,
    "subject" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "line_month" INTEGER NOT NULL,
    "units" INTEGER NOT NULL,
    "amount_fen" INTEGER NULL,
    "percent_of_bonus" INTEGER NULL,
    "decisions" INTEGER NOT NULL,
    "decision" TEXT NULL,
    "first_at" INTEGER NOT NULL,
    "last_at" INTEGER NOT NULL,
    "outcome" TEXT NOT NULL,
    "choice" TEXT NULL,
    "reason" TEXT NULL,
    "document" TEXT NULL,
    "decided_by" TEXT NULL,
    "decided_at" INTEGER NULL,
    CONSTRAINT "PK_statement_line" PRIMARY KEY ("month", "ordinal")
);

CREATE TABLE "statement_total" (
    "month" INTEGER NOT NULL,
    "subject" TEXT NOT NULL,
    "amount_fen" INTEGER NOT NULL,
    "percent_of_bonus" INTEGER NOT NULL,
    "decisions" INTEGER NOT NULL,
    CONSTRAINT "PK_statement_total" PRIMARY KEY ("month", "subject")
);

CREATE UNIQUE INDEX "IX_statement_sequence" ON "statement" ("sequence");

CREATE INDEX "ix_statement_decision_line" ON "statement_decision" ("month", "line");

CREATE UNIQUE INDEX "IX_statement_line_month_line" ON "statement_line" ("month", "line");

CREATE INDEX "ix_statement_line_subject" ON "statement_line" ("subject", "month");

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20261128125525_Statements', '10.0.14');

COMMIT;

BEGIN TRANSACTION;
CREATE TABLE "article" (
    "id" INTEGER NOT NULL CONSTRAINT "PK_article" PRIMARY KEY AUTOINCREMENT,
    "latest" INTEGER NOT NULL,
    "published" INTEGER NULL
);

CREATE TABLE "case_indicator" (
    "case_id" INTEGER NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "month" INTEGER NOT NULL,
    "indicator" TEXT NOT NULL,
    "project" TEXT NOT NULL,
    "value" INTEGER NOT NULL,
    CONSTRAINT "PK_case_indicator" PRIMARY KEY ("case_id", "ordinal")
);

CREATE TABLE "case_link" (
    "id" INTEGER NOT NULL CONSTRAINT "PK_case_link" PRIMARY KEY AUTOINCREMENT,
    "case_id" INTEGER NOT NULL,
    "digest" BLOB NOT NULL,
    "sealed" TEXT NOT NULL,
    "made_at" INTEGER NOT NULL,
    "ends_at" INTEGER NOT NULL,
    "revoked_at" INTEGER NULL,
    CONSTRAINT "FK_case_link_cases_case_id" FOREIGN KEY ("case_id") REFERENCES "cases" ("case_id") ON DELETE RESTRICT
);

CREATE TABLE "casebook_entry" (
    "id" INTEGER NOT NULL CONSTRAINT "PK_casebook_entry" PRIMARY KEY AUTOINCREMENT,
    "case_number" TEXT NOT NULL,
    "project" TEXT NULL,
    "title" TEXT NOT NULL,
    "trade" TEXT NOT NULL,
    "part" TEXT NOT NULL,
    "cause" TEXT NOT NULL,
    "prevention" TEXT NOT NULL,
    "cost_fen" INTEGER NULL,
    "photo" TEXT NULL,
    "by" TEXT NOT NULL,
    "at" INTEGER NOT NULL
);

CREATE TABLE "decision_item" (
    "item_id" INTEGER NOT NULL CONSTRAINT "PK_decision_item" PRIMARY KEY,
    "month" INTEGER NOT NULL,
    "decision" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "place" TEXT NOT NULL,
    "occurrence" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "proposed_at" INTEGER NOT NULL,
    "measure" TEXT NULL,
    "amount" INTEGER NULL,
    "decided_at" INTEGER NULL,
    "decided_by" TEXT NULL,
    "version" INTEGER NOT NULL,
    "hash" BLOB NOT NULL
);

CREATE TABLE "ledger_entry" (
    "entry_id" INTEGER NOT NULL CONSTRAINT "PK_ledger_entry" PRIMARY KEY,
    "month" INTEGER NOT NULL,
    "ledger" TEXT NOT NULL,
    "place" TEXT NOT NULL,
    "day" INTEGER NOT NULL,
    "by" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "due_at" INTEGER NULL,
    "subject" TEXT NULL,
    "responsible" TEXT NULL,
    "version" INTEGER NOT NULL,
    "fields_of" INTEGER NOT NULL,
    "hash" BLOB NOT NULL
);

CREATE TABLE "owner_report" (
    "customer_id" INTEGER NOT NULL,
    "once" TEXT NOT NULL,
    "number" TEXT NOT NULL,
    CONSTRAINT "PK_owner_report" PRIMARY KEY ("customer_id", "once")
);

CREATE TABLE "rule_publication" (
    "id" INTEGER NOT NULL CONSTRAINT "PK_rule_publication" PRIMARY KEY AUTOINCREMENT,
    "book" TEXT NOT NULL,
    "draft_id" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "effective_from" INTEGER NOT NULL,
    "reason" TEXT NOT NULL,
    "published_by" TEXT NOT NULL,
    "published_at" INTEGER NOT NULL
);

CREATE TABLE "rule_simulation" (
    "id" INTEGER NOT NULL CONSTRAINT "PK_rule_simulation" PRIMARY KEY AUTOINCREMENT,
    "draft_id" INTEGER NOT NULL,
    "book" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "first_day" TEXT NOT NULL,
    "end_day" TEXT NOT NULL,
    "by" TEXT NOT NULL,
    "begun_at" INTEGER NOT NULL,
    "projects" TEXT NULL,
    "state" TEXT NOT NULL,
    "done" INTEGER NOT NULL,
    "total" INTEGER NOT NULL,
    "lease_until" INTEGER NULL,
    "ended_at" INTEGER NULL,
    "result" TEXT NULL
);

CREATE TABLE "rule_simulation_case" (
    "simulation_id" INTEGER NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "number" TEXT NOT NULL,
    "before_fen" INTEGER NOT NULL,
    "before_percent" INTEGER NOT NULL,
    "before_decisions" INTEGER NOT NULL,
    "after_fen" INTEGER NOT NULL,
    "after_percent" INTEGER NOT NULL,
    "after_decisions" INTEGER NOT NULL,
    CONSTRAINT "PK_rule_simulation_case" PRIMARY KEY ("simulation_id", "ordinal")
);

CREATE TABLE "statement_appeal" (
    "id" INTEGER NOT NULL CONSTRAINT "PK_statement_appeal" PRIMARY KEY AUTOINCREMENT,
    "month" INTEGER NOT NULL,
    "line" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "at" INTEGER NOT NULL,
    "state" TEXT NOT NULL,
    "answer" TEXT NULL,
    "decided_by" TEXT NULL,
    "decided_at" INTEGER NULL
);

CREATE TABLE "web_hook" (
    "id" INTEGER NOT NULL CONSTRAINT "PK_web_hook" PRIMARY KEY AUTOINCREMENT,
    "url" TEXT NOT NULL,
    "secret" TEXT NOT NULL,
    "kinds" TEXT NOT NULL,
    "made_by" TEXT NOT NULL,
    "made_at" INTEGER NOT NULL,
    "failing_since" INTEGER NULL,
    "disabled_at" INTEGER NULL
);

CREATE TABLE "article_version" (
    "article_id" INTEGER NOT NULL,
    "number" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "tags" TEXT NOT NULL,
    "category" TEXT NULL,
    "valid_from" TEXT NULL,
    "valid_until" TEXT NULL,
    "by" TEXT NOT NULL,
    "at" INTEGER NOT NULL,
    "published_by" TEXT NULL,
    "published_at" INTEGER NULL,
    CONSTRAINT "PK_article_version" PRIMARY KEY ("article_id", "number"),
    CONSTRAINT "FK_article_version_article_article_id" FOREIGN KEY ("article_id") REFERENCES "article" ("id") ON DELETE RESTRICT
);

CREATE TABLE "ledger_action" (
    "entry_id" INTEGER NOT NULL,
    "number" INTEGER NOT NULL,
    "responsible" TEXT NOT NULL,
    "due_at" INTEGER NOT NULL,
    "done_at" INTEGER NULL,
    CONSTRAINT "PK_ledger_action" PRIMARY KEY ("entry_id", "number"),
    CONSTRAINT "FK_ledger_action_ledger_entry_entry_id" FOREIGN KEY ("entry_id") REFERENCES "ledger_entry" ("entry_id") ON DELETE RESTRICT
);

CREATE TABLE "statement_appeal_file" (
    "id" TEXT NOT NULL CONSTRAINT "PK_statement_appeal_file" PRIMARY KEY,
    "appeal_id" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "file" TEXT NOT NULL,
    CONSTRAINT "FK_statement_appeal_file_statement_appeal_appeal_id" FOREIGN KEY ("appeal_id") REFERENCES "statement_appeal" ("id") ON DELETE RESTRICT
);

CREATE INDEX "ix_case_indicator_month" ON "case_indicator" ("month", "indicator", "project", "value", "case_id");

CREATE INDEX "ix_case_link_case" ON "case_link" ("case_id");

CREATE UNIQUE INDEX "ix_case_link_digest" ON "case_link" ("digest");

CREATE INDEX "ix_casebook_entry_trade" ON "casebook_entry" ("trade", "part");

CREATE UNIQUE INDEX "ux_casebook_entry_case" ON "casebook_entry" ("case_number");

CREATE INDEX "ix_decision_item_subject" ON "decision_item" ("subject", "item_id");

CREATE INDEX "ix_decision_item_waiting" ON "decision_item" ("item_id") WHERE state = 'proposed';

CREATE UNIQUE INDEX "ux_decision_item_occurrence" ON "decision_item" ("decision", "occurrence") WHERE state <> 'withdrawn';

CREATE INDEX "ix_ledger_action_open" ON "ledger_action" ("due_at") WHERE done_at IS NULL;

CREATE INDEX "ix_ledger_action_responsible" ON "ledger_action" ("responsible", "entry_id");

CREATE INDEX "ix_ledger_entry_day" ON "ledger_entry" ("ledger", "day", "place");

CREATE INDEX "ix_ledger_entry_ledger" ON "ledger_entry" ("ledger", "entry_id");

CREATE INDEX "ix_ledger_entry_open" ON "ledger_entry" ("ledger", "due_at") WHERE state IN ('open', 'answered');

CREATE INDEX "ix_ledger_entry_place" ON "ledger_entry" ("ledger", "place", "entry_id");

CREATE INDEX "ix_ledger_entry_subject" ON "ledger_entry" ("ledger", "subject", "day") WHERE subject IS NOT NULL;

CREATE INDEX "ix_rule_simulation_draft" ON "rule_simulation" ("draft_id");

CREATE INDEX "ix_rule_simulation_to_do" ON "rule_simulation" ("state") WHERE state IN ('waiting', 'running');

CREATE INDEX "ix_statement_appeal_state" ON "statement_appeal" ("state", "id");

CREATE UNIQUE INDEX "ux_statement_appeal_line" ON "statement_appeal" ("month", "line");

CREATE INDEX "IX_statement_appeal_file_appeal_id" ON "statement_appeal_file" ("appeal_id");

CREATE INDEX "ix_statement_appeal_file_file" ON "statement_appeal_file" ("file");

CREATE INDEX "ix_web_hook_active" ON "web_hook" ("id") WHERE disabled_at IS NULL;

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

CREATE VIRTUAL TABLE article_index USING fts5 (words, content='', contentless_delete=1, tokenize='unicode61 remove_diacritics 0');

CREATE VIRTUAL TABLE casebook_index USING fts5 (words, content='', contentless_delete=1, tokenize='unicode61 remove_diacritics 0');

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20261128135848_LedgersOwnersRankings', '10.0.14');

COMMIT;

BEGIN TRANSACTION;
ALTER TABLE "service_centre" ADD "handed_to" TEXT NULL;

ALTER TABLE "cases" ADD "desk" TEXT NULL;

ALTER TABLE "cases" ADD "lead" TEXT NULL;

ALTER TABLE "cases" ADD "merged_into" TEXT NULL;

ALTER TABLE "cases" ADD "serves" TEXT NULL;

CREATE INDEX "ix_cases_desk" ON "cases" ("desk") WHERE desk IS NOT NULL;

CREATE INDEX "ix_cases_lead" ON "cases" ("lead") WHERE lead IS NOT NULL;

CREATE INDEX "ix_cases_merged" ON "cases" ("merged_into") WHERE merged_into IS NOT NULL;

CREATE INDEX "ix_cases_serves" ON "cases" ("serves") WHERE serves IS NOT NULL;

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20261128142141_RelatedCases', '10.0.14');

COMMIT;

BEGIN TRANSACTION;
CREATE TABLE "claim" (
    "case_id" INTEGER NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "progress" TEXT NOT NULL,
    "raised_at" INTEGER NOT NULL,
    "cause" TEXT NULL,
    "contractor" TEXT NULL,
    "proposed_fen" INTEGER NULL,
    "level" TEXT NULL,
    "person" TEXT NULL,
    "unsigned_by" TEXT NULL,
    "granted_fen" INTEGER NULL,
    "paid_fen" INTEGER NULL,
    "paid_at" INTEGER NULL,
    "due_at" INTEGER NULL,
    CONSTRAINT "PK_claim" PRIMARY KEY ("case_id", "ordinal")
);

CREATE INDEX "ix_claim_person" ON "claim" ("person") WHERE person IS NOT NULL;

CREATE INDEX "ix_claim_raised" ON "claim" ("raised_at", "case_id", "ordinal");

CREATE INDEX "ix_claim_unsigned" ON "claim" ("unsigned_by") WHERE unsigned_by IS NOT NULL;

UPDATE cases SET changes_at = computed_until WHERE case_id IN (SELECT case_id FROM log_event WHERE type = 'claim.raised');

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20261128160314_Claims', '10.0.14');

COMMIT;

BEGIN TRANSACTION;
ALTER TABLE "service_centre" ADD "desk_book" TEXT NULL;

ALTER TABLE "cases" ADD "reporter" TEXT NULL;

ALTER TABLE "cases" ADD "waits_for_desk" INTEGER NOT NULL DEFAULT 0;

CREATE TABLE "commendation" (
    "item_id" INTEGER NOT NULL CONSTRAINT "PK_commendation" PRIMARY KEY,
    "month" INTEGER NOT NULL,
    "subject" TEXT NOT NULL,
    "place" TEXT NOT NULL,
    "clause" TEXT NOT NULL,
    "name_zh" TEXT NOT NULL,
    "name_en" TEXT NOT NULL,
    "measure_zh" TEXT NOT NULL,
    "measure_en" TEXT NOT NULL,
    "amount" INTEGER NULL,
    "decided_by" TEXT NOT NULL,
    "decided_at" INTEGER NOT NULL,
    "hash" BLOB NOT NULL,
    "delivered_in" INTEGER NULL
);

CREATE TABLE "design_review" (
    "id" INTEGER NOT NULL CONSTRAINT "PK_design_review" PRIMARY KEY AUTOINCREMENT,
    "project" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "by" TEXT NOT NULL,
    "at" INTEGER NOT NULL,
    "finished_by" TEXT NULL,
    "finished_at" INTEGER NULL
);

CREATE TABLE "watch_mark" (
    "id" INTEGER NOT NULL CONSTRAINT "PK_watch_mark" PRIMARY KEY,
    "position" INTEGER NOT NULL
);

CREATE TABLE "design_review_tick" (
    "review_id" INTEGER NOT NULL,
    "entry_id" INTEGER NOT NULL,
    "verdict" TEXT NOT NULL,
    "remark" TEXT NOT NULL,
    "by" TEXT NOT NULL,
    "at" INTEGER NOT NULL,
    CONSTRAINT "PK_design_review_tick" PRIMARY KEY ("review_id", "entry_id"),
    CONSTRAINT "FK_design_review_tick_casebook_entry_entry_id" FOREIGN KEY ("entry_id") REFERENCES "casebook_entry" ("id") ON DELETE RESTRICT,
    CONSTRAINT "FK_design_review_tick_design_review_review_id" FOREIGN KEY ("review_id") REFERENCES "design_review" ("id") ON DELETE RESTRICT
);

INSERT INTO "watch_mark" ("id", "position")
VALUES (1, 0);
SELECT changes();


UPDATE watch_mark SET position = coalesce((SELECT max(position) FROM log_head), 0) WHERE id = 1

CREATE INDEX "ix_log_event_desk_rated" ON "log_event" ("at") WHERE type = 'record.desk.rated';

CREATE INDEX "ix_log_event_record" ON "log_event" ("type", "at", "case_id", "seq") WHERE type >= 'record.' AND type < 'record/';

CREATE INDEX "ix_cases_reporter" ON "cases" ("reporter", "case_id") WHERE reporter IS NOT NULL;

CREATE INDEX "ix_commendation_delivered_in" ON "commendation" ("delivered_in");

CREATE INDEX "ix_design_review_project" ON "design_review" ("project", "id");

CREATE INDEX "ix_design_review_tick_entry" ON "design_review_tick" ("entry_id");

CREATE TABLE "ef_temp_attachment" (
    "id" TEXT NOT NULL CONSTRAINT "PK_attachment" PRIMARY KEY,
    "at" INTEGER NOT NULL,
    "by" TEXT NOT NULL,
    "case_id" INTEGER NOT NULL,
    "erased_at" INTEGER NULL,
    "file" TEXT NOT NULL,
    "kind" TEXT NULL,
    "name" TEXT NOT NULL,
    "seq" INTEGER NULL,
    "size" INTEGER NOT NULL,
    "type" TEXT NOT NULL
);

INSERT INTO "ef_temp_attachment" ("id", "at", "by", "case_id", "erased_at", "file", "kind", "name", "seq", "size", "type")
SELECT "id", "at", "by", "case_id", "erased_at", "file", "kind", "name", "seq", "size", "type"
FROM "attachment";

COMMIT;

PRAGMA foreign_keys = 0;

BEGIN TRANSACTION;
DROP TABLE "attachment";

ALTER TABLE "ef_temp_attachment" RENAME TO "attachment";

COMMIT;

PRAGMA foreign_keys = 1;

BEGIN TRANSACTION;
CREATE INDEX "ix_attachment_case" ON "attachment" ("case_id");

CREATE INDEX "ix_attachment_file" ON "attachment" ("file");

COMMIT;

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20261128162600_MattersReviewsCommendations', '10.0.14');

