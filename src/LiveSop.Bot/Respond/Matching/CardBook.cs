using System.Globalization;
using LiveSop.Bot.Slack.Outbox;
using LiveSop.Bot.Storage.Runs;

namespace LiveSop.Bot.Respond.Matching;

/// <summary>The one message about a request: posted, then edited in place, or taken back. What it says is recorded with the state that it shows.</summary>
internal sealed class CardBook(Effects effects)
{
    /// <param name="row">Tracked.</param>
    public Task ShowAsync(MatchRow row, MessageBody message, CancellationToken stop)
    {
        row.CardEdition++;
        if (row.Card is { } posted) return effects.AddAsync($"{posted}:{Edition(row)}", new Effect.Edit(null, posted, message), stop);
        row.Card = $"match:{row.ChannelId}:{row.Ts}:{Edition(row)}";
        return effects.AddAsync(row.Card, new Effect.Post(row.ChannelId, row.Ts, message), stop);
    }

    /// <inheritdoc cref="ShowAsync"/>
    public async Task TakeBackAsync(MatchRow row, CancellationToken stop)
    {
        if (row.Card is not { } posted) return;
        row.CardEdition++;
        row.Card = null;
        await effects.AddAsync($"{posted}:gone", new Effect.Delete(posted), stop);
    }

    private static string Edition(MatchRow row) => row.CardEdition.ToString(CultureInfo.InvariantCulture);
}
