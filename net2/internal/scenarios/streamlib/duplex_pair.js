'use strict';
const { track } = require('../transcript.js');
const { duplexPair } = require('stream');

const log = track('echo');
const [client, server] = duplexPair();
server.on('data', (d) => { log('server', d); server.write(`echo ${d}`); });
server.on('end', () => { log('server end'); server.end('bye'); });
client.setEncoding('utf8');
client.on('data', (d) => log('client', d));
for (const [name, s] of [['client', client], ['server', server]]) {
  for (const event of ['finish', 'close']) s.on(event, () => log(name, event));
}
client.on('end', () => log('client end'));
client.write('one', () => log('one written'));
client.end('two', () => log('ended'));

const slow = track('backpressure');
const [a, b] = duplexPair({ highWaterMark: 4 });
for (const s of ['aaa', 'bbb', 'ccc']) slow('write', a.write(s, () => slow('written', s)), a.writableLength, b.readableLength);
a.write('', () => slow('empty written'));
a.on('drain', () => slow('drain'));
setImmediate(() => {
  slow('read', b.read());
  setImmediate(() => slow('read', b.read()));
  setImmediate(() => setImmediate(() => slow('read', b.read(), a.writableLength)));
});

const gone = track('one side destroyed');
const [x, y] = duplexPair();
y.on('close', () => gone('y close'));
x.on('close', () => gone('x close'));
y.on('end', () => gone('y end'));
y.on('data', (d) => gone('y data', d));
x.write('last words');
x.destroy();
setImmediate(() => { gone('y', y.destroyed, y.readableEnded); y.write('anyone', (err) => gone('written', err)); });

const [o] = duplexPair({ objectMode: true });
track('options')(o.readableObjectMode, o.writableObjectMode);
