using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace LiveSop.Bot.Cli;

/// <summary>The usual help, and below it how it looks in use.</summary>
internal sealed class HelpWithExamples(SynchronousCommandLineAction help, string examples) : SynchronousCommandLineAction
{
    public static HelpOption Option(string examples)
    {
        var option = new HelpOption();
        option.Action = new HelpWithExamples((SynchronousCommandLineAction)option.Action!, examples);
        return option;
    }

    /// <summary>Help is given whatever else is wrong or missing.</summary>
    public override bool ClearsParseErrors => true;

    public override int Invoke(ParseResult parseResult)
    {
        var code = help.Invoke(parseResult);
        parseResult.InvocationConfiguration.Output.WriteLine(examples.ReplaceLineEndings("\n"));
        return code;
    }
}
