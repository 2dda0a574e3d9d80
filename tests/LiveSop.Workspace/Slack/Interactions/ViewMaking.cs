using System.Globalization;
using System.Text.Json;
using LiveSop.Workspace.Slack.Api;
using LiveSop.Workspace.Slack.Apps;
using LiveSop.Workspace.Slack.BlockKit;
using LiveSop.Workspace.Slack.Stage;

namespace LiveSop.Workspace.Slack.Interactions;

/// <summary>Makes and changes views from what an app gives, whether by a method or in an ack.</summary>
internal static class ViewMaking
{
    private const int Largest = 250_000;

    /// <summary>Why Slack would not take it; null where it would.</summary>
    /// <param name="own">The view that is being changed, which may keep its external id.</param>
    public static Answer.Refused? Refuse(JsonElement? source, string type, Installation app, View? own)
    {
        if (source is not { ValueKind: JsonValueKind.Object } view) return Call.Missing("view");
        if (view.GetRawText().Length > Largest) return Answer.No("view_too_large");
        var problems = new Problems();
        ViewRules.Check(view, type, problems);
        if (problems.Any) return Answer.No("invalid_arguments", [.. problems.Messages]);
        var taken = app.Workspace.Views.ByExternalId(app, view.Text("external_id"));
        return taken is not null && taken != own ? Answer.No("duplicate_external_id") : null;
    }

    public static View Make(JsonElement source, Installation app, string user, Ground ground, View? previous = null) =>
        new(ground.Mint.Id("V"), app, user) { Source = Numbered(source, ground.Mint), Hash = NewHash(ground), Previous = previous };

    public static void Change(View view, JsonElement source, Ground ground)
    {
        view.Source = Numbered(source, ground.Mint);
        view.Hash = NewHash(ground);
        view.Errors = new Dictionary<string, string>();
        ground.Bell.Ring();
    }

    private static JsonElement Numbered(JsonElement source, Mint mint) => JsonBytes.Element(json =>
    {
        json.WriteStartObject();
        foreach (var field in source.EnumerateObject())
            if (field.NameEquals("blocks")) json.Write("blocks", Numbering.Of(field.Value, mint));
            else field.WriteTo(json);
        json.WriteEndObject();
    });

    private static string NewHash(Ground ground) => string.Create(CultureInfo.InvariantCulture, $"{ground.Now.ToUnixTimeSeconds()}.{ground.Mint.Secret(8)}");
}
