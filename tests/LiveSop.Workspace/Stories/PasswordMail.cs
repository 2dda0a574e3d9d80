using LiveSop.Workspace.Company;
using static LiveSop.Workspace.Stories.CommonSteps;
using static LiveSop.Workspace.Stories.Process;

namespace LiveSop.Workspace.Stories;

/// <summary>The mail with the link to a new password never arrives.</summary>
internal static class PasswordMail
{
    private static readonly Activity AskAddress = new("ask-for-the-mail-address", Role.Support, """
        {which|what} {e-mail|mail address|address} {does the user have|are they using|do they type in}?
        {~could|please} {give|send} me {the user's|their} {e-mail|mail address}?
        {for whom|who exactly|whose mailbox}? {I need the address|an e-mail would help}
        {need|missing} {the login|the username} {of the person|in question|}
        {is it|are we talking about} {one user or everybody|a single person}? {addresses please|write me their login}
        {what do they enter|tell me what is typed} {in the field|on the "forgot password" page}, {exactly|letter by letter}?
        {cannot search without|I look people up by} {an address|their login}, {can you add it|who is it}
        {please state|kindly provide} the {electronic address|account name} of the {person concerned|affected colleague}.
        {under which name|how} is {she|he|this person} registered {with us|}?
        {user|login}? {@customer or @gmail|company address or private one}?
        {spelling of the address|full address} please, {typos happen|there are two people with that surname}
        """)
    {
        Reply = """
            $email
            {it's|this one:} $email
            {sure|of course}, $email
            {the person is|user is} $email
            {they use|registered as} $email
            """,
        ReplyChance = 0.95,
    };

    private static readonly Activity CheckMailLog = new("check-the-mail-log", Role.Support, """
        {checked|looked at|searched} the {mail|delivery|outgoing} log {for that address|}, {we did send it|it left our side at $time}
        {our mail provider|the relay} {says|reports} {"delivered"|accepted|250 ok} for {the last three|all attempts}
        @bounced {it bounced|hard bounce} on {the 3rd|Monday|an earlier mail}, {so they're on the suppression list|since then we don't send}
        @bounced {address is|this one is} {suppressed|blocked on our end} {after a bounce|because a mailbox was full once}
        @bounced {nothing goes out|we hold back everything} to that {inbox|recipient}, {reason: an old bounce|provider flagged it as dead}
        @filtered {accepted by their server|handed over to their gateway}, {then quarantined I guess|it must be stuck in a filter}
        @filtered {their spam filter|Mimecast} {swallowed it|holds it back}, {I see a 250 followed by silence|delivery status is deferred}
        @sso {no mail was ever generated|nothing in the log at all}: {the account has no password|this user comes in via $idp}
        @sso {can't see any|zero} {outgoing message|attempt} {for them|there}, {they're an SSO user|workspace enforces $idp}
        {tracing|following} the {message|reset mail} {through our sender|in the relay}
        {delivery history|postmark|the mail tool} {open|in front of me}: {requested at $time|two requests today}
        {from what I can tell|as far as I see} {the request reached us|someone pressed the button at $time}, {checking what happened after|and then?}
        I {consulted|have reviewed} the {dispatch records|transmission history} {for this recipient|}.
        """);

    private static readonly Activity Unsuppress = new("lift-the-suppression", Role.Support, """
        {removed|deleted|took} {the address|them|it} {from|off} the {suppression|bounce|block} list
        {unblocked|cleared|whitelisted} $email {with our mail provider|on our side|}
        {bounce flag|the dead-mailbox mark} {is gone|reset|cleared}
        {we can|the system may} {send to|reach} {this inbox|them} again, {I lifted the stop|block released}
        {reactivated|re-enabled} {delivery|mails} for {that user|the recipient}
        {stop entry|suppression} {dropped|lifted|erased}, {reason was a full mailbox in March|an old bounce had put it there}
        {no longer|not any more} {held back|blacklisted}, {took care of it|fixed in the relay}
        The {recipient|mailbox} has been {released|restored} for {delivery|transmission}.
        {told the relay|instructed our sender} to {forget the bounce|trust that address again}
        {brought|put} {the mailbox|$email} {back to life|into circulation} {for the mail provider|in our list of good addresses|}
        {cleaned up|emptied} {the bounce entry|what the provider had stored}, {mail can flow|nothing blocks it now|should be reachable}
        """);

    private static readonly Activity AskAllowlist = new("ask-it-to-allow-our-sender", Role.Support, """
        {their|the customer's} IT {should|needs to|has to} {allow|allowlist|whitelist} {mail.tarnbrook.example|our sending domain}
        {please ask|could you ask} {$contact|their admins} to {let our mails through|add us to safe senders}
        {have them|tell them to} {check quarantine|look in the junk folder} and {release it|mark us as trusted}
        {the fix is on their end|nothing we can do here}: {gateway must accept us|the filter needs an exception}
        {ips and domains|what to permit} {are listed|stands} here: $doc
        {add|put} {noreply@mail.tarnbrook.example|our sender} {to the exceptions|on their trusted list}
        {someone with access to Mimecast or Defender|whoever runs their spam filter} {must|would have to} {make a rule|permit us}
        I {recommend|suggest} that {their administrators|the mail team} {create an exemption|authorise our server}.
        {forward this to|this is a job for} {their mail admin|the people in charge of e-mail}: $doc
        {could the people behind|can whoever manages} {the firewall|their mail gateway|the filter} {trust|pass} {our messages|tarnbrook mails}?
        {request|instruction} {for their postmaster|for $contact's IT}: {an allow entry|bypass rule} for {noreply|our two sending addresses|mail.tarnbrook.example}
        {our mails look like spam to them|we're being junked}, {an exception would solve it|somebody should train that filter|they can fix this in five minutes}
        {best is|the cleanest way is|what helps} to {register our IP range|put our domain on the good list|exempt transactional mail} {at the gateway|over there|}
        """)
    {
        Reply = """
            {passed on|forwarded to their IT}
            {they did|$contact says it's done}, {we're on the safe list|rule added}
            {IT will do it today|on it, says $contact}
            """,
    };

