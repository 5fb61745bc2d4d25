let failed = 0;
setTimeout(() => {
  console.log('work');
  failed++;
}, 1);

process.on('exit', () => {
  console.log('failed:', failed);
  if (failed > 1) process.exitCode = 1;
});
