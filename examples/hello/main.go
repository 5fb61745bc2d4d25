// Command hello answers every connection with "Hello World" and ends it. It
// teaches the smallest server, and the two lines that such a server needs to
// stay up: an error listener, and Resume.
//
//	go run ./examples/hello -port 3000      then: go run ./examples/hello/client -port 3000, or telnet
package main

import (
	"flag"
	"fmt"
	"os"

	"github.com/nodenet/go/net2"
	"github.com/nodenet/go/net2/loop"
)

func main() {
	host := flag.String("host", "127.0.0.1", "address to listen on")
	port := flag.Int("port", 3000, "port to listen on; 0 picks one")
	flag.Parse()

	// region server
	server := net2.CreateServer(func(socket *net2.Socket) {
		// A client that resets the connection must not take the server down.
		socket.OnError(func(err error) { fmt.Fprintln(os.Stderr, "Socket error:", err) })
		socket.End("Hello World")
		// Nobody listens for data. What is never read would hide the client's
		// end, and the connection would never close; so read it and drop it.
		socket.Resume()
	})
	server.OnError(func(err error) {
		fmt.Fprintln(os.Stderr, "Server error:", err)
		os.Exit(1)
	})
	server.ListenHost(*port, *host, func() { fmt.Println("Server is listening on", server.Address()) })
	// endregion

	// region signal
	loop.OnceSignal(os.Interrupt, func() { // a second Ctrl-C kills
		server.Close(func(error) { fmt.Println("Server closed.") })
	})
	// endregion
	loop.Run()
}
