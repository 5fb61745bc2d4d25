// What the kernel does not even try fails without connectionAttemptFailed, and the error names the local end.
'use strict';
const net = require('net');
const { track } = require('../transcript.js');

const use = (name, options) => {
  const c = track(name);
  const client = new net.Socket();
  client.on('connectionAttempt', (ip, n, family) => c('attempt', ip, n, family));
  client.on('connectionAttemptFailed', (ip, n, family, err) => c('attempt failed', ip, n, family, err));
  client.on('error', (err) => {
    c('error', err, err.syscall, err.address, err.port);
    for (const e of err.errors ?? []) c('one', e);
  });
  client.on('close', (hadError) => c('close', hadError));
  client.connect(options);
};
use('link-local without a zone', { host: 'fe80::1', port: 80 });
use('local port too large', { host: '127.0.0.1', port: 1, localPort: 65536 });
use('among others', {
  host: 'several.example', port: 1,
  lookup: (host, options, callback) => callback(null, [{ address: 'fe80::1', family: 6 }, { address: '127.0.0.1', family: 4 }]),
});
