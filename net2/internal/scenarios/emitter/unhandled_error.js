'use strict';
// An error that nobody listens for is thrown as it is.
const EventEmitter = require('events');
const { track } = require('../transcript.js');

const log = track('e');
const e = new EventEmitter();
const boom = new Error('boom');
const thrown = (fn) => { try { fn(); } catch (err) { return err; } };
const got = thrown(() => e.emit('error', boom, 'more'));
log('thrown', got, got === boom);
e.on('error', (err, more) => log('listener', err, more));
log(e.emit('error', boom, 'more'));
e.removeAllListeners('error');
log('again', thrown(() => e.emit('error', boom)));
e.once('error', (err) => log('once', err));
log(e.emit('error', boom));
log('after once', thrown(() => e.emit('error', boom)));