    private static readonly Activity ExplainSso = new("explain-that-sso-has-no-password", Role.Support, """
        {they have no|this user has no|there is no} password {with us|}, {sign in with $idp|they have to use the $idp button}
        {since|because} {single sign-on|SSO} is {enforced|required}, {there's nothing to reset|resets are off}
        {please|} {tell them|explain} {to click "Continue with $idp"|that login runs through $idp}
        {password lives at $idp|it is $idp who keeps the password}, {their helpdesk can change it|they must change it there}
        {works as designed|not a bug}: {with $idp switched on|on such workspaces} {we send no reset mails|the form is ignored}
        {go via|enter through} {the company portal|$idp tile} {instead|}, {our form won't help|no mail will ever come}
        For {federated|externally managed} accounts {credentials are managed elsewhere|we hold no credentials}; {kindly refer them to their IT|their own helpdesk is in charge}.
        {wrong door|common mix-up}! {company login only|only the $idp way works for them}
        {their admin turned on|workspace has} {sso only|mandatory $idp}, {hence no mail|so the link is never made}
        {no local login exists|such accounts carry no secret|credentials aren't stored here}, {only the identity provider|just $idp|their directory} {can let them in|knows them}
        {have them open|point them at|they should start from} {the app launcher|the $idp dashboard|the company intranet} {and pick us there|not our home page|}
        {forgotten passwords|lost secrets|resets} {of this kind|there} are {an $idp matter|handled by their own helpdesk|outside our reach}
        {good question|happens often}: {the form accepts any address|our page stays polite}, {but for federated people nothing is mailed|yet SSO folks never get anything}
        """)
    { Reply = """
        {ah|oh}, {that explains it|makes sense|didn't know that}
        {got it|understood}, {will tell them|passing it on}
        {right|ok}, {they had forgotten|they're in via $idp now}
        """ };

    private static readonly Activity Resend = new("send-the-reset-mail-again", Role.Support, """
        {sent|triggered|fired off} {another|a new|a fresh} {reset mail|reset e-mail|link}
        {pressed|hit} {resend|the button again} {for them|on their behalf|}, {should arrive in a minute|check the inbox}
        {a new|the next} {password link|message} {is on its way|just went out|is travelling}
        {re-sent|resent} {it|the mail} {at $time|just now}, {status delivered this time|this time accepted}
        {requested|started} the {reset|procedure} {once more|from the back office}
        {fresh link|second attempt} {out of the door|dispatched}, {valid for two hours|expires tonight}
        {here comes|now follows} {a replacement mail|round two}, {only the newest link counts|ignore older ones}
        I {initiated|have issued} {a renewed message|the recovery notice} to {this recipient|$email}.
        {mail number two|one more} {delivered according to the log|has left the building}
        """);

    public static Story Story { get; } = new("password-mail-missing", "Password reset e-mail does not arrive")
    {
        Places = [(Channels.Support, 1)],
        Traits = [[("bounced", 0.45), ("filtered", 0.33), ("sso", 0.22)], [("known", 0.3), ("unknown", 0.7)]],
        Given = new("known", "$email", """
            {it's|user is|login:} $email
            {the person is|address:} $email
            """),
        Requests = """
            {a user|someone|one person} at $customer {doesn't get|isn't receiving|never gets} the {password reset mail|reset e-mail}
            @known {password reset|"forgot password"} for $email {not arriving|doesn't show up}, {spam folder checked|tried three times}
            @known $email {waits|has been waiting} {since yesterday|for an hour} for the {link|mail} {to set a new password|}
            {reset link|mail with the new password link} {never comes|missing} for {a colleague at|somebody from} $customer
            {forgot password|password recovery} {seems broken|sends nothing} {for|at} $customer
            @filtered $customer {changed spam filters|has a new mail gateway}, {since then no reset mails|now our password mails vanish}
            @bounced {user came back from leave|her mailbox was full for weeks}, {now no reset mail arrives|and can't get a reset link} ($customer)
            @sso {new starter|a manager} at $customer {tries to reset his password|asks for a new password}, {nothing happens|no mail}. {they log in with $idp I think|}
            ~hello, {can someone check|could you find out} why {our mail|the e-mail for resetting} {doesn't reach|isn't delivered to} {a user at|} $customer?
            $contact ($customer) {forgot her password|locked himself out} and {the mail doesn't come|says the inbox stays empty}
            {do we have a mail problem|is mail delivery down}? $customer {misses|complains about} {reset messages|the link for a new password}
            {where do password mails go|are reset mails delayed}? {two people|a user} at $customer {still waiting|got none}
            """,
        Process = Then(
            Maybe(0.45, Acknowledge),
            Maybe(0.95, AskAddress, unless: "known"),
            CheckMailLog,
            Either(
                When("bounced", Unsuppress, Resend),
                When("filtered", AskAllowlist, Maybe(0.7, Resend)),
                When("sso", ExplainSso)),
            Maybe(0.8, AskToTryAgain, unless: "sso"),
            Maybe(0.55, Close)),
        Pace = new(7, 9, 7, 0.9),
    };
}
