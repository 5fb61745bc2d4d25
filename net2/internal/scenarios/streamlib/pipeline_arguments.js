'use strict';
const { track } = require('../transcript.js');
const { pipeline, compose, PassThrough } = require('stream');

const log = track('throws');
const attempt = (name, fn) => {
  try {
    fn();
  } catch (e) {
    log(name, e.name, e);
  }
};
attempt('one stream', () => pipeline(new PassThrough(), () => {}));
attempt('no stream', () => pipeline(() => {}));
attempt('compose nothing', () => compose());
