namespace LiveSop.Bot.Memory.Embedding;

/// <summary>No vector could be had. The message is one sentence for the log; it holds no text and no key.</summary>
/// <param name="isOutage">The same may work later; otherwise a setting must change first.</param>
internal sealed class EmbeddingException(string sentence, bool isOutage, Exception? cause = null) : Exception(sentence, cause)
{
    public bool IsOutage => isOutage;
}
