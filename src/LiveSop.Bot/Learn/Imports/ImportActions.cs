using LiveSop.Bot.Slack.Blocks;

namespace LiveSop.Bot.Learn.Imports;

/// <summary>What can be done with a file that was brought. Each carries the import's id, which is no permission.</summary>
internal static class ImportActions
{
    public static readonly SlackAction Space = new("import.space");
    public static readonly SlackAction Confirm = new("import.confirm");
    public static readonly SlackAction Columns = new("import.columns");
    public static readonly SlackAction Discard = new("import.discard");

    /// <returns>Null where the text is none.</returns>
    public static Guid? Of(string? key) => ActionKey.Parts(key, 1) is [var id] && Guid.TryParse(id, out var import) ? import : null;

    /// <summary>Of the message with the preview: edited as long as the file is before its owner.</summary>
    public static string Card(Guid import) => $"import:{import}";
}
