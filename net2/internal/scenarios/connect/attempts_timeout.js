// An address that does not answer is given up after the attempt timeout; the last one has all the time. (30)
'use strict';
const net = require('net');
const { spawn } = require('child_process');
const { track, port } = require('../transcript.js');

const c = track('client');
// A child that listens and never accepts: once its queue is full, the kernel does not answer.
const child = spawn(process.execPath, ['-e', `
  const server = require('net').createServer();
  server.listen({ port: 0, host: '127.0.0.1', backlog: 1 }, () => {
    require('fs').writeSync(1, String(server.address().port));
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
  });`], { stdio: ['ignore', 'pipe', 'inherit'] });
child.stdout.once('data', async (text) => {
  const number = Number(text);
  port(number, 'PORT');
  const waiting = [];
  const fill = () => new Promise((resolve) => {
    const one = net.connect(number, '127.0.0.1', () => { clearTimeout(timer); resolve(true); });
    const timer = setTimeout(() => resolve(false), 300);
    one.on('error', () => {});
    waiting.push(one);
  });
  while (await fill());
  const server = net.createServer((peer) => {
    server.close();
    peer.end();
    peer.resume();
  });
  server.listen(number, '127.0.0.2', () => {
    const lookup = (host, options, callback) => callback(null, [
      { address: '127.0.0.1', family: 4 }, { address: '127.0.0.3', family: 4 }, { address: '127.0.0.2', family: 4 },
    ]);
    const client = new net.Socket();
    client.on('connectionAttempt', (ip, n, family) => c('attempt', ip, n, family));
    client.on('connectionAttemptFailed', (ip, n, family, err) => c('attempt failed', ip, n, family, err));
    client.on('connectionAttemptTimeout', (ip, n, family) => c('attempt timeout', ip, n, family));
    client.on('connect', () => c('connect', client.remoteAddress));
    client.on('close', (hadError) => {
      c('close', hadError);
      const refused = new net.Socket();
      refused.on('error', (err) => {
        c('error', err.code, err.message);
        for (const e of err.errors) c('one', e, e.syscall, e.address, e.port);
      });
      refused.on('close', () => {
        for (const one of waiting) one.destroy();
        child.kill('SIGKILL');
      });
      refused.connect({ host: 'several.example', port: number, lookup, autoSelectFamilyAttemptTimeout: 50 });
    });
    client.connect({ host: 'several.example', port: number, lookup, autoSelectFamilyAttemptTimeout: 50 });
    client.resume();
  });
});
