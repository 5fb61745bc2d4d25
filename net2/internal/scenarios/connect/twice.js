// connect on a socket that connects is EALREADY. On one that is connected Linux says yes once, whatever the address, and
// then EISCONN, as at once to an accepted socket.
'use strict';
const net = require('net');
const { track, port } = require('../transcript.js');

const host = '127.0.0.1';
let open = 5;
const server = net.createServer((peer) => {
  peer.resume();
  peer.on('error', () => {});
  if (peer.remoteAddress === '127.0.0.3') {
    watch('accepted', peer);
    peer.connect(server.address().port, host);
  }
});
server.listen(0, host, () => {
  const { port: number } = server.address();
  port(number, 'PORT');

  const connecting = watch('connecting', new net.Socket());
  connecting.connect(number, host);
  connecting.connect(number, host);

  let times = 0;
  const connected = watch('connected', new net.Socket());
  connected.on('ready', () => {
    if (++times === 2) connected.write('still there');
    connected.connect(times === 2 ? number : 1, host);
    if (times === 1) connected.write('waits', () => track('connected')('written'));
    track('connected')(connected.connecting, connected.readyState, connected.writableLength);
  });
  connected.connect(number, host);

  const bound = watch('bound', new net.Socket());
  bound.connect({ port: number, host, localAddress: '127.0.0.2' });
  bound.connect({ port: number, host, localAddress: '127.0.0.2' });

  const client = watch('client of accepted', new net.Socket());
  client.connect({ port: number, host, localAddress: '127.0.0.3' });
  client.on('connect', () => client.resume());
});

function watch(name, s) {
  const c = track(name);
  s.on('connectionAttempt', () => c('attempt'));
  s.on('connectionAttemptFailed', () => c('failed'));
  s.on('connect', () => c('connect'));
  s.on('ready', () => c('ready'));
  s.on('error', (err) => c('error', err.code, err.message.replace(/\(127.0.0.1:\d+\)/, '(127.0.0.1:N)'), err.syscall, err.address, err.port));
  s.on('close', (hadError) => {
    c('close', hadError);
    if (--open === 0) server.close();
  });
  return s;
}
