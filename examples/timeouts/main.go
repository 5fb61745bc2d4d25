// Command timeouts closes connections on which nothing happens, with a parting
// line. It teaches that SetTimeout only tells, and that ending is up to you;
// that every byte, either way, starts the time anew; and what keep-alive is
// for: to find out about a client that vanished without a word.
//
//	go run ./examples/timeouts -port 8082 -idle 5s      then: telnet 127.0.0.1 8082, and wait
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
	port := flag.Int("port", 8082, "port to listen on; 0 picks one")
	idle := flag.Duration("idle", 30*time.Second, "how long a connection may be silent")
	probe := flag.Duration("probe", 60*time.Second, "how long before the first keep-alive probe; whole seconds")
	flag.Parse()

	clients := map[*net2.Socket]bool{}
	server := net2.CreateServer(func(socket *net2.Socket) {
		clients[socket] = true
		socket.OnClose(func(bool) { delete(clients, socket) })
		serve(socket, *idle, *probe)
	})
	server.OnError(func(err error) {
		fmt.Fprintln(os.Stderr, "Server error:", err)
		os.Exit(1)
	})
	server.ListenHost(*port, *host, func() { fmt.Println("Timeouts server listening on", server.Address()) })

	loop.OnceSignal(os.Interrupt, func() { // a second Ctrl-C kills
		server.Close()
		for socket := range clients {
			letGo(socket, "Server closing\n")
		}
	})
	loop.Run()
}

// serve echoes until nothing has come or gone for idle.
func serve(socket *net2.Socket, idle, probe time.Duration) {
	socket.SetTimeout(idle)
	socket.OnTimeout(func() {
		fmt.Println("Socket timeout")
		letGo(socket, "Timeout - closing connection\n")
	})

	// The system asks a silent client now and then whether it is there. One
	// whose machine has gone down becomes an error, ETIMEDOUT, some time later.
	socket.SetKeepAlive(true, probe)

	socket.OnData(func(data []byte) {
		// No need for SetTimeout here: what arrives and what is sent counts.
		if !socket.Write(data) {
			socket.Pause() // a client that does not read times out too
		}
	})
	socket.OnDrain(func() { socket.Resume() })
	socket.OnError(func(err error) { fmt.Fprintln(os.Stderr, "Socket error:", err) })
	socket.OnClose(func(bool) { fmt.Println("Socket closed") })
	fmt.Println("Client connected")
}

// letGo says the last words and ends. What the client still sends is dropped:
// a close with unread bytes would be a reset, and might take the last words
// with it. A client that has not closed its side a second later is cut off.
func letGo(socket *net2.Socket, lastWords string) {
	socket.SetTimeout(0)
	socket.RemoveAllListeners("data").Resume()
	socket.End(lastWords)
	socket.Loop().SetTimeout(time.Second, func() { socket.Destroy() }).Unref()
}
