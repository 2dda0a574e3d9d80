'use strict';
// The Web API's methods: (arguments, workspace) => answer without "ok", or an error's name.

const { ids } = require('./workspace');
const events = require('./events');
const views = require('./views');

const knows = (slack, channel) => slack.channels().some(c => c.id === channel);
const tooLong = blocks => Array.isArray(blocks) && blocks.length > 50;

function draft(args, slack) {
  if (!knows(slack, args.channel)) return 'channel_not_found';
  if (!args.text && !args.blocks?.length && !args.attachments?.length) return 'no_text';
  if (tooLong(args.blocks)) return 'invalid_blocks';
  return {
    channel: args.channel, type: 'message', user: ids.bot, bot_id: ids.botId, app_id: ids.app, team: ids.team, ts: slack.ts(), text: args.text ?? '',
    ...(args.blocks && { blocks: slack.numbered(args.blocks) }), ...(args.thread_ts && { thread_ts: args.thread_ts }), ...(args.metadata && { metadata: args.metadata }),
  };
}

function post(args, slack) {
  const message = draft(args, slack);
  if (typeof message === 'string') return message;
  slack.messages.push(message);
  slack.tell(events.posted(message));
  return { channel: args.channel, ts: message.ts, message: events.bare(message) };
}

// One person sees it, and no method finds it again.
function whisper(args, slack) {
  const message = draft(args, slack);
  if (typeof message === 'string') return message;
  if (!slack.users().some(u => u.id === args.user)) return 'user_not_in_channel';
  slack.whispers.push({ ...message, to: args.user });
  return { message_ts: message.ts };
}

function update(args, slack) {
  const message = slack.find(args.channel, args.ts);
  if (!message) return 'message_not_found';
  if (message.bot_id !== ids.botId) return 'cant_update_message';
  if ((args.text ?? '').length > 4000) return 'msg_too_long';
  if (tooLong(args.blocks)) return 'invalid_blocks';
  const before = { ...message };
  Object.assign(message, args.text !== undefined && { text: args.text }, args.blocks && { blocks: slack.numbered(args.blocks) }, args.metadata && { metadata: args.metadata });
  message.edited = { user: ids.bot, ts: slack.ts() };
  slack.tell(events.changed(message, before, slack.ts()));
  return { channel: args.channel, ts: args.ts, text: message.text, message: events.bare(message) };
}

function remove(args, slack) {
  const message = slack.find(args.channel, args.ts);
  if (!message) return 'message_not_found';
  slack.messages.splice(slack.messages.indexOf(message), 1);
  slack.tell(events.deleted(message, slack.ts()));
  return { channel: args.channel, ts: args.ts };
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

const isTrue = value => value === true || value === 'true' || value === '1';
const isReply = m => m.thread_ts && m.thread_ts !== m.ts;

function isWithin(m, { oldest, latest, inclusive }) {
  const at = Number(m.ts);
  if (isTrue(inclusive) && (m.ts === oldest || m.ts === latest)) return true;
  return (!oldest || at > Number(oldest)) && (!latest || at < Number(latest));
}

// As histories show it: metadata only where it is asked for, and on the first message of a thread how many follow.
function shown(message, args, slack) {
  const { channel, metadata, ...rest } = message;
  const replies = slack.messages.filter(m => m.channel === channel && m.thread_ts === message.ts && isReply(m)).length;
  return { ...rest, ...(metadata && isTrue(args.include_all_metadata) && { metadata }), ...(replies > 0 && { thread_ts: message.ts, reply_count: replies }) };
}

function history(args, slack) {
  if (!knows(slack, args.channel)) return 'channel_not_found';
  const wanted = slack.messages.filter(m => m.channel === args.channel && !isReply(m) && isWithin(m, args));
  return paged('messages', wanted.reverse().map(m => shown(m, args, slack)), args, 999);
}

// The first message of the thread comes with every part of it.
function replies(args, slack) {
  if (!slack.find(args.channel, args.ts)) return 'thread_not_found';
  const thread = slack.messages.filter(m => m.channel === args.channel && (m.ts === args.ts || (m.thread_ts === args.ts && isWithin(m, args))));
  return paged('messages', thread.map(m => shown(m, args, slack)), args, 1000);
}

function react(args, slack) {
  const message = slack.find(args.channel, args.timestamp);
  if (!message) return 'message_not_found';
  message.reactions ??= [];
  if (message.reactions.some(r => r.name === args.name && r.users.includes(ids.bot))) return 'already_reacted';
  message.reactions.push({ name: args.name, users: [ids.bot], count: 1 });
  slack.tell(events.reacted(message, ids.bot, args.name, slack.ts()));
  return {};
}

const kind = c => c.is_im ? 'im' : c.is_mpim ? 'mpim' : c.is_private ? 'private_channel' : 'public_channel';
const ofTypes = (slack, types = 'public_channel') => slack.channels().filter(c => types.split(',').includes(kind(c)));

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
  'chat.postEphemeral': whisper,
  'chat.update': update,
  'chat.delete': remove,
  'chat.getPermalink': (args, slack) => slack.find(args.channel, args.message_ts) ? { channel: args.channel, permalink: `${slack.address}/archives/${args.channel}/p${args.message_ts.replace('.', '')}` } : 'message_not_found',
  'views.open': views.open,
  'views.push': (args, slack) => views.open(args, slack, [...slack.views.values()].at(-1)),
  'views.update': views.update,
  'views.publish': views.publish,
  'conversations.history': history,
  'conversations.replies': replies,
  'conversations.list': (args, slack) => paged('channels', ofTypes(slack, args.types), args, 999),
  'users.conversations': (args, slack) => paged('channels', ofTypes(slack, args.types), args, 999),
  'conversations.info': (args, slack) => { const channel = slack.channels().find(c => c.id === args.channel); return channel ? { channel } : 'channel_not_found'; },
  'conversations.members': (args, slack) => paged('members', [ids.user, ids.bot], args, 999),
  'conversations.open': () => ({ channel: { id: ids.direct } }),
  'users.info': (args, slack) => { const user = slack.users().find(u => u.id === args.user); return user ? { user } : 'user_not_found'; },
  'users.list': (args, slack) => paged('members', slack.users(), args, 200),
  'reactions.add': react,
  'files.getUploadURLExternal': uploadUrl,
  'files.completeUploadExternal': completeUpload,
};
