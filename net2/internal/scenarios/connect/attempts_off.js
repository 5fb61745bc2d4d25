// Without autoSelectFamily one address is asked for, and one is tried; the default can be set.
'use strict';
const net = require('net');
const { track, port } = require('../transcript.js');

const c = track('client');
const s = net.createServer().listen(0, '127.0.0.1', () => {
  const number = s.address().port;
  port(number, 'PORT');
  s.close(async () => {
    const lookup = (host, options, callback) => {
      c('asked for', options.family, options.hints, options.all);
      if (options.all) callback(null, [{ address: '127.0.0.1', family: 4 }, { address: '127.0.0.2', family: 4 }]);
      else callback(null, '127.0.0.1', 4);
    };
    const use = (what, options) => new Promise((resolve) => {
      const client = new net.Socket();
      client.on('lookup', (err, ip, family) => c(what, 'lookup', err, ip, family));
      client.on('error', (err) => c(what, 'error', err.code, err.message));
      client.on('close', () => resolve(c(what, 'attempted', client.autoSelectFamilyAttemptedAddresses?.join(' '))));
      client.connect({ host: 'several.example', port: number, lookup, ...options });
    });
    await use('off', { autoSelectFamily: false });
    await use('family', { family: 4 });
    await use('hints', { family: 6, hints: 24 });
    await use('local address', { localAddress: '127.0.0.1' });
    net.setDefaultAutoSelectFamily(false);
    await use('default off', {});
    await use('on', { autoSelectFamily: true });
    net.setDefaultAutoSelectFamily(true);
  });
});
