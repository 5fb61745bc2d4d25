const net = require('net');

const server = net.createServer().listen(0, '127.0.0.1', () => {
  const { port } = server.address();
  server.close(() => {
    const socket = net.connect(port, '127.0.0.1');
    socket.on('error', (err) => {
      console.log(err.code, err.syscall, err.address, err.port === port);
      if (err.code === 'ECONNREFUSED') console.log('nobody is there');
    });
    socket.on('close', (hadError) => console.log('close', hadError));
  });
});
