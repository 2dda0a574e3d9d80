using System.Text.Json;
using LiveSop.Workspace.Slack.Stage;
using LiveSop.Workspace.Slack.Wire;

namespace LiveSop.Workspace.Slack.Interactions;

/// <summary>What becomes of a modal that was submitted.</summary>
internal static class Submission
{
    private const string Trouble = "We had some trouble connecting. Try again?";

    /// <summary>Slack itself asks for what must be there, and does not trouble the app. By block id.</summary>
    public static Dictionary<string, string> Missing(View view)
    {
        var missing = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var block in (view.Blocks ?? default).ValueKind == JsonValueKind.Array ? view.Blocks!.Value.EnumerateArray() : default)
        {
            if (block.Text("type") != "input" || block.Flag("optional") || block.Get("element") is not { } element) continue;
            var placed = new Placed(block.Text("block_id")!, "input", element);
            if (placed.Type != "file_input" && IsEmpty(placed, view)) missing[placed.BlockId] = "Please complete this required field.";
        }
        return missing;
    }

    public static Shown Answered(Ground ground, View view, Delivery ack)
    {
        ground.Bell.Ring();
        if (ack.State != DeliveryState.Acked) return new Shown.Failed(Trouble);
        if (ack.Response is not { } said) return Closed(view);
        return said.Text("response_action") switch
        {
            "errors" => Errors(ground, view, said),
            "update" => Update(ground, view, said),
            "push" => Push(ground, view, said),
            "clear" => Cleared(view),
            _ => Unusable(ground, $"response_action {said.Text("response_action")} is none"),
        };
    }

    private static bool IsEmpty(Placed placed, View view)
    {
        if (view.State.Entered(placed) is { } entered) return entered.Count == 0 || entered[0].Length == 0;
        foreach (var field in placed.Element.EnumerateObject())
            if (field.Name.StartsWith("initial_", StringComparison.Ordinal)) return false;
        return true;
    }

    private static Shown.Closed Closed(View view)
    {
        view.App.Workspace.Views.Close(view);
        return new Shown.Closed();
    }

    private static Shown.Closed Cleared(View view)
    {
        view.App.Workspace.Views.Clear(view);
        return new Shown.Closed();
    }

    private static Shown Errors(Ground ground, View view, JsonElement said)
    {
        var errors = new Dictionary<string, string>(StringComparer.Ordinal);
        if (said.Get("errors") is not { ValueKind: JsonValueKind.Object } given || !given.EnumerateObject().Any()) return Unusable(ground, "errors names no block");
        foreach (var error in given.EnumerateObject())
        {
            if (!Elements.In(view.Blocks).Any(p => p.BlockType == "input" && p.BlockId == error.Name)) return Unusable(ground, $"errors names {error.Name}, which is no input block of the view");
            errors[error.Name] = error.Value.ToString();
        }
        view.Errors = errors;
        return new Shown.Refused(errors);
    }

    private static Shown Update(Ground ground, View view, JsonElement said)
    {
        if (Refuse(ground, view, said, own: view) is { } unusable) return unusable;
        ViewMaking.Change(view, said.Get("view")!.Value, ground);
        return new Shown.Opened(view);
    }

    private static Shown Push(Ground ground, View view, JsonElement said)
    {
        if (Refuse(ground, view, said, own: null) is { } unusable) return unusable;
        if (view.App.Workspace.Views.Stack(view.User, view.App).Count >= Views.Most) return Unusable(ground, "push_limit_reached");
        var top = ViewMaking.Make(said.Get("view")!.Value, view.App, view.User, ground, view);
        view.App.Workspace.Views.Push(top);
        return new Shown.Opened(top);
    }

    private static Shown.Failed? Refuse(Ground ground, View view, JsonElement said, View? own) =>
        ViewMaking.Refuse(said.Get("view"), "modal", view.App, own) is { } refused ? Unusable(ground, $"{refused.Error}: {string.Join("; ", refused.Messages)}") : null;

    private static Shown.Failed Unusable(Ground ground, string why)
    {
        ground.Blame("ack", why);
        return new Shown.Failed(Trouble);
    }
}
