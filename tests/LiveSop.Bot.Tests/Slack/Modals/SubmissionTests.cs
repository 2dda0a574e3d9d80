using LiveSop.Bot.Slack.Handlers;
using LiveSop.Bot.Slack.Outbox;
using LiveSop.Workspace.Slack;
using LiveSop.Workspace.Slack.Trouble;
using static LiveSop.Bot.Slack.Payloads.SlackPayload;
using SlashCommand = LiveSop.Bot.Slack.Payloads.SlackPayload.SlashCommand;

namespace LiveSop.Bot.Tests.Slack.Modals;

/// <summary>What becomes of a modal at the moment it is submitted, and what its handler does about it afterwards.</summary>
public sealed class SubmissionTests
{
    [Fact]
    public async Task mistakes_are_named_at_their_fields_and_the_handler_never_hears_of_them()
    {
        var saved = new Heard<ViewSubmission>();
        await using var bot = await RoutedBot.StartAsync(Routes(saved, submission => TitleOf(submission) is "bad" ? Wrong("Another title, please") : new SubmissionAnswer.Close()));
        var form = await bot.OpenAsync("form");

        var refused = await bot.Ada.SubmitAsync(form, (Form.Title, "bad"));
        var closed = await bot.Ada.SubmitAsync(bot.Modals[0], (Form.Title, "good"));
        await bot.RestAsync();

        refused.Should().BeOfType<Shown.Refused>().Which.Errors.Should().Equal(new Dictionary<string, string> { [Form.Title] = "Another title, please" });
        closed.Should().BeOfType<Shown.Closed>();
        saved.Payloads.Select(TitleOf).Should().Equal("good");
        bot.Modals.Should().BeEmpty();
        bot.Slack.Faults.Should().BeEmpty();
    }

    [Fact]
    public async Task it_becomes_another_that_the_handler_fills()
    {
        var saved = new Heard<ViewSubmission>((submission, context) => new Effect.Fill(context.Key, Form.Json($"Saved {TitleOf(submission)}")));
        await using var bot = await RoutedBot.StartAsync(Routes(saved, _ => new SubmissionAnswer.Update(Form.Render("Saving …"))));
        var form = await bot.OpenAsync("form");

        var shown = await bot.Ada.SubmitAsync(form, (Form.Title, "resets"));

        shown.Should().BeOfType<Shown.Opened>();
        await bot.ShowsAsync("Saved resets");
        bot.Modals.Should().ContainSingle();
        bot.Slack.Faults.Should().BeEmpty();
    }

    [Fact]
    public async Task another_opens_on_top_of_it_and_at_last_all_close()
    {
        var saved = new Heard<ViewSubmission>((submission, context) => TitleOf(submission) is "next" ? new Effect.Fill(context.Key, Form.Json("Page two")) : null);
        await using var bot = await RoutedBot.StartAsync(Routes(saved, submission => TitleOf(submission) is "next" ? new SubmissionAnswer.Push(Form.Render("…")) : new SubmissionAnswer.Clear()));

        await bot.Ada.SubmitAsync(await bot.OpenAsync("form"), (Form.Title, "next"));
        await bot.ShowsAsync("Page two");
        bot.Modals.Should().HaveCount(2);
        await bot.Ada.SubmitAsync(bot.Modals[^1], (Form.Title, "done"));

        await bot.Slack.UntilAsync(() => bot.Modals.Count == 0);
        await bot.RestAsync();
        saved.Payloads.Select(TitleOf).Should().Equal("next", "done");
    }

    [Fact]
    public async Task it_closes_where_nobody_says_otherwise()
    {
        var saved = new Heard<ViewSubmission>();
        await using var bot = await RoutedBot.StartAsync(new SlackRoutes().Command("/sop", new Heard<SlashCommand>(), _ => Form.Render("?")).View(Form.Callback, saved));

        (await bot.Ada.SubmitAsync(await bot.OpenAsync("form"), (Form.Title, "any"))).Should().BeOfType<Shown.Closed>();

        await bot.RestAsync();
        saved.Payloads.Should().ContainSingle();
    }

    [Fact]
    public async Task a_submission_that_is_delivered_twice_is_answered_alike_and_handled_once()
    {
        var saved = new Heard<ViewSubmission>((_, context) => new Effect.Fill(context.Key, Form.Json("Saved")));
        await using var bot = await RoutedBot.StartAsync(Routes(saved, _ => new SubmissionAnswer.Update(Form.Render("Saving …"))));
        var form = await bot.OpenAsync("form");
        using var twice = bot.Slack.Chaos.OnEnvelopes(Mishap.Duplicate, When.Next(1), "interactive");

        await bot.Ada.SubmitAsync(form, (Form.Title, "once"));
        await bot.ShowsAsync("Saved");
        await bot.RestAsync();

        twice.Count.Should().Be(1);
        saved.Payloads.Should().ContainSingle();
    }

    private static SlackRoutes Routes(Heard<ViewSubmission> saved, Func<ViewSubmission, SubmissionAnswer> answer) =>
        new SlackRoutes().Command("/sop", new Heard<SlashCommand>(), _ => Form.Render("?")).View(Form.Callback, saved, answer);

    private static string? TitleOf(ViewSubmission submission) => submission.View.State[Form.Title].AsText;

    private static SubmissionAnswer.Errors Wrong(string text) => new(new Dictionary<string, string> { [Form.Title] = text });
}
