using LiveSop.Bot.Sources;
using LiveSop.Domain.Incidents;

namespace LiveSop.Bot.Tests.Sources;

public sealed class MessageLogTests : Inputs
{
    [Fact]
    public async Task makes_one_message_of_each_row()
    {
        var message = await OneAsync(Write("talk.csv", "id,time,author,text,thread\nm1,1589312523.000000,ana,\" hello, you\",t1\n"));

        message.Should().BeEquivalentTo(new Message
        {
            Source = new SourceRef.CsvRow("talk.csv", 2),
            Place = "talk.csv",
            Author = new Person("ana", "ana"),
            At = DateTimeOffset.FromUnixTimeSeconds(1589312523),
            Text = "hello, you",
            Thread = "t1",
        });
    }

    [Theory]
    [InlineData("ts,from,body,thread_ts")]
    [InlineData("Sent at,Sender,Message,Conversation")]
    [InlineData("date,user,content,ticket")]
    public async Task recognises_columns_by_their_usual_names(string header)
    {
        var message = await OneAsync(Write("talk.csv", $"{header}\n2024-05-17T10:00:00Z,ana,hi,t1\n"));

        (message.Author.Name, message.Text, message.Thread).Should().Be(("ana", "hi", "t1"));
    }

    [Fact]
    public async Task leaves_messages_without_a_thread_unthreaded()
    {
        (await OneAsync(Write("a.csv", "time,author,text\n2024-05-17T10:00:00Z,ana,hi\n"))).Thread.Should().BeNull();
        (await OneAsync(Write("b.csv", "time,author,text,thread\n2024-05-17T10:00:00Z,ana,hi,\n"))).Thread.Should().BeNull();
    }

    [Fact]
    public async Task puts_a_first_message_into_the_thread_that_is_named_after_it()
    {
        var messages = await ReadAsync(Write("talk.csv",
            "id,time,author,text,thread\nm1,2024-05-17T10:00:00Z,ana,help,\nm2,2024-05-17T10:01:00Z,ben,sure,m1\nm3,2024-05-17T10:02:00Z,cy,else,\n"));

        messages.Select(message => message.Thread).Should().Equal("m1", "m1", null);
    }

    [Fact]
    public async Task counts_messages_without_text()
    {
        (await ReadAsync(Write("talk.csv", "time,author,text\n2024-05-17T10:00:00Z,ana,\n"))).Should().BeEmpty();

        Tally.Sentences().Should().Contain("1 message without any text was left out.");
    }

    [Fact]
    public async Task is_chosen_when_its_columns_are_named_though_the_file_also_looks_like_an_event_log()
    {
        var path = Write("both.csv", "case,activity,time,agent,text\n1,Close,2024-05-17T10:00:00Z,ana,closed it\n");

        (await OneAsync(path)).Activity.Should().Be("Close");
        (await OneAsync(path, new SourceOptions { Columns = new ColumnNames { Text = "text" } })).Should()
            .Match<Message>(message => message.Activity == null && message.Text == "closed it" && message.Thread == "1");
    }
}
