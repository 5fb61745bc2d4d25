'use strict';
// AsyncLocalStorage: what a store follows.
const { AsyncLocalStorage, AsyncResource } = require('async_hooks');
const EventEmitter = require('events');
const { EventEmitterAsyncResource } = EventEmitter;
const net = require('net');
const als = new AsyncLocalStorage(), other = new AsyncLocalStorage();
const say = (...what) => console.log(...what, als.getStore(), other.getStore());
const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

async function main() {
  await new Promise((resolve) => als.run('tick', () => process.nextTick(() => { say('nextTick'); queueMicrotask(() => { say('microtask'); resolve(); }); })));
  await new Promise((resolve) => als.run('timer', () => setTimeout(() => { say('timeout'); setImmediate(() => { say('immediate'); resolve(); }); }, 1)));
  await new Promise((resolve) => { let n = 0; als.run('interval', () => { const t = setInterval(() => { say('interval'); if (++n === 2) { clearInterval(t); resolve(); } }, 1); }); });
  say('outside');
  await als.run('async', async () => {
    await null;
    say('after await');
    await other.run('inner', () => sleep(1).then(() => say('then')));
    say('outer again');
    await Promise.all([1, 2].map((i) => als.run(i, async () => { await sleep(2 - i); say('branch', i); })));
    als.exit(() => say('exit'));
    say('end');
  });
  try { als.run('throws', () => { say('throws'); throw new Error('x'); }); } catch { say('caught'); }
  als.run('a', () => { als.enterWith('b'); say('entered'); process.nextTick(say, 'tick after enterWith'); });
  await sleep(1);
  const bound = als.run('bound', () => AsyncLocalStorage.bind((x) => say(x)));
  const snapshot = als.run('snap', () => AsyncLocalStorage.snapshot());
  als.run('now', () => { bound('bind'); snapshot(say, 'snapshot'); });
  const resource = als.run('resource', () => new AsyncResource('R'));
  console.log(resource.runInAsyncScope(function(x) { say('scope', this.y); return x; }, { y: 1 }, 'result'));
  const emitter = als.run('emitter', () => new EventEmitterAsyncResource({ name: 'E' }));
  emitter.on('x', (v) => say('async emitter', v));
  als.run('emits', () => emitter.emit('x', 5));
  const plain = als.run('made', () => new EventEmitter());
  plain.on('x', () => say('plain emitter'));
  als.run('emits', () => plain.emit('x'));
  plain.emit('x');
  await new Promise((resolve) => {
    const server = net.createServer((socket) => socket.on('data', (b) => socket.end(b)).resume()).listen(0, () => {
      als.run('client', () => {
        const c = net.connect(server.address().port, () => { say('connect'); c.write('hello', () => say('written')); });
        c.on('data', () => say('data')).on('close', () => { say('close'); server.close(resolve); });
      });
    });
  });
  await new Promise((resolve) => {
    const server = als.run('server', () => net.createServer((socket) => {
      say('connection');
      socket.on('data', (b) => { say('server data'); socket.end(b, () => say('ended')); });
    }).listen(0, () => say('listening')));
    server.on('listening', () => net.connect(server.address().port).on('data', () => say('client data')).on('close', () => server.close(() => { say('server closed'); resolve(); })).end('x'));
  });
  als.disable();
  say('disabled');
}
main().then(() => als.run('last', () => { say('last'); Promise.reject(new Error('r')).catch(() => say('catch')).finally(() => say('finally')); }));
