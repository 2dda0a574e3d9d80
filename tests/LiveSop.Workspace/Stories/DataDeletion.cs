using LiveSop.Workspace.Company;
using static LiveSop.Workspace.Stories.Process;

namespace LiveSop.Workspace.Stories;

/// <summary>A person or a whole customer wants their data gone (GDPR).</summary>
internal static class DataDeletion
{
    private static readonly Activity VerifyIdentity = new("verify-who-is-asking", Role.Support, """
        {can we be sure|how do we know} {it's really them|who is asking}? {did it come from a verified address|please verify identity}
        {before anything is erased|first} {we must confirm|I need to confirm} {their identity|that $contact may decide this}
        {is $contact|is the sender} {an owner|the account owner|entitled to ask}?
        {did the request|has it} {come in writing|been sent from their company mail}, {forward the original please|can I see it}
        {identity check|verification} {needed|comes first}: {reply from the registered address|two-factor call}
        {please have them|ask them to} {write from $email|answer our verification mail}
        {anyone can claim to be them|we had fakes before}, {any proof|what do we have in writing}?
        {who signed it|whose name is under it}, {and is that person authorised|admin or plain user}?
        We {have to|are obliged to} {establish|ascertain} {the requester's identity|authority} {beforehand|}.
        {sounds legit|might be real}, {yet I want|but we need} {a mail from the registered owner|proof|their reply to our check} {before touching data|first}
        {which mailbox|what channel|whose signature} {did that come from|carried the wish}, {do we trust it|is that person entitled|match with our records}?
        {safety first|no shortcuts here}: {call back on the known number|have an admin confirm|compare the sender with the account}
        """)
    {
        Reply = """
            {yes|confirmed}, {it came from $email|the owner wrote herself}
            {mail forwarded|here's the mail}
            {$contact is owner|owner account}, {checked by phone|I called them}
            {they answered the verification mail|verified}
            """,
        ReplyChance = 0.93,
    };

    private static readonly Activity AskRecords = new("ask-which-records", Role.Support, """
        {what|which data} {shall be removed|should go|do they want gone}, {everything or one person|the whole workspace}?
        {~could|please} {specify|clarify} {the scope|what exactly is to be deleted}
        {one user|a single person's profile} or {the entire account|all their content}?
        {does it include|are we to remove} {backups and logs|invoices too|uploaded files as well}? {invoices have to stay}
        {list of|names of} {persons|addresses} {please|concerned}
        {need|require} the {extent|range}: {contacts, orders or both|profiles only or uploads too}
        {how far should it go|how much of it}? {only $email|all of $domain}?
        {just anonymise|is anonymising enough}, or {really wipe|hard delete}?
        Kindly {delimit|define} the {categories of data|records} {concerned|}.
        {all of it, or|complete wipe or} {just contacts|only one profile|merely uploads}? {shared items get lost too|orders can't go}
        {what do they mean by everything|how do they picture it}: {users|files|history}, {and from which date|in both environments|who decides}?
        {full account or a slice|everybody or somebody}? {a list helps|names please|spell it out}
        """)
    {
        Reply = """
            {only|just} $email
            {everything|the whole workspace}, {they left us|contract ended}
            {two people|one former employee}, $email
            {all contacts|profiles and uploads}, {not the invoices|invoices may stay}
            """,
        ReplyChance = 0.93,
    };

    private static readonly Activity Register = new("enter-it-in-the-register", Role.Support, """
        {logged|entered|recorded} {it|the request} in {the register|our privacy log|the DSR list}
        {register entry|case in the privacy sheet} {made|created}, {clock runs: 30 days|due in $days days}
        {added to|put on} the {list of erasure requests|deletion register}, {reference $ticket|as $ticket}
        {documented|noted} {with date and sender|for the auditors}
        {opened|filed} $ticket {as data subject request|under privacy}
        {deadline|legal time limit} {noted|starts today}, {it's in the register|written down}
        The {application|demand} was {registered|filed} {under $ticket|today}.
        {paper trail|bookkeeping} {~done|first}: $ticket
        {wrote it down|kept a record} {in the privacy sheet|with receipt date|for the audit}, {countdown begins|answer due in $days days}
        {official now|on the books}: {case $ticket|line added to the erasure list}, {one month to go|Ruth is notified}
        {catalogued|listed} {under data subject rights|among the open erasures}, {legal clock is ticking|$days days remain|ref $ticket}
        """)
    { ReplyChance = 0 };

