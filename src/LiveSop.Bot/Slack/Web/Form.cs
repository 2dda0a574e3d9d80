using System.Globalization;
using System.Text.Json.Nodes;

namespace LiveSop.Bot.Slack.Web;

/// <summary>The arguments of a call. What is null is not sent.</summary>
internal sealed class Form
{
    private readonly List<KeyValuePair<string, string>> fields = [];

    public static Form Empty => new();

    public string? this[string name] => fields.Find(field => field.Key == name).Value;

    public Form With(string name, string? value)
    {
        if (value is not null) fields.Add(new(name, value));
        return this;
    }

    public Form With(string name, bool? value) => With(name, value switch { true => "true", false => "false", null => null });

    public Form With(string name, long? value) => With(name, value?.ToString(CultureInfo.InvariantCulture));

    public Form With(string name, ChannelId? channel) => With(name, channel?.Value);

    public Form With(string name, UserId? user) => With(name, user?.Value);

    public Form With(string name, MessageTs? ts) => With(name, ts?.Value);

    /// <summary>A nested value goes as JSON in its field.</summary>
    public Form WithJson(string name, JsonNode? value) => With(name, value?.ToJsonString());

    /// <summary>The same arguments with another cursor; an empty one is none.</summary>
    public Form At(string? cursor)
    {
        var form = new Form();
        form.fields.AddRange(fields);
        return form.With("cursor", string.IsNullOrEmpty(cursor) ? null : cursor);
    }

    public FormUrlEncodedContent ToContent() => new(fields);
}
