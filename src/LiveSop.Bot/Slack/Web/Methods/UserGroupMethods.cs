using System.Text.Json;
using LiveSop.Bot.Slack.Payloads;

namespace LiveSop.Bot.Slack.Web;

/// <summary>People who are paged together.</summary>
/// <param name="Id"><c>S…</c></param>
/// <param name="Handle">Without the at sign.</param>
internal sealed record SlackUserGroup(string Id, string Handle, string Name, IReadOnlyList<UserId> Users)
{
    public static SlackUserGroup? Read(JsonElement group)
    {
        if (group.Id("id"u8) is not { } id) return null;
        var handle = group.Words("handle"u8) ?? id;
        return new SlackUserGroup(id, handle, group.Words("name"u8) ?? handle, UserGroupMethods.Users(group));
    }
}

internal readonly record struct UserGroupMethods(SlackApi Api)
{
    /// <summary>With their people; without those that were disabled.</summary>
    public async Task<IReadOnlyList<SlackUserGroup>> ListAsync(CancellationToken cancellation = default)
    {
        var answer = await Api.CallAsync(SlackMethod.UserGroupsList, new Form().With("include_users", true), cancellation);
        List<SlackUserGroup> groups = [];
        foreach (var group in answer.Body.Each("usergroups"u8))
        {
            if (SlackUserGroup.Read(group) is { } read) groups.Add(read);
        }
        return groups;
    }

    public async Task<IReadOnlyList<UserId>> UsersListAsync(string group, CancellationToken cancellation = default) =>
        Users((await Api.CallAsync(SlackMethod.UserGroupsUsersList, new Form().With("usergroup", group), cancellation)).Body);

    internal static IReadOnlyList<UserId> Users(JsonElement holder)
    {
        List<UserId> users = [];
        foreach (var user in holder.Each("users"u8))
        {
            if (user.Id() is { } id) users.Add(new UserId(id));
        }
        return users;
    }
}
