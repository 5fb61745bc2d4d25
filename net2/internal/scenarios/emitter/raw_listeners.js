'use strict';
// rawListeners shows the wrappers of once; calling one removes it and calls its listener, a second call does nothing.
const EventEmitter = require('events');
const { track } = require('../transcript.js');

const log = track('e');
const e = new EventEmitter();
const f = (v) => log('f', v);
e.on('x', f);
e.once('x', f);
log(e.rawListeners('x').map((l) => l === f).join(), e.listeners('x').map((l) => l === f).join());
const wrapper = e.rawListeners('x')[1];
log(wrapper.listener === f, e.listenerCount('x'), e.listenerCount('x', f), e.listenerCount('x', () => {}));
wrapper('direct');
log(e.listenerCount('x'));
wrapper('again');
e.emit('x', 'emitted');
e.once('y', f);
e.off('y', e.rawListeners('y')[0]);
log(e.listenerCount('y'), e.rawListeners('y').length, e.listeners('nothing').length);
const copy = e.listeners('x');
copy.push(() => log('not there'));
log(e.emit('x', 'copy'));
