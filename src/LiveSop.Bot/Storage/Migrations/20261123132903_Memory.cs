using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace LiveSop.Bot.Storage.Migrations
{
    /// <summary>
    /// Incidents are searched by the words that the program itself makes of them, in any language; what the database made of English goes with its index. No
    /// version before this one wrote incidents, so none misses it.
    /// </summary>
    internal sealed partial class Memory : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "remembered_to",
                table: "workspaces",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "heard_at",
                table: "messages",
                type: "timestamp with time zone",
                nullable: false,
                defaultValue: new DateTimeOffset(new DateTime(1970, 1, 1, 0, 0, 0, 0, DateTimeKind.Unspecified), new TimeSpan(0, 0, 0, 0, 0)));

            migrationBuilder.AddColumn<string>(
                name: "outcome",
                table: "incidents",
                type: "text",
                nullable: false,
                defaultValue: "open",
                collation: "C");

            migrationBuilder.AddColumn<string>(
                name: "title",
                table: "incidents",
                type: "text",
                nullable: false,
                defaultValue: "");

            migrationBuilder.CreateIndex(
                name: "ix_messages_workspace_id_heard_at",
                table: "messages",
                columns: new[] { "workspace_id", "heard_at" });

            migrationBuilder.AddCheckConstraint(
                name: "ck_incidents_outcome",
                table: "incidents",
                sql: "outcome IN ('open', 'solved', 'unsolved')");

            migrationBuilder.Sql("""
                ALTER TABLE incidents DROP COLUMN search;
                ALTER TABLE incidents ADD COLUMN words tsvector;
                CREATE INDEX ix_incidents_words ON incidents USING gin (words);
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("""
                ALTER TABLE incidents DROP COLUMN words;
                ALTER TABLE incidents ADD COLUMN search tsvector GENERATED ALWAYS AS (to_tsvector('english', left(text, 100000))) STORED;
                CREATE INDEX ix_incidents_search ON incidents USING gin (search);
                """);

            migrationBuilder.DropIndex(
                name: "ix_messages_workspace_id_heard_at",
                table: "messages");

            migrationBuilder.DropCheckConstraint(
                name: "ck_incidents_outcome",
                table: "incidents");

            migrationBuilder.DropColumn(
                name: "remembered_to",
                table: "workspaces");

            migrationBuilder.DropColumn(
                name: "heard_at",
                table: "messages");

            migrationBuilder.DropColumn(
                name: "outcome",
                table: "incidents");

            migrationBuilder.DropColumn(
                name: "title",
                table: "incidents");
        }
    }
}
