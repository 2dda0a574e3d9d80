'use strict';
// The Web API's methods: (arguments, workspace) => answer without "ok", or an error's name.

const crypto = require('crypto');
const { ids } = require('./workspace');

const knows = (slack, channel) => slack.channels().some(c => c.id === channel);
const tooLong = blocks => Array.isArray(blocks) && blocks.length > 50;

function post(args, slack, extra = {}) {
  if (!knows(slack, args.channel)) return 'channel_not_found';
  if (!args.text && !args.blocks?.length && !args.attachments?.length) return 'no_text';
  if (tooLong(args.blocks)) return 'invalid_blocks';
  const message = {
    type: 'message', user: ids.bot, bot_id: ids.botId, app_id: ids.app, team: ids.team, ts: slack.ts(), text: args.text ?? '',
    ...(args.blocks && { blocks: args.blocks.map(b => ({ block_id: `b${slack.next()}`, ...b })) }),
    ...(args.thread_ts && { thread_ts: args.thread_ts }), ...(args.metadata && { metadata: args.metadata }), ...extra,
  };
  slack.messages.push({ channel: args.channel, ...message });
  return { channel: args.channel, ts: message.ts, message };
}

function update(args, slack) {
  const message = slack.find(args.channel, args.ts);
  if (!message) return 'message_not_found';
  if ((args.text ?? '').length > 4000) return 'msg_too_long';
  if (tooLong(args.blocks)) return 'invalid_blocks';
  Object.assign(message, args.text !== undefined && { text: args.text }, args.blocks && { blocks: args.blocks }, args.metadata && { metadata: args.metadata });
  message.edited = { user: ids.bot, ts: slack.ts() };
  return { channel: args.channel, ts: args.ts, text: message.text, message };
}

function remove(args, slack) {
  const at = slack.messages.findIndex(m => m.channel === args.channel && m.ts === args.ts);
  if (at < 0) return 'message_not_found';
  slack.messages.splice(at, 1);
  return { channel: args.channel, ts: args.ts };
}

const hash = () => `${Math.floor(Date.now() / 1000)}.${crypto.randomBytes(4).toString('hex')}`;

function store(args, slack, previous) {
  const id = `V${slack.next()}`;
  const view = {
    id, team_id: ids.team, app_id: ids.app, bot_id: ids.botId, app_installed_team_id: ids.team, state: { values: {} }, hash: hash(), previous_view_id: previous?.id ?? null,
    root_view_id: previous?.root_view_id ?? id, clear_on_close: false, notify_on_close: false, external_id: '', private_metadata: '', callback_id: '', close: null, submit: null, ...args.view,
  };
  slack.views.set(id, view);
  return { view };
}

function open(args, slack, previous) {
  if (!args.view?.blocks || args.view.type !== 'modal') return 'invalid_arguments';
  return slack.spend(args.trigger_id) ?? store(args, slack, previous);
}

function updateView(args, slack) {
  const view = slack.views.get(args.view_id) ?? [...slack.views.values()].find(v => args.external_id && v.external_id === args.external_id);
  if (!view) return 'not_found';
  if (args.hash && args.hash !== view.hash) return 'hash_conflict';
  Object.assign(view, args.view, { hash: hash() });
  return { view };
}

function publish(args, slack) {
  if (args.view?.type !== 'home') return 'invalid_arguments';
  const home = slack.homes.get(args.user_id);
  if (home && args.hash && args.hash !== home.hash) return 'hash_conflict';
  const view = { id: home?.id ?? `V${slack.next()}`, team_id: ids.team, app_id: ids.app, bot_id: ids.botId, ...args.view, hash: hash() };
  slack.homes.set(args.user_id, view);
  return { view };
}

// Opaque cursors, and pages that are shorter than asked for while there is more.
function paged(name, items, args, most) {
  const from = args.cursor ? Number(Buffer.from(String(args.cursor), 'base64').toString().slice(5)) : 0;
  if (!Number.isInteger(from) || from < 0) return 'invalid_cursor';
  const asked = Math.min(Number(args.limit) || most, most);
  const page = items.slice(from, from + Math.max(1, asked > 2 ? asked - 1 : asked));
  const to = from + page.length;
  const next = to < items.length ? Buffer.from(`next:${to}`).toString('base64') : '';
  return { [name]: page, has_more: next !== '', response_metadata: { next_cursor: next } };
}

