using LiveSop.Workspace.Company;
using static LiveSop.Workspace.Stories.Process;

namespace LiveSop.Workspace.Stories;

/// <summary>An invoice with the wrong tax, or one that was charged twice.</summary>
internal static class WrongInvoice
{
    private static readonly Activity AskInvoice = new("ask-for-the-invoice-number", Role.Billing, """
        {which|what} invoice {is it|number please|are we looking at|does that concern}?
        {~could|please} {send|tell} me the {invoice number|document number|number on the bill}?
        {do you have|got} {the pdf|a copy of the invoice|the document} {at hand|}?
        {I see|they have} {four|several|a bunch of} {bills|documents} {this quarter|on file}, {which one is wrong|point me to the right one}
        {reference|number} {in the top right corner|that starts with INV} {please|would help}
        {need|require} {the exact document|a reference} {to find the booking|before I touch anything}
        {for which month|what period}? {and the number if you have it|a scan works as well}
        Kindly {indicate|quote} the {reference of the document|bill in question}.
        {can't find it by amount|too many hits}, {give me its number|what does the header say}
        {attach|forward} {the bill|what they received} {so we talk about the same one|please|}
        {document id|bill number|reference} {from the header|beginning with 2026 or INV|at the top}, {do you have it|would you look|please add}
        {is it|do you mean} {the April one|the annual bill|the latest document} {or an older one|or something else}? {number, please|the id settles it}
        """)
    {
        Reply = """
            $invoice
            {it's|that's} $invoice
            {number is|here:} $invoice
            {the one from last month|latest one}, $invoice
            {sure|yes}, $invoice over $amount
            """,
        ReplyChance = 0.95,
    };

    private static readonly Activity CheckAccount = new("check-the-billing-account", Role.Billing, """
        {checked|opened|looked at} {their billing account|the ledger|the customer record}
        @vat {their profile|the account} {has no tax id|is missing the VAT number}, {so $rate was added|that's why tax was charged}
        @vat {country is set to|we have them under} {the wrong country|$country without a tax number}, {explains the $rate|hence the tax}
        @vat {tax settings|fiscal data} {show|say} "{private person|consumer}" {instead of business|}, {that's the mistake|there we have it}
        @double {indeed|you're right}, {two payments|it was collected twice} {on the same day|within a minute}, $amount each
        @double {stripe shows|in the payment provider I see} {a second charge|the card was hit twice} {at $time|}
        @double {bookings|bank lines} {confirm a duplicate|list $amount two times}
        {going over|comparing} the {postings|entries} {against the contract|with order $order}
        {I have the statement open|looking at $invoice now}, {one moment|let me add it up}
        {accounts receivable|the books} {say otherwise|match what they claim}, {reading the history|will explain shortly}
        I {reviewed|have examined} the {debtor record|payment history} {in detail|for this client}.
        {their money trail|bank statement} {lies before me|tells the story}, {sum matches|one line is odd|give me a second}
        {dug into stripe|opened the customer card}, {I can reproduce the mistake|your description fits|strange entry at $time}
        """);

    private static readonly Activity AskVatId = new("ask-for-the-vat-id", Role.Billing, """
        {what is|do we know} {their VAT id|the VAT number|their tax number}?
        {~could|please} {ask them for|send} {a valid|the European} {VAT id|tax number}?
        {without|as long as there's no} {a tax number|VAT id} {we must charge it|I can't take the tax off}, {can they provide one|do they own one}?
        {need|get me} {proof that they're a business|their registration for tax}, {number is enough|}
        {reverse charge needs|to invoice net I need} {their number|an id that passes VIES}
        {is $customer registered for VAT|are they exempt} in $country? {then give me the id|number please}
        Would you {obtain|request} the {fiscal identifier|tax registration} {of the company|from $contact}?
        {finance department there|$contact} {should know|will have} {the tax id|it}, {two letters plus digits|starts with the country code}
        {their number for tax purposes|fiscal id|european tax code} {please|is missing here|must be on file}, {then it's a one-minute job|only then may I drop the tax}
        {accounting insists on|law wants|VIES demands} {a valid number|their tax code} {from $country|before we go net|}, {could $contact supply it|please chase}
        """)
    {
        Reply = """
            {it's|here it is:} $vat
            $vat
            {from their website|$contact sent it}: $vat
            {they say|should be} $vat
            """,
        ReplyChance = 0.95,
    };

