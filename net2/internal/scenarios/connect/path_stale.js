// A path whose server is gone: a client is refused, and a server finds the address in use. (33)
'use strict';
const net = require('net');
const fs = require('fs');
const { track, socketPath } = require('../transcript.js');

const path = socketPath();
const first = net.createServer().listen(path, () => {
  fs.linkSync(path, path + '.kept'); // close removes path; this is what a crash leaves behind
  first.close(() => {
    fs.renameSync(path + '.kept', path);
    const c = track('client');
    const client = net.connect(path);
    client.on('connectionAttempt', (...args) => c('attempt', args[0]));
    client.on('connectionAttemptFailed', (...args) => c('attempt failed', args[0], args[3]));
    client.on('error', (err) => c('error', err, err.syscall, err.address));
    client.on('close', (hadError) => {
      c('close', hadError);
      const s = track('server');
      const server = net.createServer();
      server.on('error', (err) => {
        s('error', err, fs.existsSync(path));
        fs.unlinkSync(path);
        server.listen(path, () => {
          s('listening', server.address());
          server.close();
        });
      });
      server.listen(path);
    });
  });
});
