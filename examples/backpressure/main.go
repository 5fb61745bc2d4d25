// Command backpressure sends a large body to every client, in one of five
// ways, and prints how much of it waited in memory when more of it was asked
// for. It teaches what the return value of Write is for: from ignoring it, and
// holding everything for a slow client, to Pipe, which does all that is needed.
//
//	go run ./examples/backpressure -port 8085 -step 1      then: nc -d 127.0.0.1 8085 | (sleep 5; wc -c)
package main

import (
	"bytes"
	"flag"
	"fmt"
	"os"

	"github.com/nodenet/go/net2"
	"github.com/nodenet/go/net2/loop"
)

// chunkSize is what a body gives at a time.
const chunkSize = 64 << 10

func main() {
	host := flag.String("host", "127.0.0.1", "address to listen on")
	port := flag.Int("port", 8085, "port to listen on; 0 picks one")
	step := flag.Int("step", 5, "how to send, 1 to 5")
	size := flag.Int("size", 64<<20, "bytes to send")
	flag.Parse()
	if *step < 1 || *step > len(steps) {
		fmt.Fprintln(os.Stderr, "-step must be 1 to", len(steps))
		os.Exit(2)
	}

	clients := map[*net2.Socket]bool{}
	server := net2.CreateServer(func(socket *net2.Socket) {
		clients[socket] = true
		socket.OnClose(func(bool) { delete(clients, socket) })
		serve(socket, *step, *size)
	})
	server.OnError(func(err error) {
		fmt.Fprintln(os.Stderr, "Server error:", err)
		os.Exit(1)
	})
	server.ListenHost(*port, *host, func() { fmt.Println("Backpressure server listening on", server.Address()) })

	loop.OnceSignal(os.Interrupt, func() { // a second Ctrl-C kills
		server.Close()
		for socket := range clients {
			socket.Destroy()
		}
	})
	loop.Run()
}

// serve sends the body and keeps an eye on what waits.
func serve(socket *net2.Socket, step, size int) {
	left, waited := size, 0
	body := func() []byte {
		waited = max(waited, socket.WritableLength())
		n := min(left, chunkSize)
		left -= n
		if n == 0 {
			fmt.Printf("step %d: the whole body is written, %d bytes wait\n", step, socket.WritableLength())
			return nil
		}
		return bytes.Repeat([]byte{'a' + byte(left/chunkSize%26)}, n)
	}
	socket.OnError(func(err error) { fmt.Fprintln(os.Stderr, "Socket error:", err) })
	socket.OnClose(func(bool) {
		fmt.Printf("step %d: %d bytes read from the body, at most %d waited when more was asked for\n", step, size-left, waited)
	})
	socket.Resume() // what the client says is not of interest
	steps[step-1](socket, body)
}
