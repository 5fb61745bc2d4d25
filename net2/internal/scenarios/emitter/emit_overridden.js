// Who overrides emit sees every event, also those that a socket emits by itself, and may keep them or change them.
'use strict';
const EventEmitter = require('events');
const net = require('net');
const { track } = require('../transcript.js');

const e = track('emitter');
class Loud extends EventEmitter {
  emit(event, ...args) {
    e('emit', event, ...args);
    if (event === 'kept') return false;
    return super.emit(event, ...args.map((arg) => `${arg}!`));
  }
}
const loud = new Loud();
loud.on('x', (value) => e('x', value));
loud.on('kept', () => e('never'));
e('had listeners', loud.emit('x', 'value'));
e('had listeners', loud.emit('kept'));
e('had listeners', loud.emit('nobody'));

const s = track('socket');
const socket = new net.Socket();
const { emit } = socket;
socket.emit = function(event, ...args) {
  s('emit', event, args.length);
  return emit.call(this, event, ...args);
};
socket.on('error', (err) => s('error', err));
socket.on('close', () => s('close'));
s('listeners', socket.listenerCount('close'));
socket.destroy(new Error('on purpose'));
