'use strict';
module.exports = require('suite_nodelib').load('util');
module.exports.getCallSites ??= () => native.callSites();
module.exports._clone = (v) => JSON.parse(JSON.stringify(v));
