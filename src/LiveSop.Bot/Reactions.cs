using LiveSop.Bot.Audience;
using LiveSop.Bot.Audience.Configuring;
using LiveSop.Bot.Cli;
using LiveSop.Bot.Commands;
using LiveSop.Bot.Commands.Checkup;
using LiveSop.Bot.Digest;
using LiveSop.Bot.Home;
using LiveSop.Bot.Learn.Candidates;
using LiveSop.Bot.Learn.Captures;
using LiveSop.Bot.Learn.Editing;
using LiveSop.Bot.Learn.Editing.Pages;
using LiveSop.Bot.Learn.Imports;
using LiveSop.Bot.Learn.Library;
using LiveSop.Bot.Learn.Reviews;
using LiveSop.Bot.Learn.Versions;
using LiveSop.Bot.Memory;
using LiveSop.Bot.Respond;
using LiveSop.Bot.Respond.Matching;
using LiveSop.Bot.Respond.Recognising;
using LiveSop.Bot.Respond.Runs;
using LiveSop.Bot.Slack;
using LiveSop.Bot.Slack.Handlers;
using LiveSop.Bot.Slack.Payloads;
using LiveSop.Bot.Storage;

namespace LiveSop.Bot;

/// <summary>Everything in Slack that the bot reacts to, a line each.</summary>
internal static class Reactions
{
    /// <param name="similar">Null where nobody is answered, as in a checkup.</param>
    public static SlackRoutes Routes(Comings comings, Connections connections, Recognisers recognisers, Settings settings, SimilarIncidents? similar = null)
    {
        var authorities = new Authorities(settings.Access);
        var sending = new SendForReview(authorities);
        var deciding = new Deciding(authorities);
        var desk = new EditDesk(authorities);
        var editing = new EditSop(desk);
        var steps = new ChangeSteps(desk);
        var (approving, rejecting) = (new ApproveDraft(authorities, deciding), new RejectDraft(authorities, deciding));
        var (stepSaving, draftSaving) = (new SaveStep(desk), new SaveDraft(desk, new KeepDraft(sending)));
        var (histories, restoring, audience) = (new ShowHistory(authorities), new RestoreVersion(authorities, sending), new ChangeAudience(authorities));
        var importing = new DecideImport(authorities);
        var subscribers = new Subscribers(authorities);
        var home = new PublishHome(new Gathering(authorities), subscribers);
        var (digest, showing) = (new ChangeDigest(subscribers, home), new ShowHome(home));
        var configuring = new ConfigureSpace(authorities);
        var past = new PastCases(similar);
        var (matches, explaining) = (new MatchDesk(authorities), new ExplainMatch(recognisers, past));
        var answers = new Answers(new ModalAnswers(editing, digest, configuring), histories, restoring, new CheckWorkspace(authorities), new AnswerHere(authorities, matches, explaining, similar));
        var mentions = new AnswerMention(answers);
        var requests = new HearRequest(new ConsiderRequest(recognisers, past, settings.Answering), new FollowRun(new SignsBook()));
        var (heard, changed) = (new HearMessage(mentions, requests), new HearChange(mentions, requests));
        var (starting, advancing) = (new StartRun(matches), new AdvanceRun(authorities));
        var handing = new HandOverRun(advancing);
        var (correcting, folding) = (new CorrectMatch(matches, past), new FoldMatch(matches, past));
        var members = new FollowMembers(comings, settings.Reading);
        var directory = new FollowDirectory();
        var installation = new FollowInstallation(connections);
        return new SlackRoutes()
            .Command("/sop", new AnswerCommand(answers), Openings.Of)
            .Action(SopActions.Open, new OpenSop(authorities), SopModal.Opening)
            .Action(SettingsActions.Space, configuring, SettingsModal.Opening)
            .View(SettingsModal.Callback, configuring, SettingsModal.Answer)
            .Action(SopActions.Evidence, new ShowEvidence(), ShowEvidence.Opening)
            .Action(SopActions.AskForReview, new AskForReview(authorities, sending))
            .Action(SopActions.Edit, editing, EditModal.Opening)
            .Action(VersionActions.History, histories, HistoryCard.Opening)
            .Action(VersionActions.Changes, new CompareVersions(), DiffCard.Opening)
            .Action(VersionActions.Restore, restoring, RestoreVersion.Opening)
            .Action(VersionActions.Retire, new RetireSop(authorities), RetireSop.Opening)
            .Action(VersionActions.Audience, audience, AudienceModal.Opening)
            .View(AudienceModal.Callback, audience, _ => new SubmissionAnswer.Update(AudienceModal.Saving()))
            .Action(ReviewActions.Edit, editing, EditModal.Opening)
            .Action(ReviewActions.Approve, approving, ApproveModal.Opening)
            .View(ApproveModal.Callback, approving, _ => new SubmissionAnswer.Update(ApproveModal.Saving()))
            .Action(ReviewActions.Reject, rejecting, RejectModal.Opening)
            .View(RejectModal.Callback, rejecting, _ => new SubmissionAnswer.Update(RejectModal.Saving()))
            .Action(EditActions.Step, steps, ChangeSteps.Opening)
            .Action(EditActions.Add, steps, ChangeSteps.Opening)
            .Action(EditActions.Condition, steps, ChangeSteps.Opening)
            .Action(EditActions.Discard, steps)
            .Action(EditActions.Page, new SendPage(desk))
            .Action(ImportActions.Space, importing)
            .Action(ImportActions.Confirm, importing)
            .Action(ImportActions.Discard, importing)
            .Action(ImportActions.Columns, importing, ColumnsModal.Opening)
            .View(ColumnsModal.Callback, importing, ColumnsModal.Answer)
            .View(StepModal.Callback, stepSaving, StepModal.Answer)
            .View(ConditionModal.Callback, stepSaving)
            .View(EditModal.Callback, draftSaving, SaveDraft.Answer)
            .Action(DigestActions.Change, digest, DigestModal.Opening)
            .View(DigestModal.Callback, digest, _ => new SubmissionAnswer.Update(DigestModal.Saving()))
            .Action(DigestActions.Stop, new StopDigest())
            .Action(HomeActions.Search, showing)
            .Action(MatchActions.Start, starting)
            .Action(RunActions.Check, advancing)
            .Action(RunActions.Undo, advancing)
            .Action(RunActions.Choose, advancing)
            .Action(RunActions.Repeat, advancing)
            .Action(RunActions.Finish, advancing)
            .Action(RunActions.Reopen, advancing)
            .Action(RunActions.More, advancing)
            .Action(RunActions.Wording, new OfferWording(advancing))
            .Action(RunActions.HandOver, handing, HandOverRun.Opening)
            .View(HandOverRun.Callback, handing, _ => new SubmissionAnswer.Update(HandOverRun.Saving()))
            .Action(MatchActions.NotThisOne, correcting, NotThisModal.Opening)
            .View(NotThisModal.Callback, correcting, submission => new SubmissionAnswer.Update(NotThisModal.Saving(submission)))
            .Action(MatchActions.Why, explaining)
            .Action(MatchActions.More, folding)
            .Action(MatchActions.Wake, folding)
            .Action(MatchActions.Unmute, new MuteSop(authorities))
            .Shortcut(WhichProcedure.Shortcut, new WhichProcedure(), WhichModal.Opening)
            .Shortcut(SaveThread.Shortcut, new SaveThread(), CaptureModal.Opening)
            .On<SlackEvent.MessagePosted>(heard)
            .On<SlackEvent.AppMention>(heard)
            .On<SlackEvent.MessageChanged>(changed)
            .On<SlackEvent.MessageDeleted>(changed)
            .On<SlackEvent.MemberJoined>(members)
            .On<SlackEvent.MemberLeft>(members)
            .On<SlackEvent.ChannelLeft>(members)
            .On<SlackEvent.PersonChanged>(directory)
            .On<SlackEvent.ChannelRenamed>(directory)
            .On<SlackEvent.ChannelArchived>(directory)
            .On<SlackEvent.ChannelUnarchived>(directory)
            .On<SlackEvent.ChannelDeleted>(directory)
            .On<SlackEvent.ChannelIdChanged>(directory)
            .On<SlackEvent.SystemNote>(directory)
            .On<SlackEvent.AppHomeOpened>(showing)
            .On<SlackEvent.AppUninstalled>(installation)
            .On<SlackEvent.TokensRevoked>(installation);
    }
}
