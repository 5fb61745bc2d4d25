'use strict';
module.exports = require('suite_nodelib').load('assert');
