namespace LiveSop.Workspace.Screen;

/// <summary>The pictures that a support team and its bot use; any other shows by its name.</summary>
internal static class EmojiNames
{
    private static readonly Dictionary<string, string> Known = new()
    {
        ["+1"] = "👍",
        ["thumbsup"] = "👍",
        ["-1"] = "👎",
        ["tada"] = "🎉",
        ["eyes"] = "👀",
        ["wave"] = "👋",
        ["pray"] = "🙏",
        ["heart"] = "❤",
        ["white_check_mark"] = "✅",
        ["heavy_check_mark"] = "✔",
        ["x"] = "❌",
        ["warning"] = "⚠",
        ["rotating_light"] = "🚨",
        ["fire"] = "🔥",
        ["hourglass_flowing_sand"] = "⏳",
        ["hourglass"] = "⌛",
        ["bulb"] = "💡",
        ["memo"] = "📝",
        ["mag"] = "🔍",
        ["robot_face"] = "🤖",
        ["lock"] = "🔒",
        ["bar_chart"] = "📊",
        ["chart_with_upwards_trend"] = "📈",
        ["calendar"] = "📅",
        ["link"] = "🔗",
        ["ticket"] = "🎫",
        ["smile"] = "😄",
        ["slightly_smiling_face"] = "🙂",
        ["joy"] = "😂",
        ["thinking_face"] = "🤔",
        ["raised_hands"] = "🙌",
        ["clap"] = "👏",
        ["rocket"] = "🚀",
        ["zzz"] = "💤",
        ["one"] = "1️⃣",
        ["two"] = "2️⃣",
        ["three"] = "3️⃣",
        ["arrow_right"] = "➡",
        ["large_green_circle"] = "🟢",
        ["red_circle"] = "🔴",
        ["question"] = "❓",
    };

    public static string Show(string name) => Known.GetValueOrDefault(name.Split("::")[0], $":{name}:");
}
