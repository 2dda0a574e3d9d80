namespace LiveSop.Bot.Tests.Screen;

/// <summary>Slack's markup as people see it.</summary>
public sealed class MarkupTests
{
    [Theory]
    [InlineData("*bold* _italic_ ~gone~ `code *x*`", "bold italic gone `code *x*`")]
    [InlineData("2*3*4 and snake_case_name and a * b * c", "2*3*4 and snake_case_name and a * b * c")]
    [InlineData("*_both_*", "both")]
    [InlineData("*open and _never closed", "*open and _never closed")]
    [InlineData("<@U1> and <@U1|alice> in <#C1> or <#C9|old-name>", "@Alice Adams and @Alice Adams in #support or #C9")]
    [InlineData("<!here> <!channel> <!subteam^S1>", "@here @channel @on-call")]
    [InlineData("<https://a.example>", "https://a.example")]
    [InlineData("<https://a.example|the page>", "the page (https://a.example)")]
    [InlineData("<mailto:a@b.example|a@b.example>", "a@b.example (mailto:a@b.example)")]
    [InlineData("<!date^1795424400^{date_short_pretty} at {time}|x>", "today at 10:00")]
    [InlineData("<!date^1795338000^{date_pretty}, {ago}|x>", "yesterday, 1 day ago")]
    [InlineData("<!date^1761234567^{date_num} {date_slash} {time_secs} {odd}|x>", "2025-10-23 23/10/2025 17:49:27 {odd}")]
    [InlineData("&lt;!channel&gt; &amp;lt; 1 &lt; 2", "<!channel> &lt; 1 < 2")]
    [InlineData(":tada: :unheard_of: 10:30:45 a:b:c", "🎉 :unheard_of: 10:30:45 a:b:c")]
    [InlineData("[red]no markup[/] [[x]] [bold", "[red]no markup[/] [[x]] [bold")]
    [InlineData("a\u001b[2Jb\u0007c\u202Ed", "a[2Jbcd")]
    public void within_a_line(string markup, string seen) => Shots.OfMrkdwn(markup).Should().Be($"  {seen}\n");

    [Fact]
    public void quotes_and_code_stand_apart() => Shots.OfMrkdwn("before\n> one\n&gt;two\nafter\n```\na < b\n  c\n```\nend ``` open").Should().Be(
        """
          before
          ▌ one
          ▌ two
          after
            ▏ a < b
            ▏   c
          end
          ``` open

        """);

    [Fact]
    public void rich_text_shows_its_structure() => Shots.OfBlocks(
        """
        [{"type":"rich_text","elements":[
          {"type":"rich_text_section","elements":[{"type":"text","text":"*as it is* "},{"type":"usergroup","usergroup_id":"S1"},{"type":"text","text":" "},{"type":"channel","channel_id":"C2"},{"type":"text","text":" "},
            {"type":"emoji","name":"fire"},{"type":"text","text":" "},{"type":"date","timestamp":1795424400,"format":"{time}","fallback":"x"},{"type":"text","text":" "},{"type":"broadcast","range":"here"}]},
          {"type":"rich_text_list","style":"bullet","elements":[{"type":"rich_text_section","elements":[{"type":"text","text":"one"}]}]},
          {"type":"rich_text_list","style":"ordered","indent":1,"offset":2,"elements":[{"type":"rich_text_section","elements":[{"type":"text","text":"three"}]}]},
          {"type":"rich_text_quote","elements":[{"type":"text","text":"said"}]},
          {"type":"rich_text_preformatted","elements":[{"type":"text","text":"x\n  y"}]}]}]
        """).Should().Be(
        """
          *as it is* @on-call #engineering 🔥 10:00 @here
           • one
               3. three
          ▌ said
            ▏ x
            ▏   y

        """);

    [Fact]
    public void long_markup_without_an_end_takes_no_time_to_speak_of()
    {
        var shot = Shots.OfMrkdwn(string.Concat(Enumerable.Repeat("*a _b ~c <d :e `", 2_500)));

        shot.Should().Contain("*a _b ~c <d :e");
    }
}
