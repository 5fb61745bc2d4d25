// A handle that is closed, taken away, or given to another socket.
'use strict';
const net = require('net');
const lines = [];
const log = (name, ...args) => lines.push(`${name} ${args.join(' ')}`);
const ends = (name, socket) => socket.on('error', (err) => log(name, 'error', err.code, err.message)).on('close', (hadError) => log(name, 'close', hadError)).on('end', () => log(name, 'end'));

const server = net.createServer((peer) => {
  const what = `${++peers}`;
  ends(`peer${what}`, peer);
  peer.on('data', (chunk) => peer.write(chunk));
  if (peers === 4) server.close();
});
let peers = 0;
server.listen(0, '127.0.0.1', one);
server.on('close', () => log('server', 'close'));

function connect(then) { return net.connect(server.address().port, '127.0.0.1', then); }

function one() {
  const socket = connect(() => {
    const { _handle } = socket;
    _handle.close(() => log('closed', 'callback', _handle.hasRef()));
    socket.write('nobody hears this');
  });
  socket.on('error', (err) => { // Node never emits close then
    log('closed', 'error', err.code, err.message, socket.destroyed);
    two();
  });
}

function two() {
  const socket = connect(() => {
    socket._handle.close();
    socket._handle = null;
    log('taken', socket._handle, socket.pending, socket.destroyed);
    socket.write('nobody hears this');
    socket.on('close', three);
  });
  ends('taken', socket);
}

function three() {
  const socket = connect(() => {
    const { _handle } = socket;
    socket._handle = null;
    const other = new net.Socket({ handle: _handle });
    log('adopted', other._handle === _handle, other.remotePort === server.address().port);
    ends('adopted', other);
    other.on('data', (chunk) => { log('adopted', chunk); other.end(); });
    other.write('echo');
    other.on('close', () => { socket.destroy(); four(); });
  });
  ends('robbed', socket);
}

// What a sticky cluster does: the handle of a connection becomes a socket without the server.
function four() {
  server._handle.onconnection = (status, handle) => {
    const own = new net.Socket({ handle });
    ends('own', own);
    own.on('data', (chunk) => { log('own', chunk, own.server); own.end(chunk); });
    server.close();
  };
  const socket = connect(() => socket.write('sticky'));
  ends('sticky', socket);
  socket.on('data', (chunk) => log('sticky', chunk));
}
process.on('exit', () => console.log(lines.sort((a, b) => a.split(' ')[0] < b.split(' ')[0] ? -1 : a.split(' ')[0] > b.split(' ')[0] ? 1 : 0).join('\n')));
