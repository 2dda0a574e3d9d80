using LiveSop.Workspace.Slack.Interactions;

namespace LiveSop.Workspace.Slack.Api;

/// <summary><c>views.*</c>.</summary>
internal static class ViewMethods
{
    public static IEnumerable<Method> All =>
    [
        new("views.open", Tier.Four, null, Open),
        new("views.push", Tier.Four, null, Push),
        new("views.update", Tier.Four, null, Update),
        new("views.publish", Tier.Four, null, Publish),
    ];

    private static Answer Open(Call call) => WithTrigger(call, granted =>
    {
        var view = ViewMaking.Make(call.Args.Object("view")!.Value, call.App, granted.User, call.Ground);
        call.Team.Views.Open(view);
        return Shown(call, view);
    });

    private static Answer Push(Call call) => WithTrigger(call, granted =>
    {
        if (call.Team.Views.Find(granted.View) is not { } below) return Answer.No("not_found");
        if (call.Team.Views.Stack(granted.User, call.App).Count >= Views.Most) return Answer.No("push_limit_reached");
        var view = ViewMaking.Make(call.Args.Object("view")!.Value, call.App, granted.User, call.Ground, below);
        call.Team.Views.Push(view);
        return Shown(call, view);
    });

    /// <summary>A view that is refused does not cost the trigger.</summary>
    private static Answer WithTrigger(Call call, Func<TriggerUse.Granted, Answer> show)
    {
        if (call.Args.Text("trigger_id") is not { } trigger) return Call.Missing("trigger_id");
        if (ViewMaking.Refuse(call.Args.Object("view"), "modal", call.App, own: null) is { } refused) return refused;
        return call.World.Triggers.Redeem(call.App, trigger) switch
        {
            TriggerUse.Granted granted => show(granted),
            TriggerUse.Denied denied => Answer.No(denied.Error),
            _ => throw new InvalidOperationException("No other uses exist."),
        };
    }

    private static Answer Update(Call call)
    {
        var id = call.Args.Text("view_id");
        var view = id is null ? call.Team.Views.ByExternalId(call.App, call.Args.Text("external_id")) : call.Team.Views.Find(id);
        if (view is null || view.App != call.App) return Answer.No("not_found");
        if (ViewMaking.Refuse(call.Args.Object("view"), view.IsHome ? "home" : "modal", call.App, view) is { } refused) return refused;
        if (call.Args.Text("hash") is { } hash && hash != view.Hash) return Answer.No("hash_conflict");
        ViewMaking.Change(view, call.Args.Object("view")!.Value, call.Ground);
        return Shown(call, view);
    }

    private static Answer Publish(Call call)
    {
        if (call.Args.Text("user_id") is not { } user) return Call.Missing("user_id");
        if (!call.App.App.Manifest.HomeTab) return Answer.No("not_enabled");
        if (call.Team.Roster.Find(user) is null) return Answer.No("user_not_found");
        var home = call.Team.Views.Home(user, call.App);
        if (ViewMaking.Refuse(call.Args.Object("view"), "home", call.App, home) is { } refused) return refused;
        if (call.Args.Text("hash") is { } hash && home is not null && hash != home.Hash) return Answer.No("hash_conflict");
        if (home is null) call.Team.Views.Publish(home = ViewMaking.Make(call.Args.Object("view")!.Value, call.App, user, call.Ground));
        else ViewMaking.Change(home, call.Args.Object("view")!.Value, call.Ground);
        return Shown(call, home);
    }

    private static Answer Shown(Call call, View view)
    {
        call.Ground.Bell.Ring();
        return Answer.Ok(json =>
        {
            json.WritePropertyName("view");
            view.Write(json);
        });
    }
}
