namespace LiveSop.Bot.Sources;

/// <summary>What the person who gives an input may say about it. Everything has a default.</summary>
internal sealed record SourceOptions
{
    /// <summary>Columns of a CSV named by hand; the others are recognised by their headers.</summary>
    public ColumnNames Columns { get; init; } = new();

    /// <summary>The IANA zone of times that name none.</summary>
    public string TimeZone { get; init; } = "UTC";

    /// <summary>.NET date formats tried before the known ones, e.g. <c>dd/MM/yyyy HH:mm</c>.</summary>
    public IReadOnlyList<string> DateFormats { get; init; } = [];

    /// <summary>Between the fields of a CSV, ASCII; null where it is to be detected.</summary>
    public char? Delimiter { get; init; }

    public bool IncludeDirectMessages { get; init; }

    /// <summary>Whether to read Jira issues with a security level, and comments that only some may see.</summary>
    public bool IncludeSecured { get; init; }

    /// <summary>The one Jira project to read; null for all.</summary>
    public string? JiraProject { get; init; }

    public SizeLimits Limits { get; init; } = new();
}

/// <summary>Headers of columns, as they stand in the file (case does not matter).</summary>
internal sealed record ColumnNames
{
    public string? Case { get; init; }

    public string? Activity { get; init; }

    public string? Time { get; init; }

    public string? Resource { get; init; }

    public string? Id { get; init; }

    public string? Author { get; init; }

    public string? Text { get; init; }

    public string? Thread { get; init; }
}

/// <summary>
/// How much an input may unpack to. A stream is read piece by piece, so these guard against bombs and not against work:
/// they stand far above anything an honest export holds.
/// </summary>
internal sealed record SizeLimits
{
    /// <summary>Entries of one archive.</summary>
    public int Entries { get; init; } = 1_000_000;

    /// <summary>Unpacked bytes of one entry.</summary>
    public long EntryBytes { get; init; } = 2L << 30;

    /// <summary>Unpacked bytes of everything that is read from one archive.</summary>
    public long TotalBytes { get; init; } = 256L << 30;

    /// <summary>Unpacked to packed bytes: repetitive JSON reaches 100, deflate itself 1,032.</summary>
    public int Ratio { get; init; } = 250;

    /// <summary>Unpacked bytes below which the ratio says nothing.</summary>
    public long RatioFloorBytes { get; init; } = 64L << 20;

    /// <summary>One message, issue, page of issues or CSV record: the only thing that is ever held whole.</summary>
    public int ItemBytes { get; init; } = 256 << 20;
}
