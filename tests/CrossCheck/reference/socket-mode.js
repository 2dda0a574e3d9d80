'use strict';
// Socket Mode: hello, envelopes with their acknowledgements, pings, disconnects.

const crypto = require('crypto');
const { WebSocketServer } = require('ws');
const { ids } = require('./workspace');

const ackMilliseconds = 3000;
const pingMilliseconds = 5000;

class SocketMode {
  constructor(server, slack) {
    this.slack = slack;
    this.sockets = new Set();
    this.waiting = new Map();
    this.turn = 0;
    new WebSocketServer({ server }).on('connection', (socket, request) => this.welcome(socket, request));
  }

  welcome(socket, request) {
    this.sockets.add(socket);
    this.slack.note({ kind: 'socket', what: 'open', count: this.sockets.size, authorization: request.headers.authorization ?? null });
    socket.send(JSON.stringify({
      type: 'hello', num_connections: this.sockets.size, connection_info: { app_id: ids.app },
      debug_info: { host: 'reference', started: '2026-01-01 00:00:00.000', build_number: 1, approximate_connection_time: 18060 },
    }));
    // The Node client expects pings to go on once there was one.
    const pings = setInterval(() => socket.ping('reference'), pingMilliseconds);
    socket.on('message', (data, isBinary) => this.hear(data, isBinary));
    socket.on('close', code => {
      clearInterval(pings);
      this.sockets.delete(socket);
      this.slack.note({ kind: 'socket', what: 'close', code, count: this.sockets.size });
    });
    socket.on('error', () => { });
  }

  hear(data, isBinary) {
    let ack;
    try { ack = JSON.parse(data.toString()); } catch { ack = null; }
    if (isBinary || typeof ack?.envelope_id !== 'string') return this.slack.blame('a frame from the client is no ack');
    const waiting = this.waiting.get(ack.envelope_id);
    this.slack.note({ kind: 'ack', envelope_id: ack.envelope_id, payload: ack.payload ?? null, expected: waiting !== undefined });
    waiting?.(ack);
    this.waiting.delete(ack.envelope_id);
  }

  // To one of the sockets, in turn. Resolves with what the client made of it.
  deliver(type, payload, accepts, extra = {}) {
    const open = [...this.sockets].filter(s => s.readyState === 1);
    if (open.length === 0) return Promise.resolve({ connected: false, acked: false });
    const envelope = { envelope_id: extra.envelope_id ?? crypto.randomUUID(), type, accepts_response_payload: accepts, payload, ...extra };
    const sent = performance.now();
    return new Promise(resolve => {
      const late = setTimeout(() => { this.waiting.delete(envelope.envelope_id); resolve({ connected: true, acked: false, envelope_id: envelope.envelope_id }); }, ackMilliseconds);
      this.waiting.set(envelope.envelope_id, ack => {
        clearTimeout(late);
        if (!accepts && Object.keys(ack.payload ?? {}).length > 0) this.slack.blame(`the ack of an envelope of type ${type} carries a payload, which it does not accept`);
        resolve({ connected: true, acked: true, envelope_id: envelope.envelope_id, payload: ack.payload ?? null, milliseconds: performance.now() - sent });
      });
      open[this.turn++ % open.length].send(JSON.stringify(envelope));
    });
  }

  raw(text) { for (const socket of this.sockets) socket.send(text); }

  disconnect({ reason, close, reset }) {
    for (const socket of this.sockets) {
      if (reset) socket.terminate();
      else if (close) socket.close(1000);
      else socket.send(JSON.stringify({ type: 'disconnect', reason, debug_info: { host: 'reference' } }));
    }
  }
}

module.exports = { SocketMode };
