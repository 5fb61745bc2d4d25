process.on('uncaughtException', (err) => console.log('uncaught:', err.message));

setTimeout(() => { throw new Error('oops'); }, 1);
setTimeout(() => console.log('still here'), 5);
