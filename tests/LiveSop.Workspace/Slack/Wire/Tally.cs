namespace LiveSop.Workspace.Slack.Wire;

/// <summary>All deliveries by what became of them.</summary>
/// <param name="Sent">Envelopes that went to a socket, retries included, duplicates not.</param>
/// <param name="Events">Different events, whether or not they reached anybody.</param>
/// <param name="GivenUp">Events that nobody acked in four tries.</param>
internal readonly record struct Tally(long Sent, long Events, long Acked, long Late, long Retried, long GivenUp, long UserErrors, long Duplicates);
