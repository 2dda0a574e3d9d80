using LiveSop.Workspace.Company;
using static LiveSop.Workspace.Stories.Process;

namespace LiveSop.Workspace.Stories;

/// <summary>A customer wants more seats or the next plan.</summary>
internal static class PlanUpgrade
{
    private static readonly Activity AskScope = new("ask-how-many-seats-and-when", Role.Billing, """
        {how many|what number of} seats {exactly|in total|on top} and {from when|starting when}?
        {is that|do they want} {additional|extra} {users|licences} or {the total|the new sum}? {start date|effective when}?
        {~could|please} {clarify|confirm} the {quantity|number of users} and the {date|start}
        {monthly or yearly|billed per month or per year}, {how many people|for how many heads}?
        {need|missing}: {amount of licences|headcount}, {begin|start date}, {purchase order if any|who signs}
        {to quote|for a quote} I need {the count|users} and {a day to begin|whether it's immediate}
        {right away or at renewal|now or next quarter}? {and the figure please|for what team size}
        {which tier|which package} {do they have in mind|is it going to be}, {and for how many|with what user count}?
        Kindly {specify|state} {the desired volume|how many licences} {and the commencement|and as of which date}.
        {tell me more|details please}: {full seats or viewers|editors or read-only}, {how many of each|when}
        {when should it kick in|from which day}, {what's the new size of the team|how big will they be}?
        {size of the order|how much growth}? {ten or a hundred|roughly is fine}, {and by what day|when do the newcomers start}?
        """)
    {
        Reply = """
            {$seats seats|$seats more}, {from the 1st|right away}
            {total of|in total} $seats, {start next month|immediately}
            $seats {editors|users}, {yearly|as in the contract}
            {they'd like|it's} $seats {full ones|licences} {asap|by Monday}
            """,
        ReplyChance = 0.95,
    };

    private static readonly Activity CheckContract = new("check-the-contract", Role.Billing, """
        {checked|looked up|read} {the contract|their agreement|order $order}, {renews in October|runs until March|co-terminates in June}
        {contract says|according to $order} {price per seat is fixed|they have a volume band} {until renewal|}
        {pulled|dug out} the {paperwork|signed order}, {term ends next spring|there's a price lock}
        {they're on|currently} {a two-year deal|an annual term}, {pro rata applies|we can add mid-term}
        {going through|reading} {the terms|their subscription} {to see what's allowed|before I quote}
        {under $order|in the current deal} {extra users cost list price|the rate is lower than list}
        {renewal date|end of term} {is close|in $days days}, {worth combining|better do both at once}
        I {consulted|have verified} the {agreement in force|commercial terms}.
        {crm has|salesforce shows} {a frame agreement|an open renewal}, {so the old price holds|taking that into account}
        {agreement|deal sheet} {in front of me|found in the archive}: {step prices|a cap on users|fixed fee} {until autumn|for two years|since signing}
        {let's see what they signed|digging in the archive}: {minimum term|discount tiers|a clause on growth} {is in there|applies|helps us}
        {term|period} {has $days weeks left|isn't over|ends soon}, {so prorating works|we align the dates|I'd sell the difference}
        """);

