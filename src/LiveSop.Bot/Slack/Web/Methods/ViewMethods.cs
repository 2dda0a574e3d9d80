using System.Text.Json.Nodes;
using LiveSop.Bot.Slack.Payloads;

namespace LiveSop.Bot.Slack.Web;

/// <summary>Modals and Home tabs. A trigger opens one view, once, within 3 seconds of the click.</summary>
internal readonly record struct ViewMethods(SlackApi Api)
{
    public Task<SlackView> OpenAsync(string triggerId, JsonNode view, CancellationToken cancellation = default) =>
        CallAsync(SlackMethod.ViewsOpen, new Form().With("trigger_id", triggerId), view, cancellation);

    /// <summary>On top of the view that was clicked in; three in all.</summary>
    public Task<SlackView> PushAsync(string triggerId, JsonNode view, CancellationToken cancellation = default) =>
        CallAsync(SlackMethod.ViewsPush, new Form().With("trigger_id", triggerId), view, cancellation);

    /// <param name="hash">The view's hash as last seen: somebody else's newer view is then kept, and the call fails as stale. Null overwrites.</param>
    public Task<SlackView> UpdateAsync(string viewId, JsonNode view, string? hash = null, CancellationToken cancellation = default) =>
        CallAsync(SlackMethod.ViewsUpdate, new Form().With("view_id", viewId).With("hash", hash), view, cancellation);

    /// <summary>The same, by the id that we gave the view.</summary>
    public Task<SlackView> UpdateExternalAsync(string externalId, JsonNode view, string? hash = null, CancellationToken cancellation = default) =>
        CallAsync(SlackMethod.ViewsUpdate, new Form().With("external_id", externalId).With("hash", hash), view, cancellation);

    /// <summary>A person's Home tab.</summary>
    public Task<SlackView> PublishAsync(UserId user, JsonNode view, string? hash = null, CancellationToken cancellation = default) =>
        CallAsync(SlackMethod.ViewsPublish, new Form().With("user_id", user).With("hash", hash), view, cancellation);

    private async Task<SlackView> CallAsync(SlackMethod method, Form form, JsonNode view, CancellationToken cancellation)
    {
        var answer = await Api.CallAsync(method, form.WithJson("view", view), cancellation);
        return SlackView.Read(answer.Body.Get("view"u8)) ?? throw new SlackCallException(method, new SlackFailure.Ambiguous("the answer names no view"), "no_view");
    }
}