    private static readonly Activity Reissue = new("correct-and-reissue-the-invoice", Role.Billing, """
        {corrected|fixed} {the tax data|their profile} and {reissued|re-created} the invoice
        {cancelled|voided} {the old one|$invoice}, {new one without tax is out|a fresh document replaces it}
        {added|stored} $vat, {reverse charge applies now|net amount from here on}, {replacement invoice generated|next pdf is correct}
        {new pdf|amended bill} {sent to|is in the mailbox of} {their accounting|$email}
        {a revised|the right} {version|document} {just went out|is available in the portal}
        {rebooked it|wrote it anew} {as business customer in $country|with zero tax}, {same number with suffix A|under a new number}
        The {faulty|original} document was {reversed|annulled} and {a rectified one created|superseded by another}.
        {storno done|reversal booked}, {and the correct one is attached to their account|they get the replacement tonight}
        {VAT stripped|tax line gone}, {please tell them to use the new file|they can throw the former away}
        {tore up|withdrew|took back} {the bad bill|the former document} {and made|then produced} {a clean one|another}, {dated today|same amount without tax}
        {they should now have|please forward|find attached} {the fixed pdf|a corrected bill|the replacement document} {for their books|showing reverse charge|}
        {entered|typed in} {the tax code|their new details|company data} {and pressed|then} {regenerate|print again}, {result looks right|net amount only}
        {bill rewritten|document redone}: {buyer is a business|no tax|$country rules apply} {from now on|this time|as it should be}
        """);

    private static readonly Activity AskApproval = new("ask-for-refund-approval", Role.Billing, """
        $lead {can you|could you} approve {a refund of $amount|paying back $amount}?
        {over|above} {our|my} limit, $lead {ok to refund|may I return the money|please sign off}?
        {needs a second pair of eyes|four-eyes principle}: $lead, {$amount back to $customer|reimbursing $customer}, {yes or no|fine with you}?
        {requesting|seeking} {permission|a green light} {to reimburse|for a repayment of} $amount, $lead
        $lead {your blessing please|I need your ok}, {it's $amount|sum is $amount}
        {cannot release that much alone|system asks for a manager}. $lead {would you confirm|are you fine with it}?
        {waiting for|this now waits for} $lead {to release $amount|to nod this through}
        {big one|larger sum}, so $lead {please authorise|please have a look at the amount}: $amount
        $lead {small signature needed|one click from you please}: {returning money to $customer|reversing a duplicate}, {$amount|about $amount in total}
        {policy wants|the system demands|finance requires} {a lead's name|someone senior} {under this|on the repayment}, {that would be you|may I use yours}, $lead?
        {before I send money back|prior to reversing}, {a manager must agree|someone with rights has to confirm}: $lead, {deal|yes|your decision}?
        $lead {customer overpaid|they were debited twice}, {I'd like to|we should} {give $amount back|make it good today} {if you don't mind|unless you object}
        {amount exceeds what I may send|too big for my role}: $amount, $lead {kindly release|can you press approve|one nod suffices}
        $lead {release needed|a decision, please}: {customer's claim is right|it's a genuine double booking}, {sum $amount|we talk about $amount}
        """)
    { ReplyChance = 0 };

    private static readonly Activity Approve = new("approve-the-refund", Role.Lead, """
        {approved|ok from me|go ahead|fine}
        {yes|sure|agreed}, {pay it back|return it|do it}
        {you have my ok|green light}, {our mistake|they deserve it|clear case}
        {looked at the postings|checked it}, {signing off|confirmed}
        {granted|authorised}, {please note it in the account|reference this thread}
        {no objection|makes sense}, {refund them|release it}
        I {hereby release|authorise} {the amount|this repayment}.
        {of course|absolutely}, {obvious duplicate|that was us}
        {thumbs up from my side|go for it}
        {that's on us|plain duplicate|sad but true}, {so pay|send it back today|hurry please}
        {by all means|with pleasure}, {no need to ask for such sums|next time just do it|and add a voucher}
        {not our money in the first place|we owe it to them}, {transfer away|so please execute|sorry for the wait}
        {ok from finance|accepted}, {log the reason|two sentences in the CRM|attach the proof}
        """)
    { ReplyChance = 0 };

