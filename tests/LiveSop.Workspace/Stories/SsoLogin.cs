using LiveSop.Workspace.Company;
using static LiveSop.Workspace.Stories.CommonSteps;
using static LiveSop.Workspace.Stories.Process;

namespace LiveSop.Workspace.Stories;

/// <summary>Nobody gets in any more after the customer changed their identity provider.</summary>
internal static class SsoLogin
{
    private static readonly Activity CheckSettings = new("check-sso-settings", Role.Support, """
        {looked at|opened|went through|checked} {their|the} {SSO|SAML|single sign-on} {settings|configuration|setup}, {$idp is active|it's $idp|they use $idp}
        {the identity provider|$idp} {section|entry} {was changed|shows an edit} {yesterday|this week|on Monday}, {reading through it|comparing with the old one}
        {comparing|reviewing} what {is stored for|we have on} $domain {with what they send|against the provider}
        {I can see|seems} {the connection|federation} to $idp is {configured|enabled}, {but something is off|yet the last handshake was rejected}
        {admin panel says|from the back office}: {sso enforced|login only via $idp|password logins disabled}
        {inspecting|reading} the {entity id and acs address|single sign-on page} {of this tenant|right now|}
        {let me verify|verifying} how {authentication|the login} is {wired|set up} for {them|this domain}
        {their metadata|what we hold about $idp} is from {last year|2024|before the migration}, {that can't be right|suspicious}
        {found two connections|there are two entries}, one {old|legacy} and one {new|fresh}, {both say $idp|checking which is live}
        I have {examined|reviewed} the {federation|authentication} {parameters|profile} {of the tenant|on our side}.
        {login config|sso conf} {open in front of me|pulled up}, {$idp|IdP} {url looks odd|differs from what I'd expect}
        {had a peek at|took a look inside} the {auth tab|security tab}: {everything routes to $idp|enforcement is switched on}
        """);

    private static readonly Activity AskMetadata = new("ask-for-idp-metadata", Role.Support, """
        {~could} {ask $contact for|send us|get hold of} the {new|current|fresh} {metadata|metadata xml|federation file}?
        {we|I} need {the XML from $idp|their new signing certificate|the certificate in base64}
        {certificate expired|the cert ran out} on {Sunday|the 1st|our side}, {can they export a new one|a replacement is needed|who can provide the next}?
        {please|} have {their IT|the admin} {download|export} {the descriptor|what $idp calls federation metadata} {and forward it|and mail it over|}
        {is there|do they have} {a public link|a url} to their $idp {descriptor|manifest}? {otherwise a file is ok|}
        {missing piece|what I lack}: {the x509|the public key} they {sign with|rotated to}
        {somebody at $customer|an admin there} {has to|must} {supply|hand us} {the renewed key|updated signing material}
        {to repair this|for the fix} I {require|depend on} {an xml document|a pem} from {their identity team|whoever runs $idp}.
        {attach|upload} {the .cer|the cert file|the xml} {here|when you have it|}, {then I can replace it|takes me two minutes after that}
        {what does $idp show under|send me what stands under} "{signing certificate|app federation metadata}"?
        {tell $contact|let them know} we're {after|waiting for} {the thing you get from Setup, View instructions|the file behind "Download metadata"}
        {rotated keys need to be shared with us|they renewed, we never received it}. {can you chase that|would you fetch it}?
        """)
    {
        Reply = """
            {here it is|attached|file attached}
            {got it from their IT|$contact exported it}, {see upload|here}
            {this one|the new xml}, {valid until 2029|fresh from this morning}
            {sent by mail to you|I put it in the case folder too}
            """,
        ReplyHasFile = true,
    };

    private static readonly Activity UploadCertificate = new("upload-the-certificate", Role.Support, """
        {uploaded|installed|imported} the {new|fresh} {certificate|cert|metadata} {just now|to their tenant|}
        {replaced|swapped} {the expired key|old x509} {with|for} {yours|theirs|the one you sent}
        {xml is in|certificate's in place|import done}, {old one removed|fingerprint matches|accepted without complaints}
        {saved|stored} {what you sent|the file} {under security|in their SSO page|}, {validity now 2029|valid for three years}
        {trust|federation} with $idp {re-established|renewed|refreshed}
        {we now|the system now} {accept|trust} {their new signature|assertions signed by the new key}
        {took your file and|} {put it where it belongs|loaded it into the login config}, {takes effect at once|no restart needed}
        The {signing material|descriptor} has been {updated|exchanged} {in our system|for $domain}.
        {new pem|key rotation} {live|active|applied} {since|as of} $time
        {certificate change|cert swap} {~done|finished|completed}
        {their side and ours|both ends} {carry|have} the same {key|thumbprint} again {after my edit|}
        """);

    private static readonly Activity FixMapping = new("correct-the-attribute-mapping", Role.Support, """
        {corrected|fixed|adjusted} the {attribute|claim|e-mail} mapping
        {they send|$idp sends} {upn|the login name} {instead of|where we expect} {mail|an e-mail}, {changed it on our end|I remapped it}
        {NameID|the name identifier} was {persistent|transient|something opaque}, {set it to emailAddress|switched to e-mail format}
        {user field|claim name} now {points to|reads} {"mail"|user.mail|the right property}
        {matching|lookup} of people {was done by|relied on} {an id we don't know|the wrong field}, {mapped again|told it to use addresses}
        {edited|rewrote} {the rule that links accounts|how identities are joined}, {by address from now on|using e-mail}
        {it couldn't match the incoming identity|users came in under names unknown to us}; {mapping repaired|field pairing amended}
        I {amended|have altered} the {assignment of attributes|correspondence between $idp fields and ours}.
        {switched|flipped} {one dropdown|the identifier} from {employee number|username} to {address|mail}
        {upper and lower case differed|capitals in the addresses} broke {the join|account linking}, {ignoring case now|normalised}
        {claims|SAML fields} {straightened out|tidied up}, {email goes to email again|names line up}
        {mapped|linked|paired} {their user field|the incoming name|upn} {to the e-mail column|with our address field} {and saved|in the profile editor|}
        {an old rule|a leftover rule|one transform} {turned addresses into|stripped the domain from|mangled} {logins|names}, {deleted it|taken out}
        """);

