using System.Collections.Concurrent;
using LiveSop.Bot.Slack.Blocks;
using LiveSop.Bot.Slack.Handlers;
using LiveSop.Bot.Slack.Outbox;

namespace LiveSop.Bot.Tests.Slack.Modals;

/// <summary>A handler that notes what it was given, and may show something.</summary>
internal sealed class Heard<T>(Func<T, SlackContext, Effect?>? show = null) : ISlackHandler<T>
{
    private readonly ConcurrentQueue<T> payloads = new();

    public IReadOnlyCollection<T> Payloads => payloads;

    public async Task HandleAsync(T payload, SlackContext context, CancellationToken stop)
    {
        payloads.Enqueue(payload);
        if (show?.Invoke(payload, context) is { } effect) await context.Effects.AddAsync($"show:{context.Key}", effect, stop);
    }
}

/// <summary>A form of one field and one button.</summary>
internal static class Form
{
    public const string Title = nameof(Title);

    public static readonly SlackAction Callback = new("form");
    public static readonly SlackAction Typed = new("form.typed");
    public static readonly SlackAction More = new("form.more");

    public static Modal Render(string says) => new(
        Callback,
        PlainText.Of($"Form"),
        [new Section(Mrkdwn.Of($"{(UntrustedText)says}")), new Input(PlainText.Of($"Title"), new PlainTextInput(Typed)) { BlockId = Title, Optional = true }, new Actions([new Button(More, PlainText.Of($"More"))])],
        PlainText.Of($"Save"));

    public static System.Text.Json.Nodes.JsonNode Json(string says) => BlocksJson.Node<LiveSop.Bot.Slack.Blocks.View>(Render(says));
}
