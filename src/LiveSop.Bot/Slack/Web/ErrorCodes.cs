using System.Collections.Frozen;
using System.Text.Json;
using LiveSop.Bot.Slack.Payloads;

namespace LiveSop.Bot.Slack.Web;

/// <summary>What Slack's error codes mean.</summary>
internal static class ErrorCodes
{
    private static readonly TimeSpan UnsaidDelay = TimeSpan.FromSeconds(30);

    private static readonly FrozenDictionary<string, Func<JsonElement, SlackFailure>> Known = Table();

    /// <param name="code">The answer's <c>error</c>.</param>
    /// <param name="answer">The whole answer, for the details that some classes have.</param>
    public static SlackFailure Classify(string code, JsonElement answer)
    {
        if (Known.TryGetValue(code, out var read)) return read(answer);
        if (code.StartsWith("restricted_action", StringComparison.Ordinal)) return new SlackFailure.TargetGone();
        return code.StartsWith("invalid_metadata", StringComparison.Ordinal) ? OurFault(answer) : new SlackFailure.Unknown();
    }

    /// <summary>Slack's explanations: <c>[ERROR] must be less than 3001 characters [json-pointer:/blocks/0/text/text]</c>.</summary>
    public static IReadOnlyList<string> Messages(JsonElement answer)
    {
        List<string> messages = [];
        foreach (var message in answer.Get("response_metadata"u8).Each("messages"u8))
        {
            if (message.Words() is { } text) messages.Add(text);
        }
        return messages;
    }

    private static SlackFailure.OurFault OurFault(JsonElement answer) => new(Messages(answer));

    private static FrozenDictionary<string, Func<JsonElement, SlackFailure>> Table()
    {
        var table = new Dictionary<string, Func<JsonElement, SlackFailure>>(StringComparer.Ordinal);
        Add(_ => new SlackFailure.RetryAfter(UnsaidDelay), "ratelimited rate_limited");
        foreach (var code in Words("internal_error service_unavailable request_timeout team_added_to_org external_channel_migrating update_failed"))
            table.Add(code, _ => new SlackFailure.Transient(code));
        Add(_ => new SlackFailure.Ambiguous("fatal_error"), "fatal_error");
        Add(_ => new SlackFailure.DeadCredentials(), """
            invalid_auth not_authed account_inactive token_revoked token_expired user_removed_from_team team_disabled
            """);
        Add(answer => new SlackFailure.Configuration(answer.Words("needed"u8), answer.Words("provided"u8)), """
            missing_scope not_allowed_token_type no_permission messages_tab_disabled not_enabled access_denied accesslimited
            enterprise_is_restricted ekm_access_denied org_login_required two_factor_setup_required forbidden_team
            """);
        Add(_ => new SlackFailure.TargetGone(), """
            channel_not_found not_in_channel is_archived is_inactive user_not_found users_not_found user_not_in_channel message_not_found
            thread_not_found cant_update_message cant_delete_message edit_window_closed cannot_reply_to_message file_not_found file_deleted
            """);
        Add(OurFault, """
            invalid_blocks invalid_blocks_format msg_blocks_too_long msg_too_long no_text too_many_attachments metadata_too_large
            view_too_large markdown_text_conflict block_mismatch invalid_arguments invalid_arg_name invalid_array_arg invalid_charset
            invalid_form_data invalid_post_type missing_post_type missing_args insecure_request invalid_cursor
            unknown_method method_deprecated deprecated_endpoint
            """);
        Add(_ => new SlackFailure.StaleInteraction(), """
            expired_trigger_id exchanged_trigger_id invalid_trigger_id push_limit_reached not_found hash_conflict duplicate_external_id
            """);
        Add(_ => new SlackFailure.AlreadyDone(), "already_reacted no_reaction already_in_channel already_pinned");
        Add(_ => new SlackFailure.PlanLimit(), "message_limit_exceeded storage_limit_reached restricted_too_many");
        return table.ToFrozenDictionary(StringComparer.Ordinal);

        void Add(Func<JsonElement, SlackFailure> failure, string codes)
        {
            foreach (var code in Words(codes)) table.Add(code, failure);
        }
    }

    private static string[] Words(string codes) => codes.Split((char[])[' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries);
}
