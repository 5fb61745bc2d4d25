const { EventEmitter } = require('events');

const room = new EventEmitter();
room.on('say', (who, words) => console.log(who, 'says', words));
room.on('say', (who) => console.log(who, 'has spoken'));
room.prependListener('say', (...args) => console.log(args.length, 'arguments'));
console.log(room.emit('say', 'Ada', 'hello'));
console.log(room.emit('nothing'), room.listenerCount('say'));

room.on('error', (err) => console.log('failed:', err.message));
room.emit('error', new Error('too loud'));
