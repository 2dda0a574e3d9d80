using LiveSop.Bot.Learn.Library;
using LiveSop.Bot.Pictures;
using LiveSop.Bot.Slack;
using LiveSop.Bot.Slack.Blocks;
using LiveSop.Bot.Slack.Outbox;
using LiveSop.Domain.Sops.Living;
using LiveSop.Domain.Sops.Pages;

namespace LiveSop.Bot.Learn.Reviews;

/// <summary>How a draft goes, as a picture beside the digest.</summary>
internal static class DraftPicture
{
    private const int LongestTitle = 200;

    /// <param name="dot">Graphviz's program.</param>
    /// <returns>Null where none can be drawn, or it is too large to be sent: the digest says the same without it.</returns>
    public static async Task<byte[]?> DrawAsync(Procedure procedure, string dot, CancellationToken stop)
    {
        var folder = Directory.CreateTempSubdirectory("livesop-");
        try
        {
            var path = Path.Combine(folder.FullName, "workflow.png");
            if (await WorkflowPicture.RenderAsync(WorkflowDot.Write(procedure), path, dot, stop) is not PictureResult.Drawn) return null;
            var picture = await File.ReadAllBytesAsync(path, stop);
            return picture.Length is > 0 and <= FileBody.MostBytes ? picture : null;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    public static Effect.ShareDirect Share(UserId user, UnderReview one, byte[] picture)
    {
        var title = new UntrustedText(one.Procedure.Title).OnOneLine().Fit(LongestTitle).Shown;
        return new(user, FileBody.Of($"sop-{one.Sop.Number}.png", picture, $"SOP {one.Sop.Number} · {title}", $"The workflow of “{title}”, step by step."), Mrkdwn.Of($"As it is proposed: {SopText.Name(one.Sop)}").Text);
    }
}
