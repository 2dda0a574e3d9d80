using System.Text.Json;
using System.Text.Json.Serialization;
using LiveSop.Bot.Audience;
using LiveSop.Bot.Hosting;
using LiveSop.Bot.Hosting.Health;
using LiveSop.Bot.Learn.Reading;
using LiveSop.Bot.Memory.Embedding;
using LiveSop.Bot.Pictures;
using LiveSop.Bot.Respond;
using LiveSop.Bot.Storage;
using Microsoft.Extensions.Configuration;

namespace LiveSop.Bot.Cli;

/// <summary>What <c>appsettings.json</c> beside the program says. An option on the command line goes before it.</summary>
internal sealed record Settings
{
    private static readonly JsonSerializerOptions Shapes = new()
    {
        ReadCommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
    };

    public AccessSettings Access { get; init; } = new();

    public MiningSettings Mining { get; init; } = new();

    public PictureSettings Pictures { get; init; } = new();

    public SlackSettings Slack { get; init; } = new();

    public ReadingSettings Reading { get; init; } = new();

    public EmbeddingSettings Embedding { get; init; } = new();

    public AnsweringSettings Answering { get; init; } = new();

    public DatabaseSettings Database { get; init; } = new();

    public RetentionSettings Retention { get; init; } = new();

    public HealthSettings Health { get; init; } = new();

    public LoggingSettings Logging { get; init; } = new();

    public static Settings OfThisProgram() => Read(Path.Combine(AppContext.BaseDirectory, "appsettings.json"));

    /// <summary>The defaults where there is no such file.</summary>
    /// <exception cref="BadSettingException">The file is no JSON, or a setting is unknown or impossible.</exception>
    public static Settings Read(string path)
    {
        if (!File.Exists(path)) return new Settings();
        try
        {
            var settings = JsonSerializer.Deserialize<Settings>(File.ReadAllBytes(path), Shapes) ?? new Settings();
            return settings.Checked(path);
        }
        catch (JsonException e)
        {
            throw new BadSettingException($"{path}: {(e.Path is { Length: > 1 } where ? where[2..] : "the file")} is not a setting or has the wrong kind of value; see README.md for those there are.", e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new BadSettingException($"{path}: the settings may not be read; give the account that runs this the right to read them.", e);
        }
    }

    /// <summary>The environment goes before the file: <c>Slack__ApiUrl</c>, <c>Database__Folder</c> and the like.</summary>
    /// <exception cref="BadSettingException">A value there is impossible.</exception>
    public Settings With(IConfiguration environment)
    {
        var changed = this with
        {
            Embedding = Over(environment, "Embedding", Embedding),
            Slack = Over(environment, "Slack", Slack),
            Reading = Over(environment, "Reading", Reading),
            Answering = Over(environment, "Answering", Answering),
            Database = Over(environment, "Database", Database),
            Health = Over(environment, "Health", Health),
            Retention = Over(environment, "Retention", Retention),
            Logging = Over(environment, "Logging", Logging),
        };
        return changed.Checked("environment");
    }

    public DatabaseOptions DatabaseOptions(IConfiguration environment) => Storage.DatabaseOptions.Of(environment) with { Folder = Database.Folder };

    private static T Over<T>(IConfiguration environment, string section, T settings) where T : class
    {
        try
        {
            environment.GetSection(section).Bind(settings, binder => binder.ErrorOnUnknownConfiguration = true);
            return settings;
        }
        catch (InvalidOperationException e)
        {
            throw new BadSettingException($"The environment variables {section}__… are not all settings, or one has the wrong kind of value; see README.md for those there are.", e);
        }
    }

    private Settings Checked(string path)
    {
        if (!TimeZoneInfo.TryFindSystemTimeZoneById(Mining.TimeZone, out _))
            throw new BadSettingException($"{path}: Mining:TimeZone is \"{Mining.TimeZone}\", which does not exist; name it as in Europe/Berlin.");
        if (string.IsNullOrWhiteSpace(Pictures.Dot))
            throw new BadSettingException($"{path}: Pictures:Dot is empty; name Graphviz's program, as in \"dot\".");
        if (!Uri.TryCreate(Slack.ApiUrl, UriKind.Absolute, out var api) || api.Scheme is not ("https" or "http") || !Slack.ApiUrl.EndsWith('/'))
            throw new BadSettingException($"{path}: Slack:ApiUrl is \"{Slack.ApiUrl}\"; it must be an address that ends with a slash, as https://slack.com/api/.");
        if (Embedding.Fault() is { } fault) throw new BadSettingException($"{path}: {fault}");
        if (Reading.Months is < 1 or > 120) throw new BadSettingException($"{path}: Reading:Months is {Reading.Months}; it must be 1 to 120.");
        if (Answering.PerChannelAndHour is < 0 or > 1000) throw new BadSettingException($"{path}: Answering:PerChannelAndHour is {Answering.PerChannelAndHour}; it must be 0 to 1000.");
        if (Answering.UnansweredMinutes is < 1 or > 1440) throw new BadSettingException($"{path}: Answering:UnansweredMinutes is {Answering.UnansweredMinutes}; it must be 1 to 1440.");
        if (Retention.GraceDays is < 0 or > 365) throw new BadSettingException($"{path}: Retention:GraceDays is {Retention.GraceDays}; it must be 0 to 365.");
        if (Slack.Sockets is < 1 or > 9) throw new BadSettingException($"{path}: Slack:Sockets is {Slack.Sockets}; it must be 1 to 9: Slack allows ten, and a renewal needs one more.");
        if (Health.Url is { Length: > 0 } && Health.Address is null)
            throw new BadSettingException($"{path}: Health:Url is \"{Health.Url}\"; it must be an address without a path, as http://127.0.0.1:8080, or empty for none.");
        if (Logging.Format is not ("plain" or "json")) throw new BadSettingException($"{path}: Logging:Format is \"{Logging.Format}\"; it must be \"plain\" or \"json\".");
        return this;
    }
}

internal sealed record MiningSettings
{
    /// <summary>The IANA zone of times that name none.</summary>
    public string TimeZone { get; init; } = "UTC";
}

/// <summary>The message is one sentence that names the setting and how to set it.</summary>
internal sealed class BadSettingException(string sentence, Exception? cause = null) : Exception(sentence, cause);
