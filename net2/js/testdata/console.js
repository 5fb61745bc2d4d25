'use strict';
// Every method of console that does not tell the time.
console.log('a',1);console.error('err %s','x');console.warn('w');console.info('i');console.debug('d');
console.group('G1');console.log('in\nlines');console.group();console.log({a:1,b:[1,2]});console.groupEnd();console.error('e in g');console.groupEnd();console.log('out');
console.table([{a:1,b:'x'},{a:2,c:true}]);console.table([[1,2],[3,4]]);console.table(new Map([['k',1]]));console.table(5);console.table([1,2,'a']);console.table([{a:1,b:2}],['b']);console.table(new Set([1]));console.table({x:{v:1},y:{v:2}});console.table([{name:'日本',v:1}]);
console.count();console.count('x');console.count();console.countReset();console.count();
console.assert(true,'no');console.assert(false,'yes %s','fmt');console.assert(false);console.assert(false,{a:1});
console.dir({a:{b:{c:{d:1}}}},{depth:0});console.dir('s');console.dirxml({a:1},[1]);console.log();console.log('');console.log('%s is %d','x',5,'rest');console.log('100%',5);console.log('%o',[1]);
console.table([{a:{x:1,y:2,z:3},b:[1,2,3,4],c:[[1]],d:()=>1,e:new Date(0)}]);console.table([]);console.table(null);console.table({a:1,b:{c:2}});console.table([[],[1]]);console.table([{s:"long"},5,null]);console.table(new Map([[{k:1},{v:1,w:2,x:3}]]));
const {Console}=require('console');const c=new Console({stdout:process.stdout,stderr:process.stderr});c.log('own');c.error('own err');
console.log(typeof console.time,typeof console.timeLog,typeof console.trace,console[Symbol.toStringTag]);
