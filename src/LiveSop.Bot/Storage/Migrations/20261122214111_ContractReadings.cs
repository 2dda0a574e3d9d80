using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace LiveSop.Bot.Storage.Migrations
{
    /// <inheritdoc />
    internal sealed partial class ContractReadings : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "read_back_to_ts",
                table: "channels");

            migrationBuilder.DropColumn(
                name: "read_complete_at",
                table: "channels");

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "left_at",
                table: "channels",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "heard_until",
                table: "workspaces",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "created_at",
                table: "channels",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "captures",
                columns: table => new
                {
                    workspace_id = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    capture_id = table.Column<Guid>(type: "uuid", nullable: false),
                    channel_id = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    thread_ts = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    captured_by = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    captured_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    procedure = table.Column<string>(type: "jsonb", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_captures", x => new { x.workspace_id, x.capture_id });
                });

            migrationBuilder.CreateTable(
                name: "readings",
                columns: table => new
                {
                    workspace_id = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    channel_id = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    reading_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    state = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    state_reason = table.Column<string>(type: "text", nullable: true),
                    begun_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    ended_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    back_to = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    reached_ts = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    pages_done = table.Column<bool>(type: "boolean", nullable: false),
                    messages = table.Column<long>(type: "bigint", nullable: false),
                    threads = table.Column<long>(type: "bigint", nullable: false),
                    threads_read = table.Column<long>(type: "bigint", nullable: false),
                    replies = table.Column<long>(type: "bigint", nullable: false),
                    soundings = table.Column<string>(type: "jsonb", nullable: true),
                    notice = table.Column<string>(type: "text", nullable: true),
                    noticed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_readings", x => new { x.workspace_id, x.channel_id, x.reading_id });
                    table.CheckConstraint("ck_readings_kind", "kind IN ('backfill', 'catch_up')");
                    table.CheckConstraint("ck_readings_state", "state IN ('running', 'done', 'broken_off')");
                });

            migrationBuilder.CreateTable(
                name: "threads_to_read",
                columns: table => new
                {
                    workspace_id = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    channel_id = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    reading_id = table.Column<Guid>(type: "uuid", nullable: false),
                    thread_ts = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    replies = table.Column<int>(type: "integer", nullable: false),
                    reached_ts = table.Column<string>(type: "text", nullable: true, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_threads_to_read", x => new { x.workspace_id, x.channel_id, x.reading_id, x.thread_ts });
                });

            migrationBuilder.CreateIndex(
                name: "ix_captures_workspace_id_channel_id_thread_ts",
                table: "captures",
                columns: new[] { "workspace_id", "channel_id", "thread_ts" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "captures");

            migrationBuilder.DropTable(
                name: "readings");

            migrationBuilder.DropTable(
                name: "threads_to_read");

            migrationBuilder.DropColumn(
                name: "heard_until",
                table: "workspaces");

            migrationBuilder.DropColumn(
                name: "created_at",
                table: "channels");

            migrationBuilder.DropColumn(
                name: "left_at",
                table: "channels");

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "read_complete_at",
                table: "channels",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "read_back_to_ts",
                table: "channels",
                type: "text",
                nullable: true,
                collation: "C");
        }
    }
}
