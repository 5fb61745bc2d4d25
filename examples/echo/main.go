// Command echo answers every chunk with "Echo: " and the chunk. It teaches the
// events of a server and its sockets, what to do when the port is taken, and
// how Ctrl-C closes gracefully.
//
//	go run ./examples/echo -port 3000      then: go run ./examples/echo/client -port 3000, or telnet
package main

import (
	"flag"
	"fmt"
	"os"
	"time"

	"github.com/nodenet/go/net2"
	"github.com/nodenet/go/net2/loop"
)

func main() {
	host := flag.String("host", "127.0.0.1", "address to listen on")
	port := flag.Int("port", 3000, "port to listen on; 0 picks one")
	flag.Parse()

	server := net2.CreateServer(echo)
	server.OnListening(func() { fmt.Printf("TCP server listening on %v\n", server.Address()) })
	// region retry
	listen := func() { server.ListenHost(*port, *host) }
	var retry *loop.Timer
	server.OnError(func(err error) {
		fmt.Fprintln(os.Stderr, "Server error:", err)
		if net2.Code(err) != "EADDRINUSE" {
			os.Exit(1)
		}
		fmt.Println("Address in use, retrying...")
		retry = loop.SetTimeout(time.Second, listen)
	})
	// endregion
	closeOnInterrupt(server, func() { loop.ClearTimeout(retry) })
	listen()
	loop.Run()
}

// echo serves one client.
func echo(socket *net2.Socket) {
	client := fmt.Sprintf("%s:%d", socket.RemoteAddress(), socket.RemotePort())
	fmt.Println("Client connected:", client)

	socket.OnData(func(data []byte) {
		fmt.Printf("Received from client %s: %s\n", client, data)
		socket.Write("Echo: " + string(data))
	})
	socket.OnEnd(func() { fmt.Println("Client disconnected:", client) })
	socket.OnError(func(err error) { fmt.Fprintf(os.Stderr, "Socket error for %s: %v\n", client, err) })
	socket.OnClose(func(hadError bool) { fmt.Printf("Socket closed for %s. Had error: %t\n", client, hadError) })
}

// closeOnInterrupt calls first, stops accepting and ends the connections that
// are open; the loop, and the program with it, ends when they are closed.
func closeOnInterrupt(server *net2.Server, first func()) {
	clients := map[*net2.Socket]bool{}
	server.OnConnection(func(socket *net2.Socket) {
		clients[socket] = true
		socket.OnClose(func(bool) { delete(clients, socket) })
	})
	loop.OnceSignal(os.Interrupt, func() { // a second Ctrl-C kills
		fmt.Println("Interrupted, closing...")
		first()
		server.Close(func(error) { fmt.Println("Server closed.") })
		for socket := range clients {
			socket.End()
		}
	})
}
