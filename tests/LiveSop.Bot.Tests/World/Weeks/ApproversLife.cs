using System.Text.RegularExpressions;
using LiveSop.Bot.Storage.Sops;
using LiveSop.Bot.Tests.World.Digests;
using LiveSop.Bot.Tests.World.Reviews;
using LiveSop.Bot.Tests.World.Versions;
using LiveSop.Workspace.Company;
using LiveSop.Workspace.Demo;
using LiveSop.Workspace.Screen;
using LiveSop.Workspace.Slack;
using LiveSop.Workspace.Stories;

namespace LiveSop.Bot.Tests.World.Weeks;

/// <summary>What Dana and Henrik, who approve, do with the bot in these weeks, and a transcript of what they see.</summary>
internal sealed partial class ApproversLife
{
    private static readonly string Place = Channels.Support.Name;

    private readonly StringWriter transcript;
    private readonly Company company;
    private readonly Playbill bill;
    private int number;

    public ApproversLife(Company company, StringWriter transcript)
    {
        (this.company, this.transcript) = (company, transcript);
        bill = new Playbill(company.World.Workspace, SlackScreen.Plain(transcript, 110));
    }

    /// <summary>Without the time of day, which goes on while a test runs, and without what of a link hangs on it.</summary>
    public string Told => LinkedStamp().Replace(TimeOfDay().Replace(string.Join('\n', transcript.ToString().Split('\n').Select(line => line.TrimEnd())), "··:··"), "/p…");

    /// <summary>Whether Dana's newest digest asks for a decision.</summary>
    public bool HasToDecide => World.DigestsOf(Dana)[^1].Json().Contains("review.approve", StringComparison.Ordinal);

    public bool HasSeenPictures => World.Direct(Dana).Any(message => message.Json.TryGetProperty("files", out _));

    private World World => company.World;

    private Person Dana => company.Dana;

    private Person Henrik => company.Henrik;

    /// <summary>From the history to a procedure on Dana's screen.</summary>
    public async Task FindAsync(Story story)
    {
        bill.Scene("Friday. Dana, head of support, has invited the bot; it has read the channels.");
        bill.Show(Dana, Place, latest: 1);
        bill.Scene("She types /sop mine.");
        await Dana.SlashAsync(Place, "/sop", "mine");
        await World.RestAsync();
        bill.Show(Dana, Place, latest: 1);
        number = await company.NumberOfAsync(story);
        bill.Scene($"She opens number {number}, and asks for a review.");
        await World.TellAsync(Dana, $"show {number}", "sop.open", Place);
        await Dana.ClickAsync(Asking.Whispers(World, Dana, Place)[^1], "sop.open");
        var modal = await World.ModalAsync(Dana, "Ask for review");
        bill.ShowModal(Dana, Place);
        await Dana.ClickAsync(modal, "sop.ask_for_review");
        await World.ModalAsync(Dana, "Asked for a decision");
        await World.RestAsync();
        bill.ShowModal(Dana, Place);
        await Dana.CloseAsync(World.Modals(Dana)[^1]);
    }

    /// <summary>Henrik edits the draft, Dana approves it.</summary>
    public async Task ReviewAsync()
    {
        bill.Scene("Henrik has the same card, and the picture beneath it. He renames it, and drops a step.");
        bill.ShowDirect(Henrik, Place, latest: 2);
        await Henrik.ClickAsync(World.Cards(Henrik).Single(), "review.edit");
        await World.ModalAsync(Henrik, "Add a step");
        bill.ShowModal(Henrik, Place);
        var first = ProcedureFormat.Read((await company.DraftAsync(number)).Body).Steps[0];
        await Henrik.ClickAsync(World.Modals(Henrik)[^1], "edit.step#1", $"Remove:{first.Id}");
        await World.RestAsync();
        await Henrik.SubmitAsync(World.Modals(Henrik)[^1], ("Title", "Free a stuck export"));
        await World.ModalAsync(Henrik, "*Saved.*");
        await World.RestAsync();
        bill.ShowModal(Henrik, Place);
        await Henrik.CloseAsync(World.Modals(Henrik)[^1]);
        bill.Scene("Dana's card shows it as it is now. She tries it on a real case, and approves.");
        var card = World.Cards(Dana).Single();
        bill.ShowDirect(Dana, Place, latest: 3);
        await Dana.ClickAsync(card, "review.approve");
        await World.ModalAsync(Dana, "Put in force");
        bill.ShowModal(Dana, Place);
        await Dana.SubmitAsync(World.Modals(Dana)[^1], ("Why", "as we do it"), ("Audience", "Workspace"));
        await World.ModalAsync(Dana, "is in force");
        await World.RestAsync();
        bill.ShowModal(Dana, Place);
        await Dana.CloseAsync(World.Modals(Dana)[^1]);
        bill.ShowDirect(Henrik, Place, latest: 3);
    }

    public Task WeekIsOverAsync()
    {
        bill.Scene("A week goes by as ever. The digest of its last morning:");
        bill.ShowDirect(Henrik, World.DigestsOf(Henrik)[^1]);
        bill.Aside($"Digests in that week: Dana {World.DigestsOf(Dana).Count}, Henrik {World.DigestsOf(Henrik).Count}.");
        return Task.CompletedTask;
    }

    public async Task DecideFromTheDigestAsync()
    {
        bill.Scene("In the second week the team records each case. One night the bot is sure, and asks.");
        bill.ShowDirect(Dana, Place, latest: 4);
        bill.Scene("Dana approves, from the digest.");
        var digest = World.DigestsOf(Dana)[^1];
        await Dana.ClickAsync(digest, "review.approve");
        await World.ModalAsync(Dana, "Put in force");
        bill.ShowModal(Dana, Place);
        await Dana.SubmitAsync(World.Modals(Dana)[^1], ("Why", "agreed on Monday"));
        await World.ModalAsync(Dana, "Version 2 is in force");
        await World.RestAsync();
        bill.ShowModal(Dana, Place);
        await Dana.CloseAsync(World.Modals(Dana)[^1]);
    }

    public async Task LookBackAsync()
    {
        bill.Scene("The morning after, Henrik reads in his digest what has changed.");
        bill.ShowDirect(Henrik, World.DigestsOf(Henrik).Last(digest => digest.Json().Contains("Free a stuck export", StringComparison.Ordinal)));
        bill.Scene("He looks at the history, and at what was changed.");
        await World.TellAsync(Henrik, $"history {number}", "agreed on Monday", Place);
        bill.Show(Henrik, Place, latest: 1);
        await World.TellAsync(Henrik, $"diff {number}", "incident sheet", Place);
        bill.Show(Henrik, Place, latest: 1);
    }

    [GeneratedRegex(@"\b\d{1,2}:\d\d\b( [AP]M)?")]
    private static partial Regex TimeOfDay();

    [GeneratedRegex(@"/p\d{16}")]
    private static partial Regex LinkedStamp();
}
