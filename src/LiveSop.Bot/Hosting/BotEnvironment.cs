using System.Collections;
using LiveSop.Bot.Cli;
using Microsoft.Extensions.Configuration;

namespace LiveSop.Bot.Hosting;

/// <summary>
/// What is set from outside: the variables of the environment, and below them those of a file, which is <c>livesop.env</c> where the bot is started unless
/// <c>LIVESOP_ENV_FILE</c> names another. Read anew at each reload. An empty variable sets nothing.
/// </summary>
/// <param name="file">A full or relative path; null where there is none.</param>
internal sealed class BotEnvironment(IReadOnlyDictionary<string, string> variables, string? file) : ConfigurationProvider, IConfigurationSource
{
    public const string UsualFile = "livesop.env";

    private const string FileVariable = "LIVESOP_ENV_FILE";

    /// <exception cref="BadSettingException">The file cannot be used.</exception>
    public static IConfigurationRoot OfThisProcess() => Over(Variables(), File(null, Variables()));

    /// <param name="file">Null for none.</param>
    /// <exception cref="BadSettingException">The file cannot be used.</exception>
    public static IConfigurationRoot Over(IReadOnlyDictionary<string, string> variables, string? file) => new ConfigurationRoot([new BotEnvironment(variables, file)]);

    public static IReadOnlyDictionary<string, string> Variables() => Environment.GetEnvironmentVariables().Cast<DictionaryEntry>()
        .ToDictionary(one => (string)one.Key, one => (string?)one.Value ?? "", StringComparer.Ordinal);

    /// <param name="named">On the command line; null where nothing is.</param>
    /// <returns>The path as a person would write it.</returns>
    public static string File(string? named, IReadOnlyDictionary<string, string> variables) =>
        named ?? (variables.GetValueOrDefault(FileVariable) is { Length: > 0 } set ? set : UsualFile);

    public IConfigurationProvider Build(IConfigurationBuilder builder) => this;

    public override void Load()
    {
        var values = new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase);
        foreach (var (name, value) in FromFile().Concat(variables))
            if (value.Length > 0) values[Key(name)] = value;
        Data = values;
    }

    private IEnumerable<KeyValuePair<string, string>> FromFile()
    {
        if (file is null) return [];
        if (System.IO.File.Exists(file)) return EnvFile.Read(file);
        return file == UsualFile ? [] : throw new BadSettingException($"{FileVariable} names {file}, which is not there; correct it, or make the file with livesop connect --env-file {file}.");
    }

    /// <summary>Names in the environment write <c>__</c> where configuration has a colon.</summary>
    private static string Key(string variable) => variable.Replace("__", ":", StringComparison.Ordinal);
}
