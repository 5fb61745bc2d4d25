'use strict';
// A stream that a loop has left open goes on where the loop stopped: for another loop, for data listeners, for read.
const { track } = require('../transcript.js');
const { PassThrough } = require('stream');

const keep = { destroyOnReturn: false };
async function some(stream, n) {
  const seen = [];
  for await (const chunk of stream.iterator(keep)) if (seen.push(chunk) === n) break;
  await new Promise(setImmediate);
  return seen.join('');
}
async function run(name, options, chunks, n, then) {
  const log = track(name);
  const s = new PassThrough(options);
  s.on('end', () => log('end'));
  s.on('close', () => log('close'));
  for (const chunk of chunks) s.write(chunk);
  const seen = await some(s, n);
  log('left', s.readableFlowing, s.isPaused(), s.destroyed);
  then(s, log, seen);
}
const objects = { objectMode: true };
const numbers = [0, 1, 2, 3, 4, 5];
run('loop', objects, numbers, 2, async (s, log, seen) => {
  log('seen', seen, await some(s, 2));
  s.end();
  const rest = await some(s, 9);
  setImmediate(() => log('rest', rest));
});
run('data', objects, numbers, 2, (s, log, seen) => {
  log('seen', seen);
  s.on('data', (v) => log('data', v));
  s.end(6);
});
run('read', objects, numbers, 2, (s, log, seen) => {
  log('seen', seen);
  for (let v; (v = s.read()) !== null;) log('read', v);
  s.resume();
  s.end();
});
run('bytes', {}, ['a', 'b', 'c', 'd'], 1, (s, log, seen) => {
  s.on('data', (v) => { seen += v; });
  s.on('end', () => log('all', seen));
  s.end('e');
});
