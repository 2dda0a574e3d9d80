using LiveSop.Workspace.Slack.Api;

namespace LiveSop.Workspace.Slack.Http;

/// <summary>Answers calls: token, limits, scope, then the method itself. Under the gate.</summary>
internal sealed class Desk(World world)
{
    private static readonly string[] AppMethods = ["apps.connections.open", "apps.event.authorizations.list"];

    private readonly Buckets _buckets = new(world.Ground);
    private readonly AppLevel _appLevel = new(world);

    public Reply Answer(ApiRequest request)
    {
        if (request.Token is null) return Refused("not_authed");
        if (request.Error is not null) return Refused(request.Error);
        if (AppMethods.Contains(request.Method)) return ForApp(request);
        if (request.Token.StartsWith("xapp-", StringComparison.Ordinal)) return Refused("not_allowed_token_type");
        if (world.ByBotToken(request.Token) is not { } app) return Refused("invalid_auth");
        if (app.Dead is not null) return Refused(app.Dead);
        return MethodTable.Find(request.Method) is { } method ? ForBot(method, new Call(world, app, request.Args)) : Refused("unknown_method");
    }

    /// <summary>What the journal says about who called what.</summary>
    public CallRecord Record(ApiRequest request)
    {
        lock (world.Ground.Gate)
        {
            var installation = request.Token is null ? null : world.ByBotToken(request.Token);
            var app = installation?.App ?? (request.Token is null ? null : world.ByAppToken(request.Token));
            return new CallRecord(request.Method, app?.Id, installation?.Workspace.Id, request.Args, default);
        }
    }

    private Reply ForBot(Method method, Call call)
    {
        var granted = string.Join(',', call.App.Scopes);
        var answer = Limited(method, call) ?? Scoped(method, call) ?? method.Run(call);
        return Reply.Of(answer, granted) with { Scopes = (granted, method.Scope ?? "") };
    }

    private Answer? Limited(Method method, Call call) =>
        _buckets.Refuse(call.App, method, call.Args.Text("channel")) is { } seconds ? new Answer.Refused("ratelimited") { RetryAfter = seconds } : null;

    private static Answer? Scoped(Method method, Call call) => method.Scope is null ? null : call.Needs(method.Scope);

    private Reply ForApp(ApiRequest request)
    {
        if (!request.Token!.StartsWith("xapp-", StringComparison.Ordinal)) return Refused("not_allowed_token_type");
        if (!request.TokenInHeader || world.ByAppToken(request.Token) is not { } app) return Refused("invalid_auth");
        if (app.Dead is not null) return Refused(app.Dead);
        if (_buckets.Refuse(app, request.Method) is { } seconds) return Reply.TooSoon(seconds);
        return Reply.Of(_appLevel.Answer(app, request), "connections:write,authorizations:read");
    }

    private static Reply Refused(string error) => Reply.Refused(error);
}