    private static readonly Activity CheckHold = new("check-for-legal-hold", Role.Privacy, """
        {checked|looked} {for a legal hold|whether we must keep anything}
        @hold {there is|we have} {a legal hold|an open dispute} {on this account|with $customer}, {cannot erase yet|so not all of it may go}
        @hold {tax law|commercial law} {obliges us to keep|makes us keep} {the order records|some of that} for {six|ten} years
        @hold {litigation pending|a claim is open}, {retention wins over erasure for now|hands off those files}
        @free {no hold|nothing stands in the way|no retention duty applies}, {you may proceed|free to erase}
        @free {legal side is clear|fine from a legal view}, {go on|please continue}
        @free {neither disputes nor open invoices|no claims on file}, {cleared for erasure|deletion can happen}
        {went through|reviewed} {our obligations|retention duties} {for this client|}
        I {have assessed|examined} whether {statutory retention applies|any proceedings are pending}.
        @free {from my desk|legally}: {nothing to preserve|no dispute known|no duty left}, {proceed|you are free to wipe|clear}
        @hold {attention|careful}: {there are unpaid claims|a court case runs|bookkeeping rules bite}, {those papers must survive|do not touch orders}
        {searched our matters|asked finance and litigation}: {result noted in $ticket|answer below|done}
        {our lawyers|finance and I} {compared notes|went over the account}, {outcome is clear|see $ticket|two lines below}
        """)
    { ReplyChance = 0 };

    private static readonly Activity ExplainRetention = new("explain-what-we-must-keep", Role.Privacy, """
        {please tell them|they should know} {we have to keep the order data|that billing records must stay|invoices remain for ten years}, {the rest goes|blocked meanwhile}
        {we will restrict|access gets blocked} {instead of erasing|for now}, {article 18|I can provide the wording}
        {my suggested answer|text for the customer}: {"parts are subject to retention"|"we limit processing until then"}
        {partial refusal|we decline in part}, {reason: retention by law|because of the dispute}
        {explain|let $contact know} {that invoices are exempt|why some files remain}, {kindly and briefly|in plain words}
        {not everything can vanish|a remainder stays}: {bookkeeping duty|legal claims}. {drafted a letter|letter attached to $ticket}
        The {data concerned|remaining records} will be {blocked|retained} {until the period ends|as the law demands}.
        {phrase it like this|gentle wording}: {"by law we store some papers"|"we lock what we cannot erase"}, {add my name|send as is}
        {locked, not erased|frozen until the term ends}: {that is how|which is what} {we treat such files|the statute wants}, {please relay|$contact should hear it from you}
        {some papers are untouchable|ten-year rule}, {tell them the period|offer a list of what stays|apologise for the partial no}
        {statute asks for patience|accounting rules}: {receipts live on for a decade|orders stay under lock}, {marketing data may go|uploads can be wiped}, {a fair middle way|so far our duty}
        {reply politely that|write back:} {we comply as far as we may|some papers cannot be touched}, {no staff will see them|they are sealed}
        """)
    { ReplyChance = 0.6, Reply = """
        {ok|understood}, {I'll tell them|will phrase it nicely}
        {thanks|clear}, {sending your text|$contact accepts that}
        """ };

