using Microsoft.EntityFrameworkCore.Migrations;

namespace LiveSop.Bot.Storage.Migrations
{
    /// <summary>
    /// The words of messages and incidents, kept by the database. Only the first 100,000 characters are searched: the words of one text may take a
    /// megabyte at most, and a text beyond that must still be stored.
    /// </summary>
    internal sealed partial class FullText : Migration
    {
        private static readonly string[] tables = ["messages", "incidents"];

        protected override void Up(MigrationBuilder migrationBuilder)
        {
            foreach (var table in tables)
                migrationBuilder.Sql($"""
                    ALTER TABLE {table} ADD COLUMN search tsvector GENERATED ALWAYS AS (to_tsvector('english', left(text, 100000))) STORED;
                    CREATE INDEX ix_{table}_search ON {table} USING gin (search);
                    """);
        }

        protected override void Down(MigrationBuilder migrationBuilder)
        {
            foreach (var table in tables) migrationBuilder.Sql($"ALTER TABLE {table} DROP COLUMN search;");
        }
    }
}
