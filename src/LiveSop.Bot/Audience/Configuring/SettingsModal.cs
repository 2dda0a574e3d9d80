using LiveSop.Bot.Slack;
using LiveSop.Bot.Slack.Blocks;
using LiveSop.Bot.Slack.Handlers;
using LiveSop.Bot.Slack.Payloads;
using LiveSop.Bot.Storage.Sops;
using LiveSop.Domain.Audience;

namespace LiveSop.Bot.Audience.Configuring;

/// <summary>What is pressed in the settings.</summary>
internal static class SettingsActions
{
    /// <summary>Carries a space's id, or <c>new</c>.</summary>
    public static readonly SlackAction Space = new("settings.space");
}

/// <summary>A space: its name, its channels, its people, how long it keeps what is said.</summary>
internal static class SettingsModal
{
    public static readonly SlackAction Callback = new("settings.view");

    public const string NewSpace = "new";

    private const int MostOthers = 20;

    private static readonly SlackAction NameField = new("settings.name");
    private static readonly SlackAction ChannelsField = new("settings.channels");
    private static readonly SlackAction DaysField = new("settings.days");
    private static readonly SlackAction MinutesField = new("settings.minutes");
    private static readonly SlackAction LanguageField = new("settings.language");
    private static readonly SlackAction PeopleField = new("settings.people");
    /// <summary>What words mean is known of English alone; others are told apart by how they are spelled.</summary>
    private static readonly (string Code, string Name)[] languages = [("auto", "Whatever is spoken there"), ("en", "English"), ("de", "German"), ("fr", "French"), ("es", "Spanish"), ("pt", "Portuguese"), ("it", "Italian"), ("nl", "Dutch"), ("ja", "Japanese")];

    private static readonly PlainText Heading = PlainText.Of($"Settings");

    public static Modal Opening(SlackPayload asked) => Say(Mrkdwn.Of($"Fetching the settings …"));

    public static Modal Say(Mrkdwn text) => new(Callback, Heading, [new Section(text)]) { Close = PlainText.Of($"Close") };

    public static SubmissionAnswer Answer(SlackPayload.ViewSubmission submitted) => SpaceForm.Of(submitted.View) switch
    {
        { Name: "" } => Wrong(nameof(SpaceForm.Name), "A space needs a name."),
        { Days: < 1 or > SpaceForm.LongestDays } => Wrong(nameof(SpaceForm.Days), "1 to 3650 days, or nothing to keep all."),
        { Minutes: < 0 or > SpaceForm.LongestMinutes } => Wrong(nameof(SpaceForm.Minutes), "0 to 1440 minutes, or nothing for the usual."),
        null => new SubmissionAnswer.Close(),
        _ => new SubmissionAnswer.Update(Say(Mrkdwn.Of($"Saving …"))),
    };

    /// <param name="others">What else can be set here.</param>
    /// <param name="notice">Something to know before going on; null for nothing.</param>
    public static Modal Render(SpaceKey key, SpaceForm form, IReadOnlyList<SpaceRow> others, Mrkdwn? notice = null) => new(Callback, Heading, View.Fit(
    [
        .. notice is null ? Array.Empty<Block>() : [new Section(notice)],
        new Input(PlainText.Of($"Name of the space"), new PlainTextInput(NameField) { InitialValue = form.Name, MaxLength = SpaceForm.LongestName }) { BlockId = nameof(SpaceForm.Name) },
        Channels(form),
        new Input(PlainText.Of($"Days to keep messages"), new NumberInput(DaysField, IsDecimalAllowed: false) { InitialValue = form.Days, MinValue = 1, MaxValue = SpaceForm.LongestDays })
        {
            BlockId = nameof(SpaceForm.Days),
            Optional = true,
            Hint = PlainText.Of($"Empty keeps them for ever. Older ones are forgotten each night with the evidence that they are; what was approved stays."),
        },
        new Input(PlainText.Of($"Minutes until an unanswered request is shown to responders"), new NumberInput(MinutesField, IsDecimalAllowed: false) { InitialValue = form.Minutes, MinValue = 0, MaxValue = SpaceForm.LongestMinutes })
        {
            BlockId = nameof(SpaceForm.Minutes),
            Optional = true,
            Hint = PlainText.Of($"Empty takes the usual 30; 0 never shows any."),
        },
        Language(form),
        .. Enum.GetValues<Role>().OrderDescending().Select(role => People(form, role)),
        new Context(Mrkdwn.Of($":warning: Guests and people of other companies are nobody here until you name them. Whoever you name reads this space's procedures.")),
        .. others.Count == 0 ? Array.Empty<Block>() : [new Divider(), Others(others)],
    ]), PlainText.Of($"Save"))
    {
        Close = PlainText.Of($"Cancel"),
        PrivateMetadata = key.ToString(),
    };

    private static Input Channels(SpaceForm form) => new(PlainText.Of($"Channels"), new MultiConversationsSelect(ChannelsField)
    {
        InitialConversations = form.Channels.Count > 0 ? form.Channels : null,
        Filter = new([ConversationKind.Public, ConversationKind.Private]),
    })
    {
        BlockId = nameof(SpaceForm.Channels),
        Optional = true,
        Hint = PlainText.Of($"A channel belongs to one space; one that none names belongs to the default space."),
    };

    private static Input Language(SpaceForm form)
    {
        var options = languages.Select(one => new Option(PlainText.Of($"{one.Name}"), ActionKey.Of(one.Code))).ToList();
        return new(PlainText.Of($"Language of its channels"), new StaticSelect(LanguageField, options) { InitialOption = options.Find(one => one.Value.Value == (form.Language ?? "auto")) ?? options[0] }) { BlockId = nameof(SpaceForm.Language), Optional = true };
    }

    private static Input People(SpaceForm form, Role role)
    {
        UserId[] users = [.. form.People.Where(one => one.Value == role).Select(one => one.Key).OrderBy(one => one.Value, StringComparer.Ordinal)];
        return new(PlainText.Of($"{RefusalCard.Plural(role)}"), new MultiUsersSelect(PeopleField) { InitialUsers = users.Length > 0 ? users : null }) { BlockId = role.ToString(), Optional = true };
    }

    private static Actions Others(IReadOnlyList<SpaceRow> others) => new(
    [
        new Button(SettingsActions.Space.Numbered(1), PlainText.Of($"New space")) { Value = ActionKey.Of(NewSpace) },
        .. others.Take(MostOthers).Select((one, at) => new Button(SettingsActions.Space.Numbered(at + 2), PlainText.Of($"{one.Name}")) { Value = ActionKey.Of(one.SpaceId.ToString()) }),
    ]);

    private static SubmissionAnswer.Errors Wrong(string block, string sentence) => new(new Dictionary<string, string> { [block] = sentence });
}
