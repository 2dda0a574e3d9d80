using System.ComponentModel.DataAnnotations;

namespace LiveSop.Bot.Slack.Web;

/// <summary>How the Web API is called. Section <c>Slack</c>.</summary>
internal sealed class WebOptions
{
    /// <summary>Ends with a slash. Another address serves a proxy, GovSlack or a simulated workspace.</summary>
    [Required]
    public Uri ApiUrl { get; set; } = new("https://slack.com/api/");

    /// <summary>Whether calls are paced to stay below Slack's limits. What Slack asks for in a 429 is obeyed either way.</summary>
    public bool Limits { get; set; } = true;

    /// <summary>How long one attempt may take.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:05:00")]
    public TimeSpan AttemptTimeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>A longer <c>Retry-After</c> is handed to the caller, who can do something else meanwhile.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "01:00:00")]
    public TimeSpan LongestWait { get; set; } = TimeSpan.FromMinutes(2);
}
