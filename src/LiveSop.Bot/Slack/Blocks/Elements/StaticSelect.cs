namespace LiveSop.Bot.Slack.Blocks;

/// <summary>One of 1 to 100 options that are known when the message is made.</summary>
internal sealed record StaticSelect : Menu
{
    public StaticSelect(SlackAction action, IReadOnlyList<Option> options) : base(action) => Options = Offered.Checked(options, Offered.InMenu, "static_select.options");

    /// <param name="groups">1 to 100.</param>
    public StaticSelect(SlackAction action, IReadOnlyList<OptionGroup> groups) : base(action) => OptionGroups = Limit.Count(groups, 1, Offered.InMenu, "static_select.option_groups");

    public IReadOnlyList<Option>? Options { get; }

    public IReadOnlyList<OptionGroup>? OptionGroups { get; }

    private IEnumerable<Option> All => Options ?? OptionGroups!.SelectMany(group => group.Options);

    public Option? InitialOption
    {
        get;
        init
        {
            if (value is not null) Offered.Among([value], All, "static_select.initial_option");
            field = value;
        }
    }
}

/// <summary>Several of 1 to 100 options.</summary>
internal sealed record MultiStaticSelect : MultiMenu
{
    public MultiStaticSelect(SlackAction action, IReadOnlyList<Option> options) : base(action) => Options = Offered.Checked(options, Offered.InMenu, "multi_static_select.options");

    /// <param name="groups">1 to 100.</param>
    public MultiStaticSelect(SlackAction action, IReadOnlyList<OptionGroup> groups) : base(action) => OptionGroups = Limit.Count(groups, 1, Offered.InMenu, "multi_static_select.option_groups");

    public IReadOnlyList<Option>? Options { get; }

    public IReadOnlyList<OptionGroup>? OptionGroups { get; }

    private IEnumerable<Option> All => Options ?? OptionGroups!.SelectMany(group => group.Options);

    public IReadOnlyList<Option>? InitialOptions
    {
        get;
        init
        {
            if (value is not null) Offered.Among(Limit.Count(value, 1, Offered.InMenu, "initial_options"), All, "multi_static_select.initial_options");
            field = value;
        }
    }
}

/// <summary>One of what the bot finds for the letters typed so far; it answers within 3 s.</summary>
internal sealed record ExternalSelect(SlackAction Action) : Menu(Action)
{
    public Option? InitialOption { get; init; }

    /// <summary>Letters before it asks; Slack's default is 3.</summary>
    public int? MinQueryLength { get; init; }
}

/// <inheritdoc cref="ExternalSelect"/>
internal sealed record MultiExternalSelect(SlackAction Action) : MultiMenu(Action)
{
    public IReadOnlyList<Option>? InitialOptions { get; init; }

    /// <inheritdoc cref="ExternalSelect.MinQueryLength"/>
    public int? MinQueryLength { get; init; }
}
