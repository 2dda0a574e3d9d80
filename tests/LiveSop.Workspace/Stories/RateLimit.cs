using LiveSop.Workspace.Company;
using static LiveSop.Workspace.Stories.CommonSteps;
using static LiveSop.Workspace.Stories.Process;

namespace LiveSop.Workspace.Stories;

/// <summary>A customer's integration needs more API calls than the plan allows. Somebody has to approve.</summary>
internal static class RateLimit
{
    private static readonly Activity AskUseCase = new("ask-what-the-calls-are-for", Role.Support, """
        {what|which} {endpoint|call} {do they use|is it about} and {how often|for what purpose}?
        {~could|please} {describe|outline} {the use case|what they're building|their traffic}
        {why so many calls|what drives the traffic}? {is it a sync|do they poll}
        {how many requests|what volume} {do they expect|are they planning} {at peak|per minute}?
        {permanent or|is this for good or} {just for a migration|only for the weekend}?
        {before I ask platform|platform will ask anyway}: {what's the purpose|which routes}, {what peak|for how long}
        {tell me about|I'd like to understand} {their integration|the script behind it}, {polling|batch|live sync}?
        {numbers please|can they put a figure on it}: {requests per minute|calls per hour}, {time of day|which resource}
        Please {elaborate on|explain} the {intended usage|technical need}.
        {do they already use bulk|have they tried the batch call}, {or one by one|and what's the pattern}?
        {who is calling us|which tool}, {an ERP|a homegrown script} or {zapier|a partner}?
        """)
    {
        Reply = """
            {mainly|mostly} $endpoint, {every minute|nightly sync}, about $limit
            {an ERP sync|their new shop system} on $endpoint
            {they migrate this month|one-off migration}, {$count k records|a few weeks}
            {they poll $endpoint|polling, I'm afraid}
            $limit {at peak|in the mornings}, on $endpoint
            """,
        ReplyChance = 0.92,
    };

    private static readonly Activity CheckUsage = new("check-the-current-usage", Role.Support, """
        {looked at|checked} {their usage|their traffic|the API stats}, {peaks at $limit|they hit 429 $count times today}
        {usage graph|the api dashboard} {shows|says} {$count throttled calls|a plateau at the cap} {since $time|yesterday|}
        {they really|indeed they} {run into the cap|max it out} {every morning|at full hours}, mostly $endpoint
        {counting|tallying} {their calls|what they send}: {nearly all on $endpoint|peak $limit}
        {from the gateway logs|according to the gateway}: {$count refusals|429s in bursts}, {one api key|two clients}
        {statistics|figures} {of the last week|for 7 days} {pulled|here}: {average is low|bursts only}, {top is $endpoint|worst on Mondays}
        {their quota|current ceiling} is $limit and {they're always at it|it's used up within seconds}
        I {reviewed|have evaluated} the {consumption|load profile}, {it is constantly at the ceiling|$endpoint dominates}.
        {can confirm|yes,} the {throttling|429s}: {$count in an hour|ever since $time}
        {pulled the curve|read the meter}: {flat line at the top|spikes at the full hour|one noisy key}, {matches their story|that's heavy}
        {they burn through it|allowance gone} {by 9:15|within the first seconds}, {rest of the minute they're refused|queueing begins}
        {who calls what|top talkers}: {$endpoint leads by far|a single script|two keys share it}, {$count refused this morning|often with identical parameters}
        """);