    private static readonly Activity RunDeletion = new("run-the-deletion", Role.Platform, """
        {ran|started|executed} the {deletion job|erasure job|purge}
        {erased|wiped|deleted} {their records|the profile|everything listed}, {$count rows gone|finished at $time}
        {purge|cleanup} {finished|complete}, {search index too|backups roll over in 30 days}
        {data is gone|all removed} {from live systems|everywhere but backups}, {backups expire by themselves|those age out in $days days}
        {gdpr script|the eraser} {done|went through} {without errors|for $email}
        {anonymised|scrubbed} {the user|what's left} {and dropped the files|in the warehouse too}
        {removed|cleared out} {profiles, uploads and tokens|the tenant}, {irreversible from here|no way back}
        The {erasure|removal} was {carried out|performed} {in full|this morning}.
        {nothing left to find|query returns zero}, {deleted at $time|job id in $ticket}
        {gone for good|vaporised}: {profile, files, events|$count entries}, {spot check found nothing|caches flushed as well}
        {launched the eraser|pressed the red button} {at $time|for that tenant}, {took four minutes|verified afterwards|summary in $ticket}
        """)
    { ReplyChance = 0 };

    private static readonly Activity Certify = new("send-the-deletion-certificate", Role.Support, """
        {sent|mailed} {the confirmation|a deletion certificate|written proof} {to $contact|}
        {certificate|confirmation letter} {is out|attached|went to $email}
        {informed|told} {the person|$contact} {in writing|} that {it's complete|all is erased}
        {wrote to them|letter sent}: {"your data has been erased"|"we have removed all of it"}
        {issued|produced} {the paper|a statement} {for their auditors|with today's date}
        {they now hold|customer received} {evidence|a document} {of the erasure|saying so}
        {closing letter|final answer} {dispatched|delivered}, {register updated|$ticket finished}
        A {declaration|formal confirmation} was {furnished|supplied} {to the applicant|}.
        {gave $contact|handed the person} {a signed pdf|the official wording|evidence}, {request completed|within the deadline|duly filed}
        {final mail|last letter|our statement} {with date and scope|on company paper} {went off|is with them}, {obligation met|nothing left open}
        """)
    { ReplyChance = 0.4, Reply = """
        {perfect|great}, {thank you all|they're satisfied}
        {received|got it}, {cheers|much appreciated}
        """ };

    public static Story Story { get; } = new("data-deletion", "Somebody asks for their data to be deleted")
    {
        Places = [(Channels.Support, 0.7), (Channels.Escalations, 0.3)],
        Traits = [[("hold", 0.25), ("free", 0.75)], [("person", 0.6), ("tenant", 0.4)]],
        Given = new("person", "$email", """
            {it concerns|person:|that's} $email
            {for|about} $email
            """),
        Requests = """
            {GDPR|data deletion|erasure} request {from|by} $customer
            @person {a former employee of|someone at} $customer {wants|demands} {all personal data deleted|to be forgotten}
            @person {right to be forgotten|article 17 request}: $email {asks us to remove everything|wants his profile erased}
            @person {person|end user} at $customer {insists that we delete|asks to delete} {her data|her account}, {deadline applies I guess|how do we do that}
            @tenant $customer {left us|cancelled} and {wants all data gone|asks for full deletion}
            @tenant {offboarding|contract ended}: {please delete|wipe} the {workspace|tenant} of $customer
            @tenant $contact {requests|asked for} {the removal of everything|proof that we erased everything} {after they churned|now that the contract is over}
            {privacy question|one for privacy}: $customer {invokes GDPR|wants records destroyed}, {who handles that|what's the procedure}
            @hold $customer, {with whom we have that dispute|the ones who still owe us}, {demands deletion|wants their data erased}
            {how do we|can someone help me} {delete personal data|fulfil a deletion wish} {for|of} {a contact at|} $customer?
            {received|got} a {letter|mail} from $customer: {erase|destroy} {all data about|everything on} {us|$email} {please|within 30 days}
            """,
        Process = Then(
            VerifyIdentity,
            Maybe(0.75, AskRecords),
            AnyOrder(Register, CheckHold),
            Either(When("hold", ExplainRetention, Maybe(0.3, RunDeletion)), When("free", RunDeletion, Certify))),
        Pace = new(45, 80, 60, 1.2),
        Weight = 0.7,
        IssueTitles = """
            {Erase|Delete} {data|records} of $email ($customer)
            {GDPR erasure|Offboarding}: $customer
            {Deletion|Erasure} request by $contact, $customer
            """,
    };
}
