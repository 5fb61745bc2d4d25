// A string that waits counts for its length as text, whatever its encoding; bytesWritten counts bytes.
'use strict';
const net = require('net');
const { track } = require('../transcript.js');

const c = track('client');
const server = net.createServer((peer) => {
  server.close();
  let got = 0;
  const p = track('peer');
  peer.on('data', (chunk) => { got += chunk.length; });
  peer.on('end', () => p('end', got));
});
server.listen(0, '127.0.0.1', () => {
  const client = net.connect(server.address().port, '127.0.0.1');
  const write = (text, encoding) => {
    c(client.write(text, encoding), client.writableLength, client.bufferSize, client.bytesWritten);
  };
  write('é');
  write('€€');
  write('😀');
  write('é', 'latin1');
  write('616263', 'hex');
  write('YWJj', 'base64');
  write('ab', 'utf16le');
  write(Buffer.from('é'));
  write('');
  write('é'.repeat(16360));
  write('é');
  client.cork();
  write('é'.repeat(10));
  client.setDefaultEncoding('utf16le');
  write('é'.repeat(10));
  client.on('drain', () => c('drain', client.writableLength, client.bytesWritten));
  client.on('connect', () => {
    c('connect', client.writableLength, client.bytesWritten);
    client.uncork();
    c('uncork', client.writableLength, client.bytesWritten);
    write('é'.repeat(16384), 'utf8');
    client.cork();
    write('é'.repeat(16384), 'utf8');
    client.end();
    c('end', client.writableLength, client.bytesWritten);
  });
  client.on('close', (hadError) => c('close', hadError, client.writableLength, client.bytesWritten));
});
