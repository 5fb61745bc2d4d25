// A destination that is destroyed is unpiped; the source stays open and stops flowing. (27)
'use strict';
const net = require('net');
const { track } = require('../transcript.js');

const c = track('source');
let client;
const sink = net.createServer((peer) => {
  sink.close();
  peer.resume();
});
const server = net.createServer((source) => {
  server.close();
  const to = net.connect(sink.address().port, '127.0.0.1', () => {
    source.pipe(to);
    source.once('data', () => to.destroy());
  });
  to.on('unpipe', () => c('unpipe'));
  to.on('close', () => {
    c('destination closed', source.destroyed, source.readableFlowing);
    setImmediate(() => {
      c('later', source.destroyed, source.readableFlowing);
      source.resume();
      client.end();
    });
  });
  source.on('close', (hadError) => c('close', hadError));
});
sink.listen(0, '127.0.0.1', () => server.listen(0, '127.0.0.1', () => {
  client = net.connect(server.address().port, '127.0.0.1', () => client.write('hello'));
  client.resume();
}));
