'use strict';
// node client.js PORT HEX...: sends bytes when it has the whole greeting, then ends.
const net = require('net');

const [port, ...chunks] = process.argv.slice(2);
const client = net.connect(Number(port), '127.0.0.1');
client.setEncoding('utf8');
let heard = '';
client.on('data', (text) => {
  heard += text;
  if (heard.split('\n').length <= 3) return;
  console.log(JSON.stringify(heard));
  for (const chunk of chunks) client.write(chunk, 'hex');
  client.end();
});
