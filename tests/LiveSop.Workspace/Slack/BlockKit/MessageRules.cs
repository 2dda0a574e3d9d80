using System.Text.Json;
using LiveSop.Workspace.Slack.Interactions;
using LiveSop.Workspace.Slack.Stage;

namespace LiveSop.Workspace.Slack.BlockKit;

/// <summary>The blocks of a message.</summary>
internal static class MessageRules
{
    private const int MostBlocks = 50;
    private const int LongestMarkdown = 12_000;

    private static readonly Rule Blocks = Rules.List(BlockRules.InMessage, MostBlocks, least: 0);

    /// <param name="at">The pointer of the list itself.</param>
    public static void Check(JsonElement blocks, Problems problems, string at)
    {
        Blocks(blocks, at, problems);
        Uniqueness.Check(blocks, at, problems);
        if (blocks.EnumerateArray().Count(TableRules.IsTable) > 1) problems.SecondTable(at);
        if (blocks.EnumerateArray().Where(b => b.Text("type") == "markdown").Sum(b => b.Text("text")?.Length ?? 0) > LongestMarkdown)
            problems.Add("markdown blocks must be less than 12001 characters together", at);
        if (Elements.In(blocks).Any(p => p.Type == "file_input")) problems.Add("unsupported type: file_input", at);
    }
}
