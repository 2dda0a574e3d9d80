'use strict';
// What Slack sends when somebody uses the app: [envelope type, payload, accepts an answer, what else the envelope carries].

const { ids } = require('./workspace');
const { bare } = require('./events');

const team = { id: ids.team, domain: 'local' };
const general = { id: ids.channel, name: 'general' };
const who = id => ({ id: id ?? ids.user, username: 'alice', name: 'alice', team_id: ids.team });
const common = (slack, user) => ({ token: 'legacy', team, user: who(user), api_app_id: ids.app, enterprise: null, is_enterprise_install: false });
const withTrigger = (slack, user) => ({ ...common(slack, user), trigger_id: slack.trigger() });

const event = (slack, { event, event_id, retry_attempt = 0 }) => ['events_api', {
  token: 'legacy', team_id: ids.team, context_team_id: ids.team, context_enterprise_id: null, api_app_id: ids.app, type: 'event_callback',
  event_id: event_id ?? `Ev${slack.next()}`, event_time: Math.floor(Date.now() / 1000), event_context: '4-reference', is_ext_shared_channel: false,
  authorizations: [{ enterprise_id: null, team_id: ids.team, user_id: ids.bot, is_bot: true, is_enterprise_install: false }], event,
}, false, { retry_attempt, retry_reason: retry_attempt > 0 ? 'timeout' : '' }];

const command = (slack, { command, text = '', user_id = ids.user, channel_id = ids.channel }) => ['slash_commands', {
  token: 'legacy', team_id: ids.team, team_domain: 'local', channel_id, channel_name: 'general', user_id, user_name: 'alice',
  command, text, api_app_id: ids.app, is_enterprise_install: 'false', response_url: slack.responseUrl(channel_id, user_id), trigger_id: slack.trigger(),
}, true];

// The element with that action id, and the block around it.
function placed(blocks, action_id) {
  for (const block of blocks) {
    const element = [...(block.elements ?? []), block.accessory, block.element].find(e => e?.action_id === action_id);
    if (element) return { element, block_id: block.block_id };
  }
  throw new Error(`nothing has the action id ${action_id}`);
}

const container = message => ({ type: 'message', message_ts: message.ts, channel_id: message.channel, is_ephemeral: false, ...(message.thread_ts && { thread_ts: message.thread_ts }) });

function press(slack, { channel = ids.channel, ts, action_id, user_id = ids.user }) {
  const message = slack.find(channel, ts);
  const { element: { type, text, value, style }, block_id } = placed(message.blocks, action_id);
  return ['interactive', {
    type: 'block_actions', ...withTrigger(slack, user_id), container: container(message), channel: general, message: bare(message), state: { values: {} },
    response_url: slack.responseUrl(channel, user_id, ts), actions: [{ type, action_id, block_id, text, value, style, action_ts: slack.ts() }],
  }, true];
}

// What is left empty comes as null.
function submit(slack, { view_id, action_id, value, user_id }) {
  const view = slack.views.get(view_id);
  const { element, block_id } = placed(view.blocks, action_id);
  view.state = { values: { [block_id]: { [action_id]: { type: element.type, value: value || null } } } };
  return ['interactive', { type: 'view_submission', ...withTrigger(slack, user_id), view, response_urls: [] }, true];
}

const close = (slack, { view_id, user_id }) => ['interactive', { type: 'view_closed', ...common(slack, user_id), view: slack.views.get(view_id), is_cleared: false }, false];

function suggest(slack, { channel = ids.channel, ts, action_id, value = '', user_id }) {
  const message = slack.find(channel, ts);
  const { block_id } = placed(message.blocks, action_id);
  return ['interactive', { type: 'block_suggestion', ...common(slack, user_id), action_id, block_id, value, container: container(message), channel: general, message: bare(message) }, true];
}

function shortcut(slack, { callback_id, channel = ids.channel, ts, user_id = ids.user }) {
  const base = { ...withTrigger(slack, user_id), callback_id, action_ts: slack.ts() };
  if (!ts) return ['interactive', { type: 'shortcut', ...base }, false];
  const message = bare(slack.find(channel, ts));
  return ['interactive', { type: 'message_action', ...base, message_ts: ts, response_url: slack.responseUrl(channel, user_id, ts), channel: general, message }, false];
}

const envelope = (_, { type, payload, accepts_response_payload = false, ...extra }) => [type, payload, accepts_response_payload, extra];

module.exports = { event, command, press, submit, close, suggest, shortcut, envelope };
