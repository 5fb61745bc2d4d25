// A reset that finds a write waiting is what reading says it is: an error of its own, or the end behind data, and then the
// write fails. Only after the end it is the write's alone.
'use strict';
const net = require('net');
const { track } = require('../transcript.js');

const ways = {
  reset: (peer) => peer.resetAndDestroy(),
  'data and reset': (peer) => {
    peer.write('hello');
    peer.resetAndDestroy();
  },
  'data, then reset': (peer, client) => {
    peer.write('hello');
    client.once('data', () => setImmediate(() => peer.resetAndDestroy()));
  },
  'FIN, then reset': (peer, client) => {
    peer.end();
    client.once('end', () => peer.resetAndDestroy());
  },
  'FIN and reset': (peer) => {
    peer.end(() => setImmediate(() => peer.resetAndDestroy()));
  },
};
const names = Object.keys(ways);
const clients = {};
const server = net.createServer({ pauseOnConnect: true, allowHalfOpen: true }, (peer) => {
  const name = names.shift();
  const client = clients[name];
  const look = () => (client.writableNeedDrain ? setTimeout(() => ways[name](peer, client), 10) : setImmediate(look));
  look();
  peer.on('close', () => next());
});
server.listen(0, '127.0.0.1', () => next());

function next() {
  const [name] = names;
  if (!name) {
    server.close();
    return;
  }
  const c = track(name);
  const client = clients[name] = net.connect({ port: server.address().port, host: '127.0.0.1', allowHalfOpen: true });
  client.on('connect', () => client.write(Buffer.alloc(64 << 20), (err) => c('written', err)));
  client.on('data', (chunk) => c('data', chunk));
  client.on('end', () => c('end'));
  client.on('error', (err) => c('error', err));
  client.on('close', (hadError) => c('close', hadError));
}
