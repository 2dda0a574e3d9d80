using LiveSop.Workspace.Screen;
using LiveSop.Workspace.Slack;

namespace LiveSop.Workspace.Demo;

/// <summary>Turns "press 3" into what the person does in Slack.</summary>
internal static class Press
{
    public static async Task<Shown> PressAsync(this Stage stage, Person who, string place, Pressable pressed)
    {
        var sight = stage.Workspace.Visible(who, place);
        switch (pressed)
        {
            case Pressable.Submit submit: return await who.SubmitAsync(sight.Modals.Single(modal => modal.Id == submit.ViewId));
            case Pressable.Close close: return await who.CloseAsync(sight.Modals.Single(modal => modal.Id == close.ViewId));
            case Pressable.Control { Place.ViewId: { } view } control: return await who.ClickAsync(sight.Modals.Single(modal => modal.Id == view), Key(control), Chosen(control));
            case Pressable.Control control:
                var message = sight.Messages.Concat(sight.Messages.SelectMany(root => sight.Thread(root.Ts))).Concat(sight.Direct).First(message => message.Ts == control.Place.Ts);
                return await who.ClickAsync(message, Key(control), Chosen(control));
            default: return new Shown.Nothing();
        }
    }

    private static string Key(Pressable.Control control) => $"{control.Place.BlockId}/{control.ActionId}";

    private static string[] Chosen(Pressable.Control control) => control.Option is { } option && option.TryGetProperty("value", out var value) ? [value.GetString() ?? ""] : [];
}
