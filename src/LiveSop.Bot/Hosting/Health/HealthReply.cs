using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace LiveSop.Bot.Hosting.Health;

/// <summary>What the health endpoint answers, as JSON: <c>{"status":"degraded","reasons":["…"]}</c>.</summary>
/// <param name="Status"><c>live</c> or <c>ready</c>; <c>degraded</c>, which answers 200 too; <c>not live</c> or <c>not ready</c>.</param>
/// <param name="Reasons">A sentence each; none where all is well.</param>
internal sealed record HealthReply(string Status, IReadOnlyList<string> Reasons)
{
    /// <param name="asked">What it is when all is well.</param>
    public static Task WriteAsync(HttpContext context, HealthReport report, string asked) => context.Response.WriteAsJsonAsync(new HealthReply(
        report.Status switch { HealthStatus.Healthy => asked, HealthStatus.Degraded => "degraded", _ => $"not {asked}" },
        [.. report.Entries.Values.SelectMany(entry => (entry.Description ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries))]), JsonSerializerOptions.Web);
}
