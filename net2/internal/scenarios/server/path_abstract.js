// A path that begins with a zero byte is no file, on Linux; its rights cannot be set. A path may begin with @.
'use strict';
const net = require('net');
const fs = require('fs');
const { track, socketPath } = require('../transcript.js');

const s = track('server');
const c = track('client');
const path = socketPath();
const name = '\0' + path;
try {
  net.createServer().listen({ path: name, readableAll: true });
} catch (err) {
  s('threw', err.name, err.code, err.message.split('. Received')[0]);
}
const server = net.createServer((peer) => {
  server.close(() => s('close'));
  peer.end('hello');
});
server.listen(name, () => {
  s('listening', server.address() === name, fs.existsSync(path));
  const client = net.connect(name);
  client.on('data', (chunk) => c('data', chunk));
  client.on('close', (hadError) => c('close', hadError));
});
const here = process.cwd();
process.chdir(path.replace(/\/s$/, ''));
const at = net.createServer().listen('@name', () => {
  s('listening', at.address(), fs.existsSync('@name'));
  at.close(() => {
    s('close', fs.existsSync('@name'));
    process.chdir(here);
  });
});
