using System.Text.Json;
using LiveSop.Bot.Slack.Markup;
using LiveSop.Domain.Incidents;

namespace LiveSop.Bot.Sources.Slack;

/// <summary>
/// One channel's messages after all its edits and deletions. The channel is held whole, as messages and not as JSON,
/// because an edit may reach back to its first day.
/// </summary>
internal sealed class ChannelHistory(string channel, ExportPeople people, MessageText text, ImportTally tally)
{
    private readonly List<Kept> kept = [];
    private readonly Dictionary<string, Kept> byTs = new(StringComparer.Ordinal);
    private readonly HashSet<string> deleted = new(StringComparer.Ordinal);

    public void Add(ExportMessage message)
    {
        switch (message.Subtype)
        {
            case "message_changed" when Edited(message) is { } edited:
                Keep(edited, edited.EditedTs is { Length: > 0 } at ? at : message.Ts ?? "", isEdit: true);
                break;
            case "message_deleted":
                Delete(message.DeletedTs ?? message.PreviousMessage.Text("ts"));
                break;
            // What Slack leaves in place of a deleted parent that has replies.
            case "tombstone":
                Delete(message.Ts);
                break;
            default:
                if (message.IsSpeech) Keep(message, message.EditedTs, isEdit: false);
                else tally.Omit(Omission.SystemNote);
                break;
        }
    }

    /// <summary>In the order in which they first came.</summary>
    public IEnumerable<Message> Messages()
    {
        tally.Omit(Omission.Deleted, deleted.Count);
        foreach (var item in kept.Where(item => !deleted.Contains(item.Ts)))
        {
            tally.Omit(Omission.FileContent, item.Files);
            if (item.Message.Text.Length > 0) yield return item.Message;
            else tally.Omit(Omission.Empty);
        }
    }

    private static ExportMessage? Edited(ExportMessage change) => change.Message.ValueKind == JsonValueKind.Object
        ? change.Message.Deserialize<ExportMessage>(LooseJson.Slack)
        : null;

    private void Delete(string? ts)
    {
        if (ts is not null) deleted.Add(ts);
    }

    private void Keep(ExportMessage raw, string stamp, bool isEdit)
    {
        if (raw.Subtype == "tombstone") { Delete(raw.Ts); return; }
        if (!SlackTime.TryRead(raw.Ts, out var at)) { tally.Omit(Omission.WithoutTime); return; }
        if (!byTs.TryGetValue(raw.Ts, out var known))
        {
            known = new Kept(raw.Ts) { Stamp = stamp, Files = MessageText.FileCount(raw.Said), Message = ToMessage(raw, raw.Ts, at) };
            kept.Add(byTs[raw.Ts] = known);
            return;
        }
        if (!isEdit) tally.Omit(Omission.Repeated);
        // A broadcast reply may stand twice, once without its thread.
        var thread = known.Message.Thread ?? raw.Thread;
        if (SlackTime.IsBefore(known.Stamp, stamp))
            (known.Stamp, known.Files, known.Message) = (stamp, MessageText.FileCount(raw.Said), ToMessage(raw, raw.Ts, at));
        known.Message = known.Message with { Thread = thread };
    }

    private Message ToMessage(ExportMessage raw, string ts, DateTimeOffset at) => new()
    {
        Source = new SourceRef.Slack(channel, ts),
        Place = channel,
        Author = people.AuthorOf(raw),
        At = at,
        Text = text.Of(raw.Said),
        Thread = raw.Thread,
    };

    private sealed class Kept(string ts)
    {
        public string Ts { get; } = ts;

        /// <summary>When its text was last touched, as a <c>ts</c>; empty where it never was.</summary>
        public required string Stamp { get; set; }

        public required int Files { get; set; }

        public required Message Message { get; set; }
    }
}
