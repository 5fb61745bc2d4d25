const ages = new Map([['Ada', 36]]);

console.log(ages.get('Bob') ?? 'unknown');
console.log(ages.has('Ada'), ages.size);

function greet(name, greeting = 'hello') {
  console.log(greeting, name ?? 'stranger');
}
greet('Ada');
greet(undefined, 'welcome');

const settings = { host: 'localhost' };
console.log(settings.host?.length, settings.proxy?.host ?? 'no proxy');
