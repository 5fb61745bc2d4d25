'use strict';
// How the errors of sockets and servers are printed, and what connect and SocketAddress say to arguments.
const net = require('net');
const { inspect } = require('util');
const show = (e, port) => console.log(inspect(e).replace(/\n\s+at .*/g, '').replaceAll(`${port}`, 'PORT'), JSON.stringify(e).replaceAll(`${port}`, 'PORT'));
const said = (f) => { try { console.log(f()); } catch (e) { console.log(String(e), e.code); } };
said(() => net.connect({ port: 1, host: 5 }));
said(() => new net.Socket({ fd: -1 }));
said(() => new net.SocketAddress({ address: 'x' }));
said(() => new net.BlockList().addAddress('x'));
said(() => new net.BlockList().addAddress('1.1.1.1', 'x'));
said(() => new net.BlockList().addRange('2.2.2.2', '1.1.1.1'));
said(() => process.chdir('/no such directory').code);
const list = new net.BlockList();
list.addSubnet('10.0.0.0', 8);
console.log(list, [new net.SocketAddress({ port: 80 })], inspect({ list }, { depth: 0 }));
process.stdout.write('6869', 'hex', () => console.log());
class Loud extends net.Socket { write(text, ...rest) { return super.write(text.toUpperCase(), ...rest); } }
const first = net.createServer((c) => c.on('data', (b) => { console.log('got', String(b)); c.end(); })).listen(0, '127.0.0.1', () => {
  const { port } = first.address();
  net.createServer().on('error', (e) => {
    show(e, port);
    net.connect({ port, host: 'no-such-host.invalid', lookup: undefined }).on('error', (e) => {
      if (e.code === 'EAI_AGAIN') e = Object.assign(new Error(e.message.replace('EAI_AGAIN', 'ENOTFOUND')), { ...e, code: 'ENOTFOUND', errno: -3008 });
      show(e, port);
      const loud = new Loud();
      loud.connect(port, '127.0.0.1', () => loud.write('quiet')); // connect takes the method of the class away
      loud.on('close', () => first.close(() => net.connect(port, '127.0.0.1').on('error', (e) => show(e, port))));
    });
  }).listen(port, '127.0.0.1');
});