    private static readonly Activity AskPlatform = new("ask-for-limit-approval", Role.Support, """
        $engineer {can we raise|may we lift} {them|$customer} to $limit?
        {asking for approval|need an ok}: $limit for $customer, $engineer
        $engineer {would the cluster cope with|is there room for} $limit {from this one|on $endpoint}?
        {request for platform|platform question}: {increase|bump} $customer {to|up to} $limit, $engineer {fine|objections}?
        {they'd need|wish is} $limit, $engineer {your decision|say yes or no please}
        {can't decide that alone|policy says you decide}, $engineer: {double their quota|$limit on $endpoint}?
        $engineer {please review|for your sign-off}: {higher ceiling|more throughput} for $customer ($limit)
        {up for approval|awaiting a nod}: {quota change|api raise} {to $limit|as described above}, $engineer
        {green light for|permission to set} $limit {until the migration is over|}, $engineer?
        $engineer {is there slack for this|any headroom}? {we'd go to|target would be} $limit, {only their key|for $customer alone|until they finish}
        {capacity question|load question}, $engineer: {does $limit scare you|may one tenant do $limit|what if they get $limit}?
        {platform must bless this|you own the throttle}, $engineer: {shall I promise $limit|new ceiling $limit|open the tap for $customer}?
        {putting this before you|for your judgement}, $engineer: {they ask for $limit|a bigger bucket}, {worth it commercially|reasonable pattern in my eyes|usage above}
        {would it hurt anyone|do neighbours suffer} {if they ran at|with} $limit, $engineer? {I'd grant it|your cluster, your rules|}
        {throughput wish|capacity request} {above is theirs|from $customer}, {may I nod|shall it pass}, $engineer? {figure: $limit|they say $limit}
        """)
    { ReplyChance = 0 };

    private static readonly Activity ApproveLimit = new("approve-the-limit", Role.Platform, """
        {approved|ok|fine with me|go for it}, {for two weeks|until the end of the month|permanently|}
        {yes|sure}, {headroom is plenty|that shard is bored anyway}
        {we can carry that|capacity allows it}, {set it|please proceed}
        {green light|you have my go}, {but watch latency|keep an eye on p95}
        {no problem|not an issue}, $limit {is peanuts|won't hurt}
        {checked capacity|looked at the load}, {do it|feel free}
        {I'm good with|agreed to} $limit, {review after a month|put an expiry on it}
        {signed off|granted}, {off-peak would be kinder|tell them to back off on 429}
        The {increase|change} is {admissible|authorised} {from our point of view|}.
        {let them have it|they may}, {the nodes are half asleep|we doubled hardware in May|no risk there}
        {looks reasonable|harmless}, {I'd even give more|set and forget|tell them it's monitored}
        {nothing speaks against it|I see no danger}, {they pay for it anyway|gateway can take triple|enjoy the speed}
        {allowed|permitted|blessed}, {as long as they back off politely|until the contract ends|one key only though}
        """)
    { ReplyChance = 0 };

    private static readonly Activity DeclineLimit = new("decline-and-suggest-bulk-calls", Role.Platform, """
        {sorry, no|rather not|can't approve that}, {polling $endpoint that often is the problem|they should use the bulk call}
        {one bulk request|the batch endpoint} {does the same|would replace hundreds of calls}, {please point them there|see $doc}
        {not needed|no raise necessary}: {webhooks|push} {would save them 90% of the calls|instead of polling}
        {I'd say no|declined}, {cache the answers|ask them to page with 500 items}
        {that pattern won't scale|it hurts the neighbours}, {suggest batching|they need to redesign the loop}
        {against it|thumbs down}, {send them $doc|explain conditional requests}
        {use etags|they fetch unchanged data} - {most calls are wasted|nine in ten answers are identical}. {no increase|quota stays}
        {better idea|alternative}: {subscribe to changes|nightly dump} {rather than|in place of} {hammering|querying} $endpoint
        We {regret|must refuse}, {the load would be harmful|stability comes first}; {the collective call is preferable|kindly propose batching}.
        {wrong tool|bad pattern}: {asking row by row|a tight loop|full fetches}, {collect ids and ask once|they should subscribe|delta queries exist}
        {won't open the tap for that|keeping the cap}, {a hundred items fit in one call|let them listen for changes|happy to review their code}
        """)
    { ReplyChance = 0.7, Reply = """
        {understood|fair enough}, {will pass it on|I'll talk to them}
        {ok|hmm}, {they won't love it but ok|they can live with that}
        {makes sense|got it}, {sending them the link|thanks for explaining}
        """ };

