'use strict';
// domain: whose an error is.
const domain = require('domain');
const EventEmitter = require('events');
const { Readable } = require('stream');
const names = new Map();
const named = (name) => { const d = domain.create(); names.set(d, name); d.on('error', (err) => console.log(name, 'got', err?.message ?? err, names.get(err?.domain), err?.domainThrown, names.get(process.domain))); return d; };
const steps = [
  () => named('emitter').run(() => { const e = new EventEmitter(); console.log(names.get(e.domain)); setImmediate(() => e.emit('error', new Error('emitted'))); }),
  () => { const e = new EventEmitter(); named('added').add(e); setImmediate(() => e.emit('error', 5)); },
  () => named('timer').run(() => setTimeout(() => { console.log(names.get(process.domain)); throw new Error('timer'); }, 1)),
  () => named('tick').run(() => process.nextTick(() => { throw new Error('tick'); })),
  () => named('promise').run(() => Promise.resolve().then(() => { console.log('then', names.get(process.domain)); setImmediate(() => { throw new Error('after a promise'); }); })),
  () => named('outer').run(() => named('inner').run(() => setImmediate(() => { throw new Error('nested'); }))),
  () => named('thrower').run(() => { throw new Error('at once'); }),
  () => setImmediate(named('bound').bind((x) => { throw new Error(`bound ${x}`); }), 7),
  () => named('intercepts').intercept((x) => console.log('no error', x))(null, 1),
  () => named('intercepted').intercept(() => console.log('never'))(new Error('given')),
  () => named('stream').run(() => { const r = new Readable({ read() { this.destroy(new Error('stream')); } }); r.resume(); }),
  () => { const d = named('removed'); const e = new EventEmitter(); d.add(e); d.remove(e); console.log(d.members.length, e.domain); try { e.emit('error', new Error('nobody')); } catch (err) { console.log('thrown', err.message); } },
  () => { const d = named('handled'); d.run(() => { const e = new EventEmitter(); e.on('error', (err) => console.log('own listener', err.message, names.get(process.domain))); e.emit('error', new Error('mine')); }); console.log(process.domain); },
];
const next = () => {
  const step = steps.shift();
  if (!step) return;
  setTimeout(next, 10);
  step();
};
next();
