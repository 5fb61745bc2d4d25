// read(n) waits until n bytes are there: the parser of length-prefixed frames. (26)
'use strict';
const net = require('net');
const { track } = require('../transcript.js');

const c = track('client');
const frame = (text) => Buffer.concat([Buffer.from([text.length]), Buffer.from(text)]);
const server = net.createServer((peer) => {
  server.close();
  peer.write(Buffer.concat([frame('one'), frame('fourteen').subarray(0, 4)]));
  peer.once('data', () => peer.end(Buffer.concat([frame('fourteen').subarray(4), frame('x')])));
});
server.listen(0, '127.0.0.1', () => {
  const client = net.connect(server.address().port, '127.0.0.1');
  let length = null;
  client.on('readable', () => {
    for (;;) {
      length ??= client.read(1)?.[0] ?? null;
      const body = length === null ? null : client.read(length);
      if (body === null) return;
      length = null;
      c('frame', body);
      if (body.toString() === 'one') client.write('more');
    }
  });
  client.on('end', () => c('end'));
});
