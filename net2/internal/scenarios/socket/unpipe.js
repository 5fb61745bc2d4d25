// unpipe stops the flow to the destination, which stays open. (27)
'use strict';
const net = require('net');
const { track } = require('../transcript.js');

const c = track('sink');
const sink = net.createServer((peer) => {
  sink.close();
  let got = '';
  peer.on('data', (chunk) => { got += chunk; });
  peer.on('end', () => c('end', got));
});
const server = net.createServer((source) => {
  server.close();
  const to = net.connect(sink.address().port, '127.0.0.1');
  source.pipe(to);
  source.once('data', () => setImmediate(() => {
    c('same source', source.unpipe(to) === source, source.isPaused(), source.readableFlowing);
    source.on('data', (chunk) => to.end(chunk.toString().toUpperCase()));
    source.resume();
    source.write('more');
  }));
});
sink.listen(0, '127.0.0.1', () => server.listen(0, '127.0.0.1', () => {
  const client = net.connect(server.address().port, '127.0.0.1', () => client.write('hello '));
  client.once('data', () => client.end('world'));
}));
