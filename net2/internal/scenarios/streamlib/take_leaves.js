'use strict';
// take leaves the stream when it has its values, also when it wants none, and so destroys it.
const { track } = require('../transcript.js');
const { Readable } = require('stream');

for (const limit of [0, 1, 2, 3]) {
  const log = track(`take ${limit}`);
  const values = [0, 1];
  const r = new Readable({ objectMode: true, highWaterMark: 1, read() { this.push(values.length ? values.shift() : null); } });
  r.on('close', () => log('close'));
  r.take(limit).toArray().then((taken) => setImmediate(() => track(`${limit} taken`)(taken.join(), r.destroyed)));
}
