using System;
using LiveSop.Bot.Storage.Vectors;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace LiveSop.Bot.Storage.Migrations
{
    /// <inheritdoc />
    internal sealed partial class Tables : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AlterDatabase()
                .Annotation("Npgsql:PostgresExtension:vector", ",,");

            migrationBuilder.CreateTable(
                name: "channel_members",
                columns: table => new
                {
                    workspace_id = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    channel_id = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    user_id = table.Column<string>(type: "text", nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_channel_members", x => new { x.workspace_id, x.channel_id, x.user_id });
                });

            migrationBuilder.CreateTable(
                name: "channels",
                columns: table => new
                {
                    workspace_id = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    channel_id = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    name = table.Column<string>(type: "text", nullable: true),
                    kind = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    is_archived = table.Column<bool>(type: "boolean", nullable: false),
                    is_shared_externally = table.Column<bool>(type: "boolean", nullable: false),
                    bot_is_member = table.Column<bool>(type: "boolean", nullable: false),
                    read_back_to_ts = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    read_complete_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_channels", x => new { x.workspace_id, x.channel_id });
                    table.CheckConstraint("ck_channels_kind", "kind IN ('public', 'private', 'im', 'mpim')");
                });

            migrationBuilder.CreateTable(
                name: "inbox",
                columns: table => new
                {
                    workspace_id = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    dedup_key = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    event_id = table.Column<string>(type: "text", nullable: true),
                    received_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    lane = table.Column<string>(type: "text", nullable: false),
                    envelope = table.Column<byte[]>(type: "bytea", nullable: false),
                    handled_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    parked_reason = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_inbox", x => new { x.workspace_id, x.dedup_key });
                });

            migrationBuilder.CreateTable(
                name: "incident_vectors",
                columns: table => new
                {
                    workspace_id = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    incident_id = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    channel_id = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    model = table.Column<string>(type: "text", nullable: false),
                    embedding = table.Column<HalfVector>(type: "halfvec(256)", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_incident_vectors", x => new { x.workspace_id, x.incident_id });
                });

            migrationBuilder.CreateTable(
                name: "incidents",
                columns: table => new
                {
                    workspace_id = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    incident_id = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    channel_id = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    thread_ts = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    opened_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    closed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    text = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_incidents", x => new { x.workspace_id, x.incident_id });
                });

            migrationBuilder.CreateTable(
                name: "jobs",
                columns: table => new
                {
                    workspace_id = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    job_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    payload = table.Column<string>(type: "jsonb", nullable: false),
                    state = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    started_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    finished_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    error = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_jobs", x => new { x.workspace_id, x.job_id });
                    table.CheckConstraint("ck_jobs_state", "state IN ('waiting', 'running', 'done', 'parked')");
                });

            migrationBuilder.CreateTable(
                name: "messages",
                columns: table => new
                {
                    workspace_id = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    channel_id = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    ts = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    thread_ts = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    author_id = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    author_name = table.Column<string>(type: "text", nullable: true),
                    is_app = table.Column<bool>(type: "boolean", nullable: false),
                    posted_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    text = table.Column<string>(type: "text", nullable: false),
                    edited_ts = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    deleted_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_messages", x => new { x.workspace_id, x.channel_id, x.ts });
                });

            migrationBuilder.CreateTable(
                name: "outbox",
                columns: table => new
                {
                    workspace_id = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    effect_id = table.Column<Guid>(type: "uuid", nullable: false),
                    key = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    lane = table.Column<string>(type: "text", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    payload = table.Column<string>(type: "jsonb", nullable: false),
                    state = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    attempts = table.Column<int>(type: "integer", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    attempted_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    sent_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    message_ts = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    error = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_outbox", x => new { x.workspace_id, x.effect_id });
                    table.CheckConstraint("ck_outbox_state", "state IN ('waiting', 'sending', 'sent', 'parked')");
                });

            migrationBuilder.CreateTable(
                name: "people",
                columns: table => new
                {
                    workspace_id = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    user_id = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    name = table.Column<string>(type: "text", nullable: false),
                    real_name = table.Column<string>(type: "text", nullable: false),
                    title = table.Column<string>(type: "text", nullable: true),
                    time_zone = table.Column<string>(type: "text", nullable: true),
                    standing = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    is_admin = table.Column<bool>(type: "boolean", nullable: false),
                    is_owner = table.Column<bool>(type: "boolean", nullable: false),
                    is_deleted = table.Column<bool>(type: "boolean", nullable: false),
                    updated_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_people", x => new { x.workspace_id, x.user_id });
                    table.CheckConstraint("ck_people_standing", "standing IN ('member', 'guest', 'single_channel_guest', 'external', 'app')");
                });

            migrationBuilder.CreateTable(
                name: "work_queue",
                columns: table => new
                {
                    workspace_id = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    kind = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    seq = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityAlwaysColumn),
                    lane = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    item = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    due_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    attempts = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_work_queue", x => new { x.workspace_id, x.kind, x.seq });
                    table.CheckConstraint("ck_work_queue_kind", "kind IN ('inbox', 'outbox', 'job')");
                })
                .Annotation("Npgsql:StorageParameter:autovacuum_vacuum_cost_delay", 0)
                .Annotation("Npgsql:StorageParameter:autovacuum_vacuum_scale_factor", 0)
                .Annotation("Npgsql:StorageParameter:autovacuum_vacuum_threshold", 1000)
                .Annotation("Npgsql:StorageParameter:fillfactor", 70);

            migrationBuilder.CreateTable(
                name: "workspaces",
                columns: table => new
                {
                    workspace_id = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    name = table.Column<string>(type: "text", nullable: false),
                    domain = table.Column<string>(type: "text", nullable: false),
                    url = table.Column<string>(type: "text", nullable: false),
                    bot_user_id = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    bot_id = table.Column<string>(type: "text", nullable: false),
                    app_id = table.Column<string>(type: "text", nullable: false),
                    connected_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    state = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    state_reason = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_workspaces", x => x.workspace_id);
                    table.CheckConstraint("ck_workspaces_state", "state IN ('connected', 'stopped')");
                });

            migrationBuilder.CreateIndex(
                name: "ix_channel_members_workspace_id_user_id",
                table: "channel_members",
                columns: new[] { "workspace_id", "user_id" });

            migrationBuilder.CreateIndex(
                name: "ix_messages_workspace_id_channel_id_posted_at",
                table: "messages",
                columns: new[] { "workspace_id", "channel_id", "posted_at" });

            migrationBuilder.CreateIndex(
                name: "ix_messages_workspace_id_channel_id_thread_ts",
                table: "messages",
                columns: new[] { "workspace_id", "channel_id", "thread_ts" },
                filter: "thread_ts IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_outbox_workspace_id_key",
                table: "outbox",
                columns: new[] { "workspace_id", "key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_work_queue_kind_seq",
                table: "work_queue",
                columns: new[] { "kind", "seq" });

            migrationBuilder.CreateIndex(
                name: "ix_work_queue_workspace_id_kind_lane_seq",
                table: "work_queue",
                columns: new[] { "workspace_id", "kind", "lane", "seq" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "channel_members");

            migrationBuilder.DropTable(
                name: "channels");

            migrationBuilder.DropTable(
                name: "inbox");

            migrationBuilder.DropTable(
                name: "incident_vectors");

            migrationBuilder.DropTable(
                name: "incidents");

            migrationBuilder.DropTable(
                name: "jobs");

            migrationBuilder.DropTable(
                name: "messages");

            migrationBuilder.DropTable(
                name: "outbox");

            migrationBuilder.DropTable(
                name: "people");

            migrationBuilder.DropTable(
                name: "work_queue");

            migrationBuilder.DropTable(
                name: "workspaces");
        }
    }
}
