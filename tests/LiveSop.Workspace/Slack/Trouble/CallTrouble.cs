namespace LiveSop.Workspace.Slack.Trouble;

/// <summary>What can go wrong with a Web API call.</summary>
internal abstract record CallTrouble
{
    private CallTrouble() { }

    /// <summary>The work was done, so that the caller is wrong to think that it failed.</summary>
    public virtual bool AfterTheWork => false;

    /// <summary>429 with <c>Retry-After</c>.</summary>
    public sealed record TooSoon(int Seconds = 1) : CallTrouble;

    /// <summary>500, 502, 503 with a body that is no JSON.</summary>
    public sealed record Broken(int Status = 500) : CallTrouble;

    /// <summary>An error by its name, such as <c>internal_error</c> or <c>token_revoked</c>.</summary>
    public sealed record Refused(string Error) : CallTrouble;

    /// <summary>No answer, until the caller gives up or the trouble is switched off; the work is not done.</summary>
    public sealed record Hang : CallTrouble;

    /// <summary>The work is done, and the answer, right when it was made, comes when the trouble is switched off.</summary>
    public sealed record Held : CallTrouble
    {
        public override bool AfterTheWork => true;
    }

    /// <summary>The connection is reset before anything was done.</summary>
    public sealed record Reset : CallTrouble;

    /// <summary>The work is done and the answer lost: the ambiguous case.</summary>
    public sealed record LostAnswer(Loss By = Loss.Reset) : CallTrouble
    {
        public override bool AfterTheWork => true;
    }
}

/// <summary>What the caller gets in place of the answer.</summary>
internal enum Loss { Reset, Error500, FatalError, Hang }
