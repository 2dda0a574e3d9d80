using System.Globalization;
using System.Text;
using LiveSop.Bot.Slack.Blocks;
using LiveSop.Bot.Slack.Handlers;
using LiveSop.Bot.Slack.Outbox;
using LiveSop.Bot.Slack.Payloads;
using LiveSop.Bot.Storage.Sops;

namespace LiveSop.Bot.Learn.Editing.Pages;

/// <summary>“Edit as a page”: the working copy as a Markdown file, for changes that are too big for a modal.</summary>
internal sealed class SendPage(EditDesk desk) : ISlackHandler<SlackPayload.BlockActions>
{
    public async Task HandleAsync(SlackPayload.BlockActions payload, SlackContext context, CancellationToken stop)
    {
        if (payload.View is not { } view || EditKey.Of(view.PrivateMetadata) is not { } key) return;
        var laid = await desk.ResumeAsync(context, payload.Actor.User, key, stop);
        var content = EditModal.Say(laid.Refusal ?? Mrkdwn.Of($"I have sent you the page in our direct messages. Edit it there or in any editor, then give it back to me there: I tell you what I understood before anybody decides on it."));
        if (laid.Desk is { } one) await SendAsync(ChangeSteps.Typed(one, view, context), context, stop);
        await context.Effects.AddAsync($"refresh:{context.Key}", new Effect.Refresh(view.Id, BlocksJson.Node<View>(content)), stop);
    }

    private static Task SendAsync(OnDesk one, SlackContext context, CancellationToken stop)
    {
        var page = PageMark.Of(one.Sop.Number, ProcedureFormat.Write(one.Copy)).Write(one.Copy);
        var name = string.Create(CultureInfo.InvariantCulture, $"sop-{one.Sop.Number}.md");
        return context.Effects.AddAsync($"page:{context.Key}", new Effect.ShareDirect(one.Row.UserId, FileBody.Of(name, Encoding.UTF8.GetBytes(page)),
            Mrkdwn.Of($"SOP {one.Sop.Number} as a page. Download it, edit it, and give it back to me here.").Text), stop);
    }
}
