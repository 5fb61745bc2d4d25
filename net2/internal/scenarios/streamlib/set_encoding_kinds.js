'use strict';
const { track } = require('../transcript.js');
const { Readable } = require('stream');

for (const enc of ['hex', 'base64', 'base64url', 'latin1', 'binary', 'utf16le', 'ucs2', 'ascii', 'UTF-8']) {
  const log = track(enc);
  const r = new Readable({ read() {} });
  log('returns itself', r.setEncoding(enc) === r, r.readableEncoding);
  r.on('data', (s) => log('data', s));
  r.on('end', () => log('end'));
  const parts = r.readableEncoding === 'utf16le' ? ['6100', 'ac', '203dd8', '00de', '41'] : ['61c3', 'a9', 'ff3d', 'd800', 'de41', ''];
  for (const part of parts) r.push(Buffer.from(part, 'hex'));
  r.push(null);
}
const log = track('unknown');
try {
  new Readable().setEncoding('utf7');
} catch (e) {
  log(e.name, e);
}
