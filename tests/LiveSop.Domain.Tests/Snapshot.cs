using System.Runtime.CompilerServices;

namespace LiveSop.Domain.Tests;

/// <summary>Compares a surface with the file that somebody looked at and accepted.</summary>
public static class Snapshot
{
    /// <param name="name">File name, beside the test.</param>
    public static void Matches(string actual, string name, [CallerFilePath] string test = "")
    {
        var verified = Path.Combine(Path.GetDirectoryName(test)!, name);
        var received = verified + ".received";
        if (File.Exists(verified) && File.ReadAllText(verified) == actual)
        {
            File.Delete(received);
            return;
        }
        File.WriteAllText(received, actual);
        var first = File.Exists(verified) ? FirstDifference(File.ReadAllText(verified), actual) : "it is new";
        Assert.Fail($"{name} differs ({first}). Look at {name}.received beside it; when it is right, accept it: mv {received} {verified}");
    }

    private static string FirstDifference(string verified, string actual)
    {
        var (left, right) = (verified.Split('\n'), actual.Split('\n'));
        for (var i = 0; i < Math.Min(left.Length, right.Length); i++)
            if (left[i] != right[i]) return $"line {i + 1}: '{left[i]}' became '{right[i]}'";
        return $"{left.Length} lines became {right.Length}";
    }
}