    private static readonly Activity SetLimit = new("set-the-new-limit", Role.Platform, """
        {set|raised|changed} {to|their limit to} $limit
        {new cap|new ceiling|quota} {is live|active}: $limit
        {applied|rolled out} {the override|it} {on the gateway|for their key}, {takes a minute to spread|effective now}
        {they have|$customer has} $limit {from now on|as of $time}
        {config merged|flag flipped}, {throttle moved up|bucket size increased}
        {bumped|widened} {it|the bucket} {on all nodes|in the gateway}, {no restart needed|live}
        {done in terraform|override added}, {expires by itself|I added an end date}
        The {threshold|allowance} was {elevated|modified} {as requested|}.
        {more room now|they can go faster}: $limit
        {turned the dial|opened the tap} {to $limit|a notch|as agreed}, {their key only|already effective|verified with a burst}
        {gateway rule|throttle entry} {written|merged|pushed} {for $customer|with comment}, {allows $limit|twice the old figure}
        """);

    private static readonly Activity Remind = new("set-a-reminder-to-lower-it", Role.Support, """
        {set|put} {a reminder|something in my calendar} to {lower it|take it back} {in $days days|after the migration}
        {note to self|reminder}: {reset to normal|undo this} {on the 1st|in $days days}
        {will|I'll} {revert|bring it down again} {when they're done|at the end of the month}
        {temporary|this is time-boxed}, {calendar entry made|follow-up planned}
        {expiry|end} {noted in|is in} {the account|$ticket}, {we revisit in $days days|someone pulls it back then}
        {to be reversed|goes back} {in $days days|later}, {task created|on my list}
        I {scheduled|have arranged} a {review|follow-up} {for the return to the standard value|in due course}.
        {don't let me forget|I'll check in $days days} {whether they still need it|to shrink it}
        {so we don't forget|for hygiene}: {follow-up in $days days|ticket for the rollback|calendar ping}, {I own it|then back to the standard}
        {once the move is over|when things calm down}, {the old figure returns|somebody must undo it}, {wrote myself a note|booked for the 30th}
        {made a task|left a marker|alarm set} {to shrink it|for tidying up|about the exception}
        """);

    public static Story Story { get; } = new("rate-limit-raise", "Customer needs a higher API rate limit")
    {
        Places = [(Channels.Oncall, 0.45), (Channels.Support, 0.55)],
        Traits = [[("raise", 0.72), ("refuse", 0.28)], [("temporary", 0.45), ("lasting", 0.55)], [("known", 0.4), ("unknown", 0.6)]],
        Given = new("known", "$workspace", """
            {workspace|ws|tenant} {is|:} $workspace
            {it's|that's|we talk about} $workspace
            """),
        Requests = """
            $customer {gets|keeps getting|runs into} 429 {errors|responses}, {can we raise the limit|they'd like a higher limit}
            {please raise|could we increase} the {API limit|rate limit} for $customer {to $limit|}
            @temporary $customer {migrates|moves data} {this month|over the weekend} and needs {a higher rate limit|more API calls} {for a while|temporarily}
            @temporary {one-off|short-term} {raise|increase} of the {api quota|rate limit} {wanted|possible} for $customer? {initial load|data migration}
            {rate limit|throttling} {hurts|blocks} $customer, their {integration|ERP sync} {is refused|slows to a crawl} on $endpoint
            @refuse $customer {polls $endpoint every second|fetches the whole catalogue each minute} and {is throttled|complains about 429}, {can they have more|please lift it}
            @refuse {script|connector} at $customer {asks for one item at a time|calls $endpoint per article}, {limit reached constantly|they want $limit}
            {"too many requests"|429} at $customer {since $time|all day}. {is there a way to lift that|options}?
            $contact {asks|would like to know} {if we can allow|about} $limit {on $endpoint|for their key}
            {how high can we go|what's the max} on API calls? $customer {needs $limit|is growing}
            {API quota|call allowance} {used up|too small} at $customer, {what can we do|who decides}?
            """,
        Process = Then(
            Maybe(0.4, Acknowledge),
            Maybe(0.8, AskWorkspace, unless: "known"),
            AnyOrder(AskUseCase, CheckUsage),
            AskPlatform,
            Either(When("refuse", DeclineLimit), When("raise", ApproveLimit, SetLimit, Either(When("temporary", Remind), When("lasting")))),
            Maybe(0.45, Close)),
        Pace = new(18, 22, 15, 1.1),
        Weight = 0.9,
        IssueTitles = """
            {Raise|Increase} {API limit|rate limit} for $customer to $limit
            $customer {throttled|gets 429} on $endpoint
            {Temporary|Permanent} quota change: $customer, $limit
            """,
    };
}
