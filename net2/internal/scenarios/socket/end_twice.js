// A second end joins the first; once that is finished, it gives ERR_STREAM_ALREADY_FINISHED to its callback. (14)
'use strict';
const net = require('net');
const { track } = require('../transcript.js');

const c = track('client');
const server = net.createServer({ allowHalfOpen: true }, (peer) => {
  server.close();
  peer.resume();
  const look = () => (asked ? peer.end() : setImmediate(look));
  look();
});
let asked = false;
server.listen(0, '127.0.0.1', () => {
  const client = net.connect(server.address().port, '127.0.0.1', () => {
    client.end('bye', (err) => c('first', err));
    client.end((err) => c('second', err));
  });
  client.resume();
  client.on('error', (err) => c('error', err));
  client.on('finish', () => {
    c('finish');
    client.end((err) => { c('third', err); asked = true; });
  });
  client.on('close', (hadError) => c('close', hadError));
});
