'use strict';
const timers = require('timers');
module.exports = { ...require('suite_nodelib').load('internal/timers'), Timeout: timers.Timeout, setUnrefTimeout: (callback, after) => timers.setTimeout(callback, after).unref() };
