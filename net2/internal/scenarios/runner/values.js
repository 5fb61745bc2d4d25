// Both halves print every kind of value alike: else no scenario could be compared.
'use strict';
const { track, port, socketPath, exit } = require('../transcript.js');

const a = track('a');
const b = track('b');
b('first');
a('strings', 'as it is', '', 'two\r\nlines');
a('numbers', 0, -1, 65536, 1.5);
a('booleans', true, false);
a('nothing', null);
a('bytes', Buffer.from('héllo'), Buffer.alloc(0), Buffer.from([0xe2, 0x82]));
a('plain error', new Error('boom'));
const coded = new TypeError('The value is no good');
coded.code = 'ERR_NO_GOOD';
a('coded error', coded);
port(4711, 'PORT');
a('port', 4711, '127.0.0.1:4711', 47110, 'p4711', '4711 4711');
const path = socketPath();
a('path', path, `listen EADDRINUSE: address already in use ${path}`);
exit(() => a('exit'));
setTimeout(() => { a('timeout'); track('b')('last'); }, 1);
a('main');
