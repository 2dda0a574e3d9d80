using System.Text.Json;
using LiveSop.Workspace.Slack.BlockKit;
using LiveSop.Workspace.Slack.Stage;
using LiveSop.Workspace.Slack.Talk;

namespace LiveSop.Workspace.Slack.Api;

/// <summary>What a message is to say, checked as Slack checks it. Null means that it was not given.</summary>
internal sealed record Content(string? Text, JsonElement? Blocks, JsonElement? Attachments, JsonElement? Metadata)
{
    private const int LongestMarkdown = 12_000;
    private const int LongestText = 40_000;
    private const int LongestUpdate = 4_000;
    private const int MostMetadata = 8_000;
    private const int MostAttachments = 100;

    /// <summary>Text beyond Slack's limit was cut.</summary>
    public bool Cut { get; private init; }

    /// <summary>A markdown block in place of text and blocks.</summary>
    public bool IsMarkdown { get; private init; }

    /// <param name="update">Changes a message that is there: stricter on length.</param>
    public static (Content? Content, Answer.Refused? Refused) Read(Arguments args, Mint mint, bool update = false)
    {
        var problem = Unreadable(args, out var blocks, out var attachments, out var metadata);
        if (problem is not null) return (null, problem);
        var (text, markdown) = (args.Text("text"), args.Text("markdown_text"));
        if (markdown is not null && (text is not null || blocks is not null)) return (null, Answer.No("markdown_text_conflict"));
        if (text is null && markdown is null && IsEmpty(blocks) && IsEmpty(attachments)) return (null, Answer.No("no_text"));
        if (markdown?.Length > LongestMarkdown || (update && text?.Length > LongestUpdate)) return (null, Answer.No("msg_too_long"));
        problem = BlockProblem(blocks) ?? AttachmentProblem(attachments) ?? MetadataProblem(metadata);
        if (problem is not null) return (null, problem);
        var cut = text?.Length > LongestText;
        return (new Content(cut ? text![..LongestText] : text ?? markdown, Numbering.Of(blocks, mint), attachments, metadata) { Cut = cut, IsMarkdown = markdown is not null }, null);
    }

    /// <summary>On a message: what was not given stays out.</summary>
    public Message Over(Message draft) => draft with { Text = Text ?? "", Blocks = IsEmpty(Blocks) ? null : Blocks, Attachments = Attachments, Metadata = Metadata };

    /// <summary>On a message that is there: what was not given stays as it was; empty lists remove.</summary>
    public Message Onto(Message before) => before with
    {
        Text = Text ?? "",
        Blocks = Blocks is null ? before.Blocks : IsEmpty(Blocks) ? null : Blocks,
        Attachments = Attachments is null ? before.Attachments : IsEmpty(Attachments) ? null : Attachments,
        Metadata = Metadata ?? before.Metadata,
    };

    private static Answer.Refused? Unreadable(Arguments args, out JsonElement? blocks, out JsonElement? attachments, out JsonElement? metadata)
    {
        attachments = metadata = null;
        if (!args.Json("blocks", out blocks) || blocks is { ValueKind: not JsonValueKind.Array }) return Answer.No("invalid_blocks_format");
        if (!args.Json("attachments", out attachments) || attachments is { ValueKind: not JsonValueKind.Array }) return Answer.No("invalid_attachments");
        return args.Json("metadata", out metadata) ? null : Answer.No("invalid_metadata_format");
    }

    private static bool IsEmpty(JsonElement? list) => list is not { } items || items.GetArrayLength() == 0;

    private static Answer.Refused? BlockProblem(JsonElement? blocks)
    {
        if (blocks is not { } list) return null;
        var problems = new Problems();
        MessageRules.Check(list, problems, "/blocks");
        if (problems.Any) return problems.OneTable ? Answer.No("invalid_attachments", [.. problems.Messages]) : Answer.No("invalid_blocks", [.. problems.Messages]);
        return TextVolume.Of(list) > TextVolume.Most ? Answer.No("msg_blocks_too_long") : null;
    }

    private static Answer.Refused? AttachmentProblem(JsonElement? attachments)
    {
        if (attachments is not { } list) return null;
        if (list.GetArrayLength() > MostAttachments) return Answer.No("too_many_attachments");
        var problems = new Problems();
        foreach (var (attachment, i) in list.EnumerateArray().Select((a, i) => (a, i)))
            if (attachment.Get("blocks") is { ValueKind: JsonValueKind.Array } blocks) MessageRules.Check(blocks, problems, $"/attachments/{i}/blocks");
        return problems.Any ? Answer.No(problems.OneTable ? "invalid_attachments" : "invalid_blocks", [.. problems.Messages]) : null;
    }

    private static Answer.Refused? MetadataProblem(JsonElement? metadata)
    {
        if (metadata is not { } given) return null;
        if (given.ValueKind != JsonValueKind.Object) return Answer.No("invalid_metadata_format");
        if (given.Text("event_type") is null or "" || given.Get("event_payload") is not { ValueKind: JsonValueKind.Object }) return Answer.No("invalid_metadata_schema");
        return given.GetRawText().Length > MostMetadata ? Answer.No("metadata_too_large") : null;
    }
}