    private static readonly Activity Refund = new("issue-the-refund", Role.Billing, """
        {refunded|returned|paid back} $amount {to their card|just now|}
        {refund|repayment|reimbursement} {is on the way|issued|triggered}, {takes five to ten days|their bank may need a week}
        {sent the money back|reversed the second charge}, {they'll see it within days|arrives by next week}
        {$amount goes back|the duplicate is given back} to {the card ending as usual|the account it came from}
        {put through|processed} {the return|a reversal} {in stripe|with the payment provider}
        {they'll get|you can tell them to expect} {their money|$amount} {in about a week|by the end of next week}
        {credited|compensated} in full, {confirmation mail follows|receipt was mailed}
        The {overpayment|surplus} has been {remitted|transferred back}.
        {money's moving|on its way home}: $amount
        {cancelled payment number two|undid the extra collection}, {banks are slow though|allow a few working days}
        {gave|handed} {the surplus|what they overpaid} {back|over to the bank} {this minute|via stripe|by wire}
        {reversal|return transfer|chargeback to ourselves} {entered|completed|confirmed by the provider}, {statement shows it soon|patience, banks}
        """);

    private static readonly Activity Inform = new("tell-the-customer-what-happened", Role.Billing, """
        {explained to|told|wrote to} {$contact|their accounting} {what went wrong|what we changed|why it happened}
        {please|you can} {tell $contact|pass on} that {it was our error|all is settled and why}
        {customer informed|I let them know|they've been notified}
        {sent a short apology|an explanation went} to {them|their finance team}
        {here's a text for $contact|you may forward this}: {"we corrected the document, sorry for the trouble"|"the amount is back with you in ten days at most"}
        {gave them a call|rang $contact}, {they're relaxed about it|they understand}
        I {have communicated|conveyed} the {outcome|background} {to the client|to $contact}.
        {answered in the ticket|replied to their mail} {with the details|and apologised}
        {short note|friendly mail|apology} {left for|now sits with} {$contact|their bookkeeper}, {explaining the mix-up|with dates and sums|copy in the account}
        {phoned|spoke to} {accounts payable|$contact} {a moment ago|today}, {no hard feelings|they took it well|cleared up}
        {for your next call|if they ask}: {root cause was a missing tax code|a retry charged the card again}, {won't recur|we changed the job}
        {everyone there knows|they're in the picture}: {what happened|when the money comes|which paper counts}, {you needn't write|all told}
        """)
    { ReplyChance = 0.3, Reply = """
        {lovely|great|super}, {thanks for the quick turnaround|they'll be pleased}
        {saw it|they got it}, {thank you|cheers}
        """ };

    public static Story Story { get; } = new("invoice-wrong", "Invoice shows the wrong tax or was charged twice")
    {
        Places = [(Channels.Billing, 1)],
        Traits = [[("vat", 0.52), ("double", 0.48)], [("known", 0.5), ("unknown", 0.5)]],
        Given = new("known", "$invoice", """
            {invoice|document|number} {is|:} $invoice
            {see|about} $invoice
            """),
        Requests = """
            @vat {invoice|bill} {for|of} $customer {shows|has} {$rate VAT|the wrong VAT}, {they are in $country and tax exempt|should be reverse charge}
            @vat $customer {complains|says} we {charged tax|added $rate tax} {although they're a business|which they can't reclaim}
            @vat {wrong VAT|tax looks off} on {$invoice|the last invoice} for $customer, {can someone correct it|please advise}
            @vat ~hello, $contact {asks|wants to know} why there is {$rate|any} tax on {their|the} {invoice|bill}. {company sits in $country|}
            @double $customer was {charged twice|billed two times} {this month|for the same period}, {$amount each|they want it back}
            @double {double payment|duplicate charge} {on the card of|at} $customer, {$amount gone twice|can we return one}
            @double {we seem to have collected|the card got charged} $amount {twice|two times} from $customer, {they're not amused|accounting noticed today}
            @double {refund request|money back please}: $customer {paid $invoice twice|has been debited twice}
            @known {question about|problem with} $invoice ($customer): {amount isn't right|numbers don't add up}
            {finance|accounting} at $customer {disputes|rejects} {our last bill|an invoice}, {can billing check|please have a look}
            {something's wrong|there is a mistake} {with|on} the {invoice|statement} of $customer
            """,
        Process = Then(
            Maybe(0.9, AskInvoice, unless: "known"),
            CheckAccount,
            Either(
                When("vat", AskVatId, Reissue),
                When("double", Maybe(0.55, Then(AskApproval, Approve)), Refund)),
            Maybe(0.75, Inform)),
        Pace = new(28, 35, 20, 1.1),
        Weight = 1.1,
    };
}
