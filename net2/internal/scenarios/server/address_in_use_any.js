// A port in use on every address is an error too, after listen has returned. (16)
'use strict';
const net = require('net');
const { track, port } = require('../transcript.js');

const s = track('server');
const first = net.createServer();
first.listen(0, () => {
  const number = first.address().port;
  port(number, 'PORT');
  const second = net.createServer();
  second.on('error', (err) => {
    s('error', err);
    first.close();
  });
  second.listen(number, () => s('listening'));
  s('listen returned', second.listening);
});
