'use strict';
// What people do: (workspace, what) => { events that tell the app of it, … what is told to whoever steers }.

const crypto = require('crypto');
const { ids } = require('./workspace');
const events = require('./events');

function say(slack, { text, channel = ids.channel, thread_ts, user = ids.user }) {
  const message = { channel, type: 'message', user, team: ids.team, client_msg_id: crypto.randomUUID(), text, ts: slack.ts(), ...(thread_ts && { thread_ts }) };
  slack.messages.push(message);
  return { ts: message.ts, events: events.posted(message) };
}

function edit(slack, { channel = ids.channel, ts, text }) {
  const message = slack.find(channel, ts);
  const before = { ...message };
  Object.assign(message, { text, edited: { user: message.user, ts: slack.ts() } });
  return { events: events.changed(message, before, slack.ts()) };
}

function remove(slack, { channel = ids.channel, ts }) {
  const gone = slack.find(channel, ts);
  slack.messages.splice(slack.messages.indexOf(gone), 1);
  return { events: events.deleted(gone, slack.ts()) };
}

const react = (slack, { channel = ids.channel, ts, name, user = ids.user }) => ({ events: events.reacted(slack.find(channel, ts), user, name, slack.ts()) });

const home = (slack, { user = ids.user }) => ({ events: [{ type: 'app_home_opened', user, channel: ids.direct, tab: 'home', event_ts: slack.ts() }] });

module.exports = { say, edit, remove, react, home };