    private static readonly Activity SendBypass = new("send-a-bypass-link", Role.Support, """
        {sent|mailed|gave} {$contact|the admin|their owner} {an emergency|a bypass|a break-glass} {link|login}
        {so that|in order that} {at least one person|an admin} {gets in|can work}, {I issued|there is now} a {one-time|temporary} {url|sign-in} {valid for an hour|}
        {backup access|recovery address} {is on its way|created} for $email
        {meanwhile|for the time being|until then} {$contact|the owner} can {enter|come in} {through a magic link|without $idp}
        {password login|classic login} {temporarily allowed|opened for today} for {owners|administrators}
        {workaround|stopgap}: {a link that skips sso|direct entry for $email}, {check your inbox|lasts 60 minutes}
        {generated|made} a {side door|spare key} for {them|the administrator|$email}
        An {exceptional|interim} {means of access|login} was {provided to|dispatched to} $email.
        {unblocked|let in} {the owner|one admin} {by hand|manually} {in the meantime|while we sort out the rest}
        {tell $contact|they should} {to look for|see} a mail titled {"Emergency access"|"Sign in without SSO"}
        """);

    private static readonly Activity ReadTrace = new("read-the-saml-trace", Role.Support, """
        {reading|going through|analysing} the {SAML trace|login log|auth log} {of their last attempt|}, {says $error|I see $error}
        {the response|their assertion} {is refused|fails} with $error
        {log|trace} {shows|has} {a clock that's five minutes off|an audience we don't know|the old issuer}
        {pulled|fetched} the {authentication events|sign-in attempts} {from $time|for $domain}, {same code every time|$count rejects}
        {decoded|unpacked} the {payload|assertion}: {issuer is wrong|signature comes from another key|recipient is the staging address}
        {according to the records|from what was logged}, {$error|the handshake breaks at step two}
        {in kibana|in the logs} {there's|one finds} $error {at $time|for all of them}
        {captured|caught} {one failing|a rejected} {attempt|request}, {it complains about|reason given:} $error
        I {inspected|studied} the {protocol exchange|raw response} and {it states|noticed} $error.
        {stack says|the server answered} {$error|"no matching user"}, {digging further|so close}
        {their answer to us|the xml that came back|what $idp returned} {carries|contains} {an expired time stamp|no e-mail at all|the previous entity id}
        {last ten tries|today's attempts|both failures} {end|stop} {with $error|at the signature check|before we even look up the person}
        """);

    public static Story Story { get; } = new("sso-login-fails", "Customer cannot log in after a single sign-on change")
    {
        Places = [(Channels.Support, 0.9), (Channels.Escalations, 0.1)],
        Traits = [[("cert", 0.55), ("mapping", 0.45)], [("known", 0.35), ("unknown", 0.65)]],
        Given = new("known", "$workspace", """
            {workspace|ws|workspace id} {is|:} $workspace
            {it's|that's|we talk about} $workspace
            ($workspace)
            """),
        Requests = """
            ~hello ~team, {nobody|no one|not a single person} at $customer can {log in|get in|sign in} since {they switched to $idp|their SSO change|this morning}
            @cert $customer is {locked out|shut out completely}. {their $idp certificate was renewed|IT rotated the SAML cert} {yesterday|over the weekend}
            @cert {SSO|login} {broken|down} for $customer, {signature error|"invalid signature"} after {a certificate rollover|the key in $idp expired}
            @mapping {users|people} at $customer land on {"no account found"|an unknown user page} {after signing in with $idp|since they moved to $idp}
            @mapping $customer {migrated|moved} to $idp, {now everyone gets a new empty account|logins go through but their data is gone}
            @mapping {sign-on|login} at $customer {recognises nobody|creates duplicates}, they {changed e-mail domains|renamed all users} {last week|}
            {urgent|help needed|please look}: single sign-on at $customer {gives $error|fails with $error}, {whole team blocked|40 people waiting}
            $contact from $customer {called|wrote}: {"we can't get in any more"|"the login page loops forever"}. {they did something in $idp|new identity provider since Monday}
            {login loop|endless redirect} for $customer {after|following} {changes|maintenance} {in $idp|by their IT}
            {does anyone know|any idea} why $idp {sends $customer users back|rejects $customer} with $error? {worked until Friday|}
            I have $customer on the line, {authentication against $idp stopped working|their sign-on refuses everyone} {today|an hour ago}.
            {we|they} {re-did|set up} {SAML|SSO} {from scratch|with a new tenant} and {now get $error|nobody can enter}, customer is $customer
            """,
        Process = Then(
            Maybe(0.6, Acknowledge),
            Maybe(0.9, AskWorkspace, unless: "known"),
            CheckSettings,
            Maybe(0.35, AskEvidence),
            Repeat(0.22,
                Then(
                    AnyOrder(Either(When("cert", AskMetadata, UploadCertificate), When("mapping", FixMapping)), Maybe(0.35, SendBypass)),
                    AskToTryAgain),
                ReadTrace),
            Maybe(0.7, Close)),
        Pace = new(9, 14, 8, 1.0),
        Weight = 1.2,
    };
}
