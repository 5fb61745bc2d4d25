'use strict';
const { track } = require('../transcript.js');
const { pipeline, Readable, Writable, Duplex } = require('stream');

function run(name, make, then) {
  const log = track(name);
  const src = make(log);
  const dst = new Writable({ write(c, e, cb) { log('write', c); cb(); } });
  for (const event of ['end', 'close', 'error']) src.on(event, (err) => log('src', event, err));
  for (const event of ['finish', 'close', 'error']) dst.on(event, (err) => log('dst', event, err));
  pipeline(src, dst, (err) => log('callback', err));
  then(src, dst, log);
}
const readable = () => new Readable({ read() {} });
run('after the end', () => { const r = readable(); r.push('x'); r.push(null); return r; }, () => {});
run('throws in read', () => new Readable({ read() { throw new Error('cannot'); } }), () => {});
run('error before data', readable, (src) => src.destroy(new Error('early')));
run('end while writing', readable, (src) => { src.push('a'); setImmediate(() => { src.push('b'); src.push(null); }); });
run('half duplex', () => new Duplex({ read() { this.push('d'); this.push(null); }, write(c, e, cb) { cb(); } }),
  (src, dst, log) => setImmediate(() => log('still writable', src.writable, src.destroyed)));
