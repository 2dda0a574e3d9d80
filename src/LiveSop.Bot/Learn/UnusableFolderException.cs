namespace LiveSop.Bot.Learn;

/// <summary>The folder for the results cannot be used. The message is one sentence for the person who named it.</summary>
internal sealed class UnusableFolderException(string path, string sentence, Exception? cause = null) : Exception($"{path}: {sentence}", cause)
{
    public static UnusableFolderException Unwritable(string path, Exception cause) =>
        new(path, $"cannot be written ({cause.Message.TrimEnd('.')}); choose another folder for --out, or make room and give the right to write there.", cause);
}
