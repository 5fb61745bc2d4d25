'use strict';
// Nobody listens for the error of a connection that is refused.
process.on('exit', (code) => console.log('exit', code));
require('net').connect({ port: 1, host: '127.0.0.1' });
