'use strict';
// Slack's own framework with handlers that do nothing, to measure beside the bot. When its input ends, or after QUIET_SECONDS without an event (none unless set),
// it prints how many events it had and how many a second, from the first to the last, and stops.

const { App, LogLevel } = require('@slack/bolt');

const app = new App({
  token: process.env.SLACK_BOT_TOKEN ?? 'xoxb-cross-check',
  appToken: process.env.SLACK_APP_TOKEN ?? 'xapp-cross-check',
  socketMode: true,
  logLevel: LogLevel.ERROR,
  clientOptions: { slackApiUrl: process.env.SLACK_API_URL },
});

const quiet = Number(process.env.QUIET_SECONDS ?? 0) * 1000;
let count = 0, first = 0, last = 0;

const heard = async () => {
  last = performance.now();
  if (count++ === 0) first = last;
};
app.message(heard);
app.event('app_mention', heard);

function finish() {
  const seconds = (last - first) / 1000;
  const memory = process.memoryUsage().rss;
  console.log(JSON.stringify({ count, seconds: Number(seconds.toFixed(3)), per_second: seconds > 0 ? Number(((count - 1) / seconds).toFixed(1)) : 0, memory_megabytes: Math.round(memory / 1e6) }));
  process.exit(0);
}

if (quiet > 0) setInterval(() => { if (count > 0 && performance.now() - last > quiet) finish(); }, 200);
process.stdin.on('end', finish).resume();
app.start().then(() => console.log(JSON.stringify({ handled: 'started' })), error => { console.error(error.message); process.exit(1); });
