// Options that cannot be throw at once.
'use strict';
const net = require('net');
const { track } = require('../transcript.js');

const c = track('client');
const use = (what, options) => {
  try {
    net.connect({ port: 9, host: 'localhost', ...options }).destroy();
    c(what, 'fine');
  } catch (err) {
    c(what, err.name, err);
  }
};
use('family', { family: 5 });
use('hints', { hints: 3333 });
use('all hints', { hints: 56 });
use('attempt timeout', { autoSelectFamilyAttemptTimeout: -1 });
use('long attempt timeout', { autoSelectFamilyAttemptTimeout: 2147483648 });
use('short attempt timeout', { autoSelectFamilyAttemptTimeout: 1 });
