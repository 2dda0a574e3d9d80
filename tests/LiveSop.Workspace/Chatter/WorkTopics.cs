using LiveSop.Workspace.Company;
using static LiveSop.Workspace.Company.Channels;

namespace LiveSop.Workspace.Chatter;

/// <summary>Work, but nobody's case. Some of it speaks of the same things as cases do, which is what makes telling them apart hard.</summary>
internal static class WorkTopics
{
    public static IReadOnlyList<Topic> All { get; } =
    [
        new("announcement", 0.8)
        {
            Places = [(Announcements, 0.8), (General, 0.2)],
            Starters = House.Of(Role.Lead, Role.Product, Role.Office, Role.Privacy),
            Talk = 2,
            Opens = """
                {all hands|town hall} {on Thursday|next Tuesday} at {three|ten}, {agenda is pinned|bring questions}
                {reminder|please remember}: {timesheets|expense reports|holiday requests} {are due|close} {on Friday|tomorrow}
                {new|updated} {travel policy|security training|handbook chapter} {online|is out}, {takes ten minutes|please read by the 15th}
                {the office|London office|our floor} {will be closed|stays shut} {on Monday|for the holiday}, {plants will be watered|take your laptops}
                {maintenance window|planned work}: Saturday {six to eight|early morning}, {no action needed|status page is updated}
                {fire drill|lift inspection} {at eleven|on Wednesday}, {don't be alarmed|use the stairs}
                {we're hiring|open position}: {a support engineer in Lisbon|second product designer}, {refer a friend|bonus for referrals}
                {phishing test results|security note}: {well done|three clicked}, {report odd mails with the button|never share codes}
                {quarter in numbers|results}: {churn down|best quarter yet}, {slides linked|details at the all hands} <https://wiki.tarnbrook.example/q>
                """,
            Answers = """
                {thanks for the heads-up|noted|thank you}
                {will it be recorded|is there a recording}?
                {done|submitted}
                {calendar invite please|added to my calendar}
                """,
        },
        new("deploy", 1.0)
        {
            Places = [(Oncall, 0.6), (General, 0.4)],
            Starters = [House.DeployBot],
            Talk = 1,
            Opens = """
                Deployed {api|web|worker|gateway} {4|5}.$count to {production|staging} ($days commits)
                Release {api|web|worker} {4|5}.$count {rolled out|finished} in {eu|us|ap}
                Build #$count of {web|mobile|worker} {passed|succeeded} after $days min
                Deploy of {gateway|web} started by {kate.rowan|leo.santini|elif.demir|sam.whitaker}
                Rollback of worker 5.$count {completed|done}
                Migration $count {applied|finished} on {eu-1|us-2|ap-1}
                """,
            Answers = """
                {nice|smooth}
                {watching the graphs|looks healthy}
                {is the cache fix in there|did that include the date picker}?
                :rocket:
                """,
        },
        new("release-talk", 0.9)
        {
            Places = [(General, 0.4), (Oncall, 0.3), (Support, 0.3)],
            Starters = House.Of(Role.Product, Role.Platform),
            Talk = 4,
            Opens = """
                {release notes|changelog} for {this week|the new dashboards} {are up|published}, {feedback welcome|tell your customers}
                {beta|early access} of {the new editor|bulk webhooks|saved filters} {opens on Monday|is live}, {who has candidates|send me names}
                {code freeze|no merges} {from Thursday|until the audit is over}, {hotfixes ask Kate|plan accordingly}
                {what's new|coming next}: {exports in parquet|audit log for admins|faster search}, {demo at four|video below}
                {old API version|v1} {retires in autumn|will be switched off in October}, {mails went out|docs are updated}
                {we renamed|heads up, we renamed} "Collections" to {"Folders"|"Sets"}, {screens changed slightly|help pages follow}
                {load test|game day} {went well|tonight at nine}, {numbers in the wiki|expect some noise on the dashboards}
                {design|mock-ups} for {login page|invoice view} {v3 ready|need eyes}, {comment in the file|what do you think}
                """,
            Answers = """
                {finally|yes|love it}, {customers asked for it forever|been waiting for this}
                {does it work on mobile|will it be in all plans|is there a flag}?
                {great work|looks slick|:rocket:}
                {I have two customers for that|adding mine to the list}
                {where do I find the doc|link please}
                """,
        },
        new("link", 0.8)
        {
            Places = [(Lounge, 0.5), (General, 0.2), (Support, 0.2), (Oncall, 0.1)],
            Talk = 3,
            Opens = """
                {worth reading|good article|interesting take}: <https://reading.example/post-$count> {on writing better replies|about queues|}
                {this|found this} <https://reading.example/v/$count> {explains certificates in five minutes|is oddly relaxing|made me laugh}
                {conference talk|video} {about|on} {incident reviews|remote teams|tone of voice}: <https://talks.example/$count>
                {summary|minutes} of {yesterday's meeting|the offsite}: <https://wiki.tarnbrook.example/m/$count>
                {survey|poll} {for the summer party|about desks}: <https://forms.tarnbrook.example/$count> {takes a minute|closes tonight}
                {wrote up|put together} {how webhooks retry|a guide to tax ids|our SSO cheat sheet} for {new joiners|myself, maybe useful}: $doc
                """,
            Answers = """
                {thanks for sharing|great read|bookmarked}
                {disagree with point three|love the part about naming}
                {tl;dr|short version} {anyone|please}?
                {watching tonight|on my list}
                """,
        },
        new("standup", 0.9)
        {
            Places = [(Support, 0.5), (Oncall, 0.3), (Billing, 0.2)],
            Talk = 2,
            Opens = """
                {yesterday|done}: {onboarding calls|macros cleaned up|queue review}. {today|next}: {training deck|two demos|backlog grooming}. {no blockers|blocked by nothing}
                {standup|daily} {in writing|}: {finishing the quarterly report|shadowing Tom|writing docs}, {then interviews|afternoon off}
                {plan for today|focus today}: {help centre articles|metrics for Dana|renewal prep}
                {queue is calm|quiet morning|busy start}, {using the time for docs|I'll tidy the labels|will skip the workshop}
                {I'm on shift|covering the early shift} {until two|today}, {Casey takes the late one|ping me first}
                {handover|end of shift}: {nothing open|all quiet}, {graphs are flat|have a calm night}
                {on-call rota|shift plan} for {next month|the holidays} {is in the calendar|needs two more volunteers}
                {retro|team meeting} {moved to|is at} {three|half past ten}, {same room|link in the invite}
                """,
            Answers = """
                {thanks|noted|sounds good}
                {I can take the Friday|put me down for the 24th}
                {same here|likewise}
                {need help with the deck|shout if you want a reviewer}
                """,
        },
        new("product-question", 1.0)
        {
            Places = [(Support, 0.55), (General, 0.2), (Oncall, 0.25)],
            Talk = 3,
            Threaded = 0.8,
            Opens = """
                {quick knowledge check|curious}: {how long do we keep webhook logs|what's the default API limit|do exports include archived items}?
                {for a tender|prospect asks}: {are we ISO certified|where is data hosted|can invoices be in Swiss francs}?
                {where's|who owns} the {slide|one-pager} {about SSO|on security|with the architecture}?
                {idea|thought}: {we should show the workspace id in the header|refund form could be simpler|status page needs a webhook section}
                {do we support|is there a plan for} {SCIM|dark mode|passkeys|Arabic}? {three prospects this week|asking for a friend}
                {glossary|wording} question: {"seat" or "licence" in public texts|do we say sign in or log in}?
                {numbers|stats}: {login cases down 20%|exports were our top topic last month}, {dashboard in the wiki|details on Thursday}
                {docs|help page} on {billing and tax|deleting data|rate limits} {updated|rewritten}, {thanks to Max|please use the new link}
                """,
            Answers = """
                {thirty days|600 a minute|yes since spring}, {it's in the docs|see the pricing page}
                {Ruth will know|ask Max|I think Kate wrote that}
                {EU and US, customer's choice|yes, certificate is in the trust centre}
                {+1|good idea|please file it in the idea box}
                {on the roadmap|not planned|maybe next year}
                {we say "seat"|I vote for sign in|whatever the style guide says}
                """,
        },
        new("logistics", 0.7)
        {
            Places = [(General, 0.35), (Support, 0.2), (Billing, 0.25), (Escalations, 0.2)],
            Talk = 3,
            Opens = """
                {can we move|moving} {our sync|the weekly} {to four|to tomorrow|by half an hour}?
                {who has|has someone} {a spare adapter|the key for room Birch|a second monitor}?
                {my VPN|my laptop} {is slow|keeps restarting}, {anyone else|or just me|IT is on it}
                {booked|reserved} {room Alder|the big room} {for the workshop|all day}, {sandwiches at noon|bring chargers}
                {month end|closing} {on Wednesday|next week}, {get your order forms in|commission data too}
                {QBR|account review} {prep|slides} {for next week|due Friday}: {template is in the drive|add your three points}
                {travel|trip} to {Porto|Leeds|Hamburg} {booked|confirmed}, {see some of you there|who shares a taxi}
                {forecast call|pipeline review} {cancelled|is short today}, {half an hour back for you|use the time well}
                """,
            Answers = """
                {works for me|fine|ok}
                {I have one|third drawer, left side}
                {just you|same here since nine|restart helped}
                {thanks for organising|I'll bring cables}
                {can't make it|conflict, sorry}
                """,
        },
    ];

    public static IReadOnlyList<Topic> Everything { get; } = [.. SocialTopics.All, .. All];
}