const plain = ({ channel, ...message }, args) => { if (!isTrue(args.include_all_metadata)) delete message.metadata; return message; };
const isTrue = value => value === true || value === 'true' || value === '1';
const after = (m, args) => (!args.oldest || Number(m.ts) > Number(args.oldest)) && (!args.latest || Number(m.ts) < Number(args.latest));

const history = (args, slack) => !knows(slack, args.channel) ? 'channel_not_found'
  : paged('messages', slack.messages.filter(m => m.channel === args.channel && (!m.thread_ts || m.thread_ts === m.ts) && after(m, args)).reverse().map(m => plain(m, args)), args, 999);

function replies(args, slack) {
  const thread = slack.messages.filter(m => m.channel === args.channel && (m.ts === args.ts || m.thread_ts === args.ts));
  return thread.length === 0 ? 'thread_not_found' : paged('messages', thread.map(m => plain(m, args)), args, 1000);
}

function uploadUrl(args, slack) {
  if (!(Number(args.length) >= 1) || !args.filename) return 'invalid_arguments';
  const id = `F${slack.next()}`;
  slack.uploads.set(id, { name: args.filename, length: Number(args.length), bytes: 0 });
  return { upload_url: `${slack.address}/upload/${id}`, file_id: id };
}

function completeUpload(args, slack) {
  const files = (args.files ?? []).map(f => ({ ...f, upload: slack.uploads.get(f.id) }));
  if (files.length === 0 || files.some(f => f.upload?.bytes !== f.upload?.length)) return 'file_not_found';
  return { files: files.map(f => ({ id: f.id, title: f.title ?? f.upload.name })) };
}

module.exports = {
  'auth.test': (_, slack) => ({ url: `${slack.address}/`, team: 'Local', user: 'livesop', team_id: ids.team, user_id: ids.bot, bot_id: ids.botId, app_id: ids.app, is_enterprise_install: false }),
  'team.info': () => ({ team: { id: ids.team, name: 'Local', domain: 'local' } }),
  'chat.postMessage': post,
  'chat.postEphemeral': (args, slack) => { const made = post(args, slack, { ephemeral_for: args.user }); return typeof made === 'string' ? made : { message_ts: made.ts }; },
  'chat.update': update,
  'chat.delete': remove,
  'chat.getPermalink': (args, slack) => slack.find(args.channel, args.message_ts) ? { channel: args.channel, permalink: `${slack.address}/archives/${args.channel}/p${args.message_ts.replace('.', '')}` } : 'message_not_found',
  'views.open': open,
  'views.push': (args, slack) => open(args, slack, [...slack.views.values()].at(-1)),
  'views.update': updateView,
  'views.publish': publish,
  'conversations.history': history,
  'conversations.replies': replies,
  'conversations.list': (args, slack) => paged('channels', slack.channels().filter(c => !c.is_im), args, 999),
  'users.conversations': (args, slack) => paged('channels', slack.channels(), args, 999),
  'conversations.info': (args, slack) => { const channel = slack.channels().find(c => c.id === args.channel); return channel ? { channel } : 'channel_not_found'; },
  'conversations.members': (args, slack) => paged('members', [ids.user, ids.bot], args, 999),
  'conversations.open': () => ({ channel: { id: ids.direct } }),
  'users.info': (args, slack) => { const user = slack.users().find(u => u.id === args.user); return user ? { user } : 'user_not_found'; },
  'users.list': (args, slack) => paged('members', slack.users(), args, 200),
  'reactions.add': (args, slack) => {
    const message = slack.find(args.channel, args.timestamp);
    if (!message) return 'message_not_found';
    message.reactions ??= [];
    if (message.reactions.some(r => r.name === args.name)) return 'already_reacted';
    message.reactions.push({ name: args.name, users: [ids.bot], count: 1 });
    return {};
  },
  'files.getUploadURLExternal': uploadUrl,
  'files.completeUploadExternal': completeUpload,
};
