using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace LiveSop.Bot.Storage.Migrations
{
    /// <inheritdoc />
    internal sealed partial class Matches : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "answer_minutes",
                table: "spaces",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "language",
                table: "spaces",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "muted_at",
                table: "sops",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "unmuted_at",
                table: "sops",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "is_opened",
                table: "channels",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<bool>(
                name: "is_quiet",
                table: "channels",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.CreateTable(
                name: "matches",
                columns: table => new
                {
                    workspace_id = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    channel_id = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    ts = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    requester_id = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    asked_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    state = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    sop_id = table.Column<Guid>(type: "uuid", nullable: true),
                    next_sop_id = table.Column<Guid>(type: "uuid", nullable: true),
                    confidence = table.Column<double>(type: "double precision", nullable: false),
                    reason = table.Column<string>(type: "text", nullable: true),
                    shown_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    card = table.Column<string>(type: "text", nullable: true),
                    card_edition = table.Column<int>(type: "integer", nullable: false),
                    answered_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    due_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    verdict = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    rejected_sop_id = table.Column<Guid>(type: "uuid", nullable: true),
                    verdict_by = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    verdict_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_matches", x => new { x.workspace_id, x.channel_id, x.ts });
                    table.CheckConstraint("ck_matches_state", "state IN ('silent', 'whispered', 'posted', 'snoozed', 'started', 'taken_back', 'stopped')");
                    table.CheckConstraint("ck_matches_verdict", "verdict IN ('confirmed', 'rejected')");
                });

            migrationBuilder.CreateTable(
                name: "runs",
                columns: table => new
                {
                    workspace_id = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    run_id = table.Column<Guid>(type: "uuid", nullable: false),
                    channel_id = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    ts = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    sop_id = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    owner_id = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    opened_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    started_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    finished_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    body = table.Column<string>(type: "jsonb", nullable: false),
                    card = table.Column<string>(type: "text", nullable: true),
                    card_edition = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_runs", x => new { x.workspace_id, x.run_id });
                });

            migrationBuilder.CreateIndex(
                name: "ix_matches_workspace_id_channel_id_shown_at",
                table: "matches",
                columns: new[] { "workspace_id", "channel_id", "shown_at" });

            migrationBuilder.CreateIndex(
                name: "ix_matches_workspace_id_due_at",
                table: "matches",
                columns: new[] { "workspace_id", "due_at" },
                filter: "due_at IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_matches_workspace_id_sop_id_verdict_at",
                table: "matches",
                columns: new[] { "workspace_id", "sop_id", "verdict_at" });

            migrationBuilder.CreateIndex(
                name: "ix_runs_workspace_id_channel_id_ts",
                table: "runs",
                columns: new[] { "workspace_id", "channel_id", "ts" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "matches");

            migrationBuilder.DropTable(
                name: "runs");

            migrationBuilder.DropColumn(
                name: "answer_minutes",
                table: "spaces");

            migrationBuilder.DropColumn(
                name: "language",
                table: "spaces");

            migrationBuilder.DropColumn(
                name: "muted_at",
                table: "sops");

            migrationBuilder.DropColumn(
                name: "unmuted_at",
                table: "sops");

            migrationBuilder.DropColumn(
                name: "is_opened",
                table: "channels");

            migrationBuilder.DropColumn(
                name: "is_quiet",
                table: "channels");
        }
    }
}
