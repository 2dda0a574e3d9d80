using LiveSop.Workspace.Company;
using static LiveSop.Workspace.Stories.CommonSteps;
using static LiveSop.Workspace.Stories.Process;

namespace LiveSop.Workspace.Stories;

/// <summary>An export runs for hours, or sits in the queue and does not start.</summary>
internal static class StuckExport
{
    private static readonly Activity AskJob = new("ask-for-the-job-id", Role.Support, """
        {which|what} {export|job} {is it|exactly}, {got the id|is there a job number}?
        {~could|please} {send|copy} {the job id|the export id} {from the list|}?
        {job number|export id}? {hover over the row|stands in the url of the export page}
        {they have|I see} {five|many} {running exports|entries in the list}, {which one hangs|name the one that's stuck}
        {what's it called|name of the report} and {when was it started|start time} please
        {need|give me} {the number next to the progress bar|something to search the queue for}
        {is it a scheduled one or by hand|manual run or schedule}? {id please|and its number}
        {point me to|tell me} {the run|the affected download}, {there are several today|I only see finished ones}
        Please {indicate|provide} the {reference of the run|identifier of the task}.
        {without the run's number I'd be guessing|the queue is long}, {what do they see in the list|which line is theirs}?
        {any reference|some identifier|a link} {to that run|for the download}? {otherwise I search by hand|speeds things up|many look alike}
        {could $contact copy|would you grab} {the digits|the code} {behind "job"|in the progress window|from their browser}?
        """)
    {
        Reply = """
            $job
            {it's|that's} $job
            {id is|number:} $job
            {the $report one|report on $report}, $job
            {started at $time|since $time}, $job
            """,
        ReplyChance = 0.95,
    };

    private static readonly Activity CheckQueue = new("look-at-the-job-queue", Role.Platform, """
        {looked at|checking|had a look at} the {job queue|export queue|scheduler}, {$job sits there|it's waiting behind $count others}
        @worker {queue|backlog} {on|of} $worker {isn't moving|has been frozen since $time}
        @worker $worker {stopped consuming|looks dead|hangs}, {heartbeat is old|no progress since $time}
        @worker {one of the ingest boxes|$worker} {lost its connection|is out of memory}, {everything behind it waits|that's the blocker}
        @huge {the job is alive|it does run}, {just enormous|but} $rows rows {is a lot|won't fit in one file}
        @huge {export hits|they ran into} the {row cap|memory ceiling} ({$rows|$rows records}), {then retries forever|and restarts each time}
        @huge {query for $report|that report} {selects everything since 2019|has no date filter}, $rows lines
        {dashboards|metrics} {show|tell me} {depth $count|the oldest entry is from $time}
        {grafana|monitoring} {open|up}: {throughput dropped at $time|one partition lags}
        {inspecting|tracing} {where it waits|the run} {in the scheduler|on the cluster}
        I {examined|have analysed} the {pipeline|processing backlog}, {there is congestion|findings follow}.
        {pending list|line of waiting jobs|pipeline} {is long today|shows $count entries|froze at $time}, {finding out why|digging|hm}
        {theirs is number $days in line|sits near the end}, {something ahead of it|an old run} {blocks the lane|hogs memory|refuses to die}
        @huge {sheer size|volume} {is the issue|kills it}: $rows {entries|records} {in one file|at a stretch}, {never designed for that|limit is a million}
        @worker {consumer|box} {hasn't said a word|sent its last sign of life} {since $time|for an hour}, {jobs are pinned to it|lane three is dead}
        {went to see|peeked into} {the scheduler|the cluster view}, {$count in line|nothing started since $time|oldest is theirs}
        """);

    private static readonly Activity RestartWorker = new("restart-the-ingest-worker", Role.Platform, """
        {restarted|bounced|rebooted} {$worker|the ingest worker|the worker}
        {gave|giving} $worker {a kick|a fresh start|a restart}, {queue is draining|things move again}
        {killed|recycled} the {pod|process}, {a new one took over|it came back clean}
        {turned it off and on again|classic cure}: $worker {is consuming again|picks up jobs}
        {rolling restart|redeploy} of {the ingest group|$worker} {done|finished at $time}
        {worker|consumer} {is back|alive again} {after a restart|since $time}, {backlog shrinking|catching up quickly}
        {rescheduled the container|drained the node}, {its replacement works|healthy now}
        {kubectl says ready|pod replaced}, {lag going down|jobs flowing}
        The {faulty instance|stalled component} was {relaunched|cycled}.
        {ok|so} {brought $worker back up|revived $worker}, {first jobs are through|I see movement}
        {cycled|relaunched} {the frozen box|that machine|our sleepy consumer}, {it swallows the waiting line|first results in|behaves}
        {stopped and started|reset|power-cycled} {the thing|the stuck process} {by hand|through the console}, {no data lost|all pending runs picked up}
        """);

    private static readonly Activity SplitExport = new("split-the-export", Role.Platform, """
        {split|cut} {it|the export} {into monthly files|in chunks|by quarter} and {queued them|started them}
        {ran it|launched it} {in smaller pieces|per month}, {twelve parts|each under the cap}
        {too big for one go|one file won't do}, {chunked it|broke it down by year}
        {added a date filter|narrowed the range} and {re-ran|started over} {as several runs|}
        {will arrive as|they'll get} {a zip with parts|several files} {instead of one|}, {processing now|first ones are done}
        {divided|partitioned} $report {by region|into blocks of 200k}, {requeued|submitted again}
        {manual run|by hand} {with pagination|piece by piece}, {looks promising|runs fine}
        The {extract|download} was {segmented|distributed over several runs}.
        {batches of 100k|slices} {are rolling|in progress}, {I'll join them afterwards|merge happens at the end}
        {sliced|carved up} {the monster|that download} {per quarter|by shop|along dates}, {small files come through|no more timeouts|piece one ready}
        {smaller portions|manageable lumps}: {one file a month|200k lines each}, {all submitted|first arrives soon|will tell when stitched}
        """);

