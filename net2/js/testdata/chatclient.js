'use strict';
// A chat client for the terminal: lines of the standard input go to the room, and the room's to the output.
const net = require('net');
const readline = require('readline');

// A room to talk to, in the same program: it shouts everything back.
const room = net.createServer((socket) => {
  const lines = readline.createInterface({ input: socket });
  lines.on('line', (line) => {
    if (line === '/quit') socket.end('bye\n');
    else socket.write(`${line.toUpperCase()}\n`);
  });
});

room.listen(0, () => {
  const socket = net.connect(room.address().port);
  const keyboard = readline.createInterface({ input: process.stdin });
  const waiting = [];
  let busy = false;
  const next = () => {
    if (busy || waiting.length === 0) return;
    busy = true;
    const line = waiting.shift();
    console.log(`> ${line}`);
    socket.write(`${line}\n`);
  };
  keyboard.on('line', (line) => { waiting.push(line); next(); });
  keyboard.on('close', () => { waiting.push('/quit'); next(); });
  readline.createInterface({ input: socket }).on('line', (line) => {
    console.log(`< ${line}`);
    busy = false;
    next();
  });
  socket.on('close', () => {
    console.log('disconnected');
    room.close();
  });
});
