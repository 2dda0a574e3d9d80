'use strict';
// Modals and Home tabs: by the Web API's methods, and by what an app answers to a submission.

const crypto = require('crypto');
const { ids } = require('./workspace');

const hash = () => `${Math.floor(Date.now() / 1000)}.${crypto.randomBytes(4).toString('hex')}`;
const filled = (slack, view) => ({ ...view, blocks: slack.numbered(view.blocks), hash: hash() });

function store(given, slack, previous) {
  const id = `V${slack.next()}`;
  const view = {
    id, team_id: ids.team, app_id: ids.app, bot_id: ids.botId, app_installed_team_id: ids.team, state: { values: {} }, previous_view_id: previous?.id ?? null,
    root_view_id: previous?.root_view_id ?? id, clear_on_close: false, notify_on_close: false, external_id: '', private_metadata: '', callback_id: '', close: null, submit: null, ...filled(slack, given),
  };
  slack.views.set(id, view);
  return { view };
}

function open(args, slack, previous) {
  if (!args.view?.blocks || args.view.type !== 'modal') return 'invalid_arguments';
  if (args.view.external_id && byExternalId(slack, args.view.external_id)) return 'duplicate_external_id';
  return slack.spend(args.trigger_id) ?? store(args.view, slack, previous);
}

const byExternalId = (slack, id) => [...slack.views.values()].find(v => id && v.external_id === id);

function update(args, slack) {
  const view = slack.views.get(args.view_id) ?? byExternalId(slack, args.external_id);
  if (!view) return 'not_found';
  if (args.hash && args.hash !== view.hash) return 'hash_conflict';
  Object.assign(view, filled(slack, args.view));
  return { view };
}

function publish(args, slack) {
  if (args.view?.type !== 'home') return 'invalid_arguments';
  const home = slack.homes.get(args.user_id);
  if (home && args.hash && args.hash !== home.hash) return 'hash_conflict';
  const view = { id: home?.id ?? `V${slack.next()}`, team_id: ids.team, app_id: ids.app, bot_id: ids.botId, ...filled(slack, args.view) };
  slack.homes.set(args.user_id, view);
  return { view };
}

// What becomes of a modal that was submitted.
function settle(slack, id, { acked, payload }) {
  if (!acked) return;
  const view = slack.views.get(id);
  switch (payload?.response_action) {
    case undefined: slack.views.delete(id); break;
    case 'update': Object.assign(view, filled(slack, payload.view)); break;
    case 'push': store(payload.view, slack, view); break;
    case 'clear': slack.views.clear(); break;
    case 'errors': if (!isAboutInputs(view, payload.errors)) slack.blame('errors names what is no input block of the view'); break;
    default: slack.blame(`response_action ${payload.response_action} is none`);
  }
}

const isAboutInputs = (view, errors) => Object.keys(errors ?? {}).every(id => view.blocks.some(b => b.type === 'input' && b.block_id === id));

module.exports = { open, update, publish, settle };
