// Marks, measures, and the times of connections.
'use strict';
const net = require('net');
const { PerformanceEntry, PerformanceObserver } = require('perf_hooks');
const failed = (f) => { try { f(); } catch (err) { console.log(err.name, err.message, err.code); } };
const show = (entry) => [entry.constructor.name, entry.name, entry.entryType, entry.startTime >= 0, entry.duration >= 0, entry.detail?.host ?? entry.detail];

const observer = new PerformanceObserver((list, self) => {
  console.log(list.constructor.name, self === observer, list.getEntries().map(show));
  console.log(list.getEntriesByType('mark').length, list.getEntriesByName('m').length, list.getEntriesByName('m', 'mark').length);
  if (list.getEntriesByType('mark').length) connect();
});
observer.observe({ entryTypes: ['mark', 'measure', 'net'] });
performance.mark('a', { detail: { x: 1 } });
performance.mark('b', { startTime: 0 });
console.log(performance.measure('m', 'b', 'a').detail, performance.measure('z', { end: 5000, duration: 5 }).duration);
console.log(performance.getEntries().map((entry) => entry.name).join(), performance.getEntriesByType('mark').length);
performance.clearMarks('a');
console.log(performance.getEntriesByType('mark').length, performance.timeOrigin + performance.now() - Date.now() < 10);
failed(() => performance.measure('q', 'nobody'));
failed(() => performance.mark());
failed(() => new PerformanceObserver());
failed(() => new PerformanceEntry());
failed(() => observer.observe({ entryTypes: ['mark'], type: 'mark' }));
failed(() => observer.observe({ type: 'mark' }));

function connect() {
  const server = net.createServer((peer) => { server.close(); peer.end(); });
  server.listen(0, '127.0.0.1', () => {
    const client = net.connect(server.address().port, '127.0.0.1', () => console.log('listeners', client.listenerCount('connect')));
    client.resume();
  });
}
setTimeout(() => {}, 100); // Node's observers keep no process alive
