using System.Globalization;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace LiveSop.Bot.Slack.Blocks;

/// <summary>
/// What an interpolated string becomes on its way into a rich text. Nothing of it is parsed. A format says how it looks: <c>{title:bold}</c>, <c>{word:code}</c>,
/// also <c>italic</c>, <c>strike</c>, <c>underline</c>; of a time, how much of it (see <see cref="ShownDate"/>).
/// </summary>
[InterpolatedStringHandler]
internal readonly ref struct RichTemplate(int literalLength, int formattedCount)
{
    private readonly List<RichElement> elements = new(2 * formattedCount + Math.Min(1, literalLength));

    internal IReadOnlyList<RichElement> Elements => elements;

    public void AppendLiteral(string ours) => elements.Add(new RichElement.Run(ours, IsOurs: true));

    public void AppendFormatted(UntrustedText theirs, string? format = null)
    {
        if (theirs.Shown.Length > 0) elements.Add(new RichElement.Run(theirs.Shown, IsOurs: false) { Style = RichStyle.Named(format) });
    }

    public void AppendFormatted(string? theirs, string? format = null) => AppendFormatted(new UntrustedText(theirs), format);

    public void AppendFormatted(RichLine line) => elements.AddRange(line.Elements);

    public void AppendFormatted(UserId user) => elements.Add(SlackId.IsOne(user.Value) ? new RichElement.User(user) : Unknown(user.Value));

    public void AppendFormatted(ChannelId channel) => elements.Add(SlackId.IsOne(channel.Value) ? new RichElement.Channel(channel) : Unknown(channel.Value));

    public void AppendFormatted(UserGroupId group) => elements.Add(SlackId.IsOne(group.Value) ? new RichElement.UserGroup(group) : Unknown(group.Value));

    public void AppendFormatted(Emoji emoji) => elements.Add(new RichElement.Picture(emoji.Name));

    public void AppendFormatted(WebLink link) => elements.Add(new RichElement.Link(link.Url, link.Label?.OnOneLine().Fit(WebLink.LabelLength).Shown));

    public void AppendFormatted(DateTimeOffset at, string? format = null)
    {
        var shown = new ShownDate(at, format);
        elements.Add(new RichElement.Date(at, shown.Tokens, shown.Fallback));
    }

    public void AppendFormatted<T>(T number, string? format = null) where T : struct, INumber<T> =>
        elements.Add(new RichElement.Run(number.ToString(format, CultureInfo.InvariantCulture), IsOurs: false));

    private static RichElement.Run Unknown(string? id) => new(new UntrustedText(id).Shown is { Length: > 0 } text ? text : UntrustedText.Nothing, IsOurs: false);
}

/// <summary>A picture by its name in Slack, without colons.</summary>
internal readonly record struct Emoji
{
    public Emoji(string name) => Name = Limit.Length(name, 1, 100, "emoji.name");

    public string Name { get; }
}
