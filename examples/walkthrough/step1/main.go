// Command step1 is the first step of the walkthrough: a server that accepts a
// client, says who it is and closes the connection. It teaches that the
// callback of CreateServer runs once for each client.
//
//	go run ./examples/walkthrough/step1 -port 5000      then: telnet 127.0.0.1 5000
package main

import (
	"flag"
	"fmt"
	"os"

	"github.com/nodenet/go/net2"
	"github.com/nodenet/go/net2/loop"
)

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
	})
	loop.Run()
}

func onClientConnected(socket *net2.Socket) {
	fmt.Printf("New client: %s:%d\n", socket.RemoteAddress(), socket.RemotePort())
	socket.OnError(func(err error) { fmt.Fprintln(os.Stderr, "Socket error:", err) })
	socket.Destroy()
}
