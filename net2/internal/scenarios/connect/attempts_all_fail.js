// Several addresses are tried with alternating families; when none answers, the error has all of theirs. (30)
'use strict';
const net = require('net');
const { track, port } = require('../transcript.js');

const c = track('client');
const s = net.createServer().listen(0, '127.0.0.1', () => {
  const number = s.address().port;
  port(number, 'PORT');
  s.close(() => {
    const lookup = (host, options, callback) => {
      c('asked for', host, options.family, options.hints, options.all);
      callback(null, [
        { address: '127.0.0.1', family: 4 }, { address: '127.0.0.2', family: 4 }, { address: '127.0.0.1', family: 4 },
        { address: '::1', family: 6 }, { address: '127.0.0.3', family: 4 },
      ]);
    };
    const client = new net.Socket();
    client.on('lookup', (err, ip, family, host) => c('lookup', err, ip, family, host));
    client.on('connectionAttempt', (ip, n, family) => c('attempt', ip, n, family));
    client.on('connectionAttemptFailed', (ip, n, family, err) => c('attempt failed', ip, n, family, err));
    client.on('error', (err) => {
      c('error', err.name, err.code, err.message);
      for (const e of err.errors) c('one', e, e.syscall, e.address, e.port);
      c('attempted', client.autoSelectFamilyAttemptedAddresses.join(' '));
    });
    client.on('close', (hadError) => c('close', hadError));
    client.connect({ host: 'several.example', port: number, lookup });
    c('connect returned', client.connecting);
  });
});
