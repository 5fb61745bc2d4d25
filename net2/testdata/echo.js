'use strict';
// node echo.js: two echo servers, one by pipe with allowHalfOpen, one by write and drain without. Prints their ports;
// when its standard input ends it closes both, and prints how many sockets were opened and closed.

const net = require('net');

let opened = 0;
let closed = 0;

function count(socket) {
  opened++;
  socket.on('close', () => closed++);
  socket.on('error', (err) => console.log(`server: ${err.message}`));
}

const piping = net.createServer({ allowHalfOpen: true }, (socket) => {
  count(socket);
  socket.pipe(socket);
});
const writing = net.createServer((socket) => {
  count(socket);
  socket.on('data', (chunk) => {
    if (!socket.write(chunk)) socket.pause();
  });
  socket.on('drain', () => socket.resume());
});

piping.listen(0, () => writing.listen(0, () => console.log(piping.address().port, writing.address().port)));
process.stdin.resume().on('end', () => {
  piping.close();
  writing.close();
});
process.on('exit', () => console.log(`opened ${opened}, closed ${closed}`));
