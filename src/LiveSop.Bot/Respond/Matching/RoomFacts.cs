using LiveSop.Bot.Slack;
using LiveSop.Bot.Storage;

namespace LiveSop.Bot.Respond.Matching;

/// <summary>What decides how much may be said in a channel.</summary>
/// <param name="IsHeard">The bot is in it, and it is no conversation between people.</param>
/// <param name="HasOutsiders">Guests or people of other companies read along.</param>
/// <param name="IsOpened">An admin lets the bot post all the same.</param>
/// <param name="Shown">Matches shown there within the last hour.</param>
/// <param name="AnswerMinutes">As its space has it; null for the usual.</param>
internal sealed record RoomFacts(bool IsHeard, bool IsQuiet, bool HasOutsiders, bool IsOpened, int Shown, int? AnswerMinutes)
{
    private const string Sql = """
        SELECT c.bot_is_member AND NOT c.is_archived AND c.kind IN ('public', 'private'), c.is_quiet,
          c.is_shared_externally OR EXISTS (SELECT FROM channel_members m JOIN people p ON p.workspace_id = $1 AND p.user_id = m.user_id
            WHERE m.workspace_id = $1 AND m.channel_id = $2 AND p.standing NOT IN ('member', 'app') AND NOT p.is_deleted),
          c.is_opened,
          (SELECT count(*)::int FROM matches WHERE workspace_id = $1 AND channel_id = $2 AND shown_at > $3),
          (SELECT answer_minutes FROM spaces WHERE workspace_id = $1 AND space_id = $4)
        FROM channels c WHERE c.workspace_id = $1 AND c.channel_id = $2
        """;

    /// <summary>Nothing may be said where nothing is known.</summary>
    public static RoomFacts Unknown { get; } = new(IsHeard: false, IsQuiet: true, HasOutsiders: true, IsOpened: false, 0, null);

    /// <param name="space">To which the channel belongs.</param>
    public static async Task<RoomFacts> OfAsync(UnitOfWork unit, WorkspaceId workspace, ChannelId channel, SpaceId space, DateTimeOffset now, CancellationToken stop)
    {
        var found = await unit.ReadAsync(Sql, row => new RoomFacts(row.GetBoolean(0), row.GetBoolean(1), row.GetBoolean(2), row.GetBoolean(3), row.GetInt32(4), row.IsDBNull(5) ? null : row.GetInt32(5)),
            stop, workspace.Value, channel.Value, now.AddHours(-1), space.Value);
        return found is [var only] ? only : Unknown;
    }
}
