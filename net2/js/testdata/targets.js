'use strict';
// Events, targets and signals, as far as a program can see them.
const { inspect } = require('util');
const ac = new AbortController();
console.log(ac, inspect(ac, { depth: 0 }), inspect(ac.signal, { depth: -1 }), inspect(ac.signal, {depth: null}));
console.log(Object.keys(AbortSignal.prototype).sort(), Object.keys(Event.prototype), Object.keys(EventTarget.prototype), Object.keys(new Event('x')), `${ac.signal}`);
const e = new Event('x', { cancelable: true });
console.log(inspect(e).replace(/timeStamp: [\d.]+/, ''), e.isTrusted, Event.length, CustomEvent.length);
const t = new EventTarget(); console.log(t, inspect(t, { depth: -1 }));
t.addEventListener('x', (e) => { console.log(1, e.eventPhase, e.currentTarget === t, e.composedPath().length); e.preventDefault(); try { t.dispatchEvent(e); } catch (err) { console.log(err.code, err.message); } });
t.addEventListener('x', (e) => { console.log(2, e.eventPhase, e.currentTarget === t); t.addEventListener('x', () => console.log('late')); });
t.addEventListener('x', { handleEvent(e) { console.log(3, this !== t, e.defaultPrevented); e.stopImmediatePropagation(); } }, { once: true });
t.addEventListener('x', () => console.log(4));
t.addEventListener('x', () => console.log(5), { passive: true });
console.log(t.dispatchEvent(e), e.cancelBubble, e.eventPhase, e.target === t);
for (const f of [() => new Event(), () => new Event('x', 1), () => t.addEventListener('x'), () => t.addEventListener('x', 1), () => t.addEventListener('x', () => {}, 'o'), () => t.dispatchEvent({}), () => new Event(Symbol()),
  () => Event.prototype.type, () => EventTarget.prototype.addEventListener.call({}, 'x', () => {}), () => new AbortSignal(), () => t.addEventListener('x', () => {}, { signal: 1 })]) { try { f(); } catch (err) { console.log(err.name, err.code, err.message.slice(0, 80)); } }
process.on('warning', (w) => console.log(w.name, w.message, w.count));
t.addEventListener('y', null);
const limited = new EventTarget(); require('events').setMaxListeners(1, limited); for (let i = 0; i < 3; i++) limited.addEventListener('z', () => i);
console.log(require('events').getEventListeners(limited, 'z').length, require('events').getMaxListeners(limited));
(async () => { let n = 0; const it = require('events').on(t, 'ev'); setImmediate(() => { t.dispatchEvent(new CustomEvent('ev', { detail: 4 })); }); for await (const [e] of it) { console.log(e.detail, e.type); break; } })();
ac.signal.onabort = (e) => console.log('abort', e.isTrusted, e.target === ac.signal); ac.abort(); console.log(ac.signal.reason.name, ac.signal);
