// Command step2 is the second step of the walkthrough: a server that listens
// to what its clients say. It teaches the events of a socket: data when
// something was said, end when the client has hung up.
//
//	go run ./examples/walkthrough/step2 -port 5000      then: telnet 127.0.0.1 5000
package main

import (
	"flag"
	"fmt"
	"os"
	"strings"

	"github.com/nodenet/go/net2"
	"github.com/nodenet/go/net2/loop"
)

// sockets are the connections that are open, to be ended when the server stops.
var sockets = map[*net2.Socket]bool{}

func main() {
	address := flag.String("host", "127.0.0.1", "address to listen on")
	port := flag.Int("port", 5000, "port to listen on; 0 picks one")
	flag.Parse()

	server := net2.CreateServer(onClientConnected)
	server.OnError(func(err error) {
		fmt.Fprintln(os.Stderr, "Server error:", err)
		os.Exit(1)
	})
	server.ListenHost(*port, *address, func() { fmt.Println("Server started at:", server.Address()) })

	loop.OnceSignal(os.Interrupt, func() { // a second Ctrl-C kills
		server.Close()
		for socket := range sockets {
			socket.End()
		}
	})
	loop.Run()
}

func onClientConnected(socket *net2.Socket) {
	name := fmt.Sprintf("%s:%d", socket.RemoteAddress(), socket.RemotePort())
	fmt.Println(name, "connected.")

	// The chunk is bytes; a terminal puts the line break of the Enter key at their end.
	socket.OnData(func(data []byte) {
		message := strings.TrimRight(string(data), "\r\n")
		fmt.Printf("%s said: %s\n", name, message)
		socket.Write("We got your message: " + message + "\n")
	})
	socket.OnEnd(func() { fmt.Println(name, "disconnected.") })

	// A client that crashes has an error instead of an end. Without this
	// listener it would be the server that crashes.
	socket.OnError(func(err error) { fmt.Fprintf(os.Stderr, "%s failed: %v\n", name, err) })
	sockets[socket] = true
	socket.OnClose(func(bool) { delete(sockets, socket) })
}
