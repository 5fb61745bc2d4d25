'use strict';
// Promises without a handler: what the program is told, and when one gets a handler late.
const shown = (e) => [e.name, e.code, e.message, String(e).slice(0, 30), Object.keys(e)];
process.on('uncaughtExceptionMonitor', (e, origin) => console.log('monitor', e.message.slice(0, 10), origin));
process.on('uncaughtException', (e, origin) => console.log('uncaught', origin, ...shown(e)));
class Own {}
for (const reason of [5, 's', null, undefined, Symbol('q'), () => 1, [1], {}, new Own(), 10n, Object.create(null), new Date(0), new RangeError('r')]) {
  Promise.reject(reason);
}
setTimeout(() => {
  process.on('unhandledRejection', (reason, p) => { console.log('unhandled', reason.message); setTimeout(() => p.catch(() => console.log('caught')), 1); });
  process.on('rejectionHandled', (p) => console.log('handled late', p instanceof Promise));
  Promise.reject(new Error('late'));
  const soon = Promise.reject(new Error('soon'));
  process.nextTick(() => soon.catch((e) => console.log('caught in time', e.message)));
}, 1);
