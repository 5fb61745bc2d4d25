// Command quickstart runs a server and a client in one program, on one event
// loop, and prints every event as it happens. It ends by itself: when the
// server is closed and both sockets are gone, nothing keeps the loop alive.
//
//	go run ./examples/quickstart
package main

import (
	"fmt"

	"github.com/nodenet/go/net2"
	"github.com/nodenet/go/net2/loop"
)

func main() {
	server := net2.CreateServer(serve)
	server.OnClose(func() { fmt.Println("server: close") })
	server.Listen(0, func() {
		fmt.Println("server: listening")
		talk(server)
	})
	loop.Run()
	fmt.Println("loop:   nothing left to do")
}

// serve answers one connection: the body of net.createServer's callback.
func serve(socket *net2.Socket) {
	fmt.Println("server: connection")
	socket.OnData(func(data []byte) {
		fmt.Printf("server: data %q\n", data)
		socket.Write("Echo: " + string(data))
	})
	socket.OnEnd(func() { fmt.Println("server: end") })
	socket.OnClose(func(hadError bool) { fmt.Println("server: socket close, had error:", hadError) })
}

// talk is the client: one message, one answer, and good-bye to both.
func talk(server *net2.Server) {
	client := net2.Connect(server.Address().Port, "127.0.0.1")
	client.OnConnect(func() {
		fmt.Println("client: connect")
		client.Write("Hello, world")
	})
	client.OnData(func(data []byte) {
		fmt.Printf("client: data %q\n", data)
		client.End()
		server.Close()
	})
	client.OnEnd(func() { fmt.Println("client: end") })
	client.OnClose(func(hadError bool) { fmt.Println("client: close, had error:", hadError) })
}
