'use strict';
// The state of a small workspace: who and what is there, and what came over the wire.

const ids = { team: 'T0LOCAL', user: 'U0ALICE', bot: 'U0BOT', botId: 'B0BOT', app: 'A0APP', channel: 'C0GENERAL', other: 'C0SUPPORT', direct: 'D0ALICE' };

class Workspace {
  constructor() {
    this.log = [];
    this.messages = [];
    this.whispers = [];
    this.views = new Map();
    this.homes = new Map();
    this.triggers = new Map();
    this.responseUrls = new Map();
    this.failures = [];
    this.uploads = new Map();
    this.faults = [];
    this.counter = 0;
    this.address = '';
    // Brings events to the app; the server puts in how.
    this.tell = () => { };
  }

  channels() {
    return [
      { id: ids.channel, name: 'general', is_channel: true, is_member: true, is_private: false, is_archived: false, is_im: false, is_mpim: false },
      { id: ids.other, name: 'support', is_channel: true, is_member: true, is_private: false, is_archived: false, is_im: false, is_mpim: false },
      { id: ids.direct, user: ids.user, is_im: true, is_member: true, is_private: true, is_archived: false, is_mpim: false },
    ];
  }

  users() {
    return [
      { id: ids.user, team_id: ids.team, name: 'alice', real_name: 'Alice Adams', is_bot: false, deleted: false, tz: 'Europe/Berlin', profile: { display_name: 'alice', real_name: 'Alice Adams' } },
      { id: ids.bot, team_id: ids.team, name: 'livesop', real_name: 'LiveSOP', is_bot: true, deleted: false, tz: 'UTC', profile: { display_name: 'livesop', bot_id: ids.botId } },
    ];
  }

  note(entry) { this.log.push({ at: this.log.length, ...entry }); }

  // Something the app did that Slack would not take.
  blame(why) { this.faults.push(why); }

  next() { return ++this.counter; }

  // Strictly ascending, a string: an identifier.
  ts() { return `${Math.floor(Date.now() / 1000)}.${String(this.next()).padStart(6, '0')}`; }

  find(channel, ts) { return this.messages.find(m => m.channel === channel && m.ts === ts); }

  // Slack names the blocks that have no name.
  numbered(blocks) { return blocks.map(block => ({ block_id: `b${this.next()}`, ...block })); }

  // Good for 3 seconds, once.
  trigger() {
    const id = `${Date.now()}.${this.next()}.${'0123456789abcdef'.repeat(2)}`;
    this.triggers.set(id, { at: Date.now(), used: false });
    return id;
  }

  spend(id) {
    const trigger = this.triggers.get(id);
    if (!trigger) return 'invalid_trigger_id';
    if (trigger.used) return 'exchanged_trigger_id';
    if (Date.now() - trigger.at > 3000) return 'expired_trigger_id';
    trigger.used = true;
    return null;
  }

  // Good for 5 uses; nobody here waits for 30 minutes. The original is what was pressed on; a command has none.
  responseUrl(channel, user, original = null) {
    const path = `/response/${this.next()}`;
    this.responseUrls.set(path, { left: 5, channel, user, original });
    return this.address + path;
  }

  // The failure that somebody ordered for the next calls of a method.
  failureOf(method) {
    const failure = this.failures.find(f => f.times > 0 && (f.method === method || f.method === '*'));
    if (failure) failure.times--;
    return failure;
  }
}

module.exports = { Workspace, ids };
