using LiveSop.Domain.Text;

namespace LiveSop.Domain.Sops.Wording;

/// <summary>The words behind <see cref="Verbs"/>.</summary>
internal static class VerbList
{
    public const string Regular =
        """
        accept access acknowledge act activate adapt add address adjust admit advise affect agree align allocate allow alter amend analyse analyze announce
        answer apologise apologize appear apply approve archive arrange arrive ask assess assign assist assume assure attach attempt audit authenticate
        authorise authorize automate avoid await backfill ban bill block book boot bounce browse bump cache calculate call cancel capture cause change
        charge chase chat check claim clarify classify clean clear click clone close collect combine commit communicate compare compile complain complete
        compute configure confirm connect consider consult contact continue contribute convert cool copy correct count cover crash create credit
        customise customize debug decide decline decrease deduct define delay delegate delete deliver deny depend deploy describe deserve design detach detect
        determine diagnose disable discard disconnect discover discuss dismiss dispatch display dispute divide document double downgrade download drain drop
        duplicate edit educate elevate email emulate enable encourage encrypt end enforce engage enhance enrol enroll ensure enter erase escalate establish
        estimate evaluate examine exceed exchange exclude execute expand expect expedite expire explain export expose extend extract fail fetch file fill
        filter finalise finalize finish fix flag flush follow force format forward freeze fulfil fulfill function fund gather generate grant group guess guide
        handle happen help highlight hope host identify ignore implement import improve include increase indicate inform initiate inquire insert inspect
        install instruct integrate intend interrupt introduce invalidate invest investigate invite invoice involve issue join jump kick kill label
        launch like limit link list load locate lock log look lookup lower mail maintain manage map mark match measure merge message migrate miss mitigate modify
        monitor mount move mute need negotiate note notice notify obtain occur offer onboard offboard open operate optimise optimize order organise organize
        page park parse pass paste patch pause perform phone pick pin ping plan plug point post postpone power prefer prepare press prevent print
        prioritise prioritize process produce promise promote proceed propose protect prove provide provision publish pull purchase purge push qualify query
        question queue raise reach react realise realize reassign reboot receive recall recheck recommend reconcile reconnect record recover recreate redeem redirect
        reduce refer refresh refund refuse regenerate register reindex reinstall reinstate reissue reject relate relay release reload rely remain remember remind
        remote remove rename renew repair repeat replace reply replicate report reproduce request require reroute reschedule reserve resolve respond
        restart restore restrict resume retain retry return revert review revise revoke ring roll rotate route sample save scale scan schedule scroll search
        secure seem select separate serve settle share shift ship show sign simulate skip sort specify stage start state stay step stop store stream submit
        subscribe subtract succeed suggest supply support suppose suspect suspend swap switch sync synchronise synchronize tag talk target terminate test thank
        track train transfer transform translate trigger triage troubleshoot trust try tune turn type unassign unblock uninstall unlink unlock unpause
        unsubscribe update upgrade upload use validate verify view visit void vote wait walk want warn waive watch whitelist welcome wipe wish wonder work
        reopen rerun unmute deactivate reactivate rebook loop touch hand wrap shout head tally trace narrow chunk quarantine sort enlarge requeue nudge jot peek decouple reimburse
        """;

    private const string Irregular =
        """
        become became become,begin began begun,bring brought,build built,buy bought,catch caught,choose chose chosen,come came come,cost cost,cut cut,
        deal dealt,dig dug,do did done,draw drew drawn,drive drove driven,eat ate eaten,fall fell fallen,feel felt,fight fought,find found,forget forgot forgotten,
        get got gotten,give gave given,go went gone,grow grew grown,have had,hear heard,hide hid hidden,hold held,keep kept,know knew known,lead led,leave left,
        lend lent,let let,lose lost,make made,mean meant,meet met,override overrode overridden,overwrite overwrote overwritten,pay paid,put put,quit quit,
        read read,reset reset,rewrite rewrote rewritten,rebuild rebuilt,resend resent,resell resold,rerun reran rerun,redo redid redone,retake retook retaken,
        run ran run,say said,see saw seen,sell sold,send sent,set set,shut shut,sit sat,speak spoke spoken,spend spent,split split,stand stood,stick stuck,
        swear swore sworn,take took taken,teach taught,tell told,think thought,throw threw thrown,understand understood,undo undid undone,upset upset,
        wake woke woken,wear wore worn,win won,withdraw withdrew withdrawn,write wrote written,spin spun,freeze froze frozen,be was were been
        """;

    /// <summary>Base, past, and participle where it differs.</summary>
    public static IReadOnlyList<string[]> IrregularRows { get; } = [.. Words.Phrases(Irregular).Select(row => row.Split(' '))];
}
