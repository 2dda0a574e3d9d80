using System.Text;
using LiveSop.Bot.Slack.Payloads;

namespace LiveSop.Bot.Tests.Slack.Payloads;

/// <summary>Frames as Slack writes them, around the part that a test is about.</summary>
internal static class Wire
{
    public static Frame Frame(string json) => Envelope.Parse(Encoding.UTF8.GetBytes(json));

    public static Envelope Deliver(string type, string payload, string id = "env-1") =>
        ((Frame.Delivery)Frame($$"""{"envelope_id":"{{id}}","type":"{{type}}","accepts_response_payload":true,"payload":{{payload}}}""")).Envelope;

    /// <summary>An event callback, with the fields of its wrapper that Slack documents and one that it does not.</summary>
    public static Envelope EventEnvelope(string inner, string eventId = "Ev1") => Deliver("events_api", $$"""
        {"token":"legacy","team_id":"T1","context_team_id":"T1","context_enterprise_id":null,"api_app_id":"A1","type":"event_callback",
         "event_id":"{{eventId}}","event_time":1761234567,"event_context":"4-ey","is_ext_shared_channel":false,"next_years_field":{"deep":[1]},
         "authorizations":[{"enterprise_id":null,"team_id":"T1","user_id":"U0BOT","is_bot":true,"is_enterprise_install":false}],
         "event":{{inner}}}
        """);

    public static SlackEvent Event(string inner) => ((SlackPayload.EventCallback)SlackPayload.Read(EventEnvelope(inner))).Event;

    public static SlackPayload Command(string payload) => SlackPayload.Read(Deliver("slash_commands", payload));

    public static SlackPayload Interactive(string payload) => SlackPayload.Read(Deliver("interactive", payload));

    public static Address AddressOf(string inner, string eventId = "Ev1") => Addressing.Of(EventEnvelope(inner, eventId));
}
