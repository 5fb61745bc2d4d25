'use strict';
// The first removeAllListeners of a stream ends the order that its events are laid out in, even if it removes nothing: then
// removeListener tells of every removal, and a name that lost its listeners is added at the end.
const { track } = require('../transcript.js');
const { Duplex } = require('stream');

const f = () => {};
function run(name, use) {
  const log = track(name);
  const d = new Duplex();
  use(d, () => log(d.eventNames().join(' ')), log);
}
const tell = (d, log) => d.on('removeListener', (event) => log('removed', event, d.listenerCount(event)));
run('nothing removed', (d, names, log) => {
  d.removeAllListeners('nothing');
  tell(d, log);
  d.on('end', f).on('extra', f).on('close', f);
  names();
  d.off('end', f);
  d.off('extra', f);
  names();
  d.on('extra', f).on('end', f).on('error', f);
  names();
});
run('one event', (d, names) => {
  d.on('finish', f).on('extra', f).on('end', f).on('close', f);
  d.removeAllListeners('close');
  d.on('close', f).on('drain', f);
  names();
  d.off('drain', f);
  d.on('drain', f).on('error', f);
  names();
});
run('the last one', (d, names) => {
  d.on('close', f);
  d.removeAllListeners('close');
  d.on('extra', f).on('drain', f).on('close', f);
  names();
});
run('the last one off', (d, names) => {
  d.removeAllListeners('close');
  d.on('close', f).off('close', f);
  d.on('drain', f).on('close', f);
  names();
});
run('told of each', (d, names, log) => {
  tell(d, log);
  d.on('close', f).on('extra', f);
  d.removeAllListeners('close');
  d.removeAllListeners('extra');
  d.on('extra', f).on('close', f);
  names();
});
