// Who overrides emit sees what Go emits.
'use strict';
const EventEmitter = require('events');
const net = require('net');
const { Readable, Transform } = require('stream');
const lines = [];
const log = (...args) => lines.push(args.join(' '));

class Client extends net.Socket {
  emit(event, ...args) {
    log('class', event, args[0]?.constructor.name);
    return super.emit(event, ...args);
  }
}
class Listening extends net.Server {
  emit(event, ...args) {
    log('server', event, args.length);
    return super.emit(event, ...args);
  }
}
const server = new Listening((peer) => {
  const { emit } = peer;
  peer.emit = function(event, ...args) {
    log('own', event, Buffer.isBuffer(args[0]) ? `${args[0]}` : args[0]);
    return emit.call(this, event, ...args);
  };
  log('own', Object.keys(peer).includes('emit'), Object.hasOwn(new net.Socket(), 'emit'));
  peer.on('data', (chunk) => log('own', 'heard', chunk)).on('end', () => peer.end('bye')).on('close', () => server.close());
});
server.listen(0, '127.0.0.1', () => {
  const client = new Client().connect(server.address().port, '127.0.0.1');
  client.on('data', (chunk) => log('class', 'heard', chunk)).end('hello');
});

class Loud extends EventEmitter {
  emit(event, ...args) {
    log('loud', event, ...args.slice(0, 1));
    return super.emit(event, ...args);
  }
}
const loud = new Loud();
loud.on('newListener', () => {}).once('x', () => {});
log('loud', loud.emit('x', 1), loud.emit('x', 2));

const changing = Readable.from(['a', 'b']), { emit } = changing;
changing.emit = function(event, ...args) {
  log('changing', event);
  return emit.apply(this, event === 'data' ? [event, `${args[0]}!`] : [event, ...args]);
};
changing.on('data', (chunk) => log('changing', 'heard', chunk));

const failing = new Transform({ transform(chunk, encoding, cb) { cb(null, chunk); } });
failing.emit = function(event, ...args) { log('failing', event); return EventEmitter.prototype.emit.call(this, event, ...args); };
failing.on('error', (err) => log('failing', 'heard', err.message)).destroy(new Error('on purpose'));

const silent = new Readable({ read() {} });
silent.emit = function(event, ...args) { return event === 'error' ? log('silent', args[0].message) > 0 : EventEmitter.prototype.emit.call(this, event, ...args); };
silent.destroy(new Error('swallowed'));

process.on('exit', () => {
  for (const name of ['class', 'server', 'own', 'loud', 'changing', 'failing', 'silent']) console.log(lines.filter((line) => line.startsWith(name)).join('\n'));
});
