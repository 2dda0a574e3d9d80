using System.Text;

namespace LiveSop.Bot.Sources;

/// <summary>Opens what was given, or says in one sentence why not.</summary>
internal static class InputFile
{
    private const int BufferBytes = 1 << 16;

    public static FileStream Open(string path)
    {
        try
        {
            var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, BufferBytes,
                FileOptions.Asynchronous | FileOptions.SequentialScan);
            if (stream.CanSeek) return stream;
            stream.Dispose();
            throw new BadInputException(path, "is not a regular file, and it must be read twice; save it to a file first.");
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new BadInputException(path, "there is no such file; check the path.", null, e);
        }
        catch (UnauthorizedAccessException e)
        {
            throw new BadInputException(path, "may not be read; give the account that runs this the right to read it.", null, e);
        }
        catch (Exception e) when (e is IOException or ArgumentException or NotSupportedException)
        {
            throw new BadInputException(path, "cannot be opened; check that it is a file and that no other program holds it.", null, e);
        }
    }

    /// <summary>As UTF-8, whichever of the encodings with a byte order mark the file has.</summary>
    public static Stream OpenAsUtf8(string path)
    {
        var stream = Open(path);
        Span<byte> mark = stackalloc byte[2];
        var isMarked = stream.ReadAtLeast(mark, 2, throwOnEndOfStream: false) == 2;
        stream.Position = 0;
        var encoding = !isMarked ? Encoding.UTF8
            : mark.SequenceEqual<byte>([0xFF, 0xFE]) ? Encoding.Unicode
            : mark.SequenceEqual<byte>([0xFE, 0xFF]) ? Encoding.BigEndianUnicode
            : Encoding.UTF8;
        return encoding == Encoding.UTF8 ? stream : Encoding.CreateTranscodingStream(stream, encoding, Encoding.UTF8);
    }

    /// <summary>The sentence for a disk or network that fails while a file is being read.</summary>
    public static BadInputException Unreadable(string path, IOException cause) =>
        new(path, "could not be read to its end; copy it to a local disk and try again.", null, cause);
}
