'use strict';
// Node's stream classes lay their events out in advance: eventNames follows that order, and v20 does not tell of the
// removal of an event's only listener.
const EventEmitter = require('events');
const { track } = require('../transcript.js');

const { Duplex } = require('stream');
const log = track('e');
const e = new Duplex();
const f = () => {};
const names = () => e.eventNames().join(' ');
e.removeAllListeners();
const d = new Duplex();
const dn = () => d.eventNames().join(' ');
d.on('removeListener', (event) => log('removed', event, d.listenerCount(event)));
d.on('end', f);
d.on('extra', f);
d.on('close', f);
d.on('drain', f);
d.on('close', f);
log(dn());
d.off('drain', f);
d.off('extra', f);
d.off('close', f);
d.on('more', f);
d.on('extra', f);
log(dn());
e.on('removeListener', (event) => log('removed after all', event));
e.on('end', f);
e.on('close', f);
e.off('close', f);
log(names());
