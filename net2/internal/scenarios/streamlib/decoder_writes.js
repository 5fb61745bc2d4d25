'use strict';
const { track } = require('../transcript.js');
const { StringDecoder } = require('string_decoder');

const inputs = ['61', 'e2', '82', 'ac', 'f09f', '61', 'c3', 'e28261', 'eda0', '80', 'ff'];
for (const enc of ['utf8', 'base64', 'base64url', 'hex', 'latin1', 'ascii']) {
  const log = track(enc);
  const d = new StringDecoder(enc);
  for (const part of inputs) log('write', part, d.write(Buffer.from(part, 'hex')), d.lastNeed, d.lastTotal);
  log('end', d.end(), d.lastNeed, d.lastTotal);
  log('again', d.write(Buffer.from('616263', 'hex')));
}
const log = track('names');
for (const enc of [undefined, 'UTF-8', 'ucs2', 'BINARY', 'Base64URL']) log(new StringDecoder(enc).encoding);
const last = track('last');
const d = new StringDecoder();
last(d.end(Buffer.from('61e282', 'hex')), d.end());
