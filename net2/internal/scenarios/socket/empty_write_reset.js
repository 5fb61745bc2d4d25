// A write of nothing fails like any other when the peer has reset the connection, also from a cork. Several of one cork
// do not.
'use strict';
const net = require('net');
const { track } = require('../transcript.js');

const counts = { plain: 0, 'one corked': 1, 'two corked': 2 };
const names = Object.keys(counts);
let client;
const server = net.createServer({ pauseOnConnect: true }, (peer) => {
  const name = names.shift();
  const p = track(name);
  const write = () => p('write', peer.write('', (err) => p('written', err)));
  if (counts[name] > 0) peer.cork();
  for (let n = 0; n < counts[name]; n++) write();
  peer.on('error', (err) => p('error', err));
  peer.on('close', (hadError) => {
    p('close', hadError);
    if (names.length) connect();
    else server.close();
  });
  client.on('close', () => setImmediate(() => {
    if (counts[name] > 0) peer.uncork();
    else write();
    p('writable', peer.writable, peer.destroyed);
    setImmediate(() => peer.destroy());
  }));
  client.resetAndDestroy();
});
const connect = () => { client = net.connect(server.address().port, '127.0.0.1'); };
server.listen(0, '127.0.0.1', connect);
