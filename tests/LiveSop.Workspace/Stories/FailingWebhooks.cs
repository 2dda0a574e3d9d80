using LiveSop.Workspace.Company;
using static LiveSop.Workspace.Stories.CommonSteps;
using static LiveSop.Workspace.Stories.Process;

namespace LiveSop.Workspace.Stories;

/// <summary>Events no longer reach the customer's own server.</summary>
internal static class FailingWebhooks
{
    private static readonly Activity AskEndpoint = new("ask-for-the-endpoint", Role.Support, """
        {which|what} {endpoint|url} {is failing|do they have registered|isn't getting anything}?
        {~could|please} {send|share} the {webhook url|target address|receiver}?
        {where should|where are} the {events|calls} {go|supposed to land}, {full address please|which host}?
        {they have|I count} {three|four} {hooks|subscriptions}, {is it all of them|which one}?
        {since when|from what time on} and {for which url|on which address}?
        {event type|kind of event} and {destination|receiving url} {please|?}
        {need|give me} {the address of their listener|the callback url} {to filter the log|}
        {is it orders, stock or both|all events or just one sort}? {and the address they listen on|what's the host}
        Please {name|state} the {recipient address|callback} {and the period affected|}.
        {copy|paste} {the line from Settings, Webhooks|what stands in their hook list}
        {where do they listen|what did they register}? {host and path|the whole line|copy from the hook page}
        {any sample|one example event id} {or the address|plus destination}? {without I drown in logs|search needs it|}
        """)
    {
        Reply = """
            $url
            {it's|this one:} $url
            {since $time|started $time}, $url
            {all of them|only orders}, $url
            {they listen on|target is} $url
            """,
        ReplyChance = 0.95,
    };

    private static readonly Activity CheckDeliveries = new("check-the-delivery-log", Role.Support, """
        {checked|looked at|opened} the {delivery log|webhook log|attempts}, {all $status|$count failures since $time}
        {log|history} {says|shows} $status {from their side|for each attempt}
        @cert {TLS fails|handshake error}: {their certificate|the chain} {expired|isn't complete} {yesterday|at $time}
        @cert {we refuse to connect|can't connect}, {self-signed certificate|intermediate missing} on {their host|the receiver}
        @slow {their server|the receiver} {answers too slowly|takes longer than ten seconds}, {we give up|counted as failure}
        @slow {timeouts everywhere|every call runs into the time limit}, {listener does its work before answering|they reply after 14 s}
        @disabled {the hook|this subscription} {was switched off|got disabled} {automatically|by our system} after {$count|too many} failures
        @disabled {status is "paused"|it's inactive} since $time, {too many errors in a row|safety cut-out}
        {attempts|calls} {pulled|listed}: {first failure $time|$count in the dead letter box}
        {I see them leaving|we do send}, {but nobody accepts|answer is $status}
        {tracing|replaying in my head} {one event|a sample}: {got $status|refused by the far end}
        I {consulted|have inspected} the {transmission log|attempt history}, {the outcome is $status|pattern recognised}.
        {outgoing calls|what we posted} {since $time|this morning}: {$count red, few green|answer $status}, {not our network|pattern is clear|more below}
        """);

    private static readonly Activity AskRenewCert = new("ask-to-renew-the-certificate", Role.Support, """
        {they need to|customer has to} {renew|replace} {the TLS certificate|their certificate} {on that host|}
        {please ask $contact to|could they} {install the full chain|update the cert on their server}
        {ssl labs|any checker} {will show|confirms} {the chain problem|it's expired}, {their ops must act|for their admins}
        {nothing to fix here|their end}: {valid certificate required|let's encrypt expired there}
        {tell them|let them know} {the intermediate is missing|the padlock is broken}, {nginx needs fullchain|one line in nginx}
        {only|as soon as} {a trusted certificate is in place|https is valid again} {can we deliver|deliveries resume}
        {who runs|whoever operates} {that machine|their gateway} {should reissue it|needs to act}
        We {advise|request} them to {restore a valid chain|remedy the encryption}.
        {browser would complain too|anyone gets a warning there}: {outdated cert|chain broken}, {their web team must swap it|please nudge them}
        {needed from them|to do on their machine}: {a fresh certificate|the missing intermediate|automatic renewal}, {then events flow|I test right after}
        {padlock trouble|https isn't healthy} {at their gateway|on the receiving host}, {new cert please|could ops look|renewal script died maybe}
        {we insist on valid encryption|security forbids ignoring it}, {so a proper certificate must come|they have to reissue|kindly ask them}
        """)
    { Reply = """
        {they renewed it|new cert is up}
        {$contact did it|done on their side}, {please check|valid now}
        {forwarded to their ops|told them}, {fixed within the hour|they're on it}
        """ };

    private static readonly Activity AskAnswerFaster = new("ask-to-answer-at-once", Role.Support, """
        {they should|receiver must} {answer 200 first|reply immediately} and {work later|do the job in the background}
        {please ask $contact to|could they} {put events in a queue|decouple it}, {see $doc|ten seconds is the limit}
        {tip for their developers|for the devs}: {acknowledge, then process|store and return}
        {listener does too much|too much work in the request}, {move it to a worker|respond quickly instead}
        {we can't wait longer|limit isn't negotiable}, {they need to be quicker|make the handler lighter}
        {best practice|recommended}: {return an empty 200|accept right away}, $doc
        {send them|point them to} $doc, {chapter on slow receivers|there's an example in node}
        It is {advisable|necessary} to {confirm receipt without delay|separate receipt and processing}.
        {say yes first, think later|thank us and hang up}: {that's the pattern|listener should do that}, {heavy work belongs in a job|see $doc}
        {fourteen seconds is an age|we hang up after ten}, {please let their coders know|could they make it snappy|a buffer would do}
        {ask the developers over there|a hint for $contact}: {store the payload|respond before writing to the ERP}, {queue the rest|$doc shows how}
        {quick nod, slow work|don't compute while we wait}: {a worker can do the rest|buffer the event|that's in our guide}
        {they hold the line open too long|response arrives after we left}, {an immediate 200 would cure that|should be a small change|examples: $doc}
        """)
    { Reply = """
        {they changed it|deployed a queue}, {answers in 200 ms now|fast now}
        {passed to their devs|devs informed}
        {$contact says|they say} {done|it's deployed}
        """ };

