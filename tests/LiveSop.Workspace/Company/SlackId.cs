namespace LiveSop.Workspace.Company;

/// <summary>Ids that look like Slack's and follow from a name, so that they never move.</summary>
internal static class SlackId
{
    private const string Letters = "0123456789ABCDEFGHJKLMNPQRSTUVWXYZ";

    public static string From(string prefix, string name)
    {
        var dice = new Dice(2026).Fork(prefix + name);
        return prefix + "0" + string.Concat(Enumerable.Range(0, 8).Select(_ => Letters[dice.Below(Letters.Length)]));
    }
}
