'use strict';
// Of sockets that are destroyed together the last one's close comes first, and ticks come between. One that throws does
// not hold up the others, nor do its ticks: they follow the next close.
const net = require('net');
const { track } = require('../transcript.js');
const log = track('loop');

process.on('uncaughtException', (e) => log('uncaught', e));
const sockets = [];
const server = net.createServer((peer) => peer.on('error', () => {}).resume()).listen(0, () => {
  for (let i = 0; i < 4; i++) {
    sockets.push(net.connect(server.address().port, connected));
  }
});
let open = 0;
function connected() {
  if (++open < 4) return;
  sockets.forEach((socket, i) => socket.on('close', () => {
    log('close', i);
    process.nextTick(() => log('tick', i));
    if (i === 0) setImmediate(() => log('immediate'));
    if (i === 2) throw new Error('of 2');
  }));
  for (const socket of sockets) socket.destroy();
  setImmediate(() => log('immediate of the same turn'));
  server.close();
}
