'use strict';
const { track } = require('../transcript.js');
const { Readable, Writable, Duplex } = require('stream');
const kind = (v) => (typeof v === 'string' ? 'string' : Buffer.isBuffer(v) ? 'bytes' : typeof v);
function run(name, source, destination, use) {
  const log = track(name);
  const src = new Readable({ read() {}, ...source });
  const dst = new Writable({ write(v, e, cb) { log('_write', v, kind(v)); cb(); }, ...destination });
  dst.on('finish', () => log('finish'));
  dst.on('error', (e) => log('error', e.code));
  src.pipe(dst);
  use(src);
  src.push(null);
}
const text = (r) => { r.push('a'); r.push(Buffer.from('b')); };
run('bytes', {}, {}, text);
run('strings', { encoding: 'utf8' }, {}, text);
run('strings to strings', { encoding: 'utf8' }, { decodeStrings: false }, text);
run('hex', { encoding: 'hex' }, {}, text);
run('bytes to objects', {}, { objectMode: true }, text);
run('strings to objects', { encoding: 'utf8' }, { objectMode: true }, text);
run('encoding after pipe', {}, { objectMode: true }, (r) => { r.push('a'); r.setEncoding('utf8'); r.push('b'); });
run('objects', { objectMode: true }, { objectMode: true }, (r) => { r.push(1); r.push('two'); r.push(true); });
run('text in objects', { objectMode: true }, {}, (r) => { r.push('one'); r.push(Buffer.from('two')); });
{
  const log = track('by hand');
  const src = new Readable({ read() {} });
  const dst = new Writable({ write(v, e, cb) { log('_write', v, kind(v)); cb(); } });
  src.pipe(dst);
  src.emit('data', Buffer.from('emitted'));
  src.emit('end');
  dst.on('finish', () => log('finish'));
}
{
  const log = track('chain');
  const through = (name) => {
    const d = new Duplex({ read() {}, write(c, e, cb) { log(name, c); this.push(c.toString() + name); cb(); }, final(cb) { log(name, 'final'); this.push(null); cb(); } });
    d.on('close', () => log(name, 'close'));
    return d;
  };
  const src = new Readable({ read() {} });
  const end = new Writable({ write(c, e, cb) { log('end', c); cb(); } });
  end.on('finish', () => log('end finish'));
  log(src.pipe(through('1')).pipe(through('2')).pipe(end) === end);
  src.push('x');
  setImmediate(() => { src.push('y'); src.push(null); });
}
