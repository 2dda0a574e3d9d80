namespace LiveSop.Bot.Storage.Forgetting;

/// <summary>A statement that forgets in one table. Its parameters stand in the order of its subject's, and it leaves out none but the last.</summary>
internal sealed record Chore(string Table, string Sql);