    private static readonly Activity RequeueJob = new("queue-the-job-again", Role.Platform, """
        {requeued|re-submitted|restarted} {the job|$job|the export}
        {put|placed} $job {back in line|at the front of the queue}
        {cancelled|aborted} the {hanging run|old attempt} and {started a new one|kicked off another}
        {second run|fresh attempt} {started|is going} {at $time|now}
        {moved their job|bumped it} {up|to the priority lane}, {should be next|runs as we speak}
        {triggered|launched} {it again|a rerun} {for them|on behalf of $contact|}
        {the export|$report} {is running again|restarted from zero}, {eta 20 minutes|check the list}
        {cleared the lock|released it} and {it's running|let it go again}
        The {task|run} has been {scheduled anew|reinitiated}.
        {let's give it another chance|round two}: {launched at $time|sits first in line|already at 10%}
        {threw the old run away|dropped the zombie}, {its twin is crunching|created a copy|now it moves}
        {another try|one more run}: {submitted under the same name|now with higher priority|it left the waiting room}
        """);

    private static readonly Activity Watch = new("report-progress", Role.Platform, """
        {$percent done|at $percent now|progress: $percent}
        {halfway|two thirds} {through|there}, {looks stable|no errors}
        {still running|crunching}, {about 15 minutes to go|nearly there}
        {finished|completed} {at $time|without errors}, {file is in their list|download link is live}
        {watching it|keeping an eye on it}, {$rows rows so far|going steadily}
        {done|through}: {file size 240 MB|mail with the link went to $contact}
        {backlog is at zero|queue empty}, {theirs is out|all delivered}
        {status|update}: {parts one to nine are there|last part is writing}
        The {process|run} {concluded|is progressing} {as expected|normally}.
        {lag chart is flat again|numbers look healthy}, {their file dropped at $time|export has landed}
        {looking good|steady as she goes}: {$rows processed|no retries since|writer is at the final piece}
        {made it|there it is}: {green in the list|archive ready|complete at $time}, {a bit larger than thought|enjoy|all rows in}
        {intermediate news|small report}: {past the hard bit|$percent behind us}, {should end before lunch|patience|no hiccups}
        {eta|my guess}: {ten minutes|before three|soon}, {writer is busy|$percent of rows out}
        """);

    public static Story Story { get; } = new("export-stuck", "Export job is stuck")
    {
        Places = [(Channels.Oncall, 0.6), (Channels.Support, 0.4)],
        Traits = [[("worker", 0.62), ("huge", 0.38)], [("known", 0.4), ("unknown", 0.6)]],
        Given = new("known", "$job", """
            {job|export} {id |}{is|:} $job
            {it's|that's} $job
            """),
        Requests = """
            {export|download} of $report {hangs|is stuck} {at $percent|for hours} {for|at} $customer
            @known {export|job} $job ($customer) {doesn't move|sits at $percent} since $time
            @known $customer: $job {won't finish|pending since $time}, {can someone look|please check}
            $customer {can't export|gets no file} {any more|since this morning}, {spinner forever|"in progress" all day}
            @worker {several customers|$customer and one more} {report|see} {queued|waiting} exports, {is a worker down|nothing gets processed since $time}
            @worker {all exports|everything} {of|for} $customer {stay in "queued"|never start}, {even small ones|also the tiny daily one}
            @huge $customer {wants to pull|tries to export} $rows rows of $report and it {dies|times out}
            @huge {big export|huge report} {fails|never ends} at $customer: $report, {three years of data|about $rows lines}
            {is something wrong with|trouble with} exports? $contact {waits|has been waiting} for $report {since yesterday|for a board meeting}
            {the nightly|scheduled} {csv|export} for $customer {didn't come|never arrived} {last night|today}
            ~hello, {their download stays at|progress bar shows} $percent {and does nothing|since hours}, customer $customer, report $report
            {can somebody free|please unblock} {a stuck export|a hanging job} {for|at} $customer?
            """,
        Alerts = """
            [FIRING] export_queue_age over 30 min on $worker ({oldest|first in line} $job)
            [FIRING] $worker: no heartbeat since $time, $count jobs waiting
            ALERT ingest lag {critical|high}: $worker, {depth|backlog} $count
            """,
        Process = Then(
            Maybe(0.45, Acknowledge),
            Maybe(0.85, AskJob, unless: "known"),
            Maybe(0.5, HandToPlatform),
            CheckQueue,
            Repeat(0.18,
                Then(Either(When("worker", RestartWorker, Maybe(0.6, RequeueJob)), When("huge", SplitExport)), Maybe(0.6, Watch), AskToTryAgain),
                CheckQueue),
            Maybe(0.5, Close)),
        Pace = new(8, 12, 10, 1.0),
        Weight = 1.4,
        IssueTitles = """
            {Export|Report} of $report {never finishes|stuck at $percent} ($customer)
            $worker {stalls|stops consuming}, {exports pile up|queue grows}
            {Exports over|Downloads beyond} $rows rows {time out|die} for $customer
            {Hanging|Blocked} export $job
            """,
    };
}
