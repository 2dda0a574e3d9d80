'use strict';
// What Slack sends when somebody does something: [envelope type, payload, accepts an answer, what else the envelope carries].

const { ids } = require('./workspace');

const team = { id: ids.team, domain: 'local' };
const who = id => ({ id: id ?? ids.user, username: 'alice', name: 'alice', team_id: ids.team });
const common = (slack, user) => ({ token: 'legacy', team, user: who(user), api_app_id: ids.app, enterprise: null, is_enterprise_install: false, trigger_id: slack.trigger() });

const event = (slack, { event, event_id, retry_attempt = 0 }) => ['events_api', {
  token: 'legacy', team_id: ids.team, context_team_id: ids.team, context_enterprise_id: null, api_app_id: ids.app, type: 'event_callback',
  event_id: event_id ?? `Ev${slack.next()}`, event_time: Math.floor(Date.now() / 1000), event_context: '4-reference', is_ext_shared_channel: false,
  authorizations: [{ enterprise_id: null, team_id: ids.team, user_id: ids.bot, is_bot: true, is_enterprise_install: false }], event,
}, false, { retry_attempt, retry_reason: retry_attempt > 0 ? 'timeout' : '' }];

const command = (slack, { command, text = '', user_id, channel_id }) => ['slash_commands', {
  token: 'legacy', team_id: ids.team, team_domain: 'local', channel_id: channel_id ?? ids.channel, channel_name: 'general', user_id: user_id ?? ids.user, user_name: 'alice',
  command, text, api_app_id: ids.app, is_enterprise_install: 'false', response_url: slack.responseUrl(), trigger_id: slack.trigger(),
}, true];

function action(slack, { channel, ts, view_id, action, user_id }) {
  const pressed = { block_id: 'b1', action_ts: slack.ts(), ...action };
  const base = { type: 'block_actions', ...common(slack, user_id), state: { values: {} }, actions: [pressed] };
  if (view_id) return ['interactive', { ...base, container: { type: 'view', view_id }, view: slack.views.get(view_id) }, true];
  const { channel: _, ...message } = slack.find(channel, ts) ?? { ts };
  return ['interactive', {
    ...base, container: { type: 'message', message_ts: ts, channel_id: channel, is_ephemeral: false, ...(message.thread_ts && { thread_ts: message.thread_ts }) },
    channel: { id: channel, name: 'general' }, message, response_url: slack.responseUrl(),
  }, true];
}

const submit = (slack, { view_id, values, user_id }) => ['interactive', {
  type: 'view_submission', ...common(slack, user_id), view: { ...slack.views.get(view_id), state: { values } }, response_urls: [],
}, true];

function close(slack, { view_id, user_id }) {
  const { trigger_id, ...rest } = common(slack, user_id);
  return ['interactive', { type: 'view_closed', ...rest, view: slack.views.get(view_id), is_cleared: false }, false];
}

const suggest = (slack, { action_id, block_id = 'b1', value = '', user_id }) => ['interactive', {
  type: 'block_suggestion', ...common(slack, user_id), action_id, block_id, value, container: { type: 'view', view_id: 'V0' },
}, true];

function shortcut(slack, { callback_id, channel, ts, user_id }) {
  const base = { ...common(slack, user_id), callback_id, action_ts: slack.ts() };
  if (!ts) return ['interactive', { type: 'shortcut', ...base }, false];
  const { channel: _, ...message } = slack.find(channel, ts) ?? { ts };
  return ['interactive', { type: 'message_action', ...base, message_ts: ts, response_url: slack.responseUrl(), channel: { id: channel, name: 'general' }, message }, false];
}

const envelope = (_, { type, payload, accepts_response_payload = false, ...extra }) => [type, payload, accepts_response_payload, extra];

module.exports = { event, command, action, submit, close, suggest, shortcut, envelope };
