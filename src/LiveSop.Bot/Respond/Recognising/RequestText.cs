using LiveSop.Bot.Slack.Markup;
using LiveSop.Bot.Sources;
using LiveSop.Domain.Text;

namespace LiveSop.Bot.Respond.Recognising;

/// <summary>What somebody asks, as it is recognised: markup resolved, values and names as placeholders, so that it does not matter whose order it is about.</summary>
internal static class RequestText
{
    /// <summary>The request stands at the beginning; a log that is pasted below it says little.</summary>
    private const int Longest = 1_000;

    private static readonly Mrkdwn Markup = new(_ => "somebody", _ => "channel");

    /// <param name="raw">As Slack has it, unresolved.</param>
    public static string Of(string raw) => Placeholders.Mask(Resolved(raw));

    /// <summary>The same with its values.</summary>
    /// <inheritdoc cref="Of"/>
    public static string Resolved(string raw)
    {
        var text = Plain.Text(Markup.Resolve(raw));
        return text.Length > Longest ? text[..Longest] : text;
    }
}
