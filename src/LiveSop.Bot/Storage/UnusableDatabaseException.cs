namespace LiveSop.Bot.Storage;

/// <summary>There is no database to work with. The message is one sentence for the person who runs the bot: what is wrong, and what to do.</summary>
internal sealed class UnusableDatabaseException(string sentence, Exception? cause = null) : Exception(sentence, cause);