    private static readonly Activity AskDiscount = new("ask-for-discount-approval", Role.Billing, """
        $lead {they ask for|customer wants} {$discount off|a $discount discount}, {ok|possible}?
        {can we give|may I offer} $discount {on this|for the larger package}, $lead?
        $lead {need your approval|please decide}: {price minus $discount|a reduction of $discount}
        {requesting|asking for} {an exception|special pricing} of $discount, $lead
        {list price is too high for them|they pushed on price}, $lead {would you sign $discount|how far can we go, $discount}?
        {beyond my authority|I can't grant more than 3%}: $discount, $lead {your call|what do you say}
        {margin still fine|deal desk rule}: {$discount needs a manager|anything like $discount goes to you}, $lead
        $lead {how flexible are we|what's our lowest}? {their buyer insists on|procurement demands|they dream of} {$discount|$discount less}
        {competitor offers less|budget is tight over there}, {shall we meet them at|may I go down by} $discount, $lead?
        {proposal hinges on|deal depends on|all that's missing is} {a concession|$discount rebate}, $lead {can you live with that|say the word}
        {rebate|price cut|goodwill} of $discount {for $seats people|on an annual commitment|if signed this week}, {your consent please|do I get your yes}, $lead?
        $lead {I promised an answer on price|negotiation is at the end}: {could it be $discount|they stop at $discount|$discount closes it}
        {would love to close this one|almost done}, {missing only a bit of goodwill|just the rebate is open}: $discount, $lead {thumbs up or down|what's your limit}?
        {special terms|sweetener} {wanted|on the table}: $discount {for loyalty|in exchange for a reference|on the first year}, $lead {possible|does that fly}?
        """)
    { ReplyChance = 0 };

    private static readonly Activity GrantDiscount = new("grant-the-discount", Role.Lead, """
        {ok|approved|fine} {for one year|this once|if they sign this month|}
        {go|yes}, {loyal customer|they've been with us for years}
        {I can live with that|acceptable}, {but not more|only for this order}
        {granted|conceded}, {put my name on it|document it in the deal}
        {let's do it|do offer it}, {worth the growth|expansion matters}
        {signed off|you have my consent}, {on a yearly commitment|for the whole term}
        {sure|agreed}, {make them happy|close it}
        I {consent|agree} to the {reduction|proposed terms}.
        {works for me|okay then}, {two-year commitment in return|get a case study out of it|tell nobody}
        {not thrilled but|reluctantly} {yes|fine|agreed}, {it's a strategic logo|numbers still add up}
        {take it|use it|run with it}, {sign before the quarter ends|I'd rather keep them|we earn it back}
        {deal|done deal}, {tie it to a reference call|keep the list price for add-ons|send them my regards}
        {that's within reason|margin survives}, {proceed|offer it today|and close before Friday}
        {let them have their rebate|give in}, {we've done worse|they bring two more teams|I'll defend it upstairs}
        """)
    { ReplyChance = 0 };

    private static readonly Activity SendQuote = new("send-the-quote", Role.Billing, """
        {sent|mailed|issued} the {quote|offer|order form} {to $contact|for $seats seats|}
        {quote is out|offer sent}, {$amount pro rata|comes to $amount}
        {order form|paper} {is with $contact|in their inbox}, {waiting for the signature|via docusign}
        {here's|prepared} {the proposal|our pricing}: $amount {for the rest of the term|per year}
        {they have|customer received} {numbers|a document} {to sign|from me} {since $time|as of now}
        {put together|made up} {an offer|the calculation}, $amount {all in|plus tax}, {valid two weeks|good for 14 days}
        {docusign|contract envelope} {on its way|started}, {signatory is $contact|cc you}
        The {commercial proposal|quotation} was {transmitted|submitted} {to the client|this afternoon}.
        {numbers|figures|pricing} {left my outbox|are with procurement|uploaded to their portal}, {ball is in their court|now we wait|two signatures needed}
        {worked out|calculated} {what it costs|the top-up price}: $amount, {document follows by docusign|they have the paper|pdf sent}
        """)
    {
        Reply = """
            {signed|they signed}, {go ahead|please activate}
            {they accept|$contact says yes}
            {approved on their side|got the po}, {you can switch it on|all yours}
            {signature came in|docusign completed}
            """,
        ReplyChance = 0.9,
    };

