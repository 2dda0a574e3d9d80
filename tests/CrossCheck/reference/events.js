'use strict';
// What Slack tells an app of a message, as the inner events of event callbacks.

const { ids } = require('./workspace');

const where = (message, eventTs) => ({ channel: message.channel, channel_type: 'channel', event_ts: eventTs });
const bare = ({ channel, ...message }) => message;

// A message that names the bot comes twice: as what was said, and as a mention.
function posted(message) {
  const said = { ...message, ...where(message, message.ts) };
  const { channel_type, subtype, ...mention } = said;
  return !message.bot_id && message.text.includes(`<@${ids.bot}>`) ? [said, { ...mention, type: 'app_mention' }] : [said];
}

const changed = (now, before, ts) => [{ type: 'message', subtype: 'message_changed', hidden: true, message: bare(now), previous_message: bare(before), ts, ...where(now, ts) }];

const deleted = (gone, ts) => [{ type: 'message', subtype: 'message_deleted', hidden: true, deleted_ts: gone.ts, previous_message: bare(gone), ts, ...where(gone, ts) }];

const reacted = (message, user, reaction, ts) => [{ type: 'reaction_added', user, reaction, item_user: message.user, item: { type: 'message', channel: message.channel, ts: message.ts }, event_ts: ts }];

module.exports = { posted, changed, deleted, reacted, bare };
