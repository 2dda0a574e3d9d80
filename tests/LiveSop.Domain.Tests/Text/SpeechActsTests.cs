using LiveSop.Domain.Text;

namespace LiveSop.Domain.Tests.Text;

public sealed class SpeechActsTests
{
    [Theory]
    [InlineData("Hi there!", SpeechAct.Greeting)]
    [InlineData("Good morning everyone", SpeechAct.Greeting)]
    [InlineData("hello {person}", SpeechAct.Greeting)]
    [InlineData("Thanks a lot for the quick answer!", SpeechAct.Thanks)]
    [InlineData("thank you {person}", SpeechAct.Thanks)]
    [InlineData("Have a great weekend!", SpeechAct.Farewell)]
    [InlineData("Thank you and goodbye", SpeechAct.Thanks)]
    [InlineData("ok got it", SpeechAct.Acknowledgement)]
    [InlineData("on it", SpeechAct.Acknowledgement)]
    [InlineData("Sure, no problem.", SpeechAct.Acknowledgement)]
    [InlineData("How are you?", SpeechAct.Social)]
    [InlineData("Happy Friday!", SpeechAct.Social)]
    [InlineData("You're welcome!", SpeechAct.Social)]
    [InlineData("Hello, how can I help?", SpeechAct.Question)]
    [InlineData("What is your order number", SpeechAct.Question)]
    [InlineData("is the worker running", SpeechAct.Question)]
    [InlineData("Would you like me to book it?", SpeechAct.Question)]
    [InlineData("Can you send me the logs?", SpeechAct.Request)]
    [InlineData("thanks, could you please check again", SpeechAct.Request)]
    [InlineData("please restart it", SpeechAct.Request)]
    [InlineData("Try another browser", SpeechAct.Request)]
    [InlineData("I need you to sign in again", SpeechAct.Request)]
    [InlineData("I restarted the ingest worker", SpeechAct.Statement)]
    [InlineData("ok the worker is down", SpeechAct.Statement)]
    [InlineData("Hi there is a problem with the export", SpeechAct.Statement)]
    [InlineData("Ich kann mich nicht anmelden", SpeechAct.Statement)]
    [InlineData("", SpeechAct.Statement)]
    public void tells_work_from_company(string sentence, SpeechAct act) => SpeechActs.Of(sentence).Should().Be(act);
}
