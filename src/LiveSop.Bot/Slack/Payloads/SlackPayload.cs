using System.Text.Json;

namespace LiveSop.Bot.Slack.Payloads;

/// <summary>What an envelope is about.</summary>
internal abstract record SlackPayload
{
    private SlackPayload()
    {
    }

    /// <summary>The tenant it belongs to; null where Slack left it out.</summary>
    public WorkspaceId? Workspace { get; init; }

    // Logs may show this: never what people typed.
    public sealed override string ToString() => GetType().Name;

    /// <summary>Something happened that the app subscribed to.</summary>
    /// <param name="EventId">The same in every retry; null where Slack left it out.</param>
    internal sealed record EventCallback(string? EventId, DateTimeOffset? At, SlackEvent Event) : SlackPayload
    {
        /// <summary>The bot that may see it.</summary>
        public UserId? AuthorizedUser { get; init; }

        public string? AppId { get; init; }

        /// <summary>It happened in a channel shared with another company.</summary>
        public bool IsExternallyShared { get; init; }
    }

    /// <summary>Events are being withheld: more than 30,000 an hour.</summary>
    internal sealed record AppRateLimited(DateTimeOffset? Minute) : SlackPayload;

    /// <summary>Somebody typed a command. It never comes from within a thread.</summary>
    /// <param name="Command">With its slash.</param>
    internal sealed record SlashCommand(string Command, string Text, ChannelId Channel, UserId User) : SlackPayload
    {
        public string? ChannelName { get; init; }

        public Interaction Interaction { get; init; }
    }

    /// <summary>Somebody clicked or chose. Any member of the channel can: <see cref="Actor"/> is what to authorise.</summary>
    internal sealed record BlockActions(Actor Actor, Place Place, IReadOnlyList<BlockAction> Actions) : SlackPayload
    {
        /// <summary>The message that holds the block; null in views and for ephemeral messages.</summary>
        public SlackMessage? Message { get; init; }

        public SlackView? View { get; init; }

        /// <summary>What all the inputs around it hold now.</summary>
        public FormState State { get; init; } = FormState.Empty;

        public Interaction Interaction { get; init; }
    }

    /// <summary>A modal was sent. It says nothing of a channel: what is needed later belongs into the view's private metadata.</summary>
    internal sealed record ViewSubmission(Actor Actor, SlackView View) : SlackPayload
    {
        public IReadOnlyList<string> ResponseUrls { get; init; } = [];

        public Interaction Interaction { get; init; }
    }

    /// <param name="WasCleared">The whole stack of views was closed with it.</param>
    internal sealed record ViewClosed(Actor Actor, SlackView View, bool WasCleared) : SlackPayload;

    /// <summary>A shortcut chosen on a message, which may lie in a channel that the bot cannot read.</summary>
    internal sealed record MessageShortcut(string CallbackId, Actor Actor, ChannelId Channel, SlackMessage Message) : SlackPayload
    {
        public Interaction Interaction { get; init; }
    }

    internal sealed record GlobalShortcut(string CallbackId, Actor Actor) : SlackPayload
    {
        public Interaction Interaction { get; init; }
    }

    /// <summary>Somebody types into a select whose options we give. The answer goes with the acknowledgement or not at all.</summary>
    internal sealed record BlockSuggestion(Actor Actor, string ActionId, string? BlockId, string Typed) : SlackPayload
    {
        public ChannelId? Channel { get; init; }

        public SlackView? View { get; init; }
    }

    /// <param name="Missing">What a known payload lacks to mean anything; null where the payload itself is unknown.</param>
    internal sealed record Unknown(string Type, string? Missing = null) : SlackPayload;

    /// <summary>Reads what the envelope carries. It never throws.</summary>
    public static SlackPayload Read(Envelope envelope)
    {
        var payload = envelope.Payload;
        if (!payload.IsObject()) return new Unknown(envelope.Type, "payload");
        return envelope.Type switch
        {
            "events_api" => Callback(payload),
            "slash_commands" => InteractionReader.Command(payload),
            "interactive" => InteractionReader.Read(payload),
            var other => new Unknown(other),
        };
    }

    /// <summary>The installation that an event is shown to. In a channel shared between companies its own team may be the other one.</summary>
    public static WorkspaceId? WorkspaceOf(JsonElement callback) =>
        Authorization(callback).Workspace("team_id"u8) ?? callback.Workspace("team_id"u8);

    private static JsonElement Authorization(JsonElement callback) =>
        callback.Get("authorizations"u8) is { ValueKind: JsonValueKind.Array } list && list.GetArrayLength() > 0 ? list[0] : default;

    private static SlackPayload Callback(JsonElement payload)
    {
        var workspace = WorkspaceOf(payload);
        if (payload.Id("type"u8) == "app_rate_limited")
            return new AppRateLimited(payload.Seconds("minute_rate_limited"u8)) { Workspace = workspace };
        var inner = payload.Get("event"u8);
        if (!inner.IsObject()) return new Unknown(payload.Id("type"u8) ?? "events_api", "event") { Workspace = workspace };
        return new EventCallback(payload.Id("event_id"u8), payload.Seconds("event_time"u8), EventReader.Read(inner))
        {
            Workspace = workspace,
            AuthorizedUser = Authorization(payload).User("user_id"u8),
            AppId = payload.Id("api_app_id"u8),
            IsExternallyShared = payload.Flag("is_ext_shared_channel"u8),
        };
    }
}
