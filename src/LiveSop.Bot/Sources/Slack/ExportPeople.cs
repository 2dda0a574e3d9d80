using System.Text.Json;
using LiveSop.Domain.Incidents;

namespace LiveSop.Bot.Sources.Slack;

/// <summary>Who is who in an export. It learns from messages too, which carry the profiles of people the list lacks.</summary>
internal sealed class ExportPeople
{
    private const string SlackbotId = "USLACKBOT";

    private readonly Dictionary<string, Person> known = new(StringComparer.Ordinal)
    {
        [SlackbotId] = new Person(SlackbotId, "Slackbot", IsApp: true),
    };

    public void Add(ExportUser user)
    {
        if (string.IsNullOrEmpty(user.Id) || user.Id == SlackbotId) return;
        var name = Plain.Name(user.Profile.Text("display_name")) ?? Plain.Name(user.RealName) ?? Plain.Name(user.Profile.Text("real_name"))
            ?? Plain.Name(user.Name) ?? Unknown.Name;
        known.TryAdd(user.Id, new Person(user.Id, name, Plain.Name(user.Profile.Text("title")), user.IsBot));
    }

    public string NameOf(string id) => known.TryGetValue(id, out var person) ? person.Name : Unknown.Name;

    /// <summary>The same person for the same id; an app where only an app is named.</summary>
    public Person AuthorOf(ExportMessage message)
    {
        // Slack wrote "A commented on B's file" under A or B; the comment itself knows who spoke.
        var id = message.Subtype == "file_comment" ? message.Comment.Text("user") ?? message.User : message.User;
        if (string.IsNullOrEmpty(id)) return App(message);
        if (known.TryGetValue(id, out var person)) return person;
        var stranger = message.BotId is null ? Stranger(id, message.UserProfile) : App(message) with { Id = id };
        if (stranger.Name is not Unknown.Name) known.Add(id, stranger);
        return stranger;
    }

    private static Person Stranger(string id, JsonElement profile) => new(id,
        Plain.Name(profile.Text("display_name")) ?? Plain.Name(profile.Text("real_name")) ?? Plain.Name(profile.Text("name"))
            ?? Unknown.Name,
        Plain.Name(profile.Text("title")));

    private static Person App(ExportMessage message)
    {
        var name = Plain.Name(message.Username) ?? Plain.Name(message.BotProfile.Text("name"));
        return message.BotId is null && name is null
            ? Unknown.Person
            : new Person(message.BotId ?? $"app:{name}", name ?? Unknown.AppName, IsApp: true);
    }
}
