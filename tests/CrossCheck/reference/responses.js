'use strict';
// Where response URLs lead: what an app says there, to one person or to the channel.

const { ids } = require('./workspace');
const events = require('./events');

// An error's name, or null.
function say(slack, path, body) {
  const url = slack.responseUrls.get(path);
  if (!url) return 'invalid_url';
  if (url.left-- <= 0) return 'used_url';
  const original = slack.find(url.channel, url.original) ?? slack.whispers.find(m => m.ts === url.original);
  if (body.delete_original) return original ? remove(slack, original) : 'message_not_found';
  if (!body.text && !body.blocks?.length && !body.attachments?.length) return 'no_text';
  const said = { text: body.text ?? '', ...(body.blocks && { blocks: slack.numbered(body.blocks) }) };
  if (body.replace_original && original) return replace(slack, original, said);
  const message = { channel: url.channel, type: 'message', user: ids.bot, bot_id: ids.botId, app_id: ids.app, team: ids.team, ts: slack.ts(), ...said, ...(body.thread_ts && { thread_ts: body.thread_ts }) };
  url.original ??= message.ts;
  if (body.response_type === 'in_channel') {
    slack.messages.push(message);
    slack.tell(events.posted(message));
  } else slack.whispers.push({ ...message, to: url.user });
  return null;
}

function remove(slack, original) {
  const kept = slack.messages.includes(original) ? slack.messages : slack.whispers;
  kept.splice(kept.indexOf(original), 1);
  if (kept === slack.messages) slack.tell(events.deleted(original, slack.ts()));
  return null;
}

function replace(slack, original, said) {
  const before = { ...original };
  delete original.blocks;
  Object.assign(original, said);
  if (!slack.messages.includes(original)) return null;
  original.edited = { user: ids.bot, ts: slack.ts() };
  slack.tell(events.changed(original, before, slack.ts()));
  return null;
}

module.exports = { say };
