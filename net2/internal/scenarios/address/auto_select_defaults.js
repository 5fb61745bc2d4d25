// The defaults of autoSelectFamily.
'use strict';
const net = require('net');
const { track } = require('../transcript.js');

const log = track('net');
const shown = () => log(net.getDefaultAutoSelectFamily(), net.getDefaultAutoSelectFamilyAttemptTimeout());
const set = (ms) => {
  try {
    net.setDefaultAutoSelectFamilyAttemptTimeout(ms);
  } catch (err) {
    log(err.name, err);
  }
};
shown();
net.setDefaultAutoSelectFamily(false);
set(1000);
shown();
set(5);
shown();
set(0);
set(-1);
set(2147483648);
net.setDefaultAutoSelectFamily(true);
set(250);
shown();