    private static readonly Activity Apply = new("switch-the-plan", Role.Billing, """
        {upgraded|switched|moved} {them|$customer|the workspace} to $plan, {$seats seats|effective immediately|}
        {seats|licences} {added|booked|are live}, {they can invite people now|now $seats in total}
        {plan change|upgrade} {~done|applied|is active}
        {raised|lifted} the {user limit|seat count} {to $seats|for them}
        {$plan is on|package set to $plan}, {all features unlocked|takes effect at once}
        {subscription|the account} {carries|now has} $seats {places|users} {from today|}
        {flipped the switch|activated everything} {in the back office|}, {welcome mail goes to $contact|admins were notified by the system}
        The {subscription|contract} has been {amended|extended} {accordingly|in our system}.
        {provisioned|rolled out} the {extra places|new tier}
        {they're good to go|ready}, {more room since $time|the invite button works again}
        {opened the gates|made room}: {$seats people fit now|no more "no seats left"|new package works}
        {their tier|the package|licence count} {changed over|went up} {a minute ago|at $time}, {nothing for them to do|just reload the page}
        """);

    private static readonly Activity SendInvoice = new("send-the-pro-rata-invoice", Role.Billing, """
        {invoice|bill} {for the difference|pro rata} {sent|goes out tonight|is $invoice}
        {billed|charged} {the remaining months|$amount} {by card|with $invoice}
        {created|generated} $invoice {over $amount|for the rest of the term|}
        {finance side|paperwork}: {pro rata document mailed|accounting has the document}
        {they'll receive|expect} {a partial bill|an invoice} {tomorrow|by mail}
        {booked|recorded} {the extra revenue|the top-up}, {document $invoice|pdf in the portal}
        A {supplementary|proportional} invoice {has been raised|will follow}.
        {payment request|pdf} {is out|left}, {30 days net|due as usual}
        {accounts will get|in the post}: {the bill for the added users|a document covering the rest of the year|$invoice}
        {extra charge|difference} {calculated to the day|is $amount}, {debited with the next run|document produced|collected by card}
        {made out|drew up|printed} {a bill|the paper} {covering the upgrade|for what's been added}, {$amount net|see portal}
        """);

    public static Story Story { get; } = new("plan-upgrade", "Customer wants more seats or a bigger plan")
    {
        Places = [(Channels.Billing, 0.92), (Channels.Support, 0.08)],
        Traits = [[("clear", 0.35), ("vague", 0.65)], [("discount", 0.3), ("list", 0.7)]],
        Given = new("clear", "$seats", """
            {we talk about|that would be|in total} $seats {seats|users}, {starting now|from the 1st|immediately}
            $seats {licences|people}, {asap|as of Monday|from next month}
            """),
        Requests = """
            $customer {wants|would like|needs} {more seats|additional users|extra licences}
            @clear {please add|can we add} $seats {seats|users} for $customer, {from the 1st|effective immediately}
            @clear $customer {grows by $seats people|needs $seats more licences} {next month|asap}, {who can set that up|please quote}
            {upgrade|plan change} {request|wish}: $customer {to $plan|wants to go to $plan}
            {good news|nice one}: $customer {ready to move to $plan|is expanding}, {what do you need from me|can billing prepare}
            @discount $customer {would take $plan|would double their seats} {if we give $discount|for $discount off}, {feasible|what can we do}
            @discount {they'd upgrade|$customer upgrades} {right away|today} {with a discount of $discount|if the price drops $discount}
            {how do I|can someone help me} {get|put} $customer {on $plan|a larger package}? {their trial of the extras ended|they hit the user limit}
            $contact at $customer {can't invite people any more|gets "no seats left"}, {they'd like to buy more|how do we extend}
            {new department|second office} joins at $customer, {more licences needed|so they need a bigger plan}
            {expansion|upsell} at $customer: {what would $seats seats cost|price for $plan with $seats users}?
            """,
        Process = Then(
            Maybe(0.9, AskScope, unless: "clear"),
            CheckContract,
            Either(When("discount", AskDiscount, GrantDiscount), When("list")),
            SendQuote,
            AnyOrder(Apply, Maybe(0.7, SendInvoice))),
        Pace = new(35, 55, 90, 1.2),
        Weight = 1,
    };
}
