using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using LiveSop.Bot.Learn.Imports;
using LiveSop.Bot.Slack.Blocks;
using LiveSop.Bot.Sources;
using LiveSop.Bot.Storage.Sops;
using LiveSop.Domain.Tests;

namespace LiveSop.Bot.Tests.World.Files;

/// <summary>What whoever brings a file sees.</summary>
public sealed class CardTests
{
    private const string Page = "# Resetting passwords\n\n## When\n\nA mail does not arrive.\n\n## Steps\n\n1. Ask for the address\n2. If it is blocked:\n   1. Unblock it\n3. Send the mail again\n";

    private static readonly JsonSerializerOptions readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly SpaceRow[] spaces = [Space(1, "Support", isDefault: true), Space(2, "Product", isDefault: false)];

    [Theory]
    [InlineData("log", "refunds.csv", "case,activity,time\nT1,Check <@U1> & *pay*,2026-03-01T08:00:00Z\n")]
    [InlineData("columns", "refunds.csv", "A,B,C\nT1,Check,2026-03-01T08:00:00Z\n")]
    [InlineData("page", "resets.md", Page)]
    [InlineData("unusable", "paper.pdf", "%PDF-1.7")]
    public async Task looks_as_accepted(string card, string name, string content)
    {
        var plan = new ImportPlan(name.EndsWith(".md", StringComparison.Ordinal), [], new ColumnNames());
        var (preview, known) = await ImportPreview.OfAsync(name, Encoding.UTF8.GetBytes(content), plan, "U1", CancellationToken.None);

        Snapshot.Matches(BlocksJson.Node(ImportCard.Render(Row(name, known), preview, spaces).Blocks).ToJsonString(readable) + "\n", $"import-{card}.verified");
    }

    [Fact]
    public void the_columns_are_named_in_a_modal() =>
        Snapshot.Matches(BlocksJson.Node<View>(ColumnsModal.Render(Row("refunds.csv", new(IsPage: false, ["A", "B", "A"], new() { Time = "B" })))).ToJsonString(readable) + "\n", "import-columns-modal.verified");

    private static ImportRow Row(string name, ImportPlan plan) => new()
    {
        WorkspaceId = new("T1"),
        ImportId = new Guid(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11),
        UserId = new("U1"),
        Name = name,
        State = ImportState.Offered,
        Columns = plan.Write(),
        CreatedAt = DateTimeOffset.UnixEpoch,
    };

    private static SpaceRow Space(int number, string name, bool isDefault) => new()
    {
        WorkspaceId = new("T1"),
        SpaceId = new(new Guid(number, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0)),
        Name = name,
        IsDefault = isDefault,
        CreatedAt = DateTimeOffset.UnixEpoch,
    };
}
