// Without a free descriptor clients are accepted and closed; the server goes on, without an error. (36)
'use strict';
const net = require('net');
const fs = require('fs');
const { fork, spawn } = require('child_process');
const { track } = require('../transcript.js');

if (process.argv[2] === 'clients') {
  // Connects when it is told to, and tells what becomes of it.
  process.on('message', (port) => {
    const client = net.connect(port, '127.0.0.1');
    let got = '';
    client.on('connect', () => process.send('connect'));
    client.on('data', (chunk) => { got += chunk; });
    client.on('error', () => process.send('error'));
    client.on('close', () => process.send('close' + (got && ' after ' + got)));
  });
} else if (process.argv[2] !== 'limited') {
  spawn('sh', ['-c', 'ulimit -n 100; exec "$0" "$1" limited', process.execPath, __filename], { stdio: 'inherit' });
} else {
  const s = track('server');
  const c = track('client');
  const files = [];
  const clients = fork(__filename, ['clients']);
  const server = net.createServer((peer) => {
    s('connection');
    peer.end('hello');
  });
  server.on('error', (err) => s('error', err));
  server.on('drop', () => s('drop'));
  let turn = 0;
  clients.on('message', (what) => {
    c(what);
    if (!what.startsWith('close')) return;
    switch (++turn) {
      case 1:
        clients.send(server.address().port);
        break;
      case 2:
        for (const fd of files) fs.closeSync(fd);
        clients.send(server.address().port);
        break;
      default:
        server.close();
        clients.disconnect();
    }
  });
  server.listen(0, '127.0.0.1', () => {
    try {
      for (;;) files.push(fs.openSync(__filename));
    } catch (err) {
      s('full', err.code);
    }
    clients.send(server.address().port);
  });
}