    private static readonly Activity Reenable = new("switch-the-endpoint-on-again", Role.Support, """
        {re-enabled|reactivated|switched on} the {endpoint|hook|subscription}
        {unpaused|resumed} {it|deliveries} {for $url|}
        {toggle is back on|status active again}, {new events flow|first ones came through}
        {lifted|reset} the {safety cut-out|failure counter}, {sending again|live}
        {turned|flipped} {it|the webhook} back {on|to active}
        {subscription|hook} {wakes up again|lives}, {next event goes out normally|test ping got a 200}
        The {delivery|channel} has been {reinstated|resumed} {as of $time|}.
        {pressed enable|took it out of quarantine}, {looks fine so far|200s coming in}
        {back in service|open for business}: {hook active|the paused target|first event accepted}
        {removed the pause|ended the quarantine|cleared the lock} {on their receiver|for that address}, {watching the next calls|counter is zero}
        {brought it back to life|woke it up}: {status green|the hook takes events|pings return fine}
        {activated once more|now listening again}, {failure count set to zero|will it stay up|new orders pass}
        """);

    private static readonly Activity Replay = new("replay-the-missed-events", Role.Platform, """
        {replayed|re-sent|redelivered} {the missed events|$count events|everything since $time}
        {replay|redelivery} {running|started|through}, {$count of them|oldest first}
        {pushed|sent} {the backlog|what they lost} {again|once more}, {all 200|no failures}
        {emptied|flushed} the {dead letter queue|parking lot}, {they should have all now|nothing pending}
        {catching up|making good}: {$count messages|events from $time on} {go out again|resent}
        {they get|you'll see} {the missing ones|a burst of old events} {in order|now}, {duplicates are possible|ids stay the same}
        {ran the resend script|triggered a second delivery} for {their hook|that window}
        The {undelivered|outstanding} {notifications|items} were {transmitted anew|repeated}.
        {history is complete again|gap filled}, {$count delivered|took two minutes}
        {what got lost|everything unsent|the parked ones} {is on the wire|travels again|arrived}, {$count in all|same ids|sorted by time}
        {second helping|repeat run}: {from $time until now|$count notices}, {accepted one by one|half done|complete}
        """);

    public static Story Story { get; } = new("webhooks-fail", "Webhook deliveries to a customer fail")
    {
        Places = [(Channels.Oncall, 0.5), (Channels.Support, 0.5)],
        Traits = [[("cert", 0.36), ("slow", 0.3), ("disabled", 0.34)], [("known", 0.4), ("unknown", 0.6)]],
        Given = new("known", "$url", """
            {url|target|endpoint} {is|:} $url
            {they listen on|it goes to} $url
            """),
        Requests = """
            {webhooks|our webhooks} {don't arrive|fail} at $customer {since $time|since this morning|}
            @known $customer {gets no events|receives nothing} on $url {any more|since $time}
            @known {deliveries|calls} to $url {fail|are all red}, customer is $customer
            @cert $customer {changed their certificate|has a new load balancer}, {now our webhooks fail|since then no webhook arrives}
            @cert {TLS|certificate} {error|trouble} {on|with} webhooks to $customer, {$count failed|all since $time}
            @slow {webhooks|events} {to|for} $customer {time out|are late or lost}, {their server is busy|they say load is high}
            @slow $customer {misses|loses} about {every third|half the} {event|webhook} {at peak times|in the mornings}
            @disabled {webhook|hook} at $customer {is greyed out|shows "paused"}, {they can't turn it on|why is that}
            @disabled {after an outage on their side|they had downtime}, $customer {receives no events|gets nothing from us any more}
            {are there problems|is there an issue} with {event delivery|webhooks}? $contact {sees gaps|reports missing orders}
            {orders|stock changes} {no longer reach|don't show up in} {the ERP of $customer|$customer's shop}, {they rely on our events|integration by webhook}
            {could someone check|please look at} the {hooks|event stream} of $customer, {$count orders missing|their queue is empty}
            """,
        Alerts = """
            [FIRING] webhook_failure_ratio over 50% for $domain ($status)
            ALERT {deliveries|webhooks} to $url failing: $count in 15 min, last answer $status
            """,
        Process = Then(
            Maybe(0.45, Acknowledge),
            Maybe(0.85, AskEndpoint, unless: "known"),
            CheckDeliveries,
            Repeat(0.15,
                Then(
                    Either(When("cert", AskRenewCert), When("slow", AskAnswerFaster), When("disabled")),
                    Either(When("disabled", Reenable), Or(0.5, Reenable), Or(0.5)),
                    Maybe(0.8, Replay),
                    AskToTryAgain),
                CheckDeliveries),
            Maybe(0.5, Close)),
        Pace = new(11, 16, 18, 1.0),
        Weight = 1.1,
        IssueTitles = """
            {Webhooks|Events} to $customer {fail|time out} ($status)
            {Replay|Resend} $count {lost|missed} events for $customer
            {Hook|Subscription} of $customer {disabled|paused} after failures
            """,
    };
}
