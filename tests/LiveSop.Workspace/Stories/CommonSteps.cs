using LiveSop.Workspace.Company;

namespace LiveSop.Workspace.Stories;

/// <summary>What responders do in several kinds of incidents.</summary>
internal static class CommonSteps
{
    public static Activity Acknowledge { get; } = new("take-the-case", Role.Support, """
        {I'll take this one|I'm on it|taking this|mine|got this one}, {back in a bit|will report back|give me a few minutes|}
        ~look {into this|at this|} now
        {on my list|picked up|assigned to myself}, {you'll hear from me|more soon|stay tuned}
        let me {dig into|investigate|look into|see about} {this|that one} {for you|before my next call|right away|}
        {seen|read}, {starting on it|pulling it up} now
        $requester {leave it with me|I can pick that up|happy to help here|that's one for me}
        {claiming it|grabbing this}, {nobody else needs to jump in|hands off please|you can all go back to lunch}
        {moment please|one sec|bear with me}, {opening the account|logging in to the back office|getting my coffee and then your problem}
        {I will handle this request|I have assigned this to myself|This is with me now} and {update you here|come back within the hour|keep this thread posted}.
        {interesting|ouch|not again}. {will check|let me poke at it|I'm investigating}
        {yep I'm around|I have capacity|free right now}, so {let me do it|I'll jump in}
        {sorry to hear that|that sounds annoying|oh no}, {I'll get going on it straight away|looking already}
        {added to my queue|put my name on it}, {should get to it before noon|next up after my current case|doing it first thing}
        {eyes on it|on it}
        """);

    public static Activity AskWorkspace { get; } = new("ask-workspace-id", Role.Support, """
        {which|what} workspace {is this|are we talking about|is affected|does this concern}?
        {~could|please} {send me|share|post|drop|give us} the workspace id {here|in this thread|}?
        do {you|we} {have|know} {the id of their workspace|their workspace number|the ws id} {by any chance|}?
        {need|I'd need|I'm missing} {the|a} workspace {identifier|id|slug} {to look anything up|before I can start|to find them in admin}
        {they|this company} {have|has} {several|three|a few} environments, {which one is broken|where does it happen|which of them do you mean}?
        {workspace id|ws number|tenant id}? {it's at the bottom of the settings page|you find it under Settings, General|it's in the address bar after /w/}
        $customer shows up {twice|several times} {on my side|in the back office}, {who is it exactly|which entry should I open|sandbox or live}?
        {in order to proceed|to continue|so that I can open the right tenant} I {need|require} the {identifier|number} {shown in their settings|of the environment in question}.
        {can't|cannot} {find|locate} {them|this account} by name. {got an id|what's the slug|any number I can search for}?
        {where|on which tenant} did {they|$contact} {see|hit|get} {this|that}, {exactly|precisely|}?
        {tell me|let me know} {the tenant|which instance|which environment} {and I'll have a look|please|so I can reproduce it}
        {is this|does it concern} {production or the test account|their live environment or a trial|the EU one or the US one}? {an id would help|send the slug|}
        {just|only} one {detail|thing} missing {in your message|above}: {the workspace|which workspace it was|id of the workspace}
        {link|url} to {their|the} {dashboard|home screen|account page} would {do|help|be enough}, I {need to|have to} {see|know} the {tenant|instance}
        {id please|workspace?|which ws?|ws id?}
        {would you happen to|do you} {have|know} {what it says after /w/ in their browser|the code from the settings footer}?
        """)
    {
        Reply = """
            {it's|that would be|} $workspace
            {sure|of course|oh right, sorry}, $workspace
            workspace {is|id is|:} $workspace
            $contact says $workspace
            {had to ask them|found it in the CRM}: $workspace
            {should be|I believe it's|pretty sure it is} $workspace
            """,
        ReplyChance = 0.95,
    };

    public static Activity AskToTryAgain { get; } = new("ask-whether-it-works", Role.Support, """
        {~could} {try|test} {it|that} {again|once more|now}?
        {does it|is it|would you say it's} {work|working|behaving} {now|for them now|on their end}?
        {please|} {have|ask|get} {the customer|$contact|them} to {retry|give it another go|repeat what failed|do it one more time}
        {should be|is hopefully|ought to be} {fixed|fine|resolved|back to normal}, {please verify|can somebody confirm|let me know}
        {any better|improvement|how does it look} {on their side|now|since then}?
        {can|could} {you|they} {confirm|check|verify} {that|whether} {the problem is gone|everything's in order again|it goes through}?
        {let me know|tell me|shout} if {the error|the trouble} {persists|comes back|is still there} after {a refresh|reloading|a fresh attempt}
        {would they mind|ask if they'd be so kind as} {checking|having another look|attempting it afresh}? {I expect success|fingers crossed|}
        {looks good|seems healthy|all green} {from here|from where I sit|on my screen}. {same for you|what do you see|do they agree}?
        {we're done on our end|nothing left to do for us}, {awaiting their verdict|waiting for a yes from $contact|over to you for the final check}
        {may I ask you to|I would like to ask you to} {validate|double-check} {the result|this} with {the customer|them}.
        {give it a spin|have a go|fire away}, {it should do the trick|hope it helps|and report back}
        {how about now|now?|and now?|better?}
        {what happens|what do they get} when {they|$contact} {repeat|redo} {the same thing|those steps} {today|at this point|}?
        {need|want} a {thumbs up|confirmation|yes} {from your side|from $customer} before {I close|we call it solved}
        did {that|the change} {help|solve it|do the job}? {curious|please answer here|}
        """)
    {
        Reply = """
            {yes|yep|confirmed}, {it works|all good|that did it}
            $contact {confirms|says} {it's fine|it works|everything is back} {now|again|}
            {fixed|solved|working}, {you're a star|brilliant|great job}
            {just tested|tried it}, {no error any more|looks normal}
            {they're happy|they're back in business|they can continue}
            {perfect|wonderful|excellent}, {that helped|problem gone}
            """,
        Setback = """
            {no|nope|unfortunately not}, {same as before|still broken|exactly the same error}
            {still failing|still no luck|hmm, no change} {for them|on their end|}
            $contact {just tried|retried} and {it fails again|gets the same thing}
            {not yet|sadly no}. {it got further but then stopped|it worked once and then broke again}
            {they report no difference|no improvement I'm afraid}
            """,
        ReplyChance = 0.9,
    };

