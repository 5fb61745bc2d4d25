'use strict';
const { track } = require('../transcript.js');
const { Readable } = require('stream');
const euro = Buffer.from('a€b😀c');
function run(name, options, use) {
  const log = track(name);
  const r = new Readable({ read() {}, ...options });
  use(r, log);
  log(r.readableEncoding);
  r.on('data', (d) => log("data", d, typeof d === "string" ? "string" : "[]uint8"));
  r.on('end', () => log('end'));
  for (const b of euro) r.push(Buffer.of(b));
  setImmediate(() => { for (const b of euro) r.push(Buffer.of(b)); r.push(euro.subarray(0, 2)); r.push(null); log('length', r.readableLength); });
}
run('utf8', {}, (r) => r.setEncoding('utf8'));
run('option', { encoding: 'UTF-8' }, () => {});
run('hex', {}, (r) => r.setEncoding('hex'));
run('base64', {}, (r) => r.setEncoding('base64'));
run('latin1', { encoding: 'latin1' }, () => {});
run('utf16le', {}, (r) => r.setEncoding('ucs2'));
run('buffered', {}, (r, log) => { r.push(euro.subarray(0, 3)); r.push(euro.subarray(3, 6)); log(r.readableLength); r.setEncoding('utf8'); log(r.readableLength); });
run('strings', {}, (r) => { r.setEncoding('utf8'); r.push('text'); r.push('6869', 'hex'); r.unshift('latin\u00e9', 'latin1'); });
run('twice', {}, (r, log) => { r.push(euro); r.setEncoding('utf8'); r.setEncoding('hex'); log(r.readableLength); });
const log = track("thrown");
try { new Readable().setEncoding('nope'); } catch (e) { log('thrown', e.name, e.code, e.message); }
try { new Readable({ encoding: 'nope' }); } catch (e) { log('thrown', e.name, e.code, e.message); }
try { new Readable({ defaultEncoding: 'nope' }); } catch (e) { log('thrown', e.name, e.code, e.message); }
const n = track('read');
const r = new Readable({ read() {}, encoding: 'utf8' });
r.push('ab€');
r.push('cdé😀f');
n(r.readableLength, r.read(4), r.readableLength);
n(r.read(1), r.read(1), r.readableLength);
n(r.read(3), r.read());
