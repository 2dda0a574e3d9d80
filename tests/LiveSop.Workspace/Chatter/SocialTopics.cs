using static LiveSop.Workspace.Company.Channels;

namespace LiveSop.Workspace.Chatter;

/// <summary>What people say because they are people.</summary>
internal static class SocialTopics
{
    public static IReadOnlyList<Topic> All { get; } =
    [
        new("greeting", 1.3)
        {
            Places = [(General, 0.4), (Support, 0.3), (Lounge, 0.2), (Billing, 0.1)],
            Talk = 2,
            Threaded = 0.25,
            Opens = """
                {good morning|morning|hello|hi} {everyone|all|from a rainy desk|from the train|}
                {happy|hello and happy} {Monday|Tuesday|Friday|Thursday} {everyone|to you all|}!
                {back from|just returned from} {holiday|parental leave|two weeks in the hills}, {what did I miss|nice to see you again|inbox says 900}
                {signing off|that's it for me|calling it a day}, {see you tomorrow|have a good evening|until Monday}
                {working from home today|I'm at my parents' place this week|in the office until four}, {same hours|reachable as usual|}
                {out at the dentist|stepping out for an hour|school run}, {back around two|back soon}
                {I'll be offline|taking the afternoon off} {tomorrow|on Friday}, {Henrik covers for me|write to the team please}
                {cold got me|not feeling great}, {staying in bed today|logging off early}
                {first day after the move|new desk, new view}, {the coffee machine is closer now|someone left me a plant}
                """,
            Answers = """
                {morning|hey|hello} {to you too|:wave:|}
                {welcome back|missed you|good to have you here again}!
                {get well soon|take care|rest well}
                {enjoy|have fun|see you}
                {lucky you|jealous|same here}
                """,
        },
        new("lunch", 0.9)
        {
            Places = [(Lounge, 0.7), (General, 0.3)],
            Talk = 5,
            Opens = """
                {anyone|who's} {up for|hungry for} {ramen|falafel|the Thai place|dumplings} {today|at noon|}?
                {lunch|food} {at twelve|in ten minutes|around one}? {meeting downstairs|usual place|new place on the corner}
                {there's|we have} {cake|leftover pizza|fruit} {in the kitchen|on the second floor}, {help yourselves|first come first served}
                {the canteen has|today's menu:} {lasagne|pea soup|curry} {again|and it smells great|}
                {who took|has anyone seen} my {yoghurt|oat milk|blue lunchbox}?
                {coffee machine|espresso maker} {is down|shows a red light}, {technician comes at three|use the one upstairs}
                {recipe of the week|cooked this yesterday}: {lentils with lemon|roasted cauliflower}, {highly recommended|my kids even ate it}
                {trying|found} {a new bakery|the food truck by the river}, {the cinnamon rolls are unreal|go early}
                """,
            Answers = """
                {count me in|I'm in|yes please|me!}
                {can't today|have a call at noon|next time}
                {save me a slice|keep one for me}
                {already ate|brought my own|on a juice week, don't ask}
                {where is that|what time again}?
                {best news of the day|you're a hero|on my way}
                {vegetarian option|something without nuts} {there too|available}?
                """,
        },
        new("joke", 0.7)
        {
            Places = [(Lounge, 1)],
            Talk = 4,
            Opens = """
                why do programmers {mix up|confuse} Halloween and Christmas? because oct 31 is dec 25
                {my cat|the dog} {just joined|walked through} {the quarterly review|my video call} and {got more attention than me|asked the best question}
                {today I explained|tried to explain} {our product|what I do} to my {grandmother|neighbour}, {she thinks I fix printers|he now wants an invoice}
                {overheard in the lift|heard on the train}: {"it's not late, it's asynchronous"|"I have read and agree to my own emails"}
                {there are two hard things|hardest problems in computing}: naming, caching and off-by-one errors
                {fun fact|did you know}: {otters hold hands when they sleep|the first webcam watched a coffee pot|wombats make cubes}
                {weather app|forecast} says {"feels like Monday"|10% chance of productivity}
                {autocorrect|my phone} {changed|turned} "kind regards" {to|into} "kind wizards", {sent to the whole board|almost pressed send}
                I told my plants about the roadmap. {they grew towards the window|they asked for a date}
                """,
            Answers = """
                {ha|haha|lol} {:joy:|good one|}
                {stealing that|that goes in my next deck|framing this}
                {I'll see myself out|groan|terrible, more please}
                {can confirm|true story|happened to me}
                {my cat agrees|the otters win|this made my afternoon}
                """,
        },
        new("birthday", 0.5)
        {
            Places = [(General, 0.7), (Lounge, 0.3)],
            Talk = 8,
            Threaded = 0.9,
            Opens = """
                {happy birthday|all the best} {dear $mate|to $mate}! {:birthday: :tada:|hope there's cake}
                {it's|today is} {$mate's|the} {birthday|work anniversary} {of $mate|}, {three years with us|please be nice}!
                {please join me in wishing|let's all wish} $mate {a wonderful day|all the best}
                {congratulations|big news}: $mate {has become an uncle|got married on Saturday|finished the marathon}!
                {welcome|say hello to} {our newest colleague|someone new} {next week|starting on the 1st}, {desk by the window|she loves climbing}
                {five years ago|on this day} $mate {joined|signed the contract}, {thank you for staying|what a ride}
                """,
            Answers = """
                {happy birthday|many happy returns|congrats}!
                {:tada:|:partying_face:|:clap:} {well deserved|enjoy your day|}
                {wow|oh wow|so lovely}, {congratulations|happy for you}
                {cheers to you|have a great one|party at your desk?}
                {thank you all|you're too kind|aww thanks} :heart:
                {amazing|fantastic news}, {can't believe it's been that long|wish I were there}
                """,
        },
        new("weekend", 0.9)
        {
            Places = [(Lounge, 0.85), (General, 0.15)],
            Talk = 6,
            Opens = """
                {any plans|what's everyone doing} {for the weekend|over the holidays}?
                {went|we went} {hiking|sailing|to the lake} {on Sunday|yesterday}, {photos in the album|legs of jelly today}
                {did you see|who watched} {the match|that final|the cycling} {last night|on Saturday}?
                {recommend me|looking for} {a podcast|a good book|a series with few episodes} {for a long flight|please|}
                {learning|started with} {the ukulele|pottery|sourdough}, {neighbours are patient|send help}
                {anyone|does someone} {selling a bike|want a sofa|know a good plumber}?
                {our|the} {kittens|tomatoes} {are growing|have names now}, {vote below|pictures follow}
                {first snow|what a thunderstorm|20 degrees already}, {who's got a view|unbelievable}
                {book club|board game night} {on Thursday|next week}, {who's in|we need a fourth player}
                """,
            Answers = """
                {sleeping|nothing, on purpose|gardening if it's dry}
                {visiting family|camping with the kids|moving flats, again}
                {what a game|my nerves|don't spoil it please}
                {try|have you tried} {"The Long Way Home"|the one about lighthouses|anything by Mira Holt}
                {looks gorgeous|where was that|adding to my list}
                {count me in|I can bring snacks|only if there's pizza}
                {same|so jealous|that's the spirit}
                """,
        },
        new("praise", 0.6)
        {
            Places = [(General, 0.5), (Support, 0.3), (Escalations, 0.2)],
            Talk = 4,
            Opens = """
                {shout-out|kudos|big thanks} to $mate {for staying late|for the calm voice on that call|for the new checklist}
                {customer survey|survey results} {is in|came back}: {97% happy|best month so far}, {that's you|be proud}
                {"you people are fast"|"finally someone who listens"} - {quote from a call today|a customer about $mate}
                {just want to say|a word}: {the tone in this channel|how you work together} {is great|makes my day}
                {we hit|celebrating} {first answer under ten minutes|1000 solved cases}, {drinks are on Dana|bell has been rung}
                {lovely review|five stars} {on the comparison site|this morning}, {they mention $mate by name|and no complaints}
                """,
            Answers = """
                {well done|bravo|:clap:}
                {team effort|couldn't do it without you}
                {so deserved|proud of this lot}
                {aww|thank you}, {made my day|that means a lot}
                {framing it|on the wall it goes}
                """,
        },
    ];
}
