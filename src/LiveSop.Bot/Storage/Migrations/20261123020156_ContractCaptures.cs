using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace LiveSop.Bot.Storage.Migrations
{
    /// <inheritdoc />
    internal sealed partial class ContractCaptures : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "captures");

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "left_at",
                table: "workspaces",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "drafts",
                columns: table => new
                {
                    workspace_id = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    draft_id = table.Column<Guid>(type: "uuid", nullable: false),
                    sop_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    state = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    base_version = table.Column<int>(type: "integer", nullable: true),
                    revision = table.Column<int>(type: "integer", nullable: false),
                    body = table.Column<string>(type: "jsonb", nullable: false),
                    reason = table.Column<string>(type: "text", nullable: true),
                    drift = table.Column<string>(type: "jsonb", nullable: true),
                    created_by = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    edited_by = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    decided_by = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    decided_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    decided_why = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_drafts", x => new { x.workspace_id, x.draft_id });
                    table.CheckConstraint("ck_drafts_kind", "kind IN ('mined', 'captured', 'imported', 'revision', 'edited', 'restored')");
                    table.CheckConstraint("ck_drafts_state", "state IN ('found', 'waiting', 'approved', 'rejected', 'withdrawn')");
                });

            migrationBuilder.CreateTable(
                name: "edits",
                columns: table => new
                {
                    workspace_id = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    draft_id = table.Column<Guid>(type: "uuid", nullable: false),
                    user_id = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    base_revision = table.Column<int>(type: "integer", nullable: false),
                    @base = table.Column<string>(name: "base", type: "jsonb", nullable: false),
                    body = table.Column<string>(type: "jsonb", nullable: false),
                    updated_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_edits", x => new { x.workspace_id, x.draft_id, x.user_id });
                });

            migrationBuilder.CreateTable(
                name: "evidence",
                columns: table => new
                {
                    workspace_id = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    sop_id = table.Column<Guid>(type: "uuid", nullable: false),
                    step_id = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    place = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    ts = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    case_id = table.Column<string>(type: "text", nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_evidence", x => new { x.workspace_id, x.sop_id, x.step_id, x.place, x.ts });
                });

            migrationBuilder.CreateTable(
                name: "imports",
                columns: table => new
                {
                    workspace_id = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    import_id = table.Column<Guid>(type: "uuid", nullable: false),
                    user_id = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    space_id = table.Column<Guid>(type: "uuid", nullable: true),
                    name = table.Column<string>(type: "text", nullable: false),
                    state = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    columns = table.Column<string>(type: "jsonb", nullable: false),
                    content = table.Column<byte[]>(type: "bytea", nullable: true),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_imports", x => new { x.workspace_id, x.import_id });
                    table.CheckConstraint("ck_imports_state", "state IN ('offered', 'confirmed', 'discarded')");
                });

            migrationBuilder.CreateTable(
                name: "preferences",
                columns: table => new
                {
                    workspace_id = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    user_id = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    wants_digest = table.Column<bool>(type: "boolean", nullable: true),
                    digest_at = table.Column<TimeOnly>(type: "time without time zone", nullable: true),
                    digested_on = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_preferences", x => new { x.workspace_id, x.user_id });
                });

            migrationBuilder.CreateTable(
                name: "review_cards",
                columns: table => new
                {
                    workspace_id = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    key = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    draft_id = table.Column<Guid>(type: "uuid", nullable: false),
                    user_id = table.Column<string>(type: "text", nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_review_cards", x => new { x.workspace_id, x.key });
                });

            migrationBuilder.CreateTable(
                name: "sop_cases",
                columns: table => new
                {
                    workspace_id = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    sop_id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_id = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    place = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    opened_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    closed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    trace = table.Column<string[]>(type: "text[]", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_sop_cases", x => new { x.workspace_id, x.sop_id, x.case_id });
                });

            migrationBuilder.CreateTable(
                name: "sop_sources",
                columns: table => new
                {
                    workspace_id = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    sop_id = table.Column<Guid>(type: "uuid", nullable: false),
                    place = table.Column<string>(type: "text", nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_sop_sources", x => new { x.workspace_id, x.sop_id, x.place });
                });

            migrationBuilder.CreateTable(
                name: "sop_versions",
                columns: table => new
                {
                    workspace_id = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    sop_id = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    body = table.Column<string>(type: "jsonb", nullable: false),
                    summary = table.Column<string>(type: "text", nullable: true),
                    why = table.Column<string>(type: "text", nullable: true),
                    approved_by = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    approved_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    draft_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_sop_versions", x => new { x.workspace_id, x.sop_id, x.version });
                });

            migrationBuilder.CreateTable(
                name: "sops",
                columns: table => new
                {
                    workspace_id = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    sop_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    space_id = table.Column<Guid>(type: "uuid", nullable: false),
                    title = table.Column<string>(type: "text", nullable: false),
                    state = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    version = table.Column<int>(type: "integer", nullable: true),
                    audience = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    updated_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_sops", x => new { x.workspace_id, x.sop_id });
                    table.CheckConstraint("ck_sops_audience", "audience IN ('sources', 'space', 'workspace')");
                    table.CheckConstraint("ck_sops_state", "state IN ('draft', 'published', 'retired', 'rejected')");
                });

            migrationBuilder.CreateTable(
                name: "space_channels",
                columns: table => new
                {
                    workspace_id = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    channel_id = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    space_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_space_channels", x => new { x.workspace_id, x.channel_id });
                });

            migrationBuilder.CreateTable(
                name: "space_roles",
                columns: table => new
                {
                    workspace_id = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    space_id = table.Column<Guid>(type: "uuid", nullable: false),
                    user_id = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    role = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    granted_by = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    granted_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_space_roles", x => new { x.workspace_id, x.space_id, x.user_id });
                    table.CheckConstraint("ck_space_roles_role", "role IN ('viewer', 'responder', 'editor', 'approver', 'admin')");
                });

            migrationBuilder.CreateTable(
                name: "spaces",
                columns: table => new
                {
                    workspace_id = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    space_id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    is_default = table.Column<bool>(type: "boolean", nullable: false),
                    retention_days = table.Column<int>(type: "integer", nullable: true),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_spaces", x => new { x.workspace_id, x.space_id });
                });

            migrationBuilder.CreateIndex(
                name: "ix_drafts_workspace_id_sop_id",
                table: "drafts",
                columns: new[] { "workspace_id", "sop_id" });

            migrationBuilder.CreateIndex(
                name: "ix_evidence_workspace_id_place_ts",
                table: "evidence",
                columns: new[] { "workspace_id", "place", "ts" });

            migrationBuilder.CreateIndex(
                name: "ix_review_cards_workspace_id_draft_id",
                table: "review_cards",
                columns: new[] { "workspace_id", "draft_id" });

            migrationBuilder.CreateIndex(
                name: "ix_sop_cases_workspace_id_case_id",
                table: "sop_cases",
                columns: new[] { "workspace_id", "case_id" });

            migrationBuilder.CreateIndex(
                name: "ix_sops_workspace_id_number",
                table: "sops",
                columns: new[] { "workspace_id", "number" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "drafts");

            migrationBuilder.DropTable(
                name: "edits");

            migrationBuilder.DropTable(
                name: "evidence");

            migrationBuilder.DropTable(
                name: "imports");

            migrationBuilder.DropTable(
                name: "preferences");

            migrationBuilder.DropTable(
                name: "review_cards");

            migrationBuilder.DropTable(
                name: "sop_cases");

            migrationBuilder.DropTable(
                name: "sop_sources");

            migrationBuilder.DropTable(
                name: "sop_versions");

            migrationBuilder.DropTable(
                name: "sops");

            migrationBuilder.DropTable(
                name: "space_channels");

            migrationBuilder.DropTable(
                name: "space_roles");

            migrationBuilder.DropTable(
                name: "spaces");

            migrationBuilder.DropColumn(
                name: "left_at",
                table: "workspaces");

            migrationBuilder.CreateTable(
                name: "captures",
                columns: table => new
                {
                    workspace_id = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    capture_id = table.Column<Guid>(type: "uuid", nullable: false),
                    captured_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    captured_by = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    channel_id = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    procedure = table.Column<string>(type: "jsonb", nullable: true),
                    thread_ts = table.Column<string>(type: "text", nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_captures", x => new { x.workspace_id, x.capture_id });
                });

            migrationBuilder.CreateIndex(
                name: "ix_captures_workspace_id_channel_id_thread_ts",
                table: "captures",
                columns: new[] { "workspace_id", "channel_id", "thread_ts" },
                unique: true);
        }
    }
}
