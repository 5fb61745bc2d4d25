// Command chatcli is a chat client for the command line: what you type goes to
// the server, what the server says goes to the screen. It teaches that standard
// input and output are streams like a socket, so that two pipes are the whole
// program, and what ends it: Ctrl-D, /quit, or the server.
//
//	go run ./examples/chatcli -port 8080
package main

import (
	"flag"
	"fmt"
	"os"

	"github.com/nodenet/go/net2"
	"github.com/nodenet/go/net2/loop"
	"github.com/nodenet/go/net2/stream"
)

func main() {
	host := flag.String("host", "127.0.0.1", "address of the server")
	port := flag.Int("port", 8080, "port of the server")
	flag.Parse()

	socket := net2.CreateConnection(*port, *host, func() {
		fmt.Printf("Connected to %s:%d\n", *host, *port)
	})
	// region pipes
	stream.Stdin().Pipe(socket) // Ctrl-D ends our side; the server's last words still come
	socket.Pipe(stream.Stdout())
	// endregion

	socket.OnError(func(err error) {
		fmt.Fprintln(os.Stderr, "Error:", err)
		os.Exit(1)
	})
	// The pipe lets go of the input when the socket closes. Then nothing is
	// left to wait for, and the program ends, whoever may still be typing.
	socket.OnClose(func(bool) { fmt.Println("Disconnected") })
	loop.Run()
}
