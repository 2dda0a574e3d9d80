'use strict';
// An app on Slack's own framework, against the Slack at SLACK_API_URL. Says what it handled, a JSON line each; stops when its input ends.

const { App, LogLevel } = require('@slack/bolt');

const say = (handled, details = {}) => console.log(JSON.stringify({ handled, ...details }));
const plain = text => ({ type: 'plain_text', text });

const app = new App({
  token: process.env.SLACK_BOT_TOKEN ?? 'xoxb-cross-check',
  appToken: process.env.SLACK_APP_TOKEN ?? 'xapp-cross-check',
  socketMode: true,
  logLevel: LogLevel.ERROR,
  clientOptions: { slackApiUrl: process.env.SLACK_API_URL },
});

const form = title => ({
  type: 'modal', callback_id: 'form', title: plain(title), submit: plain('Save'), notify_on_close: true,
  blocks: [{ type: 'input', block_id: 'title', optional: true, label: plain('Title'), element: { type: 'plain_text_input', action_id: 'value' } }],
});

app.message(async ({ message, context }) => say('message', { retry: context.retryNum, text: message.text, subtype: message.subtype, bot_id: message.bot_id, user: message.user, ts: message.ts }));

app.message(/^ready (\S+)$/, async ({ context, client }) => {
  await client.views.update({ view_id: context.matches[1], view: form('Ready') });
  say('ready', { view_id: context.matches[1] });
});

app.event('app_mention', async ({ event, context, client }) => {
  const posted = await client.chat.postMessage({
    channel: event.channel, thread_ts: event.thread_ts ?? event.ts, text: `Hello <@${event.user}>`,
    blocks: [
      { type: 'section', text: { type: 'mrkdwn', text: `Hello <@${event.user}>` } },
      { type: 'actions', block_id: 'buttons', elements: [
        { type: 'button', action_id: 'done', text: plain('Done'), value: 'run:1' },
        { type: 'external_select', action_id: 'pick', placeholder: plain('Which one?'), min_query_length: 1 },
      ] },
    ],
    metadata: { event_type: 'cross_check', event_payload: { id: '1' } },
  });
  say('app_mention', { text: event.text, retry: context.retryNum, channel: posted.channel, ts: posted.ts });
});

app.event('app_home_opened', async ({ event, client }) => {
  await client.views.publish({ user_id: event.user, view: { type: 'home', blocks: [{ type: 'header', text: plain('At home') }] } });
  say('app_home_opened', { user: event.user });
});

app.command('/check', async ({ command, ack, client, respond }) => {
  await ack();
  const opened = await client.views.open({ trigger_id: command.trigger_id, view: form('New') });
  const again = await client.views.open({ trigger_id: command.trigger_id, view: form('New') }).then(() => 'opened', error => error.data?.error);
  await respond({ response_type: 'ephemeral', text: 'opened' });
  say('command', { text: command.text, view_id: opened.view.id, again });
});

app.command('/say', async ({ command, ack }) => { await ack({ response_type: 'ephemeral', text: `You said ${command.text}` }); say('command', { text: command.text }); });

app.action('done', async ({ ack, body, action, client }) => {
  await ack();
  await client.chat.update({ channel: body.channel.id, ts: body.message.ts, text: 'Done', blocks: [{ type: 'section', text: { type: 'mrkdwn', text: '*Done*' } }] });
  say('action', { value: action.value, container: body.container.type, ts: body.message.ts });
});

app.view('form', async ({ ack, view }) => {
  const { value } = view.state.values.title.value;
  if ((value ?? '').length < 3) await ack({ response_action: 'errors', errors: { title: 'At least 3 letters' } });
  else if (value === 'update') await ack({ response_action: 'update', view: form('Working') });
  else await ack();
  say('view', { value });
});

app.view({ callback_id: 'form', type: 'view_closed' }, async ({ ack, view }) => { await ack(); say('view_closed', { view_id: view.id }); });

app.options('pick', async ({ ack, options }) => { await ack({ options: [{ text: plain(`${options.value} one`), value: '1' }] }); say('options', { value: options.value }); });

app.shortcut('note', async ({ ack, shortcut }) => { await ack(); say('shortcut', { type: shortcut.type, text: shortcut.message?.text }); });

app.event('reaction_added', async ({ event, client }) => {
  const started = performance.now();
  await client.chat.postMessage({ channel: event.item.channel, text: 'After the limit' });
  say('reaction_added', { reaction: event.reaction, milliseconds: Math.round(performance.now() - started) });
});

app.error(async error => say('error', { name: error.name, message: error.message }));

process.stdin.on('end', () => process.exit(0)).resume();
app.start().then(() => say('started'), error => { say('failed', { message: error.message }); process.exit(1); });
