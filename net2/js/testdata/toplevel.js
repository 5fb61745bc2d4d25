// A program that awaits at its top, and imports: Node reads such a file as a module.
import net from 'net';
import { once } from 'events';
const server = net.createServer((c) => c.end('hello')).listen(0, '127.0.0.1');
await once(server, 'listening');
const client = net.connect(server.address().port, '127.0.0.1');
let text = '';
for await (const chunk of client) text += chunk;
console.log(text);
server.close();
await once(server, 'close').then(() => console.log('closed'));
try { await once(net.connect(1, '127.0.0.1'), 'connect'); } catch (err) { console.log(err.message); }
