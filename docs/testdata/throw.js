const net = require('net');

const server = net.createServer();
try {
  server.listen(70000);
} catch (err) {
  console.log(err.name, err.code);
}

try {
  new net.Socket().write(42);
} catch (err) {
  console.log(err.message);
}
