using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace LiveSop.Bot.Storage.Migrations
{
    /// <inheritdoc />
    internal sealed partial class InboxByTime : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_work_queue_kind_seq",
                table: "work_queue");

            migrationBuilder.AlterTable(
                name: "inbox")
                .Annotation("Npgsql:StorageParameter:fillfactor", 85);

            migrationBuilder.CreateIndex(
                name: "ix_inbox_workspace_id_received_at",
                table: "inbox",
                columns: new[] { "workspace_id", "received_at" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_inbox_workspace_id_received_at",
                table: "inbox");

            migrationBuilder.AlterTable(
                name: "inbox")
                .OldAnnotation("Npgsql:StorageParameter:fillfactor", 85);

            migrationBuilder.CreateIndex(
                name: "ix_work_queue_kind_seq",
                table: "work_queue",
                columns: new[] { "kind", "seq" });
        }
    }
}
