using LiveSop.Domain.Running;
using LiveSop.Domain.Running.Signs;
using LiveSop.Domain.Sops;
using LiveSop.Domain.Sops.Living;

namespace LiveSop.Domain.Tests.Running;

public sealed class StepSignsTests
{
    private static readonly Procedure StuckExport = Of("Ask for the order number", "File a Jira ticket", "Check the job queue", "Restart the ingest worker", "Requeue the export", "Ask the customer to try again");

    /// <summary>Some steps have a past, some only a title.</summary>
    private static readonly StepSigns Signs = StepSigns.Of(StuckExport,
    [
        ("s1", "which order is it? the number please"), ("s1", "can you send me the order number?"), ("s1", "need their order id to look anything up"),
        ("s3", "looked at the queue, 14 jobs wait behind theirs"), ("s3", "the scheduler isn't moving since 10:40"), ("s3", "grafana shows depth 30, one partition lags"),
        ("s4", "bounced ingest-2, queue is draining"), ("s4", "killed the pod, a new one took over"), ("s4", "gave the worker a kick, things move again"),
        ("s6", "could you try it again?"), ("s6", "any better now?"), ("s6", "please ask them to give it another go"),
        ("none", "thanks for the quick help"), ("none", "same problem at another customer"), ("none", "order number is 88123"),
    ]);

    [Theory]
    [InlineData("done, restarted", "s4")]
    [InlineData("restarted the worker, looks fine now", "s4")]
    [InlineData("Restarted. Will keep an eye on it.", "s4")]
    [InlineData("I have just bounced the ingest worker", "s4")]
    [InlineData("the worker was rebooted at 14:20", "s4")]
    [InlineData("killed the stuck pod, a new one took over", "s4")]
    [InlineData("restarted the ingest worker, does it look better?", "s4")]
    [InlineData("checked the job queue, nothing special", "s3")]
    [InlineData("had a look at the queue: 9 jobs wait", "s3")]
    [InlineData("I requeued the export", "s5")]
    [InlineData("could you send me the order number please?", "s1")]
    [InlineData("@ana what's the order number?", "s1")]
    [InlineData("I'd need the order number", "s1")]
    [InlineData("OPS-4821", "s2")]
    [InlineData("filed OPS-4821 for it", "s2")]
    [InlineData("created OPS-4821 for the failed import", "s2")]
    [InlineData("https://acme.atlassian.net/browse/OPS-4821", "s2")]
    [InlineData("<https://acme.atlassian.net/browse/OPS-4821|OPS-4821> has the details", "s2")]
    [InlineData("could you ask them to try again?", "s6")]
    public void recognises_the_step_that_a_message_shows(string text, string step) => Recognise(text).Should().Be(step);

    [Theory]
    [InlineData("one partition lags, grafana shows a depth of 12")]
    public void a_weaker_sign_is_enough_for_a_step_that_is_next(string text)
    {
        Recognise(text).Should().BeNull();
        Recognise(text, "s1", "s2").Should().Be("s3");
    }

    [Theory]
    [InlineData("I will restart it")]
    [InlineData("I'll restart the ingest worker after lunch")]
    [InlineData("going to restart the ingest worker")]
    [InlineData("let me restart the worker")]
    [InlineData("haven't restarted it yet")]
    [InlineData("I did not restart the ingest worker")]
    [InlineData("should I restart?")]
    [InlineData("should I restart the ingest worker?")]
    [InlineData("did somebody restart the ingest worker?")]
    [InlineData("can you restart the ingest worker please")]
    [InlineData("please restart the ingest worker")]
    [InlineData("restart the ingest worker please")]
    [InlineData("the ingest worker needs a restart")]
    [InlineData("tried to restart the ingest worker")]
    [InlineData("the restart of the ingest worker failed")]
    [InlineData("nobody has restarted the worker")]
    [InlineData("if that does not help, we restart the worker")]
    [InlineData("once restarted, it should be fine")]
    [InlineData("no restart needed")]
    [InlineData("I will check the queue and restart the worker")]
    [InlineData("restarted my laptop in the meantime")]
    [InlineData("is this the same as OPS-4821?")]
    [InlineData("looks similar to OPS-4821")]
    [InlineData("I will add it to OPS-4821 later")]
    [InlineData("should I open a ticket like OPS-4821?")]
    [InlineData("order number is 88123")]
    [InlineData("thanks!")]
    [InlineData("ok")]
    [InlineData("the worker is sad")]
    [InlineData("")]
    [InlineData(":tada:")]
    public void does_not_take_what_shows_nothing_for_a_step(string text) => Recognise(text).Should().BeNull();

    [Theory]
    [InlineData("done"), InlineData("ok done"), InlineData("All done!"), InlineData("Done :tada:"), InlineData(":white_check_mark:"), InlineData("✅")]
    public void done_alone_means_the_only_step_that_is_next(string text)
    {
        Recognise(text, "s1", "s2", "s3").Should().Be("s4");
        StepSigns.Of(AnyOrder, []).Recognise(text, Checklist.Of(AnyOrder, null)).Should().BeNull();
    }

    [Theory]
    [InlineData("done?"), InlineData("not done"), InlineData("done by whom")]
    public void done_with_a_doubt_means_nothing(string text) => Recognise(text, "s1", "s2", "s3").Should().BeNull();

    [Fact]
    public void what_is_done_is_not_recognised_again() => Recognise("restarted the worker", "s4").Should().BeNull();

    [Fact]
    public void one_of_two_that_are_equally_meant_is_not_guessed() =>
        StepSigns.Of(AnyOrder, []).Recognise("restarted it", Checklist.Of(AnyOrder, null)).Should().BeNull();

    [Fact]
    public void the_one_that_is_meant_is_told_from_its_like() =>
        StepSigns.Of(AnyOrder, []).Recognise("restarted the mail relay", Checklist.Of(AnyOrder, null))!.Step.Should().Be("s2");

    [Fact]
    public void the_same_message_is_always_read_the_same() => Signs.Recognise("restarted the worker", Checklist.Of(StuckExport, null)).Should().Be(Signs.Recognise("restarted the worker", Checklist.Of(StuckExport, null)));

    private static Procedure AnyOrder => Of(["Restart the ingest worker", "Restart the mail relay"], parts => new StepFlow.AnyOrder(parts));

    private static string? Recognise(string text, params string[] done)
    {
        var run = Cases.Fresh.With(StuckExport, done);
        return Signs.Recognise(text, Checklist.Of(StuckExport, run))?.Step;
    }

    private static Procedure Of(params string[] titles) => Of(titles, parts => new StepFlow.InOrder(parts));

    private static Procedure Of(string[] titles, Func<IReadOnlyList<StepFlow>, StepFlow> flow)
    {
        var steps = titles.Select((title, i) => new ProcedureStep($"s{i + 1}", title, new Support(3, 4))).ToList();
        return new("Title", "Trigger.", steps, flow([.. steps.Select(step => new StepFlow.Do(step.Id))]), steps.Count + 1);
    }
}
