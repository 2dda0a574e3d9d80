using LiveSop.Bot.Tests.Conventions;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace LiveSop.Bot.Tests.Manifest;

/// <summary><c>slack-manifest.yaml</c> as it reads; a field that is not here is a mistake in one of the two.</summary>
public sealed class WrittenManifest
{
    [YamlMember(Alias = "_metadata", ApplyNamingConventions = false)]
    public Versions Metadata { get; init; } = new();

    public Display DisplayInformation { get; init; } = new();

    public FeatureSet Features { get; init; } = new();

    public Oauth OauthConfig { get; init; } = new();

    public SettingSet Settings { get; init; } = new();

    internal static WrittenManifest Read() => Parse(Project.Read("slack-manifest.yaml"));

    internal static WrittenManifest Parse(string yaml) =>
        new DeserializerBuilder().WithNamingConvention(UnderscoredNamingConvention.Instance).WithDuplicateKeyChecking().Build().Deserialize<WrittenManifest>(yaml);

    public sealed record Versions
    {
        public int MajorVersion { get; init; }

        public int MinorVersion { get; init; }
    }

    public sealed record Display
    {
        public string Name { get; init; } = "";

        public string Description { get; init; } = "";

        public string BackgroundColor { get; init; } = "";
    }

    public sealed record FeatureSet
    {
        public Home AppHome { get; init; } = new();

        public BotUser BotUser { get; init; } = new();

        public List<Shortcut> Shortcuts { get; init; } = [];

        public List<Command> SlashCommands { get; init; } = [];
    }

    public sealed record Home
    {
        public bool HomeTabEnabled { get; init; }

        public bool MessagesTabEnabled { get; init; }

        public bool MessagesTabReadOnlyEnabled { get; init; }
    }

    public sealed record BotUser
    {
        public string DisplayName { get; init; } = "";

        public bool AlwaysOnline { get; init; }
    }

    public sealed record Shortcut
    {
        public string Name { get; init; } = "";

        public string Type { get; init; } = "";

        public string CallbackId { get; init; } = "";

        public string Description { get; init; } = "";
    }

    public sealed record Command
    {
        [YamlMember(Alias = "command", ApplyNamingConventions = false)]
        public string Name { get; init; } = "";

        public string Description { get; init; } = "";

        public string UsageHint { get; init; } = "";

        public bool ShouldEscape { get; init; }
    }

    public sealed record Oauth
    {
        public ScopeSet Scopes { get; init; } = new();
    }

    public sealed record ScopeSet
    {
        public List<string> Bot { get; init; } = [];
    }

    public sealed record SettingSet
    {
        public Subscriptions EventSubscriptions { get; init; } = new();

        public Switch Interactivity { get; init; } = new();

        public bool OrgDeployEnabled { get; init; }

        public bool SocketModeEnabled { get; init; }

        public bool TokenRotationEnabled { get; init; }
    }

    public sealed record Subscriptions
    {
        public List<string> BotEvents { get; init; } = [];
    }

    public sealed record Switch
    {
        public bool IsEnabled { get; init; }
    }
}
