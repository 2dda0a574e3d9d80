'use strict';
// A small Slack on 127.0.0.1: Web API, Socket Mode, and a way to steer it (README.md). Prints {"listening":"http://…"} and stops when its input ends.

const http = require('http');
const crypto = require('crypto');
const { Workspace, ids } = require('./reference/workspace');
const { SocketMode } = require('./reference/socket-mode');
const webApi = require('./reference/web-api');
const payloads = require('./reference/payloads');
const people = require('./reference/people');
const responses = require('./reference/responses');
const views = require('./reference/views');

const slack = new Workspace();
const server = http.createServer((request, response) => {
  const parts = [];
  request.on('data', part => parts.push(part)).on('end', () => answer(request, response, Buffer.concat(parts)).catch(error => send(response, 500, { error: String(error) })));
});
const sockets = new SocketMode(server, slack);
slack.tell = (events, more = {}) => Promise.all(events.map(event => sockets.deliver(...payloads.event(slack, { ...more, event }))));

const scopes = 'app_mentions:read,channels:history,channels:read,chat:write,commands,reactions:write,team:read,users:read';

function send(response, status, body, headers = {}) {
  const isText = typeof body === 'string';
  response.writeHead(status, { 'content-type': isText ? 'text/plain' : 'application/json; charset=utf-8', ...headers });
  response.end(isText ? body : JSON.stringify(body));
}

async function answer(request, response, raw) {
  const url = new URL(request.url, 'http://reference');
  const [, place, ...rest] = url.pathname.split('/');
  if (place === 'api') return callMethod(rest.join('/'), request, response, raw, url);
  if (place === 'response') return respond(url.pathname, response, raw);
  if (place === 'upload') return upload(rest[0], response, raw);
  if (place === 'control') return send(response, 200, await steer(rest[0], raw.length > 0 ? JSON.parse(raw) : {}, url));
  return send(response, 404, 'not found');
}

function callMethod(method, request, response, raw, url) {
  const type = request.headers['content-type'] ?? '';
  const args = read(type, raw.toString(), url);
  const token = (request.headers.authorization ?? '').replace(/^Bearer /, '') || args.token || '';
  slack.note({ kind: 'call', method, content_type: type.split(';')[0], token: token.slice(0, 5), args: { ...args, token: undefined } });
  const failure = slack.failureOf(method);
  if (failure?.retry_after !== undefined) return send(response, 429, { ok: false, error: 'ratelimited' }, { 'retry-after': String(failure.retry_after) });
  if (failure?.status) return send(response, failure.status, 'broken');
  const made = failure?.error ?? refusal(method, token, request) ?? (method === 'apps.connections.open' ? socketUrl() : webApi[method](args, slack));
  if (typeof made === 'string' && !failure) slack.blame(made);
  return send(response, 200, typeof made === 'string' ? { ok: false, error: made } : { ok: true, ...made }, { 'x-oauth-scopes': scopes });
}

function refusal(method, token, request) {
  if (!token) return 'not_authed';
  if (method !== 'apps.connections.open' && !webApi[method]) return 'unknown_method';
  if (!/^xox[bp]-|^xapp-/.test(token)) return 'invalid_auth';
  if (token.startsWith('xapp-') !== (method === 'apps.connections.open')) return 'not_allowed_token_type';
  return method === 'apps.connections.open' && request.method !== 'POST' ? 'insecure_request' : null;
}

// A ticket is for one connection; nothing here checks it, since Slack's own clients never try an old one.
const socketUrl = () => ({ url: `${slack.address.replace('http', 'ws')}/link/?ticket=${crypto.randomUUID()}&app_id=${ids.app}` });

// A form holds nested values as JSON; an address only plain ones.
function read(type, raw, url) {
  if (type.startsWith('application/json')) return raw ? JSON.parse(raw) : {};
  const args = Object.fromEntries([...url.searchParams, ...new URLSearchParams(type.startsWith('application/x-www-form-urlencoded') ? raw : '')]);
  for (const name of ['blocks', 'view', 'attachments', 'metadata', 'files']) if (args[name]) args[name] = JSON.parse(args[name]);
  return args;
}

function respond(path, response, raw) {
  const error = responses.say(slack, path, JSON.parse(raw));
  if (error) slack.blame(error);
  return error ? send(response, error.endsWith('_url') ? 404 : 400, { ok: false, error }) : send(response, 200, 'ok');
}

function upload(id, response, raw) {
  const file = slack.uploads.get(id);
  if (!file) return send(response, 404, 'not found');
  file.bytes = raw.length;
  return send(response, 200, `OK - ${raw.length}`);
}

async function steer(what, body, url) {
  if (what === 'log') return { entries: slack.log.slice(Number(url.searchParams.get('after') ?? 0)), next: slack.log.length };
  if (what === 'state') return state();
  if (what === 'fail') return slack.failures.push({ times: 1, ...body }), {};
  if (what === 'disconnect') return sockets.disconnect(body), {};
  if (what === 'raw') return sockets.raw(body.text), {};
  if (what === 'stop') return setTimeout(() => process.exit(0), 50), {};
  if (people[what]) return doAsync(people[what](slack, body), body);
  if (!payloads[what]) throw new Error(`there is no control '${what}'`);
  const [type, payload, accepts, extra] = payloads[what](slack, body);
  const done = await sockets.deliver(type, payload, accepts, extra);
  if (what === 'submit') views.settle(slack, body.view_id, done);
  if (what === 'close') slack.views.delete(body.view_id);
  return { ...done, trigger_id: payload?.trigger_id, response_url: payload?.response_url };
}

async function doAsync({ events, ...told }, { retry_attempt }) {
  const done = await slack.tell(events, { retry_attempt });
  return { ...told, acked: done.every(one => one.acked) };
}

const state = () => ({
  sockets: sockets.sockets.size, messages: slack.messages, whispers: slack.whispers, views: [...slack.views.values()], homes: Object.fromEntries(slack.homes), faults: slack.faults,
});

process.stdin.on('end', () => process.exit(0)).resume();
server.listen(0, '127.0.0.1', () => {
  slack.address = `http://127.0.0.1:${server.address().port}`;
  console.log(JSON.stringify({ listening: slack.address }));
});
