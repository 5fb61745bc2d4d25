'use strict';
// What has no length never reaches the other side of a pair, in object mode neither.
const { track } = require('../transcript.js');
const { duplexPair } = require('stream');

function run(name, options) {
  const log = track(name);
  const [a, b] = duplexPair(options);
  b.on('data', (d) => log('data', d));
  b.on('end', () => log('end'));
  a.write('', () => log('empty text written'));
  a.write('x', () => log('x written'));
  a.write(Buffer.alloc(0), () => log('empty bytes written'));
  a.write('y', () => log('y written'));
  a.end(() => log('ended'));
}
run('bytes', {});
run('strings', { decodeStrings: false, encoding: 'utf8' });
run('objects', { objectMode: true });