    public static Activity Close { get; } = new("close-the-case", Role.Support, """
        {closing|resolving|wrapping up} {this|here|the case|} {then|}
        {marked|set|flagged} as {solved|done|resolved}, {reopen|ping me|come back} {if it returns|any time|should it pop up again}
        {great|good news|lovely|perfect}, {I'll close this|ticket closed|that's that}
        {glad|happy} {we could help|that worked|it's sorted}. {nothing more to do from our side|shutting this thread|archiving it}
        {finished here|case closed|done and dusted}. {write again|a new thread please} {if anything else turns up|for other topics}
        I {am closing|will now close|consider} this {matter|request} {closed|as settled|}, {feel free to return|you can reach me any time|please reply if you disagree}.
        {off my list|crossed off}, {have a nice weekend|enjoy the rest of the day|until next time}
        {case|ticket} {moved to|goes to} {done|the archive}. {I noted the cause|cause is written down in the ticket|summary is in the CRM}
        {excellent|super}, {no further action needed|all parties happy|we can let this rest}
        {I'd call this one|let's call it} {a success|fixed|complete}, {over and out|bye for now}
        {recording this as|logging it under} {solved|fixed}, {thanks for your patience|sorry again for the hassle}
        {green tick from me|white check mark from my side}, {thread can sleep|that was it}
        """)
    { ReplyChance = 0 };

    public static Activity HandToPlatform { get; } = new("hand-over-to-platform", Role.Support, """
        $engineer {can you|could you|would you} {take over|help out|have a look} {here|please|}?
        {needs|this needs|we need} somebody from platform, $engineer {you're on call I think|are you free|your turn}
        {escalating|passing on|handing over} to {engineering|the platform team|$engineer}, {beyond what I can do|I don't have the rights|not fixable from support}
        {over to|paging|summoning} $engineer
        I {opened|filed|created} $ticket {for engineering|with all details|}, $engineer {fyi|it's yours|could you pick it up}
        {out of my depth|I'm stuck at this point|can't go further}. $engineer {any idea|what do you think|can you see more than me}?
        $engineer {sorry to disturb|got a minute|do you have five minutes}? {something for you|infrastructure smells involved|a deeper look is required}
        {asking|pulling in|looping in} {the engineers|someone with server access|our on-call}: $engineer
        {this requires|we'll require} {database access|production rights|a developer}, {so|therefore} $engineer {please advise|please continue|}
        {the rest|from here it} is {engineering work|for the back end folks}, $engineer {has the ticket|I wrote it up in $ticket}
        {bumping it up a level|second level please}: $engineer {see above|read from the top}, {thanks|}
        I {believe|am afraid} {a specialist should continue|this exceeds our tools}; $engineer, {may I transfer it to you|would you assist}?
        """)
    { ReplyChance = 0 };

    public static Activity AskEvidence { get; } = new("ask-for-a-screenshot", Role.Support, """
        {~could|please} {send|attach|post} a {screenshot|picture|screen recording} {of that|of what they see|}?
        {what|which} {exact|precise} {wording|message|text} {is on their screen|do they get|appears}?
        {any|is there an} {error code|message|number} {shown|visible|on the page}? {a photo of the screen is fine|}
        {a HAR file|browser logs|console output} would {help|speed things up|tell me more}
        {can I see it|show me|would love to see it}, {screengrab|capture} please
        {the literal|the full} error {text|message} please, {not a summary|word by word|copy and paste it}
        {paste|copy} what {the browser says|comes up} {here|into this thread|}
        {hard to tell|difficult to judge} without {seeing it|a visual}. {got an image|anything you can upload}?
        {an image says more than words|pics or it didn't happen}, {could $contact provide one|ask $contact for one}
        I {would need|require} {documentation of the fault|proof of the behaviour}, {ideally|preferably} as {an image|a log extract}.
        {how does it look|what do they see} {exactly|when it happens}? {maybe upload it|a picture helps}
        {snap|grab} the {page|window} including the {address bar|time|url}, {please|if possible|}
        """)
    {
        Reply = """
            {here you go|attached|see file}
            {this is what they see|from $contact just now}
            {screenshot attached|uploaded it}, it says $error
            {they sent this|got it from them}: $error
            {hope this helps|is that enough}?
            """,
        ReplyHasFile = true,
    };
}
