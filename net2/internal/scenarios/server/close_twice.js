// A second close hands ERR_SERVER_NOT_RUNNING to its callback. (15)
'use strict';
const net = require('net');
const { track } = require('../transcript.js');

const s = track('server');
const server = net.createServer();
server.listen(0, '127.0.0.1', () => {
  server.close((err) => {
    s('first', err);
    server.close((err) => s('second', err));
  });
});
