'use strict';
// node client.js PORT: says one word and then nothing.
const net = require('net');

const client = net.connect(Number(process.argv[2]), '127.0.0.1', () => client.write('hello\n'));
client.setEncoding('utf8');
let heard = '';
client.on('data', (text) => { heard += text; });
client.on('end', () => console.log(JSON.stringify(heard)));
client.on('close', (hadError) => console.log('close', hadError));
