package js_test

import (
	"fmt"

	"github.com/dop251/goja"

	"github.com/nodenet/go/net2/js"
	"github.com/nodenet/go/net2/loop"
)

// A Go program that embeds goja gives its scripts Node's net, on a loop of its own.
func ExampleEnable() {
	vm, l := goja.New(), loop.New()
	js.Enable(vm, l)
	_ = vm.Set("say", func(s string) { fmt.Println(s) })
	l.NextTick(func() {
		_, err := vm.RunString(`
			const net = require('net');
			const server = net.createServer((socket) => socket.end('hello from JavaScript'));
			server.listen(0, () => {
				net.connect(server.address().port).setEncoding('utf8')
					.on('data', say).on('close', () => server.close());
			});`)
		if err != nil {
			panic(err)
		}
	})
	l.Run()
	// Output: hello from JavaScript
}
