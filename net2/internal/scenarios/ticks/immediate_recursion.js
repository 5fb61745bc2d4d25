'use strict';
// Immediates that set the next give timers and I/O their turn.
const fs = require('fs');
const { track } = require('../transcript.js');
const log = track('loop');

let over = false, io = false;
setTimeout(() => { log('timeout'); over = true; }, 20);
fs.access(__filename, () => { io = true; });
const again = () => { if (!over || !io) setImmediate(again); else log('over'); };
again();
