// Command hello is the smallest echo server: what the time to the first
// connection and the memory of a start are measured on, beside hello.js.
package main

import (
	"fmt"

	"github.com/nodenet/go/net2"
	"github.com/nodenet/go/net2/loop"
)

func main() {
	server := net2.CreateServer(func(socket *net2.Socket) {
		socket.OnData(func(data []byte) { socket.Write(data) })
	})
	server.ListenHost(0, "127.0.0.1", func() { fmt.Println("listening on", server.Address()) })
	loop.Run()
}
